import { decodeId } from '@hall/kernel';
import type { Role } from '@hall/platform/actor';
import { actsOf, askForEveryAct, doneOf, eventually, pastTheDoor, stateOf, strangersTo } from '@hall/testing';
import { createComplaintsSubgraph } from '../../src/graphql/schema';
import { complainant, registered, useComplaints } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;
const { schema } = createComplaintsSubgraph({} as never);

/** What is wrong with none of the acts but who asks for them. Anybody may complain in the hall of their token. */
async function aHallToActIn(hallCode: string) {
  const hall = await aHallWithACase(hallCode);
  const { id: complaintId } = await registered(as('desk', hallCode), { complainant });
  const said = {
    timeClass: 'COMPLEX',
    grounds: ['DISCOURTESY'],
    windowUnclear: true,
    finding: 'UPHELD',
    mode: 'PHONE',
  };
  const given = { hallCode, complaintId, ...said, opinion: '属实', content: '已处理' };
  return { ...hall, acts: { schema, given, except: ['registerComplaint'] } };
}

test('T12 S1.4a no act of another hall, of whoever a hall does not know, or of a role that is gone; nothing is written', async () => {
  const { acts } = await aHallToActIn('acts');
  await aHallWithACase('foreign');
  const before = await stateOf(complaints.sql);
  for (const [who, ask] of Object.entries(strangersTo('acts', complaints.asActor)))
    expect([who, pastTheDoor(await askForEveryAct(acts, ask))]).toEqual([who, {}]);
  expect(await stateOf(complaints.sql)).toEqual(before);
  expect(doneOf(await askForEveryAct(acts, as('desk', 'acts')))).toEqual(actsOf(acts));
});

test('T12 S1.4a nobody complains in a hall that their token does not name', async () => {
  await aHallWithACase('named');
  const all = { schema, given: { input: { hallCode: 'named', channel: 'PHONE', summary: '态度冷淡' } } };
  const ask = as('leader', 'foreign', 'CENTRE_LEADER');
  expect(await askForEveryAct(all, ask, ['registerComplaint'])).toEqual({ registerComplaint: 'OF_ANOTHER_HALL' });
});

test('R10 a key is its caller’s own, and an answer is not given again to whoever is of the staff no more', async () => {
  const { acts, deskId, departmentId } = await aHallToActIn('again');
  const keyed = (account: string, role: Role) =>
    complaints.service.as({ account, hallCode: 'again', roles: [role] }, { 'idempotency-key': 'k' });
  const desk = keyed('desk', 'DESK_OFFICER');
  const done = doneOf(await askForEveryAct(acts, desk));
  expect(done).toEqual(actsOf(acts));
  const before = await stateOf(complaints.sql);
  expect(doneOf(await askForEveryAct(acts, desk))).toEqual(done);
  // A second one of the desk is told how the complaint stands now: it is closed, and none of these acts is theirs to do.
  expect(doneOf(await askForEveryAct(acts, keyed('desk2', 'DESK_OFFICER')))).toEqual([]);
  expect(await stateOf(complaints.sql)).toEqual(before);
  const [staffId, department] = [deskId, departmentId].map((id) => decodeId(id)!.id) as [string, string];
  const person = { account: 'desk', badgeNumber: 'desk', name: 'desk', roles: ['OFFICER' as const] };
  const moved = { staffId, ...person, departmentId: department };
  await complaints.staffing.state('again', staffId, 'hall.staffing.staff.registered.v1', moved);
  await eventually(async () => expect(pastTheDoor(await askForEveryAct(acts, desk))).toEqual({}));
});
