import { allOnce, repeatEveryMutation } from '@hall/testing';
import type { Loose } from '@hall/testing';
import { createCasesSubgraph } from '../../src/graphql/schema';
import { kindsOf, mutate, useCases } from '../support/hall';

const hall = useCases();

/** The lead, whose requests all carry this key. */
const keyed = (hallCode: string, key: string) =>
  hall.service.as({ account: 'lead', hallCode, roles: ['OFFICER'] }, { 'idempotency-key': key });

test('R10 every mutation comes to the shell with the key of its request', async () => {
  const repeated = await repeatEveryMutation(createCasesSubgraph, { idNumber: '330282199001011231' });
  expect(repeated).toEqual(allOnce(repeated));
});

test('R10 a step passed, a slip made again and a client called: a repeat under the same key acts once', async () => {
  const { submit, lead, windowId } = await hall.aHall('repeats');
  const { id } = await submit();
  const twice = async (
    key: string,
    name: string,
    args: Parameters<typeof mutate>[2],
    selection?: string,
  ): Promise<Loose[]> => [
    await mutate(keyed('repeats', key), name, args, selection),
    await mutate(keyed('repeats', key), name, args, selection),
  ];
  const before = kindsOf(await hall.read(lead, id)).length;
  const [first, again] = await twice('k1', 'passStep', { caseId: id, note: '移交' });
  expect(again).toEqual(first);
  expect(kindsOf(again!)).toHaveLength(before + 1);

  await twice('k1', 'reissueSlip', { caseId: id, reason: '遗失' });
  expect((await hall.read(lead, id))['slips']).toHaveLength(2);

  for (const key of ['t1', 't2']) {
    await mutate(keyed('repeats', key), 'takeTicket', { input: { windowId } }, '... on QueueTicket { id }');
  }
  const called = await twice('k2', 'callNext', { windowId }, '... on QueueTicket { id number }');
  expect(called[0]).toHaveProperty('number');
  expect(called[1]).toEqual(called[0]);
  const other = await mutate(keyed('repeats', 'k3'), 'callNext', { windowId }, '... on QueueTicket { id number }');
  expect(other['id']).not.toBe(called[0]!['id']);
});

test('R10 S2.3b S3.4b S1.2j: an act that names what it expects is done once, also without a key', async () => {
  const steps = ['受理', '审核', '决定', '送达'].map((name) => ({ name }));
  const { submit, lead, windowId } = await hall.aHall('expects', { procedure: steps });
  const { id, slip, steps: planned } = await submit();
  const pass = () => mutate(lead, 'passStep', { caseId: id, note: '移交', stepId: planned[0].id });
  expect((await pass())['steps'].map(({ passedAt }: Loose) => passedAt !== null)).toEqual([true, false]);
  expect(await pass()).toMatchObject({ code: 'STEP_NOT_IN_HAND', clause: 'S2.3b' });
  const reissue = () => mutate(lead, 'reissueSlip', { caseId: id, reason: '遗失', slipNumber: slip.number });
  expect((await reissue())['slips']).toHaveLength(2);
  expect(await reissue()).toMatchObject({ code: 'SLIP_NOT_IN_FORCE', clause: 'S3.4b' });
  expect((await hall.read(lead, id))['slips']).toHaveLength(2);

  const shown = '... on QueueTicket { id number }';
  const take = () => mutate(lead, 'takeTicket', { input: { windowId } }, shown);
  const [one, two, three] = [await take(), await take(), await take()];
  const call = (ticketId: string) => mutate(lead, 'callNext', { windowId, ticketId }, shown);
  expect(await call(two['id'])).toMatchObject({ code: 'TICKET_NOT_NEXT', clause: 'S1.2j' });
  expect(await call(one['id'])).toEqual(one);
  expect(await call(one['id'])).toEqual(one);
  expect(await call(two['id'])).toEqual(two);
  const waiting = await hall.sql('select number from queue_tickets where hall_code = $1 and called_at is null', [
    'expects',
  ]);
  expect(waiting).toEqual([{ number: three['number'] }]);
});

