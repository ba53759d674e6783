export { cut } from './connection';
export { Database, markOutboxWritten } from './database';
export type { Tx } from './database';
export { defaultLimits } from './limits';
export type { DatabaseLimits } from './limits';
export {
  everythingOf,
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
export type { Asked, Camel, Cursor, DatedCursor, Json, Table } from './rows';
export { BaselineMigration, ForwardMigration } from './migration';
export { migrate } from './migrate';
export { Probe } from './probe';
export type { MigrationClass } from './migrate';
export { atHallTime, byKeys, codeList, counted, keyColumns } from './sql-text';
export {
  ConflictError,
  isBadValue,
  isOutage,
  isPassing,
  OutcomeUnknownError,
  sqlStateOf,
  SqlState,
  StatementError,
  UnavailableError,
} from './sql-state';
