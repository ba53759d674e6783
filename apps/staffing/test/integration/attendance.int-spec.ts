import { Client } from 'pg';
import { decodeId } from '@hall/kernel';
import type { Ask, Loose } from '@hall/testing';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
const at = (time: string): Promise<unknown> => staffing.service.setClock(`2026-11-${time}:00+08:00`);
afterEach(() => at('23T08:15'));

const days = `day mark staff { id } sessions { from to mark clause dutyMinutes workedMinutes
  faults { mark clause from to minutes limitMinutes wentBy wentAt cameBy cameAt } excuses { kind from to recordId } missingPunches { punch from to minutes shownAt } }`;
const attendance = async (ask: Ask, hallCode: string, more: Loose = {}): Promise<Loose> => {
  const { data, errors } = await ask(
    `query ($hallCode: ID!, $from: LocalDate!, $to: LocalDate!, $departmentId: ID, $staffId: ID, $first: Int, $after: String) {
       attendance(hallCode: $hallCode, from: $from, to: $to, departmentId: $departmentId, staffId: $staffId, first: $first, after: $after) {
         edges { cursor node { ${days} } } pageInfo { hasNextPage endCursor } } }`,
    { hallCode, from: '2026-11-23', to: '2026-11-23', ...more },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['attendance'];
};
const nodesOf = ({ edges }: Loose): Loose[] => edges.map(({ node }: Loose) => node);
const shortly = (nodes: Loose[]): unknown[] =>
  nodes.map(({ staff, day, mark, sessions }) => [staff.id, day, mark, ...sessions.map((each: Loose) => each['mark'])]);
const ofStaff = async (ask: Ask, id: string, from = '2026-11-23', to = from): Promise<Loose[]> => {
  const query = `query ($id: ID!, $from: LocalDate!, $to: LocalDate!) { staff(id: $id) { attendance(from: $from, to: $to) { ${days} } } }`;
  const { data, errors } = await ask(query, { id, from, to });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['staff'].attendance;
};
const did = async (ask: Ask, name: string, args = ''): Promise<void> => {
  const { data, errors } = await ask(`mutation { done: ${name}${args} { ... on UserError { code } } }`);
  expect([name, errors, data!['done']]).toEqual([name, undefined, {}]);
};

test('S1.5a A-04 a day is marked from what is on record, session by session, when each is over', async () => {
  const { lead, office, leadId, deputyId, windowId } = await aHall('marked');
  await at('23T08:21');
  await staffing.checkIn(lead, windowId);
  await at('23T10:00');
  await did(lead, 'leavePost', '(input: { reason: "送文件" })');
  await at('23T10:31');
  await did(lead, 'returnToPost');
  expect(shortly(nodesOf(await attendance(office, 'marked')))).toEqual([
    [deputyId, '2026-11-23', null, null, null],
    [leadId, '2026-11-23', null, null, null],
  ]);
  await at('23T16:59');
  await did(lead, 'checkOut');
  await at('23T17:00');
  const marked = nodesOf(await attendance(office, 'marked'));
  // Who never came is absent without anybody's act.
  expect(shortly(marked)).toEqual([
    [deputyId, '2026-11-23', 'ABSENT', 'ABSENT', 'ABSENT'],
    [leadId, '2026-11-23', 'LEFT_POST', 'LEFT_POST', 'LEFT_EARLY'],
  ]);
  const [morning] = marked[1]!['sessions'];
  expect(morning).toMatchObject({ clause: 'S1.5a', dutyMinutes: 180, workedMinutes: 149 });
  expect(morning.faults).toMatchObject([
    { mark: 'LEFT_POST', minutes: 31, limitMinutes: 30, wentBy: 'LEAVE_POST', cameBy: 'RETURN' },
    { mark: 'PREPARATION_LATE', clause: 'S1.3a', minutes: 1, wentBy: null, cameBy: 'CHECK_IN' },
  ]);
});

test('S1.5a a report of an absence that was undone is as if it had not been', async () => {
  const { lead, deputy, leadId, windowId } = await aHall('undone');
  await staffing.checkIn(lead, windowId);
  await at('23T09:00');
  await did(deputy, 'reportAbsence', `(input: { staffId: "${leadId}", reason: "不在" })`);
  await at('23T10:00');
  await did(lead, 'disputeAbsence', `(input: { staffId: "${leadId}", reason: "在场" })`);
  await at('23T17:00');
  expect(shortly(await ofStaff(lead, leadId))).toEqual([[leadId, '2026-11-23', 'ON_TIME', 'ON_TIME', 'ON_TIME']]);
});

test('A-04 approved leave excuses its span, an official trip likewise, and an early return ends it', async () => {
  const { lead, leadId, windowId } = await aHall('leave');
  const { hallCode, id } = decodeId(leadId)!;
  const keeper = new Client({ connectionString: staffing.service.database.migratorUrl });
  await keeper.connect();
  const granted = (
    leaveId: string,
    kind: string,
    from: string,
    to: string,
    ended: string | null,
    status = 'APPROVED',
  ) =>
    keeper.query(
      `insert into staffing.leaves (hall_code, id, staff_id, kind, begins_at, ends_at, ended_at, reason, status, requested_at, requested_by_id)
       values ($1, $2, $3, $4, $5, $6, $7, '事由', $8, $5, $3)`,
      [hallCode, leaveId, id, kind, from, to, ended, status],
    );
  const day = (time: string): string => `2026-11-${time}:00+08:00`;
  const uuid = (n: number): string => `0198b8a0-0000-7000-8000-00000000000${n}`;
  await granted(uuid(1), 'ANNUAL', day('24T08:00'), day('24T12:00'), null);
  await granted(uuid(2), 'OFFICIAL_TRIP', day('24T13:00'), day('24T18:00'), day('24T16:00'), 'ENDED');
  await granted(uuid(3), 'SICK', day('25T08:00'), day('25T18:00'), null, 'CANCELLED');
  await keeper.end();
  await staffing.checkIn(lead, windowId);
  await at('25T17:00');
  const marked = await ofStaff(lead, leadId, '2026-11-23', '2026-11-25');
  expect(shortly(marked)).toEqual([
    [leadId, '2026-11-23', 'ON_TIME', 'ON_TIME', 'ON_TIME'],
    [leadId, '2026-11-24', 'ABSENT', 'EXCUSED', 'ABSENT'],
    [leadId, '2026-11-25', 'ABSENT', 'ABSENT', 'ABSENT'],
  ]);
  expect(marked[1]!['sessions'][0].excuses).toMatchObject([{ kind: 'LEAVE' }]);
  expect(marked[1]!['sessions'][1]).toMatchObject({ dutyMinutes: 60, excuses: [{ kind: 'OUTING' }] });
});

test('S1.5a who forgot to check in but worked is not absent: the missing punch is shown apart', async () => {
  const { deputy, deputyId, postId } = await aHall('forgot');
  await at('23T09:10');
  await did(deputy, 'acknowledgeDuties', `(postId: "${postId}")`);
  await at('23T17:00');
  const [day] = await ofStaff(deputy, deputyId);
  expect(shortly([day!])).toEqual([[deputyId, '2026-11-23', 'ABSENT', 'ON_TIME', 'ABSENT']]);
  expect(day!['sessions'][0]).toMatchObject({
    workedMinutes: 0,
    faults: [],
    missingPunches: [{ punch: 'CHECK_IN', minutes: 180, shownAt: [expect.stringMatching(/^2026-11-23T09:10/)] }],
  });
});

test('S1.5a attendance is shown to the person, the head of their department and the centre', async () => {
  const { lead, deputy, head, leader, leadId, deputyId, departmentId, person } = await aHall('shown');
  const otherId = await staffing.register('Department', { hallCode: 'shown', code: 'D2', name: '区医保局' });
  await person('other', '何科', ['SECTION_HEAD'], otherId);
  const other = staffing.as('other', 'shown', 'SECTION_HEAD');
  const seenBy = async (ask: Ask, more: Loose = {}) =>
    nodesOf(await attendance(ask, 'shown', more)).map(({ staff }) => staff.id);
  expect(await seenBy(leader)).toEqual([deputyId, leadId]);
  expect(await seenBy(head)).toEqual([deputyId, leadId]);
  expect(await seenBy(lead)).toEqual([leadId]);
  expect(await seenBy(deputy, { staffId: leadId })).toEqual([]);
  expect(await seenBy(other)).toEqual([]);
  expect(await seenBy(other, { departmentId })).toEqual([]);
  expect(await seenBy(leader, { departmentId: otherId })).toEqual([]);
  expect(await seenBy(leader, { staffId: leadId })).toEqual([leadId]);
  expect([(await ofStaff(lead, leadId)).length, (await ofStaff(head, leadId)).length]).toEqual([1, 1]);
  expect([await ofStaff(deputy, leadId), await ofStaff(other, leadId)]).toEqual([[], []]);
});

test('S1.5a pages go by badge and day, and leave nothing out', async () => {
  const { leader, leadId, deputyId } = await aHall('pages');
  await at('27T18:00');
  const week = { from: '2026-11-21', to: '2026-11-29' };
  const seen: Loose[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page: Loose = await attendance(leader, 'pages', { ...week, first: 3, after });
    seen.push(...nodesOf(page));
    [after, more] = [page['pageInfo'].endCursor, page['pageInfo'].hasNextPage];
  }
  const dates = ['23', '24', '25', '26', '27'].map((day) => `2026-11-${day}`);
  expect(seen.map(({ staff, day }) => [staff.id, day])).toEqual(
    [deputyId, leadId].flatMap((id) => dates.map((day) => [id, day])),
  );
});

test('S1.5a days that are none or too many are bad input, and another hall is nobody’s', async () => {
  const { leader, leadId } = await aHall('bad');
  const asked = (from: string, to: string, hallCode = 'bad') => attendance(leader, hallCode, { from, to });
  await expect(asked('2026-11-24', '2026-11-23')).rejects.toThrow('BAD_USER_INPUT');
  await expect(asked('2026-11-01', '2026-12-02')).rejects.toThrow('BAD_USER_INPUT');
  await expect(asked('2190-11-01', '2190-11-02')).rejects.toThrow('BAD_USER_INPUT');
  await expect(asked('2026-11-23', '2026-11-23', 'foreign')).rejects.toThrow('BAD_USER_INPUT');
  await expect(ofStaff(leader, leadId, '2026-11-01', '2026-12-02')).rejects.toThrow('BAD_USER_INPUT');
  expect(nodesOf(await asked('2026-11-01', '2026-12-01'))).not.toEqual([]);
});

test('statements per operation: attendance of a page and a span', async () => {
  const { leader, person, windowId } = await aHall('counted');
  const count = async () => (await staffing.service.statementsOf(() => attendance(leader, 'counted'))).length;
  await count();
  const ofTwo = await count();
  for (let n = 0; n < 4; n++) {
    const [leadId, deputyId] = [await person(`a${n}`, '甲'), await person(`b${n}`, '乙')];
    const post = { windowId, code: `Q${n}`, name: '岗', duties: ['受理'], leadId, deputyId };
    await staffing.register('Post', post);
  }
  expect([ofTwo, await count()]).toEqual([9, 9]);
});
