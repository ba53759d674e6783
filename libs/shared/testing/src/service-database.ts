import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { createLogger } from '@hall/platform/logging';
import { migrate } from '@hall/platform/postgres';
import type { MigrationClass } from '@hall/platform/postgres';
import { fromTestRun } from './environment';

/** A service's own database for one test file, cloned from a template that was migrated once for the whole run. */
export interface ServiceDatabase {
  readonly name: string;
  /** Address of the application role. */
  readonly url: string;
  /** Address of the owner role. */
  readonly migratorUrl: string;
  /** Runs a statement as the owner, for what the application has no right to do. */
  asOwner(sql: string): Promise<void>;
  drop(): Promise<void>;
}

const password = 'test';
const silent = createLogger({ service: 'test', level: 'silent' });

/** Clones the migrated template of a service; makes the template first when nobody has. */
export async function createServiceDatabase(
  service: string,
  migrations: readonly MigrationClass[],
): Promise<ServiceDatabase> {
  const template = `template_${service}`;
  await asSuperuser(async (client) => {
    // Two workers may come first at the same time.
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) await makeTemplate(client, service, template, migrations);
  });
  return createDatabase(service, `template ${template}`);
}

/** Makes an empty database for a service that brings its own tables up to date when it starts. */
export async function createEmptyDatabase(service: string): Promise<ServiceDatabase> {
  await asSuperuser(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [`template_${service}`]);
    await ensureRoles(client, service);
  });
  return createDatabase(service, '');
}

async function createDatabase(service: string, from: string): Promise<ServiceDatabase> {
  const name = `${service}_${randomBytes(6).toString('hex')}`;
  await asSuperuser((client) => client.query(`create database ${name} ${from} owner ${service}_migrator`));
  return {
    name,
    url: addressOf(name, `${service}_app`),
    migratorUrl: addressOf(name, `${service}_migrator`),
    asOwner: (sql) => as(addressOf(name, `${service}_migrator`), async (client) => void (await client.query(sql))),
    drop: () =>
      asSuperuser(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/** Address at which a database can be read and not changed, as an auditor would. */
export function auditorUrlOf(database: string): string {
  return addressOf(database, 'hall_auditor');
}

async function ensureRoles(client: Client, service: string): Promise<void> {
  for (const role of [`${service}_migrator`, `${service}_app`]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0) await client.query(`create role ${role} login password '${password}'`);
  }
  // One for all services; two of them may come first at the same time.
  await client.query(`select pg_advisory_lock(hashtext('hall_auditor'))`);
  const { rowCount } = await client.query(`select from pg_roles where rolname = 'hall_auditor'`);
  if (rowCount === 0) {
    await client.query(`create role hall_auditor login password '${password}' in role pg_read_all_data`);
    await client.query('alter role hall_auditor set default_transaction_read_only = on');
  }
  await client.query(`select pg_advisory_unlock(hashtext('hall_auditor'))`);
}

async function makeTemplate(
  client: Client,
  service: string,
  template: string,
  migrations: readonly MigrationClass[],
): Promise<void> {
  await ensureRoles(client, service);
  await client.query(`create database ${template} owner ${service}_migrator`);
  try {
    await migrate({ url: addressOf(template, `${service}_migrator`), schema: service, migrations, logger: silent });
  } catch (error) {
    await client.query(`drop database ${template} with (force)`);
    throw error;
  }
}

function addressOf(database: string, role: string): string {
  const url = new URL(fromTestRun('HALL_TEST_POSTGRES_URL'));
  url.pathname = `/${database}`;
  url.username = role;
  url.password = password;
  return url.href;
}

function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return as(fromTestRun('HALL_TEST_POSTGRES_URL'), work);
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
