import { Client } from 'pg';
import type { Ask } from '@hall/testing';
import { useStaffing } from '../support/hall';

const staffing = useStaffing();
const { checkIn, officer } = staffing;
const day = (time: string): string => `2026-11-23T${time}+08:00`;
const did = (ask: Ask, field: string, input: Record<string, unknown> | null = null) => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return input === null
    ? ask(`mutation { done: ${field} { ... on Staff { id } ... on UserError { code clause } } }`)
    : ask(
        `mutation ($input: ${type}!) { done: ${field}(input: $input) { ... on Staff { id } ... on UserError { code clause } } }`,
        { input },
      );
};
const onDuty = async (hallCode: string, postId: string, at: string | null = null) => {
  const answer = await officer('lead', hallCode)(
    `query ($postId: ID!, $at: DateTime) { officerOnDuty(postId: $postId, at: $at) { role since staff { badgeNumber } actingFor { badgeNumber } cover { cause } } post(id: $postId) { vacancy { reason since owner { badgeNumber } } } }`,
    { postId, at },
  );
  const { officerOnDuty: held, post } = answer.data!;
  if (held)
    return [
      held.role,
      held.staff.badgeNumber,
      held.actingFor?.badgeNumber ?? null,
      held.cover?.cause ?? null,
      held.since,
    ];
  return post.vacancy ? ['VACANT', post.vacancy.reason, post.vacancy.since] : null;
};

test('S5.2a A-20 a lead who does not come is acted for when the grace is over, by nobody’s doing', async () => {
  const { windowId, postId } = await staffing.aHall('missed');
  await checkIn(officer('deputy', 'missed'), windowId);
  await staffing.setClock(day('08:34:59'));
  expect(await onDuty('missed', postId)).toBeNull();
  // However late the sweep comes, the history says when it was.
  await staffing.setClock(day('09:12:00'));
  expect(await onDuty('missed', postId)).toEqual(['DEPUTY', 'deputy', 'lead', 'MISSED_CHECK_IN', day('08:35:00')]);
  await checkIn(officer('lead', 'missed'), windowId);
  expect(await onDuty('missed', postId)).toEqual(['LEAD', 'lead', null, null, day('09:12:00')]);
  expect(await onDuty('missed', postId, day('09:00:00'))).toEqual(expect.arrayContaining(['DEPUTY', 'deputy']));
});

test('S5.1c A-22 nobody there is a vacancy with an owner from the minute the grace is over until the session ends', async () => {
  await staffing.setClock(day('08:00:00'));
  const { postId } = await staffing.aHall('vacant');
  await staffing.register('Staff', {
    departmentId: (await staffing.admin('{ hall(code: "vacant") { departments { id } } }')).data!['hall'].departments[0]
      .id,
    account: 'leader',
    badgeNumber: 'leader',
    name: '主任',
    roles: ['CENTRE_LEADER'],
  });
  await staffing.setClock(day('11:29:00'));
  expect(await onDuty('vacant', postId)).toEqual(['VACANT', 'MISSED_CHECK_IN', day('08:35:00')]);
  await staffing.setClock(day('11:30:00'));
  expect(await onDuty('vacant', postId)).toBeNull();
  await staffing.setClock(day('13:36:00'));
  expect(await onDuty('vacant', postId)).toEqual(['VACANT', 'MISSED_CHECK_IN', day('13:35:00')]);
  await staffing.setClock(day('23:59:00'));
  expect(await onDuty('vacant', postId)).toBeNull();
});

test('S1.5b S5.2a S5.2b who leaves the post for a while is acted for at once, and holds it again on coming back', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, postId } = await staffing.aHall('leaving');
  const lead = officer('lead', 'leaving');
  expect(await did(lead, 'leavePost', { reason: '取件' })).toMatchObject({
    data: { done: { code: 'NOT_CHECKED_IN' } },
  });
  await checkIn(lead, windowId);
  await checkIn(officer('deputy', 'leaving'), windowId);
  await staffing.setClock(day('10:00:00'));
  expect(await did(lead, 'returnToPost')).toMatchObject({ data: { done: { code: 'NOT_AWAY' } } });
  expect(await did(lead, 'leavePost', { reason: '取件' })).toMatchObject({
    data: { done: { id: expect.any(String) } },
  });
  expect(await onDuty('leaving', postId)).toEqual(['DEPUTY', 'deputy', 'lead', 'LEFT_POST', day('10:00:00')]);
  expect(await did(lead, 'leavePost', { reason: '取件' })).toMatchObject({ data: { done: { code: 'ALREADY_AWAY' } } });
  await staffing.setClock(day('10:20:00'));
  await did(lead, 'returnToPost');
  expect(await onDuty('leaving', postId)).toEqual(['LEAD', 'lead', null, null, day('10:20:00')]);
});

