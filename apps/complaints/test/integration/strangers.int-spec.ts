import { answeredTo, fieldsAskedFor, questionsAbout, strangersTo } from '@hall/testing';
import { createComplaintsSubgraph } from '../../src/graphql/schema';
import { classify, complainant, decide, registered, tell, useComplaints } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;
const graph = createComplaintsSubgraph({} as never);

test('T12 what is for the staff of a hall is shown to nobody else, on whichever way it is asked for', async () => {
  await aHallWithACase('read');
  await aHallWithACase('foreign');
  const desk = as('desk', 'read');
  const { id } = await registered(desk, { complainant });
  const told = await registered(desk, { complainant });
  await classify(desk, told.id);
  await decide(desk, told.id);
  await tell(desk, told.id);
  await complaints.setClock('2026-12-04T18:00:00+08:00');
  const input = { hallCode: 'read', month: '2026-11', measures: ['RECEIVED', 'ON_TIME_RATE'], groupBy: ['DAY'] };
  const questions = questionsAbout(graph, {
    entities: { Complaint: [id, told.id] },
    given: { id, 'complaintStatistics.input': input },
  });
  for (const [who, ask] of Object.entries(strangersTo('read', complaints.asActor)))
    expect([who, await answeredTo(ask, questions)]).toEqual([who, []]);
  const toStaff = [as('leader', 'read', 'CENTRE_LEADER'), desk].map((ask) => answeredTo(ask, questions));
  const shown = fieldsAskedFor((await Promise.all(toStaff)).flat());
  const nothing = ['ComplaintWaiting.window', 'StatisticsResult.ignored'];
  expect(fieldsAskedFor(questions).filter((field) => !shown.includes(field))).toEqual(nothing);
  await complaints.setClock('2026-11-23T09:00:00+08:00');
});
