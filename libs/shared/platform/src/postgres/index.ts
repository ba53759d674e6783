export { ConflictError, Database, markSpoken } from './database';
export type { DatabaseOptions, Tx } from './database';
export { migrate } from './migrate';
export type { MigrateOptions, MigrationClass } from './migrate';
export { constraintOf, SqlState, sqlStateOf } from './sql-state';