test('S5.4b nobody holds a post by having been there yesterday, and nobody after the day’s end', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, postId } = await staffing.aHall('night');
  await checkIn(officer('lead', 'night'), windowId);
  await staffing.setClock(day('18:59:59'));
  expect(await onDuty('night', postId)).toEqual(expect.arrayContaining(['LEAD', 'lead']));
  await staffing.setClock(day('19:00:00'));
  expect(await onDuty('night', postId)).toBeNull();
  await staffing.setClock('2026-11-24T08:20:00+08:00');
  expect(await onDuty('night', postId)).toBeNull();
  expect(await did(officer('lead', 'night'), 'checkOut')).toMatchObject({ data: { done: { code: 'NOT_CHECKED_IN' } } });
  await checkIn(officer('lead', 'night'), windowId);
  expect(await onDuty('night', postId)).toEqual(expect.arrayContaining(['LEAD', 'lead']));
});

test('S5.3b T9 a wrong report of an absence is undone in one step by the person or the head; what was held meanwhile stays', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, postId, leadId } = await staffing.aHall('dispute');
  await checkIn(officer('lead', 'dispute'), windowId);
  await checkIn(officer('deputy', 'dispute'), windowId);
  await staffing.setClock(day('09:00:00'));
  await did(officer('deputy', 'dispute'), 'reportAbsence', { staffId: leadId, reason: '没看到人' });
  await staffing.setClock(day('09:10:00'));
  const dispute = (account: string) =>
    did(officer(account, 'dispute'), 'disputeAbsence', { staffId: leadId, reason: '在三楼开会' });
  expect(await dispute('deputy')).toMatchObject({
    data: { done: { code: 'ABSENCE_NOT_YOURS_TO_DISPUTE', clause: 'S5.3b' } },
  });
  expect(await dispute('lead')).toMatchObject({ data: { done: { id: leadId } } });
  expect(await onDuty('dispute', postId)).toEqual(['LEAD', 'lead', null, null, day('09:10:00')]);
  expect(await onDuty('dispute', postId, day('09:05:00'))).toEqual([
    'DEPUTY',
    'deputy',
    'lead',
    'REPORTED_ABSENCE',
    day('09:00:00'),
  ]);
  expect(await dispute('lead')).toMatchObject({ data: { done: { code: 'NO_ABSENCE_REPORTED' } } });
});

test('S5.1c many posts are looked at with the statements of one', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, leadId, deputyId } = await staffing.aHall('many');
  const posts = (n: number) =>
    staffing.register('Post', { windowId, code: `M${n}`, name: '岗', duties: ['受理'], leadId, deputyId });
  // Once before, so that what is said of somebody for the first time does not count.
  await checkIn(officer('lead', 'many'), windowId);
  await did(officer('lead', 'many'), 'checkOut');
  const count = async () =>
    (await staffing.service.statementsOf(() => did(officer('lead', 'many'), 'returnToPost'))).length +
    (await staffing.service.statementsOf(() => checkIn(officer('lead', 'many'), windowId))).length +
    (await staffing.service.statementsOf(() => did(officer('lead', 'many'), 'checkOut'))).length;
  const one = await count();
  for (let n = 0; n < 20; n++) await posts(n);
  await staffing.setClock(day('08:01:00'));
  expect(await count()).toBe(one);
});

const explain = (ask: Ask, postId: string, at: string | null = null) =>
  ask(
    `query ($postId: ID!, $at: DateTime) { explainAuthority(postId: $postId, at: $at) { isOnRecord graceMinutes dayEnd sessions { from to }
       asKnownThen { state staff { badgeNumber } rule } asKnownNow { state role staff { badgeNumber } actingFor { badgeNumber } cause rule isInService from to
         steps { kind clause applies role act presence whereabouts from staff { badgeNumber } } } } }`,
    { postId, at },
  );

