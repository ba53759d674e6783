import type { Ask, Loose } from '@hall/testing';
import { mutate, useCases } from '../support/hall';

const hall = useCases();
const figures = 'received accepted notices refused ended decided approved delivered due onTime late';
const fields = `... on MonthlyCaseReport { month status dueOn inTime submittedAt remark submittedBy { id } recountAgrees
  rows { department { id } ${figures} } }`;
const reportOf = async (ask: Ask, month: string): Promise<Loose> => {
  const { data, errors } = await ask(`{ monthlyCaseReport(month: "${month}") { __typename ${fields} } }`);
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['monthlyCaseReport'];
};
const submitMonth = (ask: Ask, month: string): Promise<Loose> =>
  mutate(ask, 'submitMonthlyCaseReport', { month, remark: '运行正常' }, fields);
const decide = (ask: Ask, caseId: string, approved = true): Promise<Loose> =>
  mutate(ask, 'decideCase', {
    caseId: caseId,
    approved: approved,
    grounds: '依规',
  });

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S1.2i: a month is counted afresh until it is handed in, by its day, with author and time; then the figures stay', async () => {
  const { lead, submit, departmentId, secondDepartmentId } = await hall.aHall('month');
  const office = hall.leader('month');
  // Received and decided in November; received incomplete; due in November and decided in December; due in December.
  const first = await submit();
  await decide(lead, first['id']);
  await submit({ materials: ['ID'] });
  const second = await submit();
  await hall.setClock('2026-11-27T10:00:00+08:00');
  const third = await submit();
  await decide(lead, third['id'], false);

  const november = await reportOf(office, '2026-11');
  expect(november).toMatchObject({ status: 'DRAFT', dueOn: '2026-12-07', inTime: true, submittedAt: null });
  expect(await submitMonth(office, '2026-11')).toMatchObject({ code: 'REPORT_MONTH_OPEN', clause: 'S1.2i' });
  await hall.setClock('2026-12-03T09:00:00+08:00');
  await decide(lead, second['id']);
  const ours = { received: 4, accepted: 3, notices: 1, refused: 0, ended: 0, decided: 2, approved: 1, delivered: 0 };
  const submitted = await submitMonth(office, '2026-11');
  expect(submitted).toMatchObject({ status: 'SUBMITTED', inTime: true, remark: '运行正常', recountAgrees: true });
  expect(submitted['submittedAt']).toBe('2026-12-03T09:00:00+08:00');
  const [mine, others] = submitted['rows'];
  // Due on 30 November: the first in time, the second late.
  expect(mine).toEqual({ department: { id: departmentId }, ...ours, due: 2, onTime: 1, late: 1 });
  expect(others).toMatchObject({ department: { id: secondDepartmentId }, received: 0, due: 0, late: 0 });
  expect(await submitMonth(office, '2026-11')).toMatchObject({ code: 'REPORT_SUBMITTED', clause: 'S1.2i' });

  await hall.setClock('2026-12-05T09:00:00+08:00');
  const december = await reportOf(office, '2026-12');
  expect(december['rows'][0]).toMatchObject({ received: 0, decided: 1, due: 1, onTime: 1, late: 0 });
  await expect(hall.sql(`update monthly_case_reports set remark = 'x'`)).rejects.toThrow(/permission denied/);
});

test('S1.2i: a late report is taken, and says that it is late; only the office and leaders hand in', async () => {
  const { lead } = await hall.aHall('behind');
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await reportOf(hall.leader('behind'), '2026-11')).toMatchObject({ status: 'DRAFT', inTime: false });
  await expect(submitMonth(lead, '2026-11')).rejects.toThrow('FORBIDDEN');
  expect(await submitMonth(hall.leader('behind'), '2026-11')).toMatchObject({ status: 'SUBMITTED', inTime: false });
});

test('S1.2i: the figures equal a recount from the record of the cases', async () => {
  const { lead, submit } = await hall.aHall('recount');
  const ids: string[] = [];
  for (const change of [{}, {}, { materials: ['ID'] }, { materials: ['FORM'] }, {}])
    ids.push((await submit(change))['id']);
  await decide(lead, ids[0]!);
  await mutate(lead, 'withdrawCase', { caseId: ids[4], reason: '不办了' });
  const [row] = (await reportOf(hall.leader('recount'), '2026-11'))['rows'];
  const [counted] = await hall.sql(
    `select count(*) filter (where sequence = 1)::int as received, count(*) filter (where kind = 'ACCEPTED')::int as accepted,
            count(*) filter (where kind = 'CORRECTION_REQUESTED')::int as notices, count(*) filter (where kind = 'DECIDED')::int as decided,
            count(*) filter (where kind = 'WITHDRAWN')::int as ended
       from (select *, row_number() over (partition by case_id order by sequence) as nth from case_actions where hall_code = 'recount') a`,
  );
  expect(counted).toMatchObject({ received: 5, notices: 2, decided: 1, ended: 1 });
  expect(row).toMatchObject(counted!);
});

test('S1.2i: a promise is due when its day has come; one whose case ended before never falls due', async () => {
  const { lead, submit } = await hall.aHall('dues');
  const [, early, late] = [await submit(), await submit(), await submit()];
  const due = async (): Promise<Loose> => (await reportOf(hall.leader('dues'), '2026-11'))['rows'][0];
  const withdraw = (of: Loose) => mutate(lead, 'withdrawCase', { caseId: of['id'], reason: '不办了' });
  await withdraw(early);
  expect(await due()).toMatchObject({ due: 0, late: 0, ended: 1 });
  await hall.setClock('2026-12-01T09:00:00+08:00');
  await withdraw(late);
  expect(await due()).toMatchObject({ due: 2, onTime: 0, late: 2, ended: 1 });
});
