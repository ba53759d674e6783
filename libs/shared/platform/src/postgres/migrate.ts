import { DataSource } from 'typeorm';
import type { MigrationInterface } from 'typeorm';
import type { Logger } from '../logging';

/** A hand-written migration, forward and back. Its class name ends in the timestamp that orders it. */
export type MigrationClass = new () => MigrationInterface;

/** How a schema is brought up to date. */
export interface MigrateOptions {
  /** Address of the owner role. The application role has no right to change tables. */
  readonly url: string;
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  readonly logger: Logger;
}

/** In ms: a connection; a statement, or other starters' migrations; a table that somebody uses. */
const limits = { connect: 10_000, statement: 30 * 60_000, lock: 30_000 };

/**
 * Brings a service's schema up to date. Starters that come at the same time wait for each other: the lock is held by
 * the session until it ends, so a starter that dies lets the next one through.
 */
export async function migrate({ url, schema, migrations, logger }: MigrateOptions): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName: `${schema} migrations`,
    poolSize: 1,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    connectTimeoutMS: limits.connect,
    extra: { options: `-c search_path=${schema},public -c statement_timeout=${limits.statement}` },
  });
  await source.initialize();
  try {
    await source.query('select pg_advisory_lock(hashtext($1))', [`migrate ${schema}`]);
    // A table that is in use: whoever comes after us for it would wait as long as we do.
    await source.query(`set lock_timeout = ${limits.lock}`);
    await source.query(`create schema if not exists ${schema}`);
    await source.query(`grant usage on schema ${schema} to ${schema}_app`);
    const applied = await source.runMigrations();
    await source.query(`grant select on ${schema}.migrations to ${schema}_app`);
    if (applied.length > 0) logger.info({ migrations: applied.map(({ name }) => name) }, 'migrated');
  } finally {
    await source.destroy();
  }
}