test('S5.1c S5.2a anybody of the hall can ask why somebody holds a post, by what was known then and by what is known now', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, postId, leadId } = await staffing.aHall('why');
  await checkIn(officer('lead', 'why'), windowId);
  await checkIn(officer('deputy', 'why'), windowId);
  await staffing.setClock(day('09:00:00'));
  await did(officer('deputy', 'why'), 'reportAbsence', { staffId: leadId, reason: '没看到人' });
  await staffing.setClock(day('09:10:00'));
  await did(officer('lead', 'why'), 'disputeAbsence', { staffId: leadId, reason: '在三楼开会' });
  const { data } = await explain(officer('lead', 'why'), postId, day('09:05:00'));
  expect(data!['explainAuthority']).toMatchObject({
    isOnRecord: true,
    graceMinutes: 5,
    dayEnd: day('19:00:00'),
    sessions: expect.arrayContaining([{ from: expect.any(String), to: expect.any(String) }]),
    asKnownThen: { state: 'HELD', staff: { badgeNumber: 'deputy' }, rule: 'COVER' },
    asKnownNow: {
      state: 'HELD',
      role: 'LEAD',
      staff: { badgeNumber: 'lead' },
      rule: 'LEAD_PRESENT',
      isInService: true,
    },
  });
  const { steps } = data!['explainAuthority'].asKnownNow;
  expect(
    steps.map(({ kind, staff, act, presence }: Record<string, never>) => [
      kind,
      staff?.['badgeNumber'],
      act ?? presence,
    ]),
  ).toEqual([
    ['ASSIGNMENT', expect.any(String), null],
    ['ASSIGNMENT', expect.any(String), null],
    ['PRESENCE', 'lead', 'CHECK_IN'],
    ['PRESENCE', 'lead', 'PRESENT'],
    ['PRESENCE', 'deputy', 'CHECK_IN'],
    ['PRESENCE', 'deputy', 'PRESENT'],
    ['HOLDER', 'lead', null],
  ]);
  const tomorrow = await explain(officer('lead', 'why'), postId, '2026-11-24T09:00:00+08:00');
  expect(tomorrow.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'at' }] });
});

test('S5.1c gaps in coverage are told from the record, and those to come are foreseen; covers of a post are listed', async () => {
  await staffing.setClock(day('08:00:00'));
  const { windowId, postId } = await staffing.aHall('gaps');
  await staffing.setClock(day('09:00:00'));
  await checkIn(officer('deputy', 'gaps'), windowId);
  await staffing.setClock(day('18:00:00'));
  const asked = (from: string, to: string) =>
    officer('lead', 'gaps')(
      `query ($from: DateTime!, $to: DateTime!, $postId: ID!) {
         coverageGaps(hallCode: "gaps", from: $from, to: $to) { from to reason isForecast post { code } }
         post(id: $postId) { covers(from: $from, to: $to) { cause from acting { badgeNumber } absent { badgeNumber } } } }`,
      { from, to, postId },
    );
  const { data } = await asked(day('00:00:00'), '2026-12-01T00:00:00+08:00');
  expect(data!['coverageGaps']).toEqual([
    { from: day('08:35:00'), to: day('09:00:00'), reason: 'MISSED_CHECK_IN', isForecast: false, post: { code: 'P1' } },
  ]);
  expect(data!['post'].covers).toEqual([
    {
      cause: 'MISSED_CHECK_IN',
      from: day('09:00:00'),
      acting: { badgeNumber: 'deputy' },
      absent: { badgeNumber: 'lead' },
    },
  ]);
  expect((await asked(day('00:00:00'), '2027-12-01T00:00:00+08:00')).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('S5.2a who held a post at any instant of a year is one look into its history, however long that is', async () => {
  await staffing.setClock(day('08:00:00'));
  const { postId, leadId, deputyId } = await staffing.aHall('year');
  await staffing.sql(
    `insert into post_duties (hall_code, post_id, staff_id, role, acting_for_id, cover_id, during)
       select 'year', $1, case when n % 2 = 0 then $2::uuid else $3::uuid end, case when n % 2 = 0 then 'LEAD' else 'DEPUTY' end,
              case when n % 2 = 0 then null else $2::uuid end, null,
              tstzrange('2025-11-01T08:00:00+08:00'::timestamptz + n * interval '2 hours', '2025-11-01T08:00:00+08:00'::timestamptz + (n + 1) * interval '2 hours')
         from generate_series(0, 4000) n`,
    [postId, leadId, deputyId].map((id) => id.replace('year.', '')),
  );
  await staffing.sql('analyze post_duties');
  const statements = await staffing.service.statementsOf(() => onDuty('year', postId, '2026-03-03T09:30:00+08:00'));
  const duties = statements.filter((sql) => /from post_duties/.test(sql));
  expect(duties).toHaveLength(1);
  const plan = await staffing.sql<{ 'QUERY PLAN': string }>(
    `explain select * from post_duties where (hall_code, post_id) in (select * from unnest(array['year'], array['${postId.replace('year.', '')}'::uuid])) and during @> '2026-03-03T09:30:00+08:00'::timestamptz`,
  );
  // Nothing of that happened; the hall's own role deletes nothing.
  const keeper = new Client({ connectionString: staffing.service.database.migratorUrl });
  await keeper.connect();
  await keeper.query(`delete from staffing.post_duties where hall_code = 'year' and lower(during) < '2026-11-01'`);
  await keeper.end();
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/post_duties_one_holder/);
});
