import { defaultValues } from '@hall/contracts';
import { eventually, startTcpProxy } from '@hall/testing';
import type { TcpProxy } from '@hall/testing';
import { useCases } from '../support/hall';

let proxy: TcpProxy;
const hall = useCases(
  defaultValues,
  { read: 600, write: 600, whole: 900, connect: 600 },
  { databaseAddress: async (url) => (proxy = await startTcpProxy(url)).url },
);
afterAll(() => proxy?.close());

const unavailable = [{ extensions: { code: 'UNAVAILABLE' } }];
const item = '{ serviceItem(code: "I-1") { id } }';
const ready = async () => (await fetch(`${hall.service.service.url}/health/ready`)).status;
const record = 'mutation ($input: RecordContactInput!) { recordContact(input: $input) { ... on Contact { id } } }';
const recorded = (subject: string) =>
  hall.sql<{ n: number }>('select count(*)::integer as n from contacts where subject = $1', [subject]);

test('connections that fall silent are noticed and replaced; nobody has to start the service again', async () => {
  const { lead, itemId } = await hall.aHall('silent');
  await Promise.all(Array.from({ length: 30 }, () => lead(item)));
  proxy.silence();
  for (const { data, errors } of await Promise.all(Array.from({ length: 5 }, () => lead(item))))
    if (!data) expect(errors).toMatchObject(unavailable);
  await eventually(async () => expect((await lead(item)).data).toEqual({ serviceItem: { id: itemId } }));
  await eventually(async () => expect(await ready()).toBe(200));
});

test('while the database does not answer at all, everybody is told so, and a service stops', async () => {
  const { lead, itemId, windowId } = await hall.aHall('stopped');
  const worker = await hall.service.another();
  proxy.silence({ newOnes: true });
  try {
    expect((await lead(item)).errors).toMatchObject(unavailable);
    const input = { channel: 'WINDOW', subject: '参保', windowId };
    expect((await lead(record, { input })).errors).toMatchObject(unavailable);
    expect(await ready()).toBe(503);
    await worker.close();
  } finally {
    proxy.restore();
  }
  await eventually(async () => expect((await lead(item)).data).toEqual({ serviceItem: { id: itemId } }));
  await eventually(async () => expect(await ready()).toBe(200));
});

test('when nobody can say whether something was done, the same key finds out', async () => {
  const { windowId } = await hall.aHall('cut');
  const ask = hall.service.as({ account: 'lead', hallCode: 'cut', roles: ['OFFICER'] }, { 'idempotency-key': 'key-1' });
  const input = { channel: 'WINDOW', subject: '是否办成', windowId };
  proxy.cutAtCommitOf(input.subject);
  const { errors } = await ask(record, { input });
  expect(errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN' } }]);
  expect(await recorded(input.subject)).toEqual([{ n: 1 }]);
  const repeated = await ask(record, { input });
  expect(repeated).toMatchObject({ data: { recordContact: { id: expect.any(String) } } });
  expect(await recorded(input.subject)).toEqual([{ n: 1 }]);
});

test('a service is ready when its tables are those it knows, and starts with no others', async () => {
  const { asOwner } = hall.service.database;
  const refusedWith = async (change: string, back: string, message: RegExp, meanwhile = 503): Promise<void> => {
    await asOwner(change);
    expect(await ready()).toBe(meanwhile);
    await expect(hall.service.another()).rejects.toThrow(message);
    await asOwner(back);
    expect(await ready()).toBe(200);
  };
  await refusedWith(
    `insert into cases.migrations (timestamp, name) values (9999999999999, 'Later9999999999999')`,
    `delete from cases.migrations where name = 'Later9999999999999'`,
    /newer than this version; unknown migrations: Later9999999999999/,
    // The next version has brought the tables further and is about to take over: whoever serves goes on.
    200,
  );
  await refusedWith(
    `update cases.migrations set name = 'x' || name`,
    `update cases.migrations set name = substr(name, 2)`,
    /older than this version; missing migrations/,
  );
  await refusedWith(
    'alter table cases.migrations rename to gone',
    'alter table cases.gone rename to migrations',
    /does not exist/,
  );
});
