import type { Ask, Loose } from '@hall/testing';
import { mutate, useCases, nodesOf } from '../support/hall';

const hall = useCases();

test('S1.2j A-03: the queue is called in turn; out of turn only for a listed group, on record', async () => {
  const { lead, windowId, leadId } = await hall.aHall('queue');
  const fields = '... on QueueTicket { id number calledAt outOfTurnReason calledBy { id } }';
  const take = (priorityGroup?: string): Promise<Loose> =>
    mutate(lead, 'takeTicket', { input: { windowId, priorityGroup } }, fields);
  const tickets = [await take(), await take(), await take('ELDERLY')];
  expect(tickets.map(({ number }) => number)).toEqual([1, 2, 3]);
  const early = (ticket: Loose) =>
    mutate(lead, 'callOutOfTurn', { windowId, ticketId: ticket['id'], reason: '七十岁' }, fields);
  const next = () => mutate(lead, 'callNext', { windowId }, fields);
  expect(await early(tickets[1]!)).toMatchObject({ code: 'PRIORITY_GROUP_REQUIRED', clause: 'S1.2j' });
  expect(await early(tickets[2]!)).toMatchObject({ number: 3, outOfTurnReason: '七十岁', calledBy: { id: leadId } });
  expect([(await next())['number'], (await next())['number']]).toEqual([1, 2]);
  expect(await next()).toMatchObject({ code: 'QUEUE_EMPTY' });
});

test('S1.2j A-03: a priority ticket is next by itself, with its group on record; the public sees numbers only', async () => {
  const { lead, deputy, windowId, leadId } = await hall.aHall('priority');
  const applicant = hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] });
  const acts = 'acts { kind priorityGroup officer { id } }';
  const fields = `... on QueueTicket { id number state standForElderly ${acts} }`;
  const take = (input: object): Promise<Loose> => mutate(lead, 'takeTicket', { input: { windowId, ...input } }, fields);
  await take({ age: 59 });
  await take({ age: 60 });
  expect(await take({ age: 30, priorityGroup: 'ELDERLY' })).toMatchObject({ code: 'PRIORITY_AGE_NOT_REACHED' });
  const next = () => mutate(lead, 'callNext', { windowId }, fields);
  const first = await next();
  expect(first).toMatchObject({
    number: 2,
    state: 'CALLED',
    standForElderly: true,
    acts: [{ kind: 'CALLED', priorityGroup: 'ELDERLY', officer: { id: leadId } }],
  });
  expect(await next()).toMatchObject({ number: 1, standForElderly: false, acts: [{ priorityGroup: null }] });

  const on = (act: string, ask = lead): Promise<Loose> => mutate(ask, act, { ticketId: first['id'] }, fields);
  expect(await on('markNoShow', deputy)).toMatchObject({ code: 'NOT_ON_DUTY' });
  const missed = await Promise.all([on('markNoShow'), on('markNoShow')]);
  expect(missed.map(({ state }) => state)).toEqual(['NO_SHOW', 'NO_SHOW']);
  const kinds = async (act: string) => (await on(act))['acts'] as Loose[];
  expect((await kinds('recallVisitor')).map(({ kind }) => kind)).toEqual(['CALLED', 'NO_SHOW', 'RECALLED']);

  const seen = (of: string) =>
    applicant(`query ($id: ID!) { queue(windowId: $id) { edges { node { ${of} } } } }`, { id: windowId });
  expect(nodesOf(await seen('number state'), 'queue')).toEqual([
    { number: 1, state: 'CALLED' },
    { number: 2, state: 'CALLED' },
  ]);
  for (const field of ['priorityGroup', 'outOfTurnReason', 'standForElderly', acts])
    expect((await seen(field)).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
});

test('S1.6g a message reaches the one it is for and nobody else; at rest it is sealed', async () => {
  const { lead, deputy, deputyId, windowId } = await hall.aHall('message');
  const fields = '... on Message { id text deliveredAt }';
  const input = { forStaffId: deputyId, from: '王五', phone: '13900001111', text: '请回电' };
  const { id } = await mutate(lead, 'takeMessage', { input }, fields);
  const mine = async (ask: Ask) =>
    nodesOf(await ask('{ myMessages { edges { node { id from text deliveredAt } } } }'), 'myMessages');
  expect(await mine(lead)).toEqual([]);
  expect(await mine(deputy)).toEqual([{ id, from: '王五', text: '请回电', deliveredAt: null }]);
  expect(await mutate(lead, 'readMessage', { messageId: id }, fields)).toMatchObject({ code: 'MESSAGE_NOT_FOUND' });
  expect((await mutate(deputy, 'readMessage', { messageId: id }, fields))['deliveredAt']).toEqual(expect.any(String));
  for (const forStaffId of [windowId, deputyId.replace('message', 'nowhere')]) {
    expect(await mutate(lead, 'takeMessage', { input: { ...input, forStaffId } }, fields)).toMatchObject({
      code: 'STAFF_NOT_KNOWN',
    });
  }
  expect(await hall.sql(`select from messages where hall_code in ('message', 'nowhere')`)).toHaveLength(1);
  const [row] = await hall.sql<{ sealed: string }>(
    `select to_jsonb(m)::text as sealed from messages m where hall_code = 'message'`,
  );
  expect(row!.sealed).not.toMatch(/王五|13900001111|请回电/);
});
