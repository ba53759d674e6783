import { Client } from 'pg';
import { actsOf, askForEveryAct, doneOf, pastTheDoor, stateOf, strangersTo } from '@hall/testing';
import { createStaffingSubgraph } from '../../src/graphql/schema';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
const { schema, access } = createStaffingSubgraph({} as never);

/** What is wrong with none of the acts but who asks for them. */
async function aHallToActIn(hallCode: string) {
  const hall = await aHall(hallCode);
  const { departmentId, windowId, leadId, deputyId, postId, head, lead } = hall;
  const seen = `input: { staffId: "${leadId}", clause: "S1.5d", facts: "玩手机" }`;
  const { data } = await head(`mutation { recordConduct(${seen}) { ... on ConductRecord { id } } }`);
  const [from, to] = ['2026-11-24T09:00:00+08:00', '2026-11-24T10:00:00+08:00'];
  const leave = await lead(
    `mutation { requestLeave(input: { kind: PERSONAL, from: "${from}", to: "${to}", reason: "家中有事" }) { ... on Leave { id } } }`,
  );
  const ids = { departmentId, windowId, postId, leadId, deputyId, staffId: leadId, attendeeIds: [leadId] };
  const words = {
    code: 'N1',
    account: 'new',
    badgeNumber: 'new',
    clause: 'S1.5d',
    roles: ['OFFICER'],
    heldOn: '2026-11-20',
  };
  const notice = { year: 2027, offDays: ['2027-01-01'], makeUpDays: [], points: 1, upheld: true };
  const conduct = {
    conductRecordId: data!['recordConduct'].id,
    source: 'INSPECTION',
    reason: '核实',
    occurredAt: null,
  };
  const given = {
    hallCode,
    ...ids,
    ...words,
    ...notice,
    ...conduct,
    leaveId: leave.data!['requestLeave'].id,
    notes: '周三前答复',
    from: '2026-11-26T09:00:00+08:00',
    to: '2026-11-26T10:00:00+08:00',
    checklist: ['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'],
  };
  return { ...hall, acts: { schema, given, except: ['registerHall'] } };
}

/** What some of those who are strangers otherwise may do: in a hall of their own, or as the officer that they still are. */
const theirs: Readonly<Record<string, readonly string[]>> = {
  'a leader of another hall': ['checkOut', 'leavePost', 'returnToPost', 'reviseConductRule', 'requestLeave'],
  'somebody who has these roles no more': access
    .filter(({ type, audiences }) => type === 'Mutation' && audiences.includes('OFFICER'))
    .map(({ field }) => field),
};

test('T12 S1.4a no act of another hall, of whoever a hall does not know, or of a role that is gone; nothing is written', async () => {
  const { acts, lead, head, leader, leader2, office } = await aHallToActIn('acts');
  await aHall('foreign');
  const before = await stateOf(staffing.sql);
  for (const [who, ask] of Object.entries(strangersTo('acts', staffing.asActor))) {
    const names = actsOf(acts).filter((name) => !theirs[who]?.includes(name));
    expect([who, pastTheDoor(await askForEveryAct(acts, ask, names))]).toEqual([who, {}]);
  }
  expect(await stateOf(staffing.sql)).toEqual(before);
  // Of the hall's own people, each act is for one at least.
  const own = new Set<string>();
  for (const ask of [lead, head, leader, leader2, office])
    Object.keys(pastTheDoor(await askForEveryAct(acts, ask))).forEach((name) => own.add(name));
  expect(actsOf(acts).filter((name) => !own.has(name))).toEqual([]);
});

test('R10 a key is its caller’s own, and an answer is not given again to whoever is of the staff no more', async () => {
  const { acts } = await aHallToActIn('again');
  const keyed = (account: string, ...roles: ('OFFICER' | 'SECTION_HEAD' | 'CENTRE_LEADER' | 'CENTRE_OFFICE')[]) =>
    staffing.service.as({ account, hallCode: 'again', roles }, { 'idempotency-key': 'k' });
  const people = {
    office: keyed('office', 'CENTRE_OFFICE'),
    leader: keyed('leader', 'CENTRE_LEADER'),
    lead: keyed('lead', 'OFFICER'),
  };
  const done: Record<string, readonly string[]> = {};
  for (const [account, ask] of Object.entries(people)) done[account] = doneOf(await askForEveryAct(acts, ask));
  expect(new Set(Object.values(done).flat()).size).toBeGreaterThan(8);
  const before = await stateOf(staffing.sql);
  for (const [account, ask] of Object.entries(people)) {
    expect(doneOf(await askForEveryAct(acts, ask, done[account]))).toEqual(done[account]);
    const other = keyed('deputy', 'OFFICER', 'SECTION_HEAD', 'CENTRE_LEADER', 'CENTRE_OFFICE');
    const alike = [
      'checkOut',
      'acknowledgeDuties',
      'checkIn',
      'leavePost',
      'returnToPost',
      'reportAbsence',
      'requestLeave',
    ];
    const theirs = done[account]!.filter((name) => !alike.includes(name));
    expect([account, doneOf(await askForEveryAct(acts, other, theirs))]).toEqual([account, []]);
  }
  expect(await stateOf(staffing.sql)).toEqual(before);
  const keeper = new Client({ connectionString: staffing.service.database.migratorUrl });
  await keeper.connect();
  await keeper
    .query(`update staffing.staff set roles = '{ADMIN}' where hall_code = 'again'`)
    .finally(() => keeper.end());
  // Who was known a moment ago is remembered for another.
  await staffing.service.restart();
  await staffing.setClock('2026-11-23T08:15:00+08:00');
  for (const [account, ask] of Object.entries(people))
    expect([account, pastTheDoor(await askForEveryAct(acts, ask, done[account]))]).toEqual([account, {}]);
});
