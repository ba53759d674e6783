export { Database, markOutboxWritten } from './database';
export type { DatabaseOptions, Tx } from './database';
export { defaultLimits } from './limits';
export type { DatabaseLimits } from './limits';
export {
  camelRow,
  insert,
  insertAll,
  openRange,
  read,
  readOne,
  select,
  selectOne,
  table,
  update,
  updateAll,
} from './rows';
export type { Camel, Json, NewRow, Table } from './rows';
export { BaselineMigration, ForwardMigration } from './migration';
export { migrate } from './migrate';
export type { MigrateOptions, MigrationClass } from './migrate';
export { atHallTime, codeList } from './sql-text';
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
