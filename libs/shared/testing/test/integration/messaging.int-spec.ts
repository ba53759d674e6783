import { randomUUID } from 'node:crypto';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createEvent } from '@hall/contracts';
import type { HallEvent } from '@hall/contracts';
import { claimOnce, listDeadLetters, ReadModelSignal, replayDeadLetter } from '@hall/platform/inbox';
import { connectJetStream, EventConsumer } from '@hall/platform/jetstream';
import type { Broker, EventHandlers } from '@hall/platform/jetstream';
import { createLogger } from '@hall/platform/logging';
import { appendEvents, OutboxRelay, replayOutbox } from '@hall/platform/outbox';
import { ConflictError, Database, sqlStateOf } from '@hall/platform/postgres';
import { createServiceDatabase, eventually, startNats } from '@hall/testing';
import type { NatsProcess, ServiceDatabase } from '@hall/testing';
import { messagingTables } from '../support/messaging-tables';

/** What the handler of these tests does, so that doing it twice would show. */
class CreateEffects1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(messagingTables('messaging_app'));
    await queryRunner.query(
      'create table effects (place bigint generated always as identity, window_id uuid, sequence bigint)',
    );
    await queryRunner.query('create table pairs (id integer primary key, value integer not null)');
    await queryRunner.query('insert into pairs values (1, 0), (2, 0)');
    await queryRunner.query(
      'grant select, insert, delete on effects to messaging_app; grant select, update on pairs to messaging_app',
    );
  }

  async down(): Promise<void> {}
}

const logger = createLogger({ service: 'test', level: process.env['HALL_TEST_LOG'] ?? 'silent' });

let nats: NatsProcess;
let files: ServiceDatabase;
let database: Database;
let broker: Broker;
let parts: { stop(): Promise<void> }[];

beforeEach(async () => {
  nats = await startNats();
  files = await createServiceDatabase('messaging', [CreateEffects1790000000000]);
  database = await Database.connect({ url: files.url, applicationName: 'test', schema: 'messaging', logger });
  broker = await connectJetStream({ url: nats.url, name: 'test' });
  parts = [];
});

afterEach(async () => {
  for (const part of parts.reverse()) await part.stop();
  await broker.close();
  await database.close();
  await files.drop();
  await nats.stop();
});

const windowId = randomUUID();

function event(sequence: number, aggregateId = windowId): HallEvent {
  return createEvent({
    id: randomUUID(),
    type: 'hall.staffing.window.registered.v1',
    hallCode: 'demo',
    aggregateId,
    sequence,
    time: new Date('2026-11-23T09:00:00+08:00'),
    correlationId: 'test',
    data: { windowId: aggregateId, number: String(sequence), name: '窗口', departmentId: randomUUID() },
  });
}

const say = (...events: HallEvent[]): Promise<void> => database.transaction((tx) => appendEvents(tx, events));

const recordEffect: EventHandlers = {
  'hall.staffing.window.registered.v1': async (tx, { data, sequence }) => {
    await tx.query('insert into effects (window_id, sequence) values ($1, $2)', [data.windowId, sequence]);
  },
};

async function startRelay(publisher: Pick<Broker, 'publish'> = broker): Promise<OutboxRelay> {
  const relay = new OutboxRelay({ database, url: files.url, service: 'messaging', publisher, logger });
  await relay.start();
  parts.push(relay);
  return relay;
}

function startConsumer(handlers: EventHandlers = recordEffect, signal = new ReadModelSignal()): EventConsumer {
  const consumer = new EventConsumer({
    broker,
    database,
    service: 'cases',
    producer: 'staffing',
    handlers,
    signal,
    logger,
  });
  consumer.start();
  parts.push(consumer);
  return consumer;
}

async function effects(): Promise<number[]> {
  const rows = await database.query<{ sequence: string }>('select sequence from effects order by place');
  return rows.map(({ sequence }) => Number(sequence));
}

