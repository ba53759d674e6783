/**
 * A database of commit 57c272c becomes what a fresh one is, and keeps its rows. The files beside are frozen: schemas as
 * the migrations of that commit made them, with rows in the tables that the upgrade touches.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import pg from 'pg';
import { readSchema, schemaSql } from '../rows/schema-sql.mjs';
import setUp from '../servers/jest-global-setup.mjs';
import tearDown from '../servers/jest-global-teardown.mjs';
import { root } from '../stack/paths.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(join(root, path));
const read = (path) => readFileSync(join(root, path), 'utf8');

before(setUp);
after(tearDown);

/** Runs something on a database of the old commit, before or after it is brought up to date. */
async function withOldDatabase(service, work) {
  const { createEmptyDatabase } = built('libs/shared/testing/dist');
  const { migrate } = built('libs/shared/platform/dist/postgres');
  const { createLogger } = built('libs/shared/platform/dist/logging');
  const { migrations } = built(`apps/${service}/dist/persistence/migrations`);
  const database = await createEmptyDatabase(service);
  const client = new pg.Client({ connectionString: database.migratorUrl });
  await client.connect();
  try {
    await client.query(`create schema ${service}; set search_path = ${service}, public`);
    await client.query(read(`tools/test/upgrade/${service}-57c272c.sql`));
    const logger = createLogger({ service: 'test', level: 'silent' });
    const upgrade = () => migrate({ url: database.migratorUrl, schema: service, migrations, logger });
    await work({ client, upgrade, rows: async (sql) => (await client.query(sql)).rows });
  } finally {
    await client.end();
    await database.drop();
  }
}

const keyOf = (last) => `00000000-0000-0000-0000-0000000000${last}`;

/** What of each service is there afterwards. */
const kept = {
  staffing: async (rows) => {
    assert.deepEqual(await rows('select name, preparation from halls'), [
      { name: '大厅', preparation: 'FIRST_SESSION' },
    ]);
    assert.deepEqual(await rows('select account, roles from staff'), [{ account: 'lead', roles: ['OFFICER'] }]);
  },
  cases: async (rows) => {
    assert.deepEqual(await rows('select number, status from cases'), [
      { number: 'h-20261123-000001', status: 'ACCEPTED' },
    ]);
    assert.deepEqual(
      await rows('select id, subject, owner_kind, owner_id, notified, is_open from deadlines order by id'),
      [
        [keyOf('c1'), 'CASE', 'CASE', keyOf('c1'), ['AMBER'], true],
        [keyOf('e1'), 'STEP', 'CASE', keyOf('c1'), [], true],
        [keyOf('e2'), 'RATING', 'RATING', keyOf('e2'), [], false],
      ].map(([id, subject, kind, owner, notified, isOpen]) => ({
        id,
        subject,
        owner_kind: kind,
        owner_id: owner,
        notified,
        is_open: isOpen,
      })),
    );
    const details = { limit: { amount: 5, unit: 'WORKING_DAY' } };
    assert.deepEqual(await rows('select kind, details from deadline_events'), [{ kind: 'START', details }]);
    assert.deepEqual(await rows('select level, answerable_id from deadline_levels'), [
      { level: 'AMBER', answerable_id: keyOf('a1') },
    ]);
    assert.deepEqual(await rows('select calendar_version, reason from deadline_moves'), [
      { calendar_version: 'v2', reason: 'notice' },
    ]);
  },
  complaints: async (rows) => {
    assert.deepEqual(await rows('select number, status from complaints order by number'), [
      { number: 'h-1', status: 'REGISTERED' },
      { number: 'h-2', status: 'CLOSED' },
    ]);
    assert.deepEqual(await rows('select owner_id, is_open from deadlines order by owner_id'), [
      { owner_id: keyOf('c1'), is_open: true },
      { owner_id: keyOf('c2'), is_open: false },
    ]);
    assert.deepEqual(
      await rows('select deadline_id, sequence, kind from deadline_events order by deadline_id, sequence'),
      [
        { deadline_id: keyOf('c1'), sequence: 1, kind: 'START' },
        { deadline_id: keyOf('c2'), sequence: 1, kind: 'START' },
        { deadline_id: keyOf('c2'), sequence: 2, kind: 'FINISH' },
      ],
    );
  },
};

const phone = '13812345678';
process.env.HALL_HASH_KEY = Buffer.alloc(32, 1).toString('base64');

/** What the old version kept of a client and of a member of staff. */
async function namesAccounts(rows, service) {
  for (const [place, actorid] of [phone, keyOf('a1')].entries())
    await rows(`insert into outbox (event_id, hall_code, type, aggregate_id, sequence, envelope, occurred_at)
      values (gen_random_uuid(), 'h', 'hall.cases.case.changed.v1', 'x', ${place + 1}, '{"actorid": "${actorid}"}', now())`);
  await rows(`insert into idempotency_keys (hall_code, actor, operation, key, request_hash)
    values ('h', '${phone}', 'takeTicket', 'k', 'x')`);
  if (service === 'complaints') await rows(`update complaints set registered_by = '${phone}' where number = 'h-1'`);
}

async function namesNoAccount(rows, service) {
  assert.deepEqual(await rows('select envelope from outbox order by id'), [
    { envelope: {} },
    { envelope: { actorid: keyOf('a1') } },
  ]);
  assert.deepEqual(await rows('select from idempotency_keys'), []);
  if (service !== 'complaints') return;
  const { createKeyedHash } = built('libs/shared/platform/dist/privacy');
  const [{ by }] = await rows(`select registered_by as by from complaints where number = 'h-1'`);
  assert.equal(by, createKeyedHash(process.env.HALL_HASH_KEY)('complainant', phone));
}

for (const [service, isKept] of Object.entries(kept)) {
  test(`a database of ${service} at 57c272c gets the schema of a fresh one, keeps its rows, and is upgraded once`, () =>
    withOldDatabase(service, async ({ client, upgrade, rows }) => {
      await namesAccounts(rows, service);
      await upgrade();
      await namesNoAccount(rows, service);
      const upgraded = schemaSql(await readSchema(client, service));
      assert.equal(upgraded, read(`apps/${service}/schema.sql`));
      await isKept(rows);
      const noted = () => rows('select name from migrations order by id');
      const before = await noted();
      await upgrade();
      assert.deepEqual(await noted(), before);
    }));
}

test('a database between the versions is left alone, and what is wrong with it is said', () =>
  withOldDatabase('cases', async ({ upgrade, rows }) => {
    await rows(`delete from migrations where name like 'RenewSlips%'`);
    await rows(`insert into migrations (timestamp, name) values (1, 'SomethingElse1')`);
    await assert.rejects(upgrade(), /missing: RenewSlips1790000000018, unknown: SomethingElse1/);
    assert.equal((await rows('select from terms')).length, 3);
  }));
