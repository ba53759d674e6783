import { answeredTo, fieldsAskedFor, questionsAbout, strangersTo } from '@hall/testing';
import { createCasesSubgraph } from '../../src/graphql/schema';
import { mutate, useCases } from '../support/hall';

const hall = useCases();
const graph = createCasesSubgraph({} as never);

/** A hall in which everything has happened that this service keeps. */
async function anEventfulHall(hallCode: string) {
  const base = await hall.aHall(hallCode);
  const { lead, deputyId, windowId, itemId, submit } = base;
  const made = async (name: string, input: object, selection: string, ask = lead): Promise<string> => {
    const answer = await mutate(ask, name, { input }, `... on ${selection}`);
    expect([name, answer['code']]).toEqual([name, undefined]);
    return answer['id'];
  };
  const { id: caseId } = await submit();
  const { id: withNotice, correctionNotice: notice } = await submit({ materials: ['ID'] });
  await made('deliverNotice', { number: notice.number, mode: 'PRINTED' }, 'Case { id }');
  const { id: stopped } = await submit();
  const paper = {
    ground: 'APPRAISAL',
    evidence: '劳动能力鉴定委托书第12号',
    body: '市劳动能力鉴定委员会',
    expectedEnd: '2026-12-31',
  };
  await made('pauseCommitment', { caseId: stopped, ...paper }, 'Case { id }');
  const { id: declined } = await submit({ checked: false });
  await made(
    'declineCase',
    { caseId: declined, reason: 'NOT_REQUIRED_BY_LAW', explanation: '无需办理' },
    'Case { id }',
  );
  const extension = { caseId, workingDays: 1, reason: '须集体研究' };
  await made('extendCommitment', extension, 'Case { id }', hall.leader(hallCode));
  const contact = { channel: 'WINDOW', windowId, subject: '参保', client: '13800000001', matter: 'I-1' };
  const contactId = await made('recordContact', contact, 'Contact { id }');
  const { id: service, ratingCode: code } = await mutate(
    lead,
    'recordContact',
    { input: { channel: 'WINDOW', windowId, subject: '参保' } },
    '... on Contact { id ratingCode }',
  );
  await made('rateService', { service, code, level: 1 }, 'ServiceRating { id }', hall.service.as({}));
  await made(
    'takeMessage',
    { forStaffId: deputyId, from: '王五', phone: '13800000002', text: '请回电' },
    'Message { id }',
  );
  await mutate(lead, 'countGuides', { input: { windowId, itemId, copies: 0 } }, '... on GuideStock { copies }');
  await made('reportMajorMatter', { kind: 'GROUP_DEMAND', facts: '六人同一诉求', caseId }, 'MajorMatter { id }');
  await hall.setClock('2026-12-08T09:00:00+08:00');
  await made('takeTicket', { windowId }, 'QueueTicket { id }');
  const ticketId = await made('takeTicket', { windowId, priorityGroup: 'ELDERLY' }, 'QueueTicket { id }');
  await made('callOutOfTurn', { windowId, ticketId, reason: '七十岁' }, 'QueueTicket { id }');
  return { ...base, cases: [caseId, withNotice, stopped, declined], contactId };
}

// A month of their own hall, in which nothing has happened.
const ofTheirOwn = ['Query.monthlyCaseReport'];

test('T12 what is for the staff of a hall is shown to nobody else, on whichever way it is asked for', async () => {
  const { cases, contactId, itemId, windowId } = await anEventfulHall('read');
  await hall.aBareHall('foreign');
  // What their own hall owes would be theirs to see.
  await mutate(hall.leader('foreign'), 'submitMonthlyCaseReport', { month: '2026-11', remark: '正常' }, '__typename');
  const questions = questionsAbout(graph, {
    entities: { Case: cases, ServiceItem: [itemId] },
    given: {
      'case.id': cases[0],
      'contact.id': contactId,
      windowId,
      hallCode: 'read',
      'serviceItem.code': 'I-1',
      month: '2026-11',
      from: '2026-11-01',
      to: '2026-11-30',
    },
  });
  for (const [who, ask] of Object.entries(strangersTo('read', hall.asActor))) {
    const shown = await answeredTo(ask, questions);
    expect([who, shown.filter(({ from }) => !ofTheirOwn.includes(from))]).toEqual([who, []]);
  }
  const toStaff = [hall.leader('read'), hall.officer('deputy', 'read'), hall.officer('lead', 'read')].map((ask) =>
    answeredTo(ask, questions),
  );
  const shown = fieldsAskedFor((await Promise.all(toStaff)).flat());
  const nothingYet = [
    ...['Alert.jointTask', 'Alert.notice', 'Alert.referral'],
    ...['GuideStock.codeSvg', 'ItemToComplete.code', 'ItemToComplete.department', 'ItemToComplete.id'],
    ...['ItemToComplete.isOpen', 'ItemToComplete.missing', 'ItemToComplete.name'],
    ...['MajorMatter.answer', 'MajorMatter.answeredAt', 'MajorMatter.answeredBy', 'MajorMatter.contact'],
    ...['Message.deliveredAt', 'MonthlyCaseReport.remark', 'MonthlyCaseReport.submittedAt'],
    ...['MonthlyCaseReport.submittedBy', 'Query.itemsToComplete', 'Query.jointTasks', 'QueueAct.actingFor'],
    'ServiceItem.plannedFor',
  ];
  expect(fieldsAskedFor(questions).filter((field) => !shown.includes(field))).toEqual(nothingYet);
  await hall.setClock('2026-11-23T09:00:00+08:00');
});
