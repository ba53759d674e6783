import { useService } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { staffing } from '../../src/app';

const hall = useService(staffing, { at: '2026-11-23T09:00:00+08:00' });
const { asActor, sql } = hall;
const admin = asActor({ account: 'admin', roles: ['ADMIN'] });

const office = (hallCode: string, more: Loose = {}): Ask =>
  asActor({ account: 'office', hallCode, roles: ['CENTRE_OFFICE'], ...more });

async function aHall(code: string): Promise<Ask> {
  const answer = await admin(
    `mutation ($code: ID!) { registerHall(input: { code: $code, name: "示范大厅" }) { ... on Hall { code } } }`,
    { code },
  );
  expect(answer).toMatchObject({ data: { registerHall: { code } } });
  const made = async (what: string, type: string, input: Loose): Promise<string> => {
    const operation = `mutation ($input: Register${what}Input!) { done: register${what}(input: $input) { ... on ${type} { id } } }`;
    return (await admin(operation, { input })).data!['done'].id;
  };
  const departmentId = await made('Department', 'Department', { hallCode: code, code: 'C', name: '中心' });
  for (const [account, role] of Object.entries({ office: 'CENTRE_OFFICE', leader: 'CENTRE_LEADER' }))
    await made('Staff', 'Staff', { departmentId, account, badgeNumber: account, name: account, roles: [role] });
  return office(code);
}

/** 2027 as it might be announced: 20 February is worked for Spring Festival. */
const of2027 = {
  year: 2027,
  noticeReference: '国办发明电〔2026〕8号',
  offDays: [
    ...['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-04-05', '2027-05-03'],
    ...['2027-05-04', '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-04', '2027-10-05'],
  ],
  makeUpDays: ['2027-02-20'],
};
const publish = (ask: Ask, hallCode: string, more: Loose = {}) =>
  ask(
    `mutation ($input: PublishCalendarYearInput!) { publishCalendarYear(input: $input) {
       ... on CalendarYear { year status noticeReference offDays makeUpDays publishedAt revision } ... on UserError { code clause message } } }`,
    { input: { hallCode, ...of2027, ...more } },
  );
const yearsOf = async (hallCode: string): Promise<Loose[]> => {
  const query = `query ($code: ID!) { hall(code: $code) { calendarYears { year status noticeReference offDays makeUpDays publishedAt revision } } }`;
  return (await asActor({})(query, { code: hallCode })).data!['hall'].calendarYears;
};
const yearOf = async (hallCode: string, year: number) =>
  (await yearsOf(hallCode)).find((each) => each['year'] === year);
const eventsOf = (hallCode: string) =>
  sql<Loose>(
    `select sequence::int, aggregate_id, envelope -> 'data' as data from outbox
      where hall_code = $1 and type = 'hall.staffing.calendar-year.published.v1' order by id`,
    [hallCode],
  );

test('A-30 a hall begins with the announced years, the next one by law alone, and one it does not know', async () => {
  await aHall('built-in');
  const years = await yearsOf('built-in');
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 25 }, (_, index) => 2004 + index));
  expect(years.slice(-3)).toMatchObject([
    { year: 2026, status: 'OFFICIAL', noticeReference: '国办发明电〔2025〕7号', publishedAt: null, revision: null },
    { year: 2027, status: 'PROVISIONAL', noticeReference: null, makeUpDays: [] },
    { year: 2028, status: 'MISSING', noticeReference: null, offDays: [], makeUpDays: [] },
  ]);
  expect(years.at(-2)!['offDays']).toHaveLength(13);
});

test('A-30 a published year is in force at once, is stated once, and moves the horizon', async () => {
  const ask = await aHall('publishes');
  const year = { ...of2027, status: 'OFFICIAL', publishedAt: '2026-11-23T09:00:00+08:00', revision: 1 };
  expect(await publish(ask, 'publishes', { idempotencyKey: 'k' })).toEqual({ data: { publishCalendarYear: year } });
  expect(await publish(ask, 'publishes', { idempotencyKey: 'k' })).toEqual({ data: { publishCalendarYear: year } });
  expect(await yearOf('publishes', 2027)).toEqual(year);
  expect(await yearOf('publishes', 2028)).toMatchObject({ status: 'PROVISIONAL' });
  expect(await eventsOf('publishes')).toEqual([
    {
      sequence: 1,
      aggregate_id: '2027',
      data: { ...of2027, publishedAt: '2026-11-23T01:00:00.000Z', replaces: false, revision: 1 },
    },
  ]);
  // Each hall takes a notice over for itself.
  await aHall('other');
  expect(await yearOf('other', 2027)).toMatchObject({ status: 'PROVISIONAL' });
});

test('A-30 the same year again is refused, a correction is the next revision', async () => {
  const ask = await aHall('corrects');
  await publish(ask, 'corrects');
  const unchanged = { code: 'CALENDAR_YEAR_UNCHANGED', clause: 'A-30', message: '2027年放假安排与现行的相同' };
  expect(await publish(ask, 'corrects')).toEqual({ data: { publishCalendarYear: unchanged } });
  const offDays = [...of2027.offDays, '2027-10-06'];
  expect(await publish(ask, 'corrects', { offDays, makeUpDays: ['2027-10-09', '2027-02-20'] })).toMatchObject({
    data: { publishCalendarYear: { revision: 2, makeUpDays: ['2027-02-20', '2027-10-09'] } },
  });
  expect(await eventsOf('corrects')).toMatchObject([
    { sequence: 1, data: { replaces: false } },
    { sequence: 2, data: { replaces: true, revision: 2 } },
  ]);
  const [kept] = await sql(`select count(*)::int as revisions from calendar_years where hall_code = 'corrects'`);
  expect(kept).toEqual({ revisions: 2 });
});

