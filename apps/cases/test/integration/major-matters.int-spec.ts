import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { mutate, nodesOf, useCases } from '../support/hall';

const hall = useCases();

test('S1.2h A-02: a major matter is reported upwards the same day and answered within one working day', async () => {
  const { lead } = await hall.aHall('major');
  const fields = '... on MajorMatter { id reportedInTime answer commitment { state dueAt } reportedBy { id } }';
  const report = (input: object): Promise<Loose> =>
    mutate(lead, 'reportMajorMatter', { input: { kind: 'GROUP_DEMAND', facts: '六人同一诉求', ...input } }, fields);
  expect(await report({ occurredAt: '2026-11-20T09:00:00+08:00' })).toMatchObject({ reportedInTime: false });
  expect(await report({ occurredAt: '2026-11-24T09:00:00+08:00' })).toMatchObject({ code: 'OCCURRED_IN_FUTURE' });
  const { id, ...matter } = await report({});
  expect(matter).toMatchObject({
    reportedInTime: true,
    commitment: { state: 'RUNNING', dueAt: '2026-11-24T17:00:00+08:00' },
  });
  await hall.setClock('2026-11-24T17:01:00+08:00');
  await eventually(async () => {
    const rows = await hall.sql(
      `select from outbox where hall_code = 'major' and type = 'hall.cases.deadline.level-reached.v1' and envelope->'data'->>'level' = 'BREACHED'`,
    );
    expect(rows).toHaveLength(2);
  });
  const answered = await mutate(
    hall.leader('major'),
    'answerMajorMatter',
    { majorMatterId: id, answer: '按预案' },
    fields,
  );
  expect(answered).toMatchObject({ answer: '按预案', commitment: { state: 'BREACHED' } });
});

test('S1.2h A-02 who reported it reads the answer; the clock is the superior’s, and only the superiors of that department answer', async () => {
  const { lead, deputy } = await hall.aHall('superior');
  const head2 = hall.as('head2', 'superior', 'SECTION_HEAD');
  const input = { kind: 'GROUP_DEMAND', facts: '六人同一诉求' };
  const { id } = await mutate(lead, 'reportMajorMatter', { input }, '... on MajorMatter { id }');
  const listed = async (ask: Ask) =>
    nodesOf(await ask('{ majorMatters { edges { node { id answer } } } }'), 'majorMatters');
  const answer = (ask: Ask) =>
    mutate(ask, 'answerMajorMatter', { majorMatterId: id, answer: '按预案' }, '... on MajorMatter { answer }');
  for (const stranger of [deputy, head2]) expect(await listed(stranger)).toEqual([]);
  for (const reader of [lead, hall.head('superior'), hall.leader('superior')])
    expect(await listed(reader)).toEqual([{ id, answer: null }]);
  await hall.setClock('2026-11-26T17:01:00+08:00');
  await eventually(async () => {
    const charged = await hall.sql<{ account: string }>(
      `select distinct s.account from outbox o join known_staff s on s.hall_code = o.hall_code
          and s.id::text = o.envelope->'data'->>'answerableId'
        where o.hall_code = 'superior' and o.type = 'hall.cases.deadline.level-reached.v1'`,
    );
    expect(charged).toEqual([{ account: 'head' }]);
  });
  expect(await answer(head2)).toMatchObject({ code: 'LEADER_REQUIRED' });
  expect(await answer(hall.head('superior'))).toEqual({ answer: '按预案' });
  expect(await listed(lead)).toEqual([{ id, answer: '按预案' }]);
});
