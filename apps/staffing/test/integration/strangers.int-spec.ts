import { answeredTo, fieldsAskedFor, questionsAbout, strangersTo } from '@hall/testing';
import type { Ask } from '@hall/testing';
import { createStaffingSubgraph } from '../../src/graphql/schema';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
const graph = createStaffingSubgraph({} as never);

/** A hall in which everything has happened that this service keeps. */
async function anEventfulHall(code: string) {
  const hall = await aHall(code);
  const { lead, deputy, head, office, leadId, postId, windowId } = hall;
  const done = async (ask: Ask, name: string, args: string): Promise<void> => {
    const { data, errors } = await ask(`mutation { done: ${name}(${args}) { ... on UserError { code } } }`);
    expect([name, errors, data!['done']]).toEqual([name, undefined, {}]);
  };
  for (const ask of [lead, deputy]) await staffing.checkIn(ask, windowId);
  await done(deputy, 'reportAbsence', `input: { staffId: "${leadId}", reason: "突发疾病" }`);
  await done(lead, 'acknowledgeDuties', `postId: "${postId}"`);
  await done(head, 'recordConduct', `input: { staffId: "${leadId}", clause: "S1.5d", facts: "玩手机" }`);
  const training = `kind: LAW, topic: "新政", heldOn: "2026-11-20", minutes: 90, notes: "全员", attendeeIds: ["${leadId}"]`;
  await done(office, 'recordTraining', `input: { ${training} }`);
  const span = 'from: "2026-11-24T09:00:00+08:00", to: "2026-11-24T10:00:00+08:00"';
  await done(lead, 'requestLeave', `input: { kind: PERSONAL, ${span}, reason: "家中有事" }`);
  const leaveId = (await lead('{ leaves { edges { node { id } } } }')).data!['leaves'].edges[0].node.id;
  await done(lead, 'prepareHandover', `input: { leaveId: "${leaveId}", notes: "周三前答复" }`);
  await done(deputy, 'acceptHandover', `leaveId: "${leaveId}"`);
  const standsIn = `postId: "${postId}", staffId: "${hall.headId}", to: "2026-11-24T09:00:00+08:00", reason: "人手不足"`;
  await done(hall.leader, 'appointTemporary', `input: { ${standsIn} }`);
  return hall;
}

// These answer about the caller and their own hall, of which there is enough to see.
const ofTheirOwn = ['Query.me', 'Query.conductRules'];

test('T12 what is for the staff of a hall is shown to nobody else, on whichever way it is asked for', async () => {
  const { departmentId, windowId, leadId, postId, leader, lead, deputy } = await anEventfulHall('read');
  await aHall('foreign');
  const questions = questionsAbout(graph, {
    entities: { Department: [departmentId], ServiceWindow: [windowId], Staff: [leadId], Post: [postId] },
    given: {
      code: 'read',
      id: leadId,
      postId,
      'post.id': postId,
      month: '2026-11',
      from: '2026-11-01',
      to: '2026-11-30',
      hallCode: 'read',
      ...Object.fromEntries(
        ['coverageGaps', 'covers'].flatMap((field) => [
          [`${field}.from`, '2026-11-23T00:00:00+08:00'],
          [`${field}.to`, '2026-11-30T00:00:00+08:00'],
        ]),
      ),
    },
  });
  for (const [who, ask] of Object.entries(strangersTo('read', staffing.asActor))) {
    const shown = await answeredTo(ask, questions);
    expect([who, shown.filter(({ from }) => !ofTheirOwn.includes(from))]).toEqual([who, []]);
  }
  // Its own staff are shown all of it, but what has not happened in this hall.
  const ofWaiting = questions.filter(({ field }) => /^(Query\.s|S)taffWaiting/.test(field));
  const toStaff = [answeredTo(leader, questions), answeredTo(lead, ofWaiting), answeredTo(deputy, ofWaiting)];
  const seen = (await Promise.all(toStaff)).flat();
  // A session has its mark when it is over.
  await staffing.service.setClock('2026-11-23T10:00:00+08:00');
  await staffing.checkIn(lead, windowId);
  await staffing.service.setClock('2026-11-23T11:00:00+08:00');
  await lead('mutation { checkOut { ... on UserError { code } } }');
  await staffing.service.setClock('2026-11-23T12:00:00+08:00');
  const marked = await answeredTo(
    leader,
    questions.filter(({ field }) => /attendance/i.test(field)),
  );
  const shown = fieldsAskedFor([...seen, ...marked]);
  const nothingYet = ['Assessment.deductions', 'AttendanceDay.mark', 'AttendanceExcuse.from', 'AttendanceExcuse.kind'];
  nothingYet.push('AttendanceExcuse.recordId', 'AttendanceExcuse.to', 'AttendanceFault.cameAt');
  nothingYet.push(
    'AttendanceFault.cameBy',
    'AttendanceSession.excuses',
    'AttendanceSession.missingPunches',
    'ConductRecord.allowedActionNames',
  );
  nothingYet.push('ConductRecord.allowedActions');
  nothingYet.push('ConductRecord.case', 'ConductRecord.causeId', 'ConductRecord.points');
  nothingYet.push('ConductRecord.upheld', 'Cover.to');
  const ofGap = ['from', 'isForecast', 'post', 'reason', 'to'].map((field) => `CoverageGap.${field}`);
  nothingYet.push(...ofGap, 'Leave.decidedAt', 'Leave.decidedBy', 'Leave.endedAt', 'Leave.refusedBecause');
  nothingYet.push(...['from', 'minutes', 'punch', 'shownAt', 'to'].map((field) => `MissingPunch.${field}`));
  nothingYet.push('Query.coverageGaps', 'Vacancy.reason');
  expect(fieldsAskedFor(questions).filter((field) => !shown.includes(field))).toEqual(nothingYet);
});
