import { eventually, publishHallFixture } from '@hall/testing';
import { mutate, useCases } from '../support/hall';

const hall = useCases();

const ready = async (): Promise<unknown> => (await fetch(`${hall.service.service.url}/health/ready`)).json();

/** The values of the metrics of the flow of events, by name. */
async function metrics(): Promise<Record<string, number>> {
  const text = await (await fetch(`${hall.service.service.url}/metrics`)).text();
  const lines = text.matchAll(/^(broker_\w+|outbox_\w+|consumer_lag_events\{.*\}) (\S+)$/gm);
  return Object.fromEntries([...lines].map(([, name, value]) => [name, Number(value)]));
}

const pending = async (): Promise<number> =>
  (await hall.sql<{ n: number }>('select count(*)::integer as n from outbox where published_at is null'))[0]!.n;

/** How long a refusal takes that a late fact could change: the officer is not known here. */
async function refusalMs(): Promise<number> {
  const start = performance.now();
  const input = { channel: 'WINDOW', subject: '参保', windowId: 'alone.01890000-0000-7000-8000-000000000000' };
  const ask = hall.officer('nobody', 'alone');
  const answer = await mutate(ask, 'recordContact', { input }, '... on Contact { id }');
  expect(answer).toMatchObject({ code: 'STAFF_NOT_KNOWN' });
  return performance.now() - start;
}

test('while the broker is away the hall works and starts; when it is back, everything that waited goes out and comes in', async () => {
  const { lead, submit } = await hall.aHall('alone');
  await eventually(async () => (await pending()) === 0);
  expect(await metrics()).toMatchObject({ broker_connected: 1, 'consumer_lag_events{stream="STAFFING"}': 0 });

  // It would be a second if it waited for news although there is none.
  expect(await refusalMs()).toBeLessThan(500);

  await hall.nats.kill();
  const { id } = await submit();
  expect(await hall.read(lead, id)).toMatchObject({ status: 'ACCEPTED' });
  expect(await ready()).toEqual({ status: 'ready', checks: { postgres: 'up' } });
  await eventually(async () => expect(await metrics()).toMatchObject({ broker_connected: 0 }));
  expect(await refusalMs()).toBeLessThan(500);
  const waiting = await pending();
  expect(waiting).toBeGreaterThan(0);
  expect(await metrics()).toMatchObject({ outbox_pending_events: waiting });

  // Started without a broker, on the database that is there.
  await hall.service.restart();
  await hall.setClock('2026-11-23T09:00:00+08:00');
  expect(await ready()).toMatchObject({ status: 'ready' });
  const second = await submit();
  expect(second).toMatchObject({ status: 'ACCEPTED' });
  expect(await hall.read(lead, id)).toMatchObject({ status: 'ACCEPTED' });
  expect(await pending()).toBeGreaterThan(waiting);

  await hall.nats.start();
  await eventually(async () => (await pending()) === 0, { withinMs: 20_000 });
  await eventually(() => publishHallFixture(hall.staffing, 'later'));
  await eventually(async () => (await hall.sql(`select from known_halls where hall_code = 'later'`)).length === 1);
  expect(await metrics()).toMatchObject({ broker_connected: 1, outbox_pending_events: 0, outbox_oldest_seconds: 0 });
}, 60_000);

test('a broker that hangs is told as away, and is there again when it goes on', async () => {
  await eventually(async () => expect(await metrics()).toMatchObject({ broker_connected: 1 }));
  hall.nats.hang();
  try {
    await eventually(async () => expect(await metrics()).toMatchObject({ broker_connected: 0 }), { withinMs: 20_000 });
  } finally {
    hall.nats.goOn();
  }
  await eventually(async () => expect(await metrics()).toMatchObject({ broker_connected: 1 }), { withinMs: 20_000 });
}, 60_000);
