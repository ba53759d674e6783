import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { byCase, choose, decide, deliver } from '../support/case-acts';
import { applicant, mutate, useCases } from '../support/hall';

const hall = useCases();

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S3.4a an on-the-spot item gets no slip and is done the same day', async () => {
  const { submit, lead } = await hall.aHall('instant', { handlingType: 'INSTANT' });
  const { id, ...submitted } = await submit();
  expect(submitted).toMatchObject({
    status: 'ACCEPTED',
    slip: null,
    commitment: { dueAt: '2026-11-23T17:00:00+08:00' },
  });
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED', commitment: { state: 'MET' } });
});

test('S3.4a A-07: not finished the same day, it needs a reason and becomes a promised case with a slip', async () => {
  const { submit, lead } = await hall.aHall('deferred', { handlingType: 'INSTANT' });
  const { id } = await submit();
  const target = async () =>
    (await lead('query ($id: ID!) { case(id: $id) { targetAt } }', { id })).data!['case'].targetAt;
  expect(await target()).toBe('2026-11-23T09:30:00+08:00');
  await hall.setClock('2026-11-23T17:00:00+08:00');
  const deferred = await byCase(lead, 'deferInstantCase', id, {
    code: 'SYSTEM_FAULT',
    reason: '系统停机，次日恢复',
  });
  expect(deferred).toMatchObject({
    handlingType: 'PROMISED',
    slip: { dueOn: '2026-11-30' },
    commitment: { dueOn: '2026-11-30' },
  });
  expect(deferred['timeline'].at(-1)).toMatchObject({ kind: 'DEFERRED', note: 'SYSTEM_FAULT：系统停机，次日恢复' });
  expect(await target()).toBeNull();
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED' });
});

test('S3.4a A-07 A-30 after its day an on-the-spot case is late for good: it cannot be deferred, and is decided late', async () => {
  const { submit, lead } = await hall.aHall('lateinstant', { handlingType: 'INSTANT' });
  const { id } = await submit();
  await hall.setClock('2026-11-24T09:00:00+08:00');
  const said = { code: 'SYSTEM_FAULT', reason: '系统停机，次日恢复' };
  expect(await byCase(lead, 'deferInstantCase', id, said)).toMatchObject({ code: 'COMMITMENT_BREACHED' });
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED', commitment: { state: 'BREACHED' } });
});

test('S1.2b S2.3a S2.3b S2.3c: the window accepts, the steps follow with limits of their own, the window stays', async () => {
  const { submit, lead } = await hall.aHall('steps');
  const { id, steps } = await submit();
  expect(steps).toMatchObject([
    { name: '审核', passedAt: null, commitment: { state: 'RUNNING', dueOn: '2026-11-25' } },
    { name: '决定', passedAt: null, commitment: null },
  ]);
  const passed = await byCase(lead, 'passStep', id, { note: '审核无误' });
  expect(passed).toMatchObject({
    status: 'IN_PROGRESS',
    steps: [{ passedAt: expect.any(String), commitment: { state: 'MET' } }, { commitment: { state: 'RUNNING' } }],
  });
  const { data } = await lead('query ($id: ID!) { case(id: $id) { timeline { kind at note officer { id } } } }', {
    id,
  });
  expect(data!['case'].timeline.at(-1)).toEqual({
    kind: 'STEP_PASSED',
    at: '2026-11-23T09:00:00+08:00',
    note: '审核：审核无误',
    officer: { id: expect.any(String) },
  });
  await byCase(lead, 'passStep', id, { note: 'x' });
  expect(await byCase(lead, 'passStep', id, { note: 'x' })).toMatchObject({
    code: 'NO_STEP_OPEN',
    clause: 'S2.3b',
  });
});

