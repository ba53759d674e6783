import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { mutate, nodesOf, useCases } from '../support/hall';

const hall = useCases();

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

const reportsFor = async (ask: Ask): Promise<Loose[]> =>
  nodesOf(
    await ask('{ waitingForMe(kinds: [MONTHLY_REPORT]) { edges { node { key since dueAt level answers } } } }'),
    'waitingForMe',
  );
const alertsOf = async (ask: Ask): Promise<Loose[]> => {
  const all = nodesOf(
    await ask('{ alerts { edges { node { subject kind month responsible { id } answeredBy { id } } } } }'),
    'alerts',
  );
  return all.filter(({ subject }) => subject === 'REPORT');
};
const fields =
  'month status inTime dueOn commitment { state dueAt breachedAt provisional moves { dueBefore dueAfter } }';
const reportOf = async (ask: Ask, month: string): Promise<Loose> =>
  (await ask(`{ monthlyCaseReport(month: "${month}") { ${fields} } }`)).data!['monthlyCaseReport'];
const handIn = (ask: Ask, month: string): Promise<Loose> =>
  mutate(ask, 'submitMonthlyCaseReport', { month, remark: '运行正常' }, `... on MonthlyCaseReport { ${fields} }`);
const opened = async (hallCode: string): Promise<string[]> => {
  const sql = `select m.month from report_months m join deadlines d on d.hall_code = m.hall_code and d.id = m.id and d.subject = 'REPORT'
    where m.hall_code = $1 order by m.month`;
  return (await hall.sql<{ month: string }>(sql, [hallCode])).map(({ month }) => month);
};
const levels = async (hallCode: string): Promise<string[]> => {
  const sql = `select r.level from deadline_levels r join deadlines d on d.hall_code = r.hall_code and d.id = r.deadline_id
    where r.hall_code = $1 and d.subject = 'REPORT' order by r.at`;
  return (await hall.sql<{ level: string }>(sql, [hallCode])).map(({ level }) => level);
};

test('S1.2i S6.4i A-27: a month is over, and its report waits for the office with its day; nobody hands it in, and who leads is told', async () => {
  const { hallCode, lead } = await hall.aHall('owed');
  const [office, leader] = [hall.office(hallCode), hall.leader(hallCode)];
  await hall.setClock('2026-11-30T23:59:59+08:00');
  expect(await opened(hallCode)).toEqual([]);
  await hall.setClock('2026-12-01T00:00:00+08:00');
  expect(await reportsFor(office)).toEqual([
    {
      key: '2026-11',
      since: '2026-12-01T00:00:00+08:00',
      dueAt: '2026-12-07T17:00:00+08:00',
      level: null,
      answers: ['submitMonthlyCaseReport'],
    },
  ]);
  for (const ask of [leader, hall.head(hallCode), lead]) expect(await reportsFor(ask)).toEqual([]);
  await hall.setClock('2026-12-07T09:00:00+08:00');
  expect(await alertsOf(office)).toMatchObject([{ kind: 'DEADLINE_IMMINENT', month: '2026-11' }]);
  await hall.setClock('2026-12-07T17:01:00+08:00');
  expect(await reportOf(office, '2026-11')).toMatchObject({ inTime: false, commitment: { state: 'BREACHED' } });
  expect(await reportsFor(office)).toMatchObject([{ level: 'BREACHED' }]);
  await hall.setClock('2026-12-11T09:00:00+08:00');
  expect(await levels(hallCode)).toEqual(['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER']);
  const [told] = await alertsOf(leader);
  expect(told).toMatchObject({ kind: 'DEADLINE_ESCALATED', month: '2026-11' });
  expect(told!['responsible']).toEqual(told!['answeredBy']);
  // Late it is taken, and stays late.
  expect(await handIn(office, '2026-11')).toMatchObject({
    status: 'SUBMITTED',
    inTime: false,
    commitment: { state: 'BREACHED', breachedAt: '2026-12-07T17:00:00+08:00' },
  });
  expect([await reportsFor(office), await alertsOf(leader)]).toEqual([[], []]);
  expect(await opened(hallCode)).toEqual(['2026-11']);
});

test('S1.2i A-30: handed in by its day, a report is done and nobody is told; a moment later it is late', async () => {
  const { hallCode } = await hall.aHall('prompt');
  const office = hall.office(hallCode);
  await hall.setClock('2026-12-07T17:00:00+08:00');
  expect(await handIn(office, '2026-11')).toMatchObject({ inTime: true, commitment: { state: 'MET' } });
  await hall.setClock('2026-12-20T09:00:00+08:00');
  expect(await levels(hallCode)).not.toContain('BREACHED');
  expect(await reportOf(office, '2026-11')).toMatchObject({ inTime: true, commitment: { state: 'MET' } });
  const late = await hall.aHall('moment');
  await hall.setClock('2026-12-07T17:01:00+08:00');
  expect(await handIn(hall.office(late.hallCode), '2026-11')).toMatchObject({
    inTime: false,
    commitment: { state: 'BREACHED' },
  });
});

