import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLogger } from '@hall/platform/logging';
import { ConflictError, Database, defaultLimits } from '@hall/platform/postgres';
import { createServiceDatabase, eventually, startTcpProxy } from '@hall/testing';
import type { ServiceDatabase } from '@hall/testing';

class CreateThings1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create table boxes (id integer primary key);
      create table things (id integer primary key, box_id integer not null references boxes);
      grant select, insert, update on boxes, things to things_app`);
  }

  async down(): Promise<void> {}
}

const silent = createLogger({ service: 'test', level: 'silent' });
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

test('questions leave with the start of their transaction, a change and what follows it when it has begun', async () => {
  const sent: string[] = [];
  const stop = database.onStatement((sql) => sent.push(sql));
  const sentAtOnce = await database.transaction(async (tx) => {
    const asked = [tx.query('select 1 as first'), tx.query(box, [7]), tx.query('select 2 as second')];
    const before = [...sent];
    await Promise.all(asked);
    return before;
  });
  stop();
  expect(sentAtOnce.slice(1)).toEqual(['select 1 as first']);
  expect(sent.slice(1)).toEqual(['select 1 as first', box, 'select 2 as second', 'commit']);
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

describe('a text is prepared once per connection', () => {
  const prepared = (like: string) =>
    database.transaction((tx) =>
      tx.query<{ statement: string }[]>('select statement from pg_prepared_statements where statement like $1', [like]),
    );

  test('the same text is parsed once, whatever its values; another text has another name', async () => {
    await database.transaction(async (tx) => {
      const asked = (values: string, times: number) =>
        Promise.all(Array.from({ length: times }, (_, n) => tx.query(`select ${values} as asked_often`, [n])));
      await Promise.all([asked('$1::integer', 20), asked('$1::bigint', 3)]);
      const [row] = await tx.query<{ parsed: number; names: number; runs: number }[]>(
        `select count(*)::int as parsed, count(distinct name)::int as names, sum(generic_plans + custom_plans)::int as runs
           from pg_prepared_statements where statement like '% as asked_often'`,
        [],
      );
      expect(row).toEqual({ parsed: 2, names: 2, runs: 23 });
    });
  });

  test('a text whose first run failed is prepared when it comes again', async () => {
    const sql = 'insert into boxes values ($1) returning 4711 as mark';
    await expect(
      database.transaction((tx) =>
        Promise.all([tx.query(thing, [700, 999]), tx.query(sql, [700]), tx.query(sql, [701])]),
      ),
    ).rejects.toMatchObject({ driverError: { code: '23503' } });
    await database.transaction((tx) => Promise.all([tx.query(sql, [700]), tx.query(sql, [701])]));
    expect(await prepared('%4711 as mark')).toHaveLength(1);
  });

  test('a plan that its table has outgrown is made anew, in a transaction and outside', async () => {
    await files.asOwner('create table things.shapes (id integer); grant select on things.shapes to things_app');
    const read = () => database.query('select * from shapes where id > $1', [0]);
    const readInTransaction = () => database.transaction((tx) => tx.query('select * from shapes where id > $1', [0]));
    await Promise.all([read(), read(), readInTransaction(), readInTransaction()]);
    await files.asOwner(`alter table things.shapes add name text; insert into things.shapes values (1, '圆')`);
    const expected = [{ id: 1, name: '圆' }];
    for (let n = 0; n < 4; n++) expect(await (n % 2 ? read() : readInTransaction())).toEqual(expected);
  });

  test('a connection prepares a bounded number of texts; the others run as well', async () => {
    await database.transaction(async (tx) => {
      for (let n = 0; n < 450; n++) {
        expect(await tx.query(`select $1::integer + ${n} as sum`, [1])).toEqual([{ sum: n + 1 }]);
      }
    });
    expect((await prepared('%')).length).toBeLessThanOrEqual(400);
  });

  test('what is asked now makes room for itself, also in a transaction that has failed', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query('select 1 / $1::integer as failed', [0]).catch(() => undefined);
      for (let n = 0; n < 450; n++) await tx.query(`select $1::integer - ${n}`, [1]).catch(() => undefined);
    });
    await expect(failing).rejects.toMatchObject({ code: '22012' });
    await database.transaction(async (tx) => {
      for (let n = 0; n < 450; n++) await tx.query(`select $1::integer * ${n}`, [1]);
      const often = () => tx.query('select $1::integer as asked_late', [1]);
      await often();
      await often();
      const kept = await tx.query<{ runs: number }[]>(
        `select (generic_plans + custom_plans)::integer as runs from pg_prepared_statements where statement like '%asked_late'`,
        [],
      );
      expect(kept).toEqual([{ runs: 2 }]);
    });
    for (let n = 0; n < 450; n++) expect(await database.query(`select $1::integer + ${n} as sum`, [1])).toHaveLength(1);
  });
});

test('a statement after the end of its transaction is refused: it would stand alone', async () => {
  let late: Promise<unknown> | undefined;
  const failing = database.transaction((tx) =>
    Promise.all([
      Promise.reject(new Error('changed my mind')),
      (late = tx.query(box, [800]).then(() => tx.query(box, [801]))),
    ]),
  );
  await expect(failing).rejects.toThrow('changed my mind');
  await expect(late).rejects.toThrow('the transaction is over');
  expect(await database.query('select from boxes where id in (800, 801)')).toEqual([]);
});

test('a transaction in which a statement failed is not reported as done', async () => {
  const swallowing = database.transaction(async (tx) => {
    await tx.query(box, [900]);
    await tx.query(thing, [900, 999]).catch(() => undefined);
    return 'done';
  });
  await expect(swallowing).rejects.toMatchObject({ driverError: { code: '23503' } });
  expect(await database.query('select from boxes where id = 900')).toEqual([]);
});

describe('nobody waits for ever', () => {
  const limits = { ...defaultLimits, read: 150, write: 400, lock: 200, idle: 200, connect: 200, background: 900 };
  const sleeping = 'select pg_sleep($1::float)';
  let limited: Database;

  beforeAll(async () => {
    const logger = createLogger({ service: 'test', level: 'silent' });
    const reached = { url: files.url, applicationName: 'limited', schema: 'things', poolSize: 2 };
    limited = await Database.connect({ ...reached, limits, logger });
  });
  afterAll(() => limited?.close());

  const unavailable = (state: string) => ({
    name: 'UnavailableError',
    cause: { name: 'StatementError', driverError: { code: state } },
  });

  test('a reader less long than a change, a change less long than work in the background', async () => {
    const inTransaction = (seconds: number, kind?: 'background') =>
      limited.transaction((tx) => tx.query(sleeping, [seconds]), kind);
    await expect(limited.query(sleeping, [0.25])).rejects.toMatchObject(unavailable('57014'));
    await inTransaction(0.25);
    await expect(inTransaction(0.6)).rejects.toMatchObject(unavailable('57014'));
    await inTransaction(0.6, 'background');
    await expect(inTransaction(1.2, 'background')).rejects.toMatchObject(unavailable('57014'));
    expect(await limited.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a row that somebody holds is refused, and can be changed once it is let go', async () => {
    await database.transaction((tx) => tx.query(box, [5_000]));
    const change = () => limited.transaction((tx) => tx.query('update boxes set id = id where id = $1', [5_000]));
    await database.transaction(async (tx) => {
      await tx.query('select from boxes where id = $1 for update', [5_000]);
      await expect(change()).rejects.toMatchObject(unavailable('55P03'));
    });
    expect(await change()).toEqual([[], 1]);
  });

  test('who goes away in the middle of a change lets its rows go', async () => {
    await database.transaction((tx) => tx.query(box, [5_001]));
    const away = limited.transaction(async (tx) => {
      await tx.query('select from boxes where id = $1 for update', [5_001]);
      // Waits for the row that it holds itself: the server has to end one of the two.
      await database.transaction((other) => other.query('update boxes set id = id where id = $1', [5_001]));
      await tx.query('select 1', []);
    });
    await expect(away).rejects.toMatchObject({ name: 'UnavailableError' });
    expect(await limited.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('who asks nothing in the middle of a change lets its rows go, though nobody wants them', async () => {
    const idle = () =>
      database.query(`select from pg_stat_activity where application_name = 'limited' and state like 'idle in trans%'`);
    const away = limited.transaction(async (tx) => {
      await tx.query('select from boxes for update', []);
      await eventually(async () => (await idle()).length === 0);
      await tx.query('select 1', []);
    });
    await expect(away).rejects.toMatchObject({ name: 'UnavailableError' });
  });

  test('a change as a whole: that it has to run again does not give it its time anew', async () => {
    const reached = { url: files.url, applicationName: 'whole', schema: 'things', poolSize: 2 };
    const hasty = await Database.connect({ ...reached, limits: { ...limits, whole: 500 }, logger: silent });
    let runs = 0;
    const losing = hasty.transaction(async (tx) => {
      runs++;
      await tx.query(sleeping, [0.2]);
      await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
    });
    await expect(losing).rejects.toMatchObject({ name: 'UnavailableError' });
    expect(runs).toBeLessThan(5);
    await hasty.close();
  });

  test('a connection that has fallen silent: it is given back in time and replaced', async () => {
    const proxy = await startTcpProxy(files.url);
    const reached = { url: proxy.url, applicationName: 'silent', schema: 'things', poolSize: 2 };
    const far = await Database.connect({ ...reached, limits, logger: silent });
    await Promise.all([far.query('select 1', []), far.query('select 1', [])]);
    proxy.silence();
    await expect(far.query('select 1', [])).rejects.toMatchObject({ name: 'UnavailableError' });
    await expect(far.transaction((tx) => tx.query('select 1', []))).rejects.toMatchObject({ name: 'UnavailableError' });
    expect(await far.query('select 1 as one', [])).toEqual([{ one: 1 }]);
    await far.close();
    await proxy.close();
  });

  test('an outcome that is not told is not taken for none', async () => {
    const proxy = await startTcpProxy(files.url);
    const reached = { url: proxy.url, applicationName: 'cut', schema: 'things', poolSize: 2 };
    const far = await Database.connect({ ...reached, limits, logger: silent });
    proxy.cutAtCommitOf('as cut_here');
    const change = far.transaction(async (tx) => {
      await tx.query('insert into boxes values ($1) returning 1 as cut_here', [5_003]);
    });
    await expect(change).rejects.toMatchObject({ name: 'OutcomeUnknownError' });
    expect(await database.query('select from boxes where id = 5003')).toHaveLength(1);
    await far.close();
    await proxy.close();
  });

  test('a free connection', async () => {
    await database.transaction((tx) => tx.query(box, [5_002]));
    const holding = [0, 1].map(() => limited.transaction((tx) => tx.query(sleeping, [0.35])));
    await expect(limited.query('select 1')).rejects.toMatchObject({ name: 'UnavailableError' });
    await Promise.all(holding);
    expect(await limited.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
