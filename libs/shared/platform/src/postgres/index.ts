export { Database, markOutboxWritten } from './database';
export type { DatabaseOptions, Tx } from './database';
export { migrate } from './migrate';
export type { MigrateOptions, MigrationClass } from './migrate';
export { ConflictError, constraintOf, isOutage, isPassing, SqlState, sqlStateOf } from './sql-state';
