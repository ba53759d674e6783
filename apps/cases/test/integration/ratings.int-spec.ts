import type { Ask, Loose } from '@hall/testing';
import { mutate, useCases } from '../support/hall';

const hall = useCases();
const fields = `... on ServiceRating { id subject level remark staff { id } window { id } finding measures answeredAt answeredBy { id }
  commitment { state dueAt } }`;
const visitor = hall.asActor({});
const rate = (service: string, code: string, level = 5, ask = visitor, remark: string | null = null): Promise<Loose> =>
  mutate(ask, 'rateService', { input: { service, code, level, remark } }, fields);
const contactOf = async (ask: Ask, windowId: string): Promise<Loose> =>
  mutate(
    ask,
    'recordContact',
    { input: { channel: 'WINDOW', subject: '参保', windowId } },
    '... on Contact { id ratingCode }',
  );
const decide = (ask: Ask, caseId: string): Promise<Loose> =>
  mutate(ask, 'decideCase', {
    caseId: caseId,
    approved: true,
    grounds: '符合条件',
  });
const ratings = async (ask: Ask, args = ''): Promise<Loose[]> => {
  const { data, errors } = await ask(`{ ratings${args} { edges { node { id level remark staff { id } } } } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['ratings'].edges.map(({ node }: Loose) => node);
};

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S2.2a: a visitor rates a reception, without signing in, once, by the code that the window showed', async () => {
  const { lead, leadId, windowId } = await hall.aHall('received');
  const { id, ratingCode } = await contactOf(lead, windowId);
  expect(await rate(id, 'WRONGCODE0')).toMatchObject({ code: 'RATED_SERVICE_NOT_FOUND' });
  expect(await rate(id, ratingCode, 5, lead)).toMatchObject({ code: 'RATE_OWN_SERVICE', clause: 'S2.2a' });
  expect(await rate(id, ratingCode.toLowerCase(), 4)).toMatchObject({
    subject: 'CONTACT',
    level: 4,
    staff: { id: leadId },
    window: { id: windowId },
    commitment: null,
  });
  expect(await rate(id, ratingCode, 1)).toMatchObject({ code: 'RATED_BEFORE', clause: 'S2.2a' });
  await expect(rate(id, ratingCode, 6)).rejects.toThrow('BAD_USER_INPUT');
  const other = await contactOf(lead, windowId);
  expect(await rate(other['id'], ratingCode)).toMatchObject({ code: 'RATED_SERVICE_NOT_FOUND' });
  const { data } = await lead('{ ratingFigures(month: "2026-11") { rated levels window { id } } }');
  expect(data!['ratingFigures']).toEqual([{ rated: 1, levels: [0, 0, 0, 1, 0], window: { id: windowId } }]);
});

test('S2.2a R10: the same rating under the same key is one rating; a stranger with that key neither meets it nor reads it', async () => {
  const { lead, leadId, windowId } = await hall.aHall('again');
  const [one, other] = [await contactOf(lead, windowId), await contactOf(lead, windowId)];
  const keyed = (actor = {}): Ask => hall.service.as(actor, { 'idempotency-key': 'k' });
  const first = await rate(one['id'], one['ratingCode'], 4, keyed());
  expect(first).toMatchObject({ level: 4, staff: { id: leadId } });
  expect(await rate(one['id'], one['ratingCode'], 4, keyed())).toEqual(first);
  expect(await rate(one['id'], one['ratingCode'], 1, keyed())).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await rate(one['id'], 'WRONGCODE0', 4, keyed())).toMatchObject({ code: 'RATED_SERVICE_NOT_FOUND' });
  const second = await rate(other['id'], other['ratingCode'], 4, keyed());
  expect(second['id']).not.toBe(first['id']);
  const applicant = { account: 'zhangsan', roles: ['APPLICANT'] as const };
  expect(await rate(other['id'], other['ratingCode'], 4, keyed(applicant))).toMatchObject({ code: 'RATED_BEFORE' });
  const rows = await hall.sql(`select level from ratings where hall_code = 'again'`);
  expect(rows).toEqual([{ level: 4 }, { level: 4 }]);
  const kept = await hall.sql(`select actor from idempotency_keys where hall_code = 'again' and actor like any($1)`, [
    [`%${one['ratingCode']}%`, '%visitor%'],
  ]);
  expect(kept).toEqual([]);
});

test('S3.1a: a case is rated by the code on its slip when the outcome is known; a bad rating gets an answer in five working days', async () => {
  const { lead, leadId, submit } = await hall.aHall('handled');
  const { id, number } = await submit();
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { slip { number secret } } }`, { id });
  const { number: slip, secret } = data!['case'].slip;
  expect(await rate(slip, secret, 1)).toMatchObject({ code: 'RATED_TOO_EARLY', clause: 'S3.1a' });
  await decide(lead, id);
  const bad = await rate(number, secret, 1, visitor, '态度生硬，张三');
  expect(bad).toMatchObject({
    subject: 'CASE',
    staff: { id: leadId },
    finding: null,
    commitment: { state: 'RUNNING', dueAt: '2026-11-30T17:00:00+08:00' },
  });
  const answer = (ask: Ask, measures = '已道歉并培训') =>
    mutate(ask, 'answerRating', { ratingId: bad['id'], finding: 'CONFIRMED', measures }, fields);
  const [seen] = await ratings(hall.head('handled'), '(onlyToAnswer: true)');
  expect(seen).toMatchObject({ id: bad['id'], remark: '态度生硬，张三' });
  await expect(answer(lead)).rejects.toThrow('FORBIDDEN');
  await hall.setClock('2026-11-25T10:00:00+08:00');
  expect(await answer(hall.head('handled'))).toMatchObject({ finding: 'CONFIRMED', commitment: { state: 'MET' } });
  expect(await answer(hall.leader('handled'))).toMatchObject({ code: 'RATING_ANSWERED', clause: 'S2.2a' });
  expect(await ratings(hall.head('handled'), '(onlyToAnswer: true)')).toEqual([]);
  // What the visitor wrote is sealed, and leaves the service in no event.
  const leaks = await hall.sql(
    `select from ratings where remark_sealed like '%张三%' union all select from outbox where envelope::text like '%张三%' and hall_code = 'handled'`,
  );
  expect(leaks).toEqual([]);
});