test('A-30 of two publications at once the second sees the first', async () => {
  const ask = await aHall('twice');
  const answers = await Promise.all([publish(ask, 'twice'), publish(ask, 'twice')]);
  const told = answers.map(({ data }) => data!['publishCalendarYear']);
  expect(told.map(({ code = 'published' }) => code).sort()).toEqual(['CALENDAR_YEAR_UNCHANGED', 'published']);
});

test('A-30 every fault of a notice is named at once, in the reader’s language', async () => {
  await aHall('faulty');
  const faulty = {
    noticeReference: ' ',
    offDays: [...of2027.offDays.slice(1), '2027-02-05', '2028-01-01'],
    makeUpDays: ['2027-03-01'],
  };
  expect(await publish(office('faulty', { locale: 'en' }), 'faulty', faulty)).toEqual({
    data: {
      publishCalendarYear: {
        code: 'CALENDAR_YEAR_FAULTY',
        clause: 'A-30',
        message:
          'The arrangement of 2027 is faulty: the number of the notice is missing, 2028-01-01 is not in the year, ' +
          '2027-02-05 is named twice, 2027-03-01 is to be worked but is no weekend day, ' +
          '2027-01-01 (元旦) is a statutory holiday but not off',
      },
    },
  });
  expect(await eventsOf('faulty')).toEqual([]);
});

test('A-30 a running year can be corrected, but not on days that are over', async () => {
  const ask = await aHall('running');
  const { offDays, makeUpDays } = (await yearOf('running', 2026))!;
  const corrected = { year: 2026, noticeReference: '更正', makeUpDays };
  expect(
    await publish(ask, 'running', { ...corrected, offDays: [...offDays, '2026-11-20', '2026-11-25'] }),
  ).toMatchObject({
    data: { publishCalendarYear: { code: 'CALENDAR_PAST_DAY_CHANGED', message: '已过去的日子不能改变：2026-11-20' } },
  });
  expect(await publish(ask, 'running', { ...corrected, offDays: [...offDays, '2026-11-25'] })).toMatchObject({
    data: { publishCalendarYear: { year: 2026, revision: 1 } },
  });
  expect(await eventsOf('running')).toMatchObject([{ data: { year: 2026, replaces: true } }]);
});

test('A-30 only the office, a leader of the hall or an administrator may publish', async () => {
  await aHall('guarded');
  const officer = asActor({ account: 'o', hallCode: 'guarded', roles: ['OFFICER'] });
  expect((await publish(officer, 'guarded')).errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect(await publish(office('other'), 'guarded')).toMatchObject({
    data: { publishCalendarYear: { code: 'HALL_NOT_FOUND' } },
  });
  const leader = office('guarded', { roles: ['CENTRE_LEADER'] });
  expect(await publish(leader, 'guarded')).toMatchObject({ data: { publishCalendarYear: { revision: 1 } } });
});

test('A-30 what was published is never rewritten', async () => {
  const attempt = sql(`update calendar_years set year = 2030`);
  await expect(attempt).rejects.toThrow('permission denied');
});

test('A-30 who comes in on a day that was made a day off is not late', async () => {
  const ask = await aHall('arrives');
  const refusal = '... on UserError { code message }';
  const one = async (field: string, type: string, input: Loose): Promise<string> =>
    (
      await ask(
        `mutation ($input: Register${field}Input!) { done: register${field}(input: $input) { ... on ${type} { id } ${refusal} } }`,
        { input },
      )
    ).data!['done'].id;
  const departmentId = await one('Department', 'Department', { hallCode: 'arrives', code: 'D', name: '区人社局' });
  const windowId = await one('Window', 'ServiceWindow', { departmentId, number: '1', name: '窗口' });
  const checkIn = async (account: string): Promise<string> => {
    await one('Staff', 'Staff', { departmentId, account, badgeNumber: account, name: '李敏', roles: ['OFFICER'] });
    const answer = await office('arrives', { account, roles: ['OFFICER'] })(
      `mutation ($windowId: ID!) { checkIn(input: { windowId: $windowId, checklist: [CLEAN, SEALS, FORMS, MATERIALS, ONLINE, BADGE] }) { ... on CheckIn { mark } ${refusal} } }`,
      { windowId },
    );
    return answer.data!['checkIn'].mark;
  };
  expect(await checkIn('before')).toBe('ABSENT');
  const { offDays, makeUpDays } = (await yearOf('arrives', 2026))!;
  await publish(ask, 'arrives', {
    year: 2026,
    noticeReference: '更正',
    offDays: [...offDays, '2026-11-23'],
    makeUpDays,
  });
  expect(await checkIn('after')).toBe('ON_TIME');
});

test('A-30 statements per operation: one for the calendars of any number of halls', async () => {
  const ask = await aHall('counted-1');
  await aHall('counted-2');
  const query = `{ a: hall(code: "counted-1") { calendarYears { year } } b: hall(code: "counted-2") { calendarYears { year } } }`;
  const counts = {
    calendarYears: (await hall.service.statementsOf(() => asActor({})(query))).length,
    publishCalendarYear: (await hall.service.statementsOf(() => publish(ask, 'counted-1'))).length,
  };
  expect(counts).toEqual({ calendarYears: 2, publishCalendarYear: 5 });
});