test('S1.2i A-27: over the year’s end each month is owed once, late starts catch up, and a calendar moves what is open', async () => {
  const { hallCode } = await hall.aHall('newyear');
  const office = hall.office(hallCode);
  // Nobody looked for two months.
  await hall.setClock('2027-01-01T00:00:00+08:00');
  expect(await opened(hallCode)).toEqual(['2026-11', '2026-12']);
  expect(await reportOf(office, '2026-12')).toMatchObject({ commitment: { provisional: true, state: 'RUNNING' } });
  expect(await reportsFor(office)).toMatchObject([
    { key: '2026-11', level: 'CENTRE_LEADER' },
    { key: '2026-12', level: null },
  ]);
  const before = (await reportOf(office, '2026-12'))['commitment'].dueAt as string;
  const weekends = (from: string, days: number): string[] =>
    Array.from({ length: days }, (_, n) => new Date(Date.parse(`${from}T00:00:00Z`) + n * 86_400_000))
      .filter((day) => day.getUTCDay() % 6 === 0)
      .map((day) => day.toISOString().slice(0, 10));
  await hall.staffing.state(hallCode, '2027', 'hall.staffing.calendar-year.published.v1', {
    year: 2027,
    noticeReference: '国办发明电〔2026〕1号',
    offDays: [...new Set(['2027-01-01', '2027-01-04', '2027-01-05', ...weekends('2027-01-02', 364)])],
    makeUpDays: [],
    publishedAt: '2026-12-28T09:00:00+08:00',
    replaces: false,
    revision: 1,
  });
  await eventually(async () => {
    await hall.setClock('2027-01-01T00:00:01+08:00');
    expect((await reportOf(office, '2026-12'))['commitment']).toMatchObject({
      dueAt: '2027-01-12T17:00:00+08:00',
      provisional: false,
      moves: [{ dueBefore: before, dueAfter: '2027-01-12T17:00:00+08:00' }],
    });
  });
  expect(await reportOf(office, '2026-12')).toMatchObject({ dueOn: '2027-01-12' });
  await hall.setClock('2027-02-01T09:00:00+08:00');
  expect(await opened(hallCode)).toEqual(['2026-11', '2026-12', '2027-01']);
});

test('S1.2i: no hall owes a month twice, with two workers and somebody who hands it in at once', async () => {
  const { hallCode } = await hall.aHall('twice');
  const second = await hall.service.another();
  const set = (worker: { clock: unknown }): void =>
    (worker.clock as { set(now: Date): void }).set(new Date('2027-03-01T00:00:00+08:00'));
  set(second);
  set(hall.service.service);
  const handedIn = await Promise.all([
    handIn(hall.office(hallCode), '2026-12'),
    handIn(hall.leader(hallCode), '2026-12'),
  ]);
  expect(handedIn.map((each) => each['status'] ?? each['code']).sort()).toEqual(['REPORT_SUBMITTED', 'SUBMITTED']);
  const months = ['2026-11', '2026-12', '2027-01', '2027-02'];
  await eventually(async () => expect(await opened(hallCode)).toEqual(months));
  const starts = await hall.sql<{ n: number }>(
    `select count(*)::integer as n from deadline_events e join deadlines d on d.hall_code = e.hall_code and d.id = e.deadline_id
      where d.hall_code = $1 and d.subject = 'REPORT' and e.kind = 'START'`,
    [hallCode],
  );
  expect(starts).toEqual([{ n: 4 }]);
  await second.close();
  await hall.setClock('2027-03-01T00:00:00+08:00');
  expect((await reportsFor(hall.office(hallCode))).map(({ key }) => key)).toEqual(['2026-11', '2027-01', '2027-02']);
});

test('S1.2i: a hall without an office owes its leader’s report; one where nobody answers owes none until somebody does', async () => {
  const { hallCode } = await hall.aHall('nobody');
  const roles = (to: string, of: string) =>
    hall.sql(`update known_staff set roles = array['${to}'] where hall_code = $1 and account = $2`, [hallCode, of]);
  await roles('OFFICER', 'office');
  await roles('OFFICER', 'leader');
  await hall.setClock('2026-12-01T09:00:00+08:00');
  expect(await opened(hallCode)).toEqual([]);
  await roles('CENTRE_LEADER', 'leader');
  await hall.setClock('2026-12-02T09:00:00+08:00');
  expect(await reportsFor(hall.leader(hallCode))).toMatchObject([{ key: '2026-11' }]);
});