test('S2.3b A-30: a decision ends the steps that were not passed on by name: shown, on record and in the event', async () => {
  const { submit, lead } = await hall.aHall('ends');
  const { id } = await submit();
  const closed = 'steps { name passedAt closedAt } timeline { kind note } allowedActions';
  await decide(lead, id);
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { ${closed} } }`, { id });
  const at = '2026-11-23T09:00:00+08:00';
  expect(data!['case'].steps).toEqual([
    { name: '审核', passedAt: null, closedAt: at },
    { name: '决定', passedAt: null, closedAt: at },
  ]);
  expect(data!['case'].timeline.at(-1)).toEqual({
    kind: 'DECIDED',
    note: '符合条件；未移交的环节随决定结束：审核、决定',
  });
  const [event] = await hall.sql(
    `select envelope->'data'->'closedSteps' as steps from outbox where hall_code = 'ends' and type = 'hall.cases.case.decided.v2'`,
  );
  expect(event!['steps']).toMatchObject([
    { place: 1, name: '审核' },
    { place: 2, name: '决定' },
  ]);
  const other = await submit();
  for (const note of ['审核', '决定']) await byCase(lead, 'passStep', other['id'], { note });
  expect((await decide(lead, other['id']))['timeline'].at(-1)).toMatchObject({ kind: 'DECIDED', note: '符合条件' });
});

test('S2.3b a step that takes too long is told of by itself', async () => {
  const { submit, lead } = await hall.aHall('slow');
  const { id } = await submit();
  await hall.setClock('2026-11-25T17:01:00+08:00');
  const late = await hall.read(lead, id);
  expect(late['timeline'].at(-1)).toMatchObject({ kind: 'COMMITMENT_BREACHED', note: 'STEP', officer: null });
  expect(late['commitment'].state).toBe('RUNNING');
});

test('S3.4c A-11: the result is collected at the same window, its one named substitute, or as the applicant chose', async () => {
  const { submit, lead, windowId, otherWindowId, thirdWindowId } = await hall.aHall('collected');
  const { id } = await submit();
  await decide(lead, id);
  expect(await deliver(lead, { caseId: id, windowId: otherWindowId })).toMatchObject({
    code: 'DELIVERY_AT_OTHER_WINDOW',
    clause: 'S3.4c',
  });
  expect(await deliver(lead, { caseId: id, windowId, identityChecked: false })).toMatchObject({
    code: 'IDENTITY_NOT_CHECKED',
  });
  const name = (window: string) =>
    byCase(hall.head('collected'), 'substituteWindow', id, { windowId: window, reason: '一号窗口停用' });
  await name(thirdWindowId);
  expect(await name(otherWindowId)).toMatchObject({ code: 'SUBSTITUTE_ALREADY_NAMED', clause: 'S3.4c' });
  // Handed over by whoever is on duty there, and by nobody else.
  expect(await deliver(lead, { caseId: id, windowId: thirdWindowId })).toMatchObject({ code: 'NOT_ON_DUTY' });
  const neighbour = hall.officer('neighbour', 'collected');
  expect(await deliver(neighbour, { caseId: id, windowId })).toMatchObject({ code: 'NOT_ON_DUTY' });
  expect(await deliver(neighbour, { caseId: id, windowId: thirdWindowId })).toMatchObject({
    status: 'COMPLETED',
    delivery: { method: 'WINDOW' },
  });
});

test('A-11 S3.4c: by post only when the applicant chose so before, with the number it can be traced by, from the window of the case', async () => {
  const { submit, lead, windowId, thirdWindowId } = await hall.aHall('posted');
  const { id } = await submit({ applicant: { ...applicant, account: 'zhangsan' } });
  const own = hall.asActor({ account: 'zhangsan', roles: ['APPLICANT'] });
  const stranger = hall.asActor({ account: 'lisi', roles: ['APPLICANT'] });
  await decide(lead, id);
  const posted = { caseId: id, windowId, method: 'POST', trackingNumber: 'EM123456789CN' };
  const notChosen = { code: 'DELIVERY_NOT_CHOSEN', clause: 'A-11', allowedActions: ['chooseDelivery'] };
  expect(await deliver(lead, posted)).toMatchObject(notChosen);
  expect(await choose(stranger, id, 'POST')).toMatchObject({ code: 'CASE_NOT_FOUND' });
  expect(await choose(hall.officer('neighbour', 'posted'), id, 'POST')).toMatchObject({ code: 'NOT_ON_DUTY' });
  expect(await choose(own, id, 'POST')).toMatchObject({ id });
  expect(await deliver(lead, { caseId: id, windowId })).toMatchObject(notChosen);
  expect(await deliver(lead, { ...posted, trackingNumber: '已寄出' })).toMatchObject({
    code: 'DELIVERY_PROOF_MISSING',
  });
  expect(await deliver(lead, { ...posted, windowId: thirdWindowId })).toMatchObject({
    code: 'DELIVERY_AT_OTHER_WINDOW',
  });
  expect(await deliver(lead, posted)).toMatchObject({ status: 'COMPLETED', delivery: { method: 'POST' } });
  const shown = `query ($id: ID!) { case(id: $id) { deliveryChoice { method recordedBy { id } }
    delivery { trackingNumber recipient agentName } timeline { kind note officer { id } } } }`;
  const { timeline, ...rest } = (await own(shown, { id })).data!['case'];
  expect(rest).toEqual({
    deliveryChoice: { method: 'POST', recordedBy: null },
    delivery: { trackingNumber: 'EM123456789CN', recipient: 'APPLICANT', agentName: null },
  });
  expect(timeline.find(({ kind }: Loose) => kind === 'DELIVERY_CHOSEN_BY_APPLICANT')).toMatchObject({
    note: 'POST',
    officer: null,
  });
  expect(await choose(own, id, 'WINDOW')).toMatchObject({ code: 'CASE_ACTION_NOT_POSSIBLE' });
});

test('S3.4c whoever is on duty at the window of the case hands the result over, to the applicant or to somebody whose name is kept', async () => {
  const { submit, lead, deputy, deputyId, windowId, ownPostOfDeputy } = await hall.aHall('any-duty');
  await ownPostOfDeputy('deputy', '2026-11-23T09:00:00+08:00');
  await eventually(
    async () =>
      (await hall.sql(`select from known_posts where hall_code = 'any-duty' and holder_id is not null`)).length === 3,
  );
  const { id } = await submit({ deliveryMethod: 'POST' });
  await decide(lead, id);
  const offered = async () =>
    (await deputy('query ($id: ID!) { case(id: $id) { allowedActions } }', { id })).data!['case'].allowedActions;
  expect(await offered()).toEqual(['chooseDelivery', 'deliverResult']);
  expect(await choose(deputy, id, 'WINDOW')).toMatchObject({ id });
  const said = { caseId: id, windowId, recipient: 'AGENT' };
  expect(await deliver(deputy, said)).toMatchObject({ code: 'RECIPIENT_NOT_NAMED', clause: 'S3.4c' });
  expect(await deliver(deputy, { ...said, agentName: '李小四' })).toMatchObject({ status: 'COMPLETED' });
  const shown = `query ($id: ID!) { case(id: $id) { delivery { recipient agentName deliveredBy { id } } } }`;
  expect((await lead(shown, { id })).data!['case'].delivery).toEqual({
    recipient: 'AGENT',
    agentName: '李*',
    deliveredBy: { id: deputyId },
  });
  const kept = await hall.sql(`select to_jsonb(c)::text as row from cases c where hall_code = 'any-duty'`);
  expect(JSON.stringify(kept)).not.toContain('李小四');
  const purpose = '核对领取人';
  expect(
    await mutate(lead, 'revealApplicant', { caseId: id, purpose }, '... on RevealedApplicant { agentName }'),
  ).toEqual({
    agentName: '李小四',
  });
});

test('A-11 S3.4c: a result waits at a closed window; the system names one substitute, tells the applicant, and it is collected there', async () => {
  const { submit, lead, windowCloses, thirdWindowId } = await hall.aHall('closed');
  const { id, number } = await submit();
  await decide(lead, id);
  const { data } = await lead('query ($id: ID!) { case(id: $id) { slip { secret } } }', { id });
  const pickup = async () =>
    (
      await hall.service.as({})(
        `query ($n: String!, $s: String!) { caseProgress(number: $n, secret: $s) { pickupWindowNumber } }`,
        { n: number, s: data!['case'].slip.secret },
      )
    ).data!['caseProgress'].pickupWindowNumber;
  expect(await pickup()).toBe('1');
  // Outside opening hours a closed window is no news.
  await hall.setClock('2026-11-23T12:00:00+08:00');
  await windowCloses();
  await eventually(
    async () =>
      (await hall.sql(`select from known_posts where hall_code = 'closed' and holder_id is null`)).length === 1,
  );
  await hall.setClock('2026-11-23T12:01:00+08:00');
  expect(await pickup()).toBe('1');
  await hall.setClock('2026-11-23T13:30:00+08:00');
  expect(await pickup()).toBe('3');
  const named = await hall.read(lead, id);
  expect(named['timeline'].at(-1)).toMatchObject({ kind: 'SUBSTITUTE_NAMED', clause: 'S3.4c', officer: null });
  expect(await deliver(hall.officer('neighbour', 'closed'), { caseId: id, windowId: thirdWindowId })).toMatchObject({
    status: 'COMPLETED',
  });
});

test('S3.2 a decision against the applicant is reported upwards with its grounds', async () => {
  const { submit, lead } = await hall.aHall('against');
  const { id } = await submit();
  expect(await decide(lead, id, false)).toMatchObject({
    decision: { approved: false },
    rejection: { reason: 'DECIDED_AGAINST', number: expect.stringMatching(/-N$/), readAt: null },
  });
});

test('S3.4d a joint case: parts with own limits, stage by stage, by their own departments, before any decision', async () => {
  const base = await hall.aHall('joint');
  const { departmentId, secondDepartmentId, lead } = base;
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const itemId = await hall.publish(base, {
    code: 'J-1',
    handlingType: 'JOINT',
    promisedLimit: days(6),
    participants: [
      { departmentId, stage: 1, limit: days(2) },
      { departmentId: secondDepartmentId, stage: 2, limit: days(3) },
    ],
  });
  const { id, participants } = await base.submit({ itemId });
  expect(participants).toMatchObject([
    { state: 'OPEN', department: { id: departmentId }, commitment: { dueOn: '2026-11-25' } },
    { state: 'WAITING', department: { id: secondDepartmentId }, commitment: null },
  ]);
  const neighbour = hall.officer('neighbour', 'joint');
  const opine = (ask: Ask, taskId: string) => mutate(ask, 'giveOpinion', { taskId, agreed: true, opinion: '同意' });
  const [first, second] = participants.map((part: Loose) => part['id']);
  expect(await decide(lead, id)).toMatchObject({
    code: 'OPINIONS_OPEN',
    message: expect.stringMatching(/^联办部门尚未全部提出意见：区/),
    clause: 'S3.4d',
    allowedActions: ['giveOpinion'],
  });
  expect(await opine(neighbour, first)).toMatchObject({ code: 'TASK_OF_OTHER_DEPARTMENT', clause: 'S1.5c' });
  expect(await opine(neighbour, second)).toMatchObject({ code: 'TASK_NOT_OPEN' });
  await hall.setClock('2026-11-25T10:00:00+08:00');
  expect((await opine(lead, first))['participants']).toMatchObject([
    { state: 'GIVEN', agreed: true, commitment: { state: 'MET' } },
    { state: 'OPEN', commitment: { dueOn: '2026-11-30' } },
  ]);
  // The second department speaks two working days after its own limit, one after the whole case was due.
  await hall.setClock('2026-12-02T17:00:00+08:00');
  await opine(neighbour, second);
  await hall.setClock('2026-12-02T17:30:00+08:00');
  await decide(lead, id);
  const { data } = await lead(
    `query ($id: ID!) { case(id: $id) { lateMinutes leadLateMinutes participants { lateMinutes } commitment { dueOn } } }`,
    { id },
  );
  const { lateMinutes, leadLateMinutes, participants: parts, commitment } = data!['case'];
  expect(commitment.dueOn).toBe('2026-12-01');
  expect({ lateMinutes, leadLateMinutes, parts: parts.map((part: Loose) => part['lateMinutes']) }).toEqual({
    lateMinutes: 24 * 60 + 30,
    leadLateMinutes: 30,
    parts: [0, 24 * 60],
  });
});

test('S3.4d A-12: a joint item with a lead window is accepted and led there; without one the accepting window leads', async () => {
  const base = await hall.aHall('led');
  const { secondDepartmentId, windowId, thirdWindowId, lead } = base;
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const joint = {
    code: 'J-2',
    handlingType: 'JOINT',
    promisedLimit: days(6),
    participants: [{ departmentId: secondDepartmentId, stage: 1, limit: days(2) }],
  };
  const itemId = await hall.publish(base, { ...joint, leadWindowId: thirdWindowId });
  expect(await base.submit({ itemId })).toMatchObject({ code: 'ITEM_NOT_OFFERED_HERE', clause: 'S4.4c' });
  const neighbour = hall.officer('neighbour', 'led');
  const led = await base.submit({ itemId, windowId: thirdWindowId }, neighbour);
  expect(led).toMatchObject({ status: 'ACCEPTED', responsible: { id: base.neighbourId } });
  const offered = await lead('{ serviceItem(code: "J-2") { leadWindow { id } windows { id } } }');
  expect(offered.data!['serviceItem']).toEqual({ leadWindow: { id: thirdWindowId }, windows: [{ id: thirdWindowId }] });

  const free = await hall.publish(base, { ...joint, code: 'J-3' });
  expect(await base.submit({ itemId: free, windowId })).toMatchObject({ responsible: { id: base.leadId } });
});

test('S5.2a S5.4b S5.4c: open cases follow the post; the deputy’s acts are the deputy’s, for the lead', async () => {
  const { submit, lead, deputy, deputyTakesOver, deputyId, leadId } = await hall.aHall('cover');
  const { id } = await submit();
  expect(await decide(deputy, id)).toMatchObject({ code: 'NOT_ON_DUTY', clause: 'S1.5c' });
  await deputyTakesOver();
  await eventually(async () => expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId));
  expect(await decide(lead, id)).toMatchObject({ code: 'NOT_ON_DUTY' });
  const decided = await decide(deputy, id);
  expect(decided['timeline'].at(-1)).toMatchObject({
    kind: 'DECIDED',
    officer: { id: deputyId },
    actingFor: { id: leadId },
  });
});

test('S5.2a news of an authority that comes after newer news moves nothing', async () => {
  const { submit, deputy, lead, windowId, deputyTakesOver, leadIsToldLate, deputyId } = await hall.aHall('stale');
  const { id } = await submit();
  const contact = { channel: 'WINDOW', subject: '参保', windowId };
  await mutate(lead, 'recordContact', { input: contact }, '... on Contact { id }');
  const owners = async () =>
    (await deputy('{ openContacts { edges { node { owner { id } } } } }')).data!['openContacts'].edges;
  await deputyTakesOver();
  await eventually(async () => expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId));
  const heard = async () => (await hall.sql(`select from inbox`)).length;
  const before = await heard();
  await leadIsToldLate();
  await eventually(async () => expect(await heard()).toBe(before + 1));
  expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId);
  expect(await owners()).toEqual([{ node: { owner: { id: deputyId } } }]);
});