const pending = async (): Promise<number> =>
  Number((await database.query<{ n: string }>('select count(*) as n from outbox where published_at is null'))[0]!.n);

const allArrive = (expected: number[]): Promise<unknown> =>
  eventually(async () => expect(await effects()).toEqual(expected), {
    withinMs: 20_000,
    message: 'not every event took effect',
  });

test('what is rolled back is never said', async () => {
  await expect(
    database.transaction(async (tx) => {
      await appendEvents(tx, [event(1)]);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await pending()).toBe(0);
});

test('events of one thing arrive in order, each once', async () => {
  await startRelay();
  startConsumer();
  for (let n = 1; n <= 20; n++) await say(event(n));
  await allArrive(Array.from({ length: 20 }, (_, i) => i + 1));
});

test('a transaction that commits later than a higher id is not lost', async () => {
  const relay = await startRelay();
  startConsumer();
  let commitLate!: () => void;
  const late = database.transaction(async (tx) => {
    await appendEvents(tx, [event(1, randomUUID())]);
    await new Promise<void>((resolve) => (commitLate = resolve));
  });
  await eventually(() => typeof commitLate === 'function');
  await say(event(2));
  await allArrive([2]);
  commitLate();
  await late;
  await relay.drain();
  await allArrive([2, 1]);
});

test('two relays of one service say everything once', async () => {
  const said: string[] = [];
  const publisher = { publish: async (_subject: string, _payload: string, id: string) => void said.push(id) };
  await Promise.all([startRelay(publisher), startRelay(publisher)]);
  await Promise.all(Array.from({ length: 50 }, (_, n) => say(event(n + 1, randomUUID()))));
  await eventually(async () => (await pending()) === 0);
  expect(new Set(said).size).toBe(50);
  expect(said).toHaveLength(50);
});

test('a relay that dies after publishing and before noting it says the same again, and it takes effect once', async () => {
  await say(event(1), event(2));
  const [row] = await database.query<{ envelope: object; event_id: string; type: string }>(
    'select * from outbox order by id limit 1',
  );
  await broker.ensureStream('STAFFING');
  await broker.publish(row!.type, JSON.stringify(row!.envelope), `${row!.event_id}:before-the-crash`);
  startConsumer();
  await allArrive([1]);
  await startRelay();
  await allArrive([1, 2]);
  await eventually(async () => (await pending()) === 0);
  expect(await effects()).toEqual([1, 2]);
});

test('T6 an event of before that names an account is said again without it; a staff id stays', async () => {
  const staffId = randomUUID();
  const said: (string | undefined)[] = [];
  const publish: Broker['publish'] = async (_type, payload) => {
    said.push((JSON.parse(payload) as { actorid?: string }).actorid);
  };
  for (const [place, actorid] of ['13812345678', staffId].entries())
    await say({ ...event(place + 1), actorid } as HallEvent);
  const relay = await startRelay({ publish });
  await eventually(async () => (await pending()) === 0);
  await replayOutbox(database);
  await relay.drain();
  await eventually(async () => said.length === 4);
  expect(said).toEqual([undefined, staffId, undefined, staffId]);
});

test('while the broker is away events wait; when it is back they arrive', async () => {
  await startRelay();
  startConsumer();
  await say(event(1));
  await allArrive([1]);
  await nats.kill();
  await say(event(2), event(3));
  expect(await pending()).toBe(2);
  await nats.start();
  await allArrive([1, 2, 3]);
});

test('the broker’s store is deleted; said again from the outbox, everything is as it was and nothing doubled', async () => {
  await startRelay();
  startConsumer();
  await say(event(1), event(2), event(3));
  await allArrive([1, 2, 3]);
  await nats.kill();
  nats.deleteStore();
  await nats.start();
  expect(await replayOutbox(database)).toBe(3);
  await say(event(4));
  await allArrive([1, 2, 3, 4]);
  await eventually(async () => (await pending()) === 0, { withinMs: 20_000 });
  expect(await effects()).toEqual([1, 2, 3, 4]);
});

test('a read model that was lost is built again from the outbox', async () => {
  await startRelay();
  startConsumer();
  await say(event(1), event(2));
  await allArrive([1, 2]);
  await database.query('delete from effects');
  await files.asOwner('delete from messaging.inbox');
  await replayOutbox(database);
  await allArrive([1, 2]);
});

test('a handler that keeps failing leaves a dead letter, lets the rest go on, and can be given another chance', async () => {
  let broken = true;
  await startRelay();
  const consumer = startConsumer({
    'hall.staffing.window.registered.v1': async (tx, received) => {
      await recordEffect['hall.staffing.window.registered.v1']!(tx, received);
      if (broken && received.sequence === 1) throw new Error('cannot');
    },
  });
  await say(event(1), event(2));
  await allArrive([2]);
  const [letter] = await listDeadLetters(database);
  expect(letter).toMatchObject({ consumer: 'cases__staffing', reason: 'Error: cannot', attempts: 5 });
  broken = false;
  expect(await replayDeadLetter(database, letter!.id, (payload) => consumer.handle(payload))).toBe(true);
  expect(await effects()).toEqual([2, 1]);
  expect(await listDeadLetters(database)).toEqual([]);
});

test('a message that nobody can read becomes a dead letter at once', async () => {
  await broker.ensureStream('STAFFING');
  startConsumer();
  await broker.publish('hall.staffing.window.registered.v1', 'not json', 'poison');
  await eventually(async () =>
    expect(await listDeadLetters(database)).toMatchObject([{ payload: 'not json', attempts: 1 }]),
  );
});

test('an event is claimed by one of many at the same time', async () => {
  const id = randomUUID();
  const claims = await Promise.all(
    Array.from({ length: 8 }, () => database.transaction((tx) => claimOnce(tx, 'c', id))),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});

test('transactions that wait for each other are run again, and both succeed', async () => {
  let arrived = 0;
  let bothThere!: () => void;
  const both = new Promise<void>((resolve) => (bothThere = resolve));
  const add = (first: number, second: number): Promise<void> =>
    database.transaction(async (tx) => {
      await tx.query('update pairs set value = value + 1 where id = $1', [first]);
      if (++arrived === 2) bothThere();
      await both;
      await tx.query('update pairs set value = value + 1 where id = $1', [second]);
    });
  await Promise.all([add(1, 2), add(2, 1)]);
  expect(await database.query('select value from pairs order by id')).toEqual([{ value: 2 }, { value: 2 }]);
  expect(arrived).toBe(3);
});

test('a transaction that never gets through ends in a conflict', async () => {
  let runs = 0;
  const alwaysInTheWay = database.transaction(async (tx) => {
    runs++;
    await tx.query(`do $$ begin raise exception 'x' using errcode = '40001'; end $$`);
  });
  await expect(alwaysInTheWay).rejects.toBeInstanceOf(ConflictError);
  expect(runs).toBe(5);
});

test('the application cannot rewrite what was said', async () => {
  await say(event(1));
  for (const sql of ['delete from outbox', `update outbox set envelope = '{}'`, 'delete from inbox']) {
    const error = await database.query(sql).catch((reason: unknown) => reason);
    expect(sqlStateOf(error)).toBe('42501');
  }
});

test('a consumer says how far it has come, and a relay when what was committed is published', async () => {
  const relay = await startRelay();
  const consumer = startConsumer();
  await say(event(1), event(2));
  await relay.published(10_000);
  expect(await pending()).toBe(0);
  await allArrive([1, 2]);
  await eventually(async () => expect(await consumer.progress()).toMatchObject({ applied: 2, last: 2 }));
  await nats.kill();
  await eventually(() => !broker.isConnected);
  expect(await consumer.progress()).toBeUndefined();
});
