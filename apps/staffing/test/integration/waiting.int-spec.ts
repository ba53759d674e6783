import { dataOf } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
afterEach(() => staffing.service.setClock('2026-11-23T08:15:00+08:00'));

const waiting = async (
  ask: Ask,
  kinds = 'CONDUCT_TO_ANSWER, CONDUCT_TO_DECIDE, APPEAL_TO_DECIDE',
): Promise<Loose[]> => {
  const node = 'kind key since dueAt answers conductRecord { id status } post { id }';
  const { staffWaitingForMe }: Loose = await dataOf(
    ask(`{ staffWaitingForMe(kinds: [${kinds}]) { edges { node { ${node} } } } }`),
  );
  return staffWaitingForMe.edges.map((edge: Loose) => edge['node']);
};
const kinds = async (ask: Ask): Promise<string[]> => (await waiting(ask)).map(({ kind }) => kind as string);
const act = async (ask: Ask, name: string, input: Loose): Promise<Loose> => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
  const answer: Loose = await dataOf(
    ask(
      `mutation ($input: ${type}) { done: ${name}(input: $input) { ... on ConductRecord { id status } ... on UserError { code } } }`,
      {
        input,
      },
    ),
  );
  return answer['done'];
};

test('S4.5b A-17 R11: conduct waits for the person to be heard, then for their head; an appeal for somebody else; nobody decides their own', async () => {
  const { lead, head, leader, office, leadId } = await aHall('turns');
  const { id } = await act(head, 'recordConduct', { staffId: leadId, clause: 'S1.5d', facts: '玩手机' });
  expect(await waiting(lead)).toEqual([
    {
      kind: 'CONDUCT_TO_ANSWER',
      key: id,
      since: '2026-11-23T08:15:00+08:00',
      dueAt: '2026-11-26T23:59:00+08:00',
      answers: ['respondToConduct'],
      conductRecord: { id, status: 'RECORDED' },
      post: null,
    },
  ]);
  for (const ask of [head, leader, office]) expect(await kinds(ask)).toEqual([]);
  await act(lead, 'respondToConduct', { conductRecordId: id, statement: '接听电话' });
  expect([await kinds(lead), await kinds(head), await kinds(leader)]).toEqual([[], ['CONDUCT_TO_DECIDE'], []]);
  const decided = await act(head, 'decideConduct', { conductRecordId: id, upheld: true, reason: '监控' });
  expect(decided).toMatchObject({ status: 'DECIDED' });
  expect(await kinds(head)).toEqual([]);
  await act(lead, 'appealConduct', { conductRecordId: id, grounds: '时间有误' });
  expect([await kinds(head), await kinds(leader)]).toEqual([[], ['APPEAL_TO_DECIDE']]);
  const [appeal] = await waiting(leader);
  expect(appeal!['answers']).toEqual(['decideConduct']);
  expect(await act(leader, 'decideConduct', { conductRecordId: id, upheld: false, reason: '属实' })).toMatchObject({
    status: 'OVERTURNED',
  });
  expect(await kinds(leader)).toEqual([]);
});

test('S4.5b: whoever says nothing for three working days can be decided about, and only then does it wait', async () => {
  const { head, leadId } = await aHall('silent');
  const { id } = await act(head, 'recordConduct', { staffId: leadId, clause: 'S1.5d', facts: '玩手机' });
  await staffing.service.setClock('2026-11-26T23:59:00+08:00');
  expect(await kinds(head)).toEqual([]);
  await staffing.service.setClock('2026-11-27T00:00:00+08:00');
  expect(await kinds(head)).toEqual(['CONDUCT_TO_DECIDE']);
  expect(await act(head, 'decideConduct', { conductRecordId: id, upheld: true, reason: '监控' })).toMatchObject({
    status: 'DECIDED',
  });
});

test('S2.4a R11: duties wait to be read by both of a post, and wait again when they change; strangers have nothing', async () => {
  const { lead, head, postId } = await aHall('duties');
  const duties = (ask: Ask) => waiting(ask, 'DUTIES_TO_READ');
  expect(await duties(lead)).toMatchObject([{ key: postId, answers: ['acknowledgeDuties'], post: { id: postId } }]);
  expect(await duties(head)).toEqual([]);
  await dataOf(lead('mutation ($p: ID!) { acknowledgeDuties(postId: $p) { __typename } }', { p: postId }));
  expect(await duties(lead)).toEqual([]);
  await staffing.sql(`update posts set duties = array['受理', '咨询'] where hall_code = 'duties'`);
  expect(await duties(lead)).toHaveLength(1);
  const { staffWaitingCounts }: Loose = await dataOf(lead('{ staffWaitingCounts { kind count } }'));
  expect(staffWaitingCounts).toEqual([{ kind: 'DUTIES_TO_READ', count: 1 }]);
  for (const ask of [staffing.officer('lead', 'elsewhere'), staffing.officer('nobody', 'duties')])
    expect(await duties(ask)).toEqual([]);
});

test('R11 the list costs the calendar and one statement, whether nothing waits or much', async () => {
  const { head, lead, leadId } = await aHall('cost');
  const plain = '{ staffWaitingForMe(kinds: [CONDUCT_TO_ANSWER]) { edges { node { id kind dueAt } } } }';
  const cost = async (): Promise<number> => {
    await lead(plain);
    return (await staffing.service.statementsOf(() => lead(plain))).length;
  };
  expect(await cost()).toBe(2);
  for (let n = 0; n < 6; n++)
    await act(head, 'recordConduct', { staffId: leadId, clause: 'S1.5d', facts: `玩手机${n}` });
  expect(await cost()).toBe(2);
});