test('R10 mutations of one request have a key each; the same key for another input is refused', async () => {
  const { submit, lead } = await hall.aHall('several');
  const { id } = await submit();
  const before = kindsOf(await hall.read(lead, id)).length;
  const both = `mutation ($id: ID!) {
    a: passStep(input: { caseId: $id, note: "一" }) { __typename } b: passStep(input: { caseId: $id, note: "二" }) { __typename } }`;
  for (let n = 0; n < 2; n++) {
    expect((await keyed('several', 'k')(both, { id })).data).toMatchObject({
      a: { __typename: 'Case' },
      b: { __typename: 'Case' },
    });
  }
  expect(kindsOf(await hall.read(lead, id))).toHaveLength(before + 2);
  const changed = `mutation ($id: ID!) { a: passStep(input: { caseId: $id, note: "三" }) { ... on UserError { code } } }`;
  expect((await keyed('several', 'k')(changed, { id })).data).toEqual({ a: { code: 'IDEMPOTENCY_KEY_REUSED' } });
});

test('R10 a key is its caller’s own; with a token of another hall it is another request, which is refused', async () => {
  const { submit, windowId } = await hall.aHall('callers');
  const { id } = await submit();
  const take = (account: string) => {
    const client = hall.service.as({ account, hallCode: 'callers', roles: ['APPLICANT'] }, { 'idempotency-key': 'k' });
    return mutate(client, 'takeTicket', { input: { windowId } }, '... on QueueTicket { id }');
  };
  const first = await take('one');
  expect([await take('one'), (await take('two'))['id'] === first['id']]).toEqual([first, false]);

  const pass = (hallCode: string) => mutate(keyed(hallCode, 'p'), 'passStep', { caseId: id, note: '移交' });
  expect(await pass('callers')).toHaveProperty('id', id);
  expect(await pass('elsewhere')).toMatchObject({ code: 'CASE_NOT_FOUND' });
});

test('R10 a name may be as long as the gateway lets it be, and a key shows something', async () => {
  const { submit } = await hall.aHall('names');
  const { id } = await submit();
  const alias = Array.from({ length: 9000 }, (_, n) => String.fromCharCode(97 + ((n * n + n / 7) % 26))).join('');
  const named = `mutation ($id: ID!) { ${alias}: passStep(input: { caseId: $id, note: "一" }) { __typename } }`;
  expect((await keyed('names', 'k')(named, { id })).data).toEqual({ [alias]: { __typename: 'Case' } });
  const kept = await hall.sql(
    `select actor, key from idempotency_keys where hall_code = 'names' and operation = 'passStep'`,
  );
  expect(kept).toEqual([{ actor: expect.stringMatching(/^[\w-]{43}$/), key: expect.stringMatching(/^[\w-]{43}$/) }]);
  const empty = `mutation ($id: ID!, $k: String) {
    passStep(input: { caseId: $id, note: "一", idempotencyKey: $k }) { __typename } }`;
  for (const k of ['', '  ', '\u200b', 'k'.repeat(201)]) {
    const { errors } = await hall.as('lead', 'names', 'OFFICER')(empty, { id, k });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('T5 a key of an entity that is no text is bad input', async () => {
  const entities = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { id } } }`;
  for (const id of [1, null, {}]) {
    const { errors } = await hall.as('lead', 'entities', 'OFFICER')(entities, { r: [{ __typename: 'Case', id }] });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  }
});

test('T6 events name the member of staff who acted, and never an account', async () => {
  const { submit, leadId, hallCode } = await hall.aHall('actors');
  const { id } = await submit({
    applicant: { name: '张三', idNumber: '330282199001011231', phone: '13812341234', account: 'zhangsan' },
  });
  const applicant = hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] });
  await mutate(applicant, 'withdrawCase', { caseId: id, reason: '不办了' });
  const rows = await hall.sql(
    `select type, envelope->>'actorid' as by, envelope::text like '%zhangsan%' as named from outbox where hall_code = $1 and type ~ 'case[.](accepted|changed)' order by id`,
    [hallCode],
  );
  expect(rows).toEqual([
    { type: 'hall.cases.case.accepted.v1', by: leadId.split('.')[1], named: false },
    { type: 'hall.cases.case.changed.v1', by: null, named: false },
  ]);
});