test('S3.1a: who signed in rates their own case without a code, and nobody else’s', async () => {
  const { lead, submit } = await hall.aHall('own');
  const { id, number } = await submit({
    applicant: { name: '张三', idNumber: '330282199001011231', account: 'zhangsan' },
  });
  await decide(lead, id);
  const as = (account: string): Ask => hall.service.as({ account, roles: ['APPLICANT'] });
  const rateOwn = (ask: Ask) => mutate(ask, 'rateService', { input: { service: number, level: 5 } }, fields);
  for (const ask of [as('lisi'), visitor]) {
    expect(await rateOwn(ask)).toMatchObject({ code: 'RATED_SERVICE_NOT_FOUND' });
  }
  expect(await rateOwn(as('zhangsan'))).toMatchObject({ subject: 'CASE', level: 5 });
});

test('S2.2a: a bad rating that nobody answers is told as a breach; a head sees the own department’s, nobody their own', async () => {
  const base = await hall.aHall('forgotten');
  const neighbour = hall.officer('neighbour', 'forgotten');
  const ours = await contactOf(base.lead, base.windowId);
  const theirs = await contactOf(neighbour, base.thirdWindowId);
  const heads = await contactOf(hall.head('forgotten'), base.windowId);
  for (const { id, ratingCode } of [ours, theirs, heads]) await rate(id, ratingCode, 2);
  const staffOf = (rows: Loose[]): string[] => rows.map(({ staff }) => staff.id);
  expect(staffOf(await ratings(hall.head('forgotten')))).toEqual([base.leadId]);
  const head = (await hall.sql(`select id from known_staff where hall_code = 'forgotten' and account = 'head'`))[0]![
    'id'
  ];
  const all = [`forgotten.${head}`, base.neighbourId, base.leadId];
  expect(staffOf(await ratings(hall.leader('forgotten'))).sort()).toEqual(all.sort());
  await expect(ratings(base.lead)).rejects.toThrow('FORBIDDEN');
  await hall.setClock('2026-12-01T09:00:00+08:00');
  const told = await hall.sql(
    `select from outbox where hall_code = 'forgotten' and type = 'hall.cases.deadline.level-reached.v1'
        and envelope->'data'->>'level' = 'BREACHED' and envelope->'data'->>'subject' = 'RATING'`,
  );
  expect(told).toHaveLength(3);
});

test('statements per operation: a rating that needs no answer', async () => {
  const { lead, windowId } = await hall.aHall('counted');
  const { id, ratingCode } = await contactOf(lead, windowId);
  const statements = await hall.service.statementsOf(() => rate(id, ratingCode, 5));
  expect(statements.length).toBeLessThanOrEqual(6);
});
