import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLogger } from '@hall/platform/logging';
import { ConflictError, Database } from '@hall/platform/postgres';
import { createServiceDatabase } from '@hall/testing';
import type { ServiceDatabase } from '@hall/testing';

class CreateThings1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table boxes (id integer primary key);
      create table things (id integer primary key, box_id integer not null references boxes);
      grant select, insert, update on boxes, things to things_app`);
  }

  async down(): Promise<void> {}
}

let files: ServiceDatabase;
let database: Database;

beforeAll(async () => {
  const logger = createLogger({ service: 'test', level: 'silent' });
  files = await createServiceDatabase('things', [CreateThings1790000000000]);
  database = await Database.connect({
    url: files.url,
    applicationName: 'test',
    schema: 'things',
    poolSize: 2,
    logger,
  });
});

afterAll(async () => {
  await database?.close();
  await files?.drop();
});

const box = 'insert into boxes values ($1)';
const thing = 'insert into things values ($1, $2)';
const count = async () => (await database.query<{ n: number }>('select count(*)::int as n from things'))[0]!.n;

test('what is asked at once is done in the order in which it was asked, and answered each with its own', async () => {
  const answers = await database.transaction((tx) =>
    Promise.all([
      tx.query(box, [1]),
      tx.query(thing, [1, 1]),
      tx.query<{ id: number }[]>('select id from things where box_id = $1', [1]),
      tx.query<{ n: number }[]>('select count(*)::int as n from boxes', []),
    ]),
  );
  expect(answers.slice(2)).toEqual([[{ id: 1 }], [{ n: 1 }]]);
});

test('when one of them fails, the first that failed is told, nothing is written, and the connection goes on', async () => {
  const before = await count();
  for (let n = 0; n < 5; n++) {
    const failing = database.transaction((tx) =>
      Promise.all([
        tx.query(box, [100 + n]),
        tx.query(thing, [200, 999]),
        tx.query(thing, [201, 100 + n]),
        tx.query(box, [100 + n]),
      ]),
    );
    await expect(failing).rejects.toMatchObject({ code: '23503' });
  }
  expect(await count()).toBe(before);
  await database.transaction((tx) => Promise.all([tx.query(box, [3]), tx.query(thing, [3, 3])]));
  expect(await count()).toBe(before + 1);
});

test('a transaction that loses a race runs again as a whole, until somebody gives up', async () => {
  let runs = 0;
  const losing = database.transaction(async (tx) => {
    runs++;
    await Promise.all([
      tx.query(box, [50]),
      tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`),
      tx.query(thing, [50, 50]),
    ]);
  });
  await expect(losing).rejects.toBeInstanceOf(ConflictError);
  expect(runs).toBe(5);
  expect(await database.query('select from boxes where id = 50')).toEqual([]);
});

test('many transactions at once do not mix their statements', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, n) =>
      database
        .transaction(async (tx) => {
          await Promise.all([tx.query(box, [1_000 + n]), tx.query(thing, [1_000 + n, 1_000 + n])]);
          if (n % 3 === 0) throw new Error('changed my mind');
        })
        .catch((error: Error) => expect(error.message).toBe('changed my mind')),
    ),
  );
  const [row] = await database.query<{ boxes: number; things: number }>(
    `select (select count(*)::int from boxes where id >= 1000) as boxes, (select count(*)::int from things where id >= 1000) as things`,
  );
  expect(row).toEqual({ boxes: 26, things: 26 });
});
