import { eventually } from '@hall/testing';
import type { Loose } from '@hall/testing';
import { mutate, useCases } from '../support/hall';

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
