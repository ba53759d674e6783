export { Database, markOutboxWritten } from './database';
export type { DatabaseOptions, Tx } from './database';
export { defaultLimits } from './limits';
export type { DatabaseLimits } from './limits';
export { migrate } from './migrate';
export type { MigrateOptions, MigrationClass } from './migrate';
export {
  ConflictError,
  constraintOf,
  isBadValue,
  isOutage,
  isPassing,
  SqlState,
  sqlStateOf,
  UnavailableError,
} from './sql-state';
