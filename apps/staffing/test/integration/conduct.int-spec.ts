import { randomUUID } from 'node:crypto';
import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const aHall = peopleOf(staffing);
afterEach(() => staffing.service.setClock('2026-11-23T08:15:00+08:00'));

const fields = `id rule { clause } source facts occurredAt status mostPoints upheld points causeId staff { id } case { id }
  actions { kind note by { id } }`;
const refusal = '... on UserError { code clause message }';
const one = async (ask: Ask, name: string, args: string, variables: Loose, types: string): Promise<Loose> => {
  const { data, errors } = await ask(
    `mutation (${types}) { ${name}(${args}) { ... on ConductRecord { ${fields} } ${refusal} } }`,
    variables,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data![name];
};
const record = (ask: Ask, input: Loose): Promise<Loose> =>
  one(ask, 'recordConduct', 'input: $input', { input }, '$input: RecordConductInput!');
const respond = (ask: Ask, id: string): Promise<Loose> =>
  one(
    ask,
    'respondToConduct',
    'input: { conductRecordId: $id, statement: $s }',
    { id, s: '当时在接听办事电话' },
    '$id: ID!, $s: String!',
  );
const decide = (ask: Ask, id: string, upheld = true, points: number | null = null): Promise<Loose> =>
  one(
    ask,
    'decideConduct',
    'input: { conductRecordId: $id, upheld: $u, points: $p, reason: $r }',
    { id, u: upheld, p: points, r: '监控核实' },
    '$id: ID!, $u: Boolean!, $p: Int, $r: String!',
  );
const appeal = (ask: Ask, id: string): Promise<Loose> =>
  one(
    ask,
    'appealConduct',
    'input: { conductRecordId: $id, grounds: $g }',
    { id, g: '时间有误' },
    '$id: ID!, $g: String!',
  );
const monthOf = async (ask: Ask, staffId: string): Promise<Loose> => {
  const { data, errors } = await ask(
    `query ($id: ID!) { staff(id: $id) { conduct(month: "2026-11") { ${fields} } assessment(month: "2026-11") {
       points grade undecided deductions { id rule { clause } points causeId } } } }`,
    { id: staffId },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['staff'];
};

test('S4.5b: a breach is recorded, the person is heard, it is decided, appealed, and decided by somebody else', async () => {
  const { lead, head, leader, leadId, headId, leaderId } = await aHall('due');
  const seen = await record(head, { staffId: leadId, clause: 'S1.5d', facts: '上班时间玩手机' });
  expect(seen).toMatchObject({
    status: 'RECORDED',
    source: 'INSPECTION',
    mostPoints: 1,
    points: null,
    staff: { id: leadId },
  });
  expect(await decide(head, seen['id'])).toMatchObject({ code: 'STATEMENT_FIRST', clause: 'S4.5b' });
  expect(await respond(lead, seen['id'])).toMatchObject({ status: 'STATEMENT_GIVEN' });
  expect(await monthOf(lead, leadId)).toMatchObject({ assessment: { points: 100, undecided: 1, deductions: [] } });
  expect(await decide(head, seen['id'])).toMatchObject({ status: 'DECIDED', upheld: true, points: 1 });
  expect(await monthOf(lead, leadId)).toMatchObject({
    assessment: {
      points: 99,
      grade: 'GOOD',
      undecided: 0,
      deductions: [{ id: seen['id'], rule: { clause: 'S1.5d' }, points: 1 }],
    },
  });
  expect(await appeal(lead, seen['id'])).toMatchObject({ status: 'APPEALED' });
  expect(await decide(head, seen['id'], false)).toMatchObject({ code: 'APPEAL_OTHER_DECIDER', clause: 'S4.5b' });
  const overturned = await decide(leader, seen['id'], false);
  expect(overturned).toMatchObject({ status: 'OVERTURNED', points: 0 });
  expect(overturned['actions'].map(({ kind, by }: Loose) => [kind, by.id])).toEqual([
    ['RECORDED', headId],
    ['STATEMENT_GIVEN', leadId],
    ['DECIDED', headId],
    ['APPEALED', leadId],
    ['OVERTURNED', leaderId],
  ]);
  expect(await monthOf(lead, leadId)).toMatchObject({ assessment: { points: 100 } });
  const told = await staffing.sql(
    `select envelope->'data'->>'status' as status from outbox where hall_code = 'due' and type = 'hall.staffing.conduct.changed.v1' order by id`,
  );
  expect(told.map(({ status }) => status)).toEqual([
    'RECORDED',
    'STATEMENT_GIVEN',
    'DECIDED',
    'APPEALED',
    'OVERTURNED',
  ]);
});

test('S4.5b: only the person answers and appeals, only their own assessors record and decide, nobody about themselves', async () => {
  const { lead, deputy, head, leader, office, leadId, headId, person } = await aHall('who');
  const otherDepartment = await staffing.register('Department', { hallCode: 'who', code: 'D2', name: '医保局' });
  const strangerId = await person('stranger', '外科', ['SECTION_HEAD'], otherDepartment);
  const stranger = staffing.as('stranger', 'who', 'SECTION_HEAD');
  expect(await record(stranger, { staffId: leadId, clause: 'S1.5d', facts: 'x' })).toMatchObject({
    code: 'ASSESSOR_REQUIRED',
  });
  const { id } = await record(office, { staffId: leadId, clause: 'S1.5d', facts: '闲聊' });
  expect(await respond(deputy, id)).toMatchObject({ code: 'CONDUCT_NOT_FOUND' });
  await respond(lead, id);
  expect(await decide(stranger, id)).toMatchObject({ code: 'ASSESSOR_REQUIRED', clause: 'S4.5b' });
  await expect(decide(deputy, id)).rejects.toThrow('FORBIDDEN');
  expect(await decide(leader, id, true, 9)).toMatchObject({ code: 'POINTS_ABOVE_RULE', clause: 'A-17' });
  await decide(leader, id);
  expect(await appeal(deputy, id)).toMatchObject({ code: 'CONDUCT_NOT_FOUND' });

  const own = await record(leader, { staffId: headId, clause: 'S1.5d', facts: '闲聊' });
  await respond(head, own['id']);
  expect(await decide(head, own['id'])).toMatchObject({ code: 'DECIDE_OWN_CONDUCT', clause: 'S4.5b' });

  // To everybody else there is no conduct and no assessment.
  const nothing = { conduct: [], assessment: null };
  for (const ask of [deputy, stranger, staffing.service.as({}), staffing.officer('lead', 'due')]) {
    expect(await monthOf(ask, leadId)).toEqual(nothing);
  }
  for (const ask of [lead, head, leader, office]) expect((await monthOf(ask, leadId))['conduct']).toHaveLength(1);
  expect((await monthOf(stranger, strangerId))['assessment']).toMatchObject({ points: 100 });
  const listed = async (ask: Ask) =>
    (await ask('{ conductRecords(onlyOpen: true) { edges { node { staff { id } } } } }')).data![
      'conductRecords'
    ].edges.map(({ node }: Loose) => node.staff.id);
  expect(await listed(head)).toEqual([headId]);
  expect(await listed(stranger)).toEqual([]);
});

test('S4.5b S1.2f: a broken promise, a second notice and a visitor passed on again become records, once, however often they are heard', async () => {
  const { lead, leadId, head } = await aHall('heard');
  const staffId = leadId.replace('heard.', '');
  const [termId, caseId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
  const due = { at: '2026-11-20T17:00:00.001+08:00', dueAt: '2026-11-20T17:00:00+08:00' };
  const breach = (subject: string, level = 'BREACHED') => ({
    ...{ deadlineId: termId, subject, ownerKind: 'CASE', ownerId: caseId, level, answerableId: staffId },
    ...due,
  });
  const type = 'hall.cases.deadline.level-reached.v1';
  for (const level of ['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD'])
    await staffing.cases.state('heard', termId, type, breach('CASE', level));
  // A stream may still keep what was published before deadlines were a thing of every service.
  await staffing.cases.state('heard', randomUUID(), 'hall.cases.commitment.rung-reached.v1', {
    ...{ termId: randomUUID(), subject: 'STEP', caseId, rung: 'BREACHED', responsibleId: staffId },
    ...due,
  });
  await staffing.cases.state('heard', randomUUID(), type, breach('CORRECTION'));
  await staffing.cases.state('heard', randomUUID(), type, breach('MAJOR_MATTER'));
  await staffing.cases.state('heard', contactId, 'hall.cases.contact.changed.v1', {
    contactId,
    windowId: null,
    channel: 'WINDOW',
    firstOfficerId: staffId,
    ownerId: staffId,
    receivedAt: '2026-11-23T08:00:00+08:00',
    turn: 'BOUNCED',
    outcome: null,
    referralCount: 2,
    referralId: null,
    toWindowId: null,
  });
  const referralId = randomUUID();
  await staffing.cases.state('heard', referralId, 'hall.cases.referral.ignored.v1', {
    referralId,
    contactId,
    toWindowId: randomUUID(),
    offeredById: randomUUID(),
    ignoredById: staffId,
    at: '2026-11-23T08:10:00+08:00',
  });
  await staffing.cases.state('heard', randomUUID(), 'hall.cases.guides.ran-out.v1', {
    windowId: randomUUID(),
    itemId: randomUUID(),
    ownerId: staffId,
    at: '2026-11-23T08:20:00+08:00',
  });
  await eventually(async () => expect((await monthOf(head, leadId))['conduct']).toHaveLength(5));
  const { conduct, assessment } = await monthOf(lead, leadId);
  expect(conduct.map(({ rule, source, mostPoints }: Loose) => [rule.clause, source, mostPoints])).toEqual([
    ['S3.5', 'SYSTEM', 5],
    ['S2.3b', 'SYSTEM', 5],
    ['S1.2e', 'SYSTEM', 0],
    ['S1.2e', 'SYSTEM', 0],
    ['S3.3d', 'SYSTEM', 0],
  ]);
  expect(conduct[0]).toMatchObject({
    facts: '承诺时限已过而未办结',
    case: { id: `heard.${caseId}` },
    causeId: expect.any(String),
  });
  // What the system finds costs nothing before it was decided, like anything else.
  expect(assessment).toMatchObject({ points: 100, undecided: 5 });
  await respond(lead, conduct[0].id);
  await decide(head, conduct[0].id);
  expect((await monthOf(lead, leadId))['assessment']).toMatchObject({
    points: 95,
    deductions: [{ rule: { clause: 'S3.5' } }],
  });
});

test('S5.4c A-22: late news that somebody else answered moves the record: the first stays, says so and counts for nothing', async () => {
  const { lead, leadId, deputy, deputyId, head } = await aHall('moved');
  const [deadlineId, caseId] = [randomUUID(), randomUUID()];
  const [previousId, answerableId] = [leadId, deputyId].map((id) => id.replace('moved.', '')) as [string, string];
  const of = { deadlineId, subject: 'CASE', ownerKind: 'CASE', ownerId: caseId, level: 'BREACHED' };
  const at = '2026-11-20T17:00:00.001+08:00';
  const reached = { ...of, at, dueAt: '2026-11-20T17:00:00+08:00', answerableId: previousId };
  await staffing.cases.state('moved', deadlineId, 'hall.cases.deadline.level-reached.v1', reached);
  const conductOf = async (ask: Ask, id: string): Promise<Loose[]> => (await monthOf(ask, id))['conduct'];
  await eventually(async () => expect(await conductOf(lead, leadId)).toHaveLength(1));
  const [{ id }] = (await conductOf(lead, leadId)) as [Loose];
  await respond(lead, id);
  await decide(head, id);
  const corrected = { ...of, at, previousId, answerableId };
  await staffing.cases.state('moved', deadlineId, 'hall.cases.deadline.level-corrected.v1', corrected);
  await eventually(async () => expect(await conductOf(deputy, deputyId)).toHaveLength(1));
  expect(await conductOf(deputy, deputyId)).toMatchObject([{ rule: { clause: 'S3.5' }, status: 'RECORDED' }]);
  const [first] = (await conductOf(lead, leadId)) as [Loose];
  expect(first).toMatchObject({ status: 'OVERTURNED' });
  expect(first['actions'].at(-1)).toMatchObject({ kind: 'OVERTURNED', by: null });
  expect((await monthOf(lead, leadId))['assessment']).toMatchObject({ points: 100, deductions: [] });
});

test('S4.5a S4.1b: a second notice for what was left out is on the record of whoever signed the first', async () => {
  const { lead, leadId } = await aHall('left-out');
  const [caseId, signedById] = [randomUUID(), leadId.replace('left-out.', '')];
  const told = { caseId, noticeNumber: 'left-out-20261123-000001-B2', signedById };
  await staffing.cases.state('left-out', caseId, 'hall.cases.notice.rule-broken.v1', told);
  await eventually(async () => {
    const { conduct } = await monthOf(lead, leadId);
    expect(conduct).toMatchObject([{ rule: { clause: 'S4.1b' }, case: { id: `left-out.${caseId}` } }]);
  });
});

test('S1.5a A-04: who comes late is recorded at the check-in; nobody is marked twice, nor for coming back', async () => {
  const { lead, deputy, windowId, leadId, deputyId } = await aHall('late');
  await staffing.service.setClock('2026-11-23T08:31:00+08:00');
  expect((await staffing.checkIn(lead, windowId)).data!['checkIn']).toMatchObject({ mark: 'LATE' });
  await staffing.service.setClock('2026-11-23T09:00:00+08:00');
  expect((await staffing.checkIn(deputy, windowId)).data!['checkIn']).toMatchObject({ mark: 'ABSENT' });
  await lead('mutation { checkOut { __typename } }');
  await staffing.service.setClock('2026-11-23T13:40:00+08:00');
  expect((await staffing.checkIn(lead, windowId)).data!['checkIn']).toMatchObject({ mark: 'ON_TIME' });
  const ofMonth = async (ask: Ask, id: string) =>
    (await monthOf(ask, id))['conduct'].map(({ rule, mostPoints, facts }: Loose) => [rule.clause, mostPoints, facts]);
  expect(await ofMonth(lead, leadId)).toEqual([['S1.5a', 1, '迟到']]);
  expect(await ofMonth(deputy, deputyId)).toEqual([['S1.5a', 3, '开门半小时后仍未到岗，计半日旷工']]);
});

test('A-04: a hall can have every session prepared for', async () => {
  const hall = await staffing.aHall('sessions', 'EVERY_SESSION');
  const lead = staffing.officer('lead', 'sessions');
  await staffing.checkIn(lead, hall.windowId);
  await lead('mutation { checkOut { __typename } }');
  await staffing.service.setClock('2026-11-23T13:25:00+08:00');
  expect((await staffing.checkIn(lead, hall.windowId)).data!['checkIn']).toMatchObject({ mark: 'PREPARATION_LATE' });
  const { data } = await lead('{ hall(code: "sessions") { preparation } }');
  expect(data!['hall']).toEqual({ preparation: 'EVERY_SESSION' });
});

test('A-05 A-17 S1.4b: a hall sets its own points; appearance that differs by gender is never scored and can be switched off', async () => {
  const { leader, head, lead, leadId } = await aHall('scheme');
  const revise = async (ask: Ask, input: Loose): Promise<Loose> => {
    const { data, errors } = await ask(
      `mutation ($input: ReviseConductRuleInput!) { reviseConductRule(input: $input) { ... on ConductRuleRevision { rule { clause points active } } ${refusal} } }`,
      { input: { reason: '考核细则', ...input } },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data!['reviseConductRule'].rule ?? data!['reviseConductRule'];
  };
  const rulesOf = async (ask: Ask): Promise<Loose[]> =>
    (await ask('{ conductRules { clause polarity area text detection points active } }')).data!['conductRules'];
  expect((await rulesOf(lead)).find(({ clause }) => clause === 'S3.5')).toMatchObject({ points: 5, polarity: 'MUST' });
  expect(await revise(leader, { clause: 'S3.5', points: 2 })).toEqual({ clause: 'S3.5', points: 2, active: true });
  expect(await revise(leader, { clause: 'S3.5', points: 3 })).toMatchObject({ points: 3 });
  expect((await rulesOf(lead)).find(({ clause }) => clause === 'S3.5')).toMatchObject({ points: 3 });
  expect((await rulesOf(staffing.officer('lead', 'late'))).find(({ clause }) => clause === 'S3.5')).toMatchObject({
    points: 5,
  });
  expect(await revise(leader, { clause: 'S1.4b', points: 1 })).toMatchObject({
    code: 'APPEARANCE_NEVER_SCORED',
    clause: 'A-05',
  });
  const note = { staffId: leadId, clause: 'S1.4b', facts: '巡查提醒' };
  expect(await record(head, note)).toMatchObject({ mostPoints: 0 });
  await revise(leader, { clause: 'S1.4b', points: 0, active: false });
  expect(await record(head, note)).toMatchObject({ code: 'CONDUCT_RULE_OFF', clause: 'S4.5b' });
  await expect(revise(head, { clause: 'S3.5', points: 0 })).rejects.toThrow('FORBIDDEN');
});

test('S4.5b: what was said about a record is never rewritten', async () => {
  const { head, leadId } = await aHall('kept');
  const { id } = await record(head, { staffId: leadId, clause: 'S1.5d', facts: '闲聊' });
  for (const sql of [
    'update conduct_actions set note = null',
    'delete from conduct_actions',
    'delete from conduct_records',
  ]) {
    await expect(staffing.sql(`${sql} where hall_code = 'kept'`)).rejects.toThrow(/permission denied/);
  }
  expect(id).toMatch(/^kept\./);
});

test('statements per operation: a month of conduct and a decision', async () => {
  const { lead, head, leadId } = await aHall('few');
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1)
    ids.push((await record(head, { staffId: leadId, clause: 'S1.5d', facts: `第${n}次` }))['id']);
  await respond(lead, ids[0]!);
  const counts = {
    month: (await staffing.service.statementsOf(() => monthOf(lead, leadId))).length,
    decide: (await staffing.service.statementsOf(() => decide(head, ids[0]!))).length,
  };
  expect(counts).toEqual({ month: 6, decide: 12 });
});
