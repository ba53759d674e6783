import type { Ask, Loose } from '@hall/testing';
import { byCase, decide, pause } from '../support/case-acts';
import { mutate, useCases } from '../support/hall';

const hall = useCases();
const extend = (ask: Ask, id: string, workingDays: number): Promise<Loose> =>
  byCase(ask, 'extendCommitment', id, { workingDays, reason: '案情复杂' });

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('A-30 the clock stands still for a legal ground only, and the days do not count', async () => {
  const { submit, lead } = await hall.aHall('paused');
  const { id } = await submit();
  expect(await pause(lead, id, 'AWAITING_CORRECTION')).toMatchObject({ code: 'PAUSE_NEEDS_NOTICE' });
  expect(await byCase(lead, 'resumeCommitment', id)).toMatchObject({ code: 'CASE_ACTION_NOT_POSSIBLE' });
  expect(await pause(lead, id)).toMatchObject({ commitment: { state: 'PAUSED', dueAt: null } });
  expect(await pause(lead, id)).toMatchObject({ code: 'CASE_ACTION_NOT_POSSIBLE' });
  await hall.setClock('2026-11-25T09:00:00+08:00');
  expect(await byCase(lead, 'resumeCommitment', id)).toMatchObject({
    commitment: { state: 'RUNNING', dueOn: '2026-12-01' },
  });
});

test('S3.4b A-30: a date that moved is written on a new slip; the paper in the applicant’s hand still shows the progress', async () => {
  const { submit, lead } = await hall.aHall('moved');
  const { id, number } = await submit();
  const slipsOf = async (): Promise<Loose[]> =>
    (await lead('query ($id: ID!) { case(id: $id) { slips { number dueOn secret } } }', { id })).data!['case'].slips;
  const progress = async (secret: string) =>
    (
      await hall.service.as({})('query ($n: String!, $s: String!) { caseProgress(number: $n, secret: $s) { dueOn } }', {
        n: number,
        s: secret,
      })
    ).data!['caseProgress'];
  const [first] = await slipsOf();
  // The same day the date has not moved: no paper.
  await pause(lead, id);
  await byCase(lead, 'resumeCommitment', id);
  expect(await slipsOf()).toEqual([first]);
  await pause(lead, id);
  // Put off while the clock stands still: there is no date to write down yet.
  await extend(hall.leader('moved'), id, 1);
  expect(await slipsOf()).toEqual([first]);
  await hall.setClock('2026-11-25T09:00:00+08:00');
  await byCase(lead, 'resumeCommitment', id);
  const [renewed] = await slipsOf();
  expect(renewed).toEqual({ number: `${number}-2`, dueOn: '2026-12-02', secret: first!['secret'] });
  expect(await progress(first!['secret'])).toEqual({ dueOn: '2026-12-02' });
  // Lost and replaced: the old code is void.
  await byCase(lead, 'reissueSlip', id, { reason: '遗失' });
  const [replaced] = await slipsOf();
  expect(replaced!['secret']).not.toBe(first!['secret']);
  expect(await progress(first!['secret'])).toBeNull();
  expect(await progress(replaced!['secret'])).toEqual({ dueOn: '2026-12-02' });
});

test('A-30 a pause never hides a breach that already happened', async () => {
  const { submit, lead } = await hall.aHall('hidden');
  const { id } = await submit();
  await hall.setClock('2026-11-30T17:01:00+08:00');
  expect(await pause(lead, id)).toMatchObject({ code: 'COMMITMENT_BREACHED', clause: 'S3.5' });
  expect(await extend(hall.leader('hidden'), id, 1)).toMatchObject({ code: 'COMMITMENT_BREACHED' });
  expect(await decide(lead, id)).toMatchObject({
    commitment: { state: 'BREACHED', breachedAt: '2026-11-30T17:00:00+08:00' },
  });
});

test('S3.5 one extension, before expiry, by a leader, within the law; the applicant gets a new slip', async () => {
  const { submit, lead } = await hall.aHall('extended');
  const { id, slip } = await submit();
  await expect(extend(lead, id, 2)).rejects.toThrow('FORBIDDEN');
  expect(await extend(hall.head('extended'), id, 6)).toMatchObject({
    code: 'EXTENSION_TOO_LONG',
    message: expect.stringContaining('5'),
  });
  const extended = await extend(hall.head('extended'), id, 2);
  expect(extended).toMatchObject({
    commitment: { dueOn: '2026-12-02', extension: { amount: 2 } },
    slip: { dueOn: '2026-12-02', voidedBy: null },
    slips: [{}, { number: slip.number, voidedBy: { number: extended['slip'].number } }],
  });
  expect(await extend(hall.leader('extended'), id, 1)).toMatchObject({ code: 'EXTENDED_BEFORE' });
});

test('S1.1c a slip that is reissued voids the one before', async () => {
  const { submit, lead } = await hall.aHall('reissued');
  const { id, slip } = await submit();
  const reissued = await byCase(lead, 'reissueSlip', id, { reason: '遗失' });
  expect(reissued['slips']).toMatchObject([
    { voidedBy: null },
    { number: slip.number, voidedBy: { number: reissued['slip'].number } },
  ]);
});

test('A-30 S2.3b S3.4d steps and joint parts stand still, go on and are extended with their case', async () => {
  const base = await hall.aHall('parts');
  const { departmentId, lead } = base;
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const itemId = await hall.publish(base, {
    code: 'J-3',
    handlingType: 'JOINT',
    promisedLimit: days(6),
    participants: [{ departmentId, stage: 1, limit: days(2) }],
  });
  const joint = await base.submit({ itemId });
  const single = await base.submit();
  const partsOf = async () => {
    const [{ steps }, { participants }] = await Promise.all([
      hall.read(lead, single['id']),
      hall.read(lead, joint['id']),
    ]);
    const [task] = await hall.sql(`select due_at from joint_tasks where hall_code = 'parts'`);
    return { step: steps[0].commitment, part: participants[0].commitment, dueAt: task!['due_at'] };
  };
  const due = (dueOn: string) => ({
    step: { state: 'RUNNING', dueOn },
    part: { state: 'RUNNING', dueOn },
    dueAt: new Date(`${dueOn}T17:00:00+08:00`),
  });
  expect(await partsOf()).toMatchObject(due('2026-11-25'));
  await hall.setClock('2026-11-24T09:00:00+08:00');
  for (const { id } of [single, joint]) await pause(lead, id);
  expect(await partsOf()).toMatchObject({ step: { state: 'PAUSED' }, part: { state: 'PAUSED' }, dueAt: null });
  await hall.setClock('2026-11-26T09:00:00+08:00');
  for (const { id } of [single, joint]) await byCase(lead, 'resumeCommitment', id);
  expect(await partsOf()).toMatchObject(due('2026-11-27'));
  for (const { id } of [single, joint]) await extend(hall.head('parts'), id, 1);
  expect(await partsOf()).toMatchObject(due('2026-11-30'));
});

test('A-30 S2.3b S3.4d what begins while its case stands still stands still, too, and a late part runs no further', async () => {
  const base = await hall.aHall('begun');
  const { departmentId, secondDepartmentId, lead } = base;
  const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const itemId = await hall.publish(base, {
    code: 'J-4',
    handlingType: 'JOINT',
    promisedLimit: days(6),
    participants: [
      { departmentId, stage: 1, limit: days(1) },
      { departmentId: secondDepartmentId, stage: 2, limit: days(2) },
    ],
  });
  const joint = await base.submit({ itemId });
  const single = await base.submit();
  const stages = async () => (await hall.read(lead, joint['id']))['participants'];
  // The first part is late when the clock stops: late it stays, and its ledger says that it stood still as well.
  await hall.setClock('2026-11-24T17:01:00+08:00');
  for (const { id } of [single, joint]) await pause(lead, id);
  expect(await stages()).toMatchObject([{ commitment: { state: 'BREACHED', pauses: [{ to: null }] } }, {}]);
  const [{ id: taskId }] = await stages();
  await mutate(lead, 'giveOpinion', { taskId, agreed: true, opinion: '同意' });
  expect(await stages()).toMatchObject([{ state: 'GIVEN' }, { state: 'OPEN', commitment: { state: 'PAUSED' } }]);
  const { steps } = await byCase(lead, 'passStep', single['id'], { note: '审核' });
  expect(steps[1]).toMatchObject({ commitment: { state: 'PAUSED' } });
  await hall.setClock('2026-11-30T09:00:00+08:00');
  for (const { id } of [single, joint]) await byCase(lead, 'resumeCommitment', id);
  expect(await stages()).toMatchObject([{}, { commitment: { state: 'RUNNING', dueOn: '2026-12-01' } }]);
  expect((await hall.read(lead, single['id']))['steps'][1].commitment).toMatchObject({ state: 'RUNNING' });
});

test('A-30 a clock is stopped on a paper of its ground with a number, naming whom it waits for, and until when', async () => {
  const { submit, lead } = await hall.aHall('ground');
  const { id } = await submit();
  const stop = (said: object) =>
    mutate(lead, 'pauseCommitment', { input: { caseId: id, expectedEnd: '2026-12-31', ...said } });
  const refused = { code: 'PAUSE_EVIDENCE', clause: 'A-30' };
  expect(await stop({ ground: 'HEARING', evidence: '1' })).toMatchObject(refused);
  expect(await stop({ ground: 'HEARING', evidence: '听证通知书' })).toMatchObject(refused);
  expect(await stop({ ground: 'APPRAISAL', evidence: '听证通知书第1号' })).toMatchObject(refused);
  const appraisal = { ground: 'APPRAISAL', evidence: '劳动能力鉴定委托书第12号' };
  expect(await stop(appraisal)).toMatchObject({ ...refused, message: expect.stringContaining('鉴定机构') });
  const body = '市劳动能力鉴定委员会';
  expect(await stop({ ...appraisal, body, expectedEnd: '2026-11-23' })).toMatchObject({ code: 'PAUSE_END' });
  expect(await stop({ ...appraisal, body, expectedEnd: '2027-12-31' })).toMatchObject({ code: 'PAUSE_END' });
  const stopped = await stop({ ...appraisal, body });
  expect(stopped).toMatchObject({ commitment: { state: 'PAUSED' } });
  expect(stopped['timeline'].at(-1)).toMatchObject({
    kind: 'PAUSED',
    note: 'APPRAISAL：劳动能力鉴定委托书第12号；市劳动能力鉴定委员会；预计至 2026-12-31',
  });
});

test('A-30 a clock that stands still longer than was expected is an alert, and leaders have a list of all that stand still', async () => {
  const { submit, lead, leadId, departmentId, secondDepartmentId } = await hall.aHall('rest');
  const [waits, hearing, soon, runs] = [
    await submit({ materials: ['ID'] }),
    await submit(),
    await submit(),
    await submit(),
  ];
  await pause(lead, hearing['id'], 'HEARING', '2026-12-20');
  await pause(lead, soon['id'], 'HEARING', '2026-11-27');
  const node = 'ground expectedEnd evidence body since stoppedBy { id } case { id }';
  const list = async (ask: Ask, args = 'first: 10') =>
    (await ask(`{ stoppedClocks(${args}) { edges { cursor node { ${node} } } pageInfo { hasNextPage } } }`)).data![
      'stoppedClocks'
    ];
  const idsOf = ({ edges }: Loose): string[] => edges.map((edge: Loose) => edge['node'].case.id);
  const all = await list(hall.leader('rest'));
  expect(idsOf(all)).toEqual([soon['id'], waits['id'], hearing['id']]);
  expect(all.edges[0].node).toEqual({
    ground: 'HEARING',
    expectedEnd: '2026-11-27',
    evidence: '听证通知书第1号',
    body: null,
    since: '2026-11-23T09:00:00+08:00',
    stoppedBy: { id: leadId },
    case: { id: soon['id'] },
  });
  expect(all.edges[1].node).toMatchObject({ ground: 'AWAITING_CORRECTION', expectedEnd: '2026-12-07' });
  const [first] = all.edges;
  expect(idsOf(await list(hall.leader('rest'), `first: 1, after: "${first.cursor}"`))).toEqual([waits['id']]);
  expect(idsOf(await list(hall.head('rest')))).toHaveLength(3);
  expect(idsOf(await list(hall.as('head2', 'rest', 'SECTION_HEAD')))).toEqual([]);
  expect(idsOf(await list(hall.office('rest'), `departmentId: "${departmentId}"`))).toHaveLength(3);
  expect(idsOf(await list(hall.office('rest'), `departmentId: "${secondDepartmentId}"`))).toEqual([]);
  expect((await lead(`{ stoppedClocks { edges { cursor } } }`)).errors![0]).toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
  const standstill = async (of: Loose) =>
    (await lead('query ($id: ID!) { case(id: $id) { standstill { ground expectedEnd } } }', { id: of['id'] })).data![
      'case'
    ].standstill;
  expect(await standstill(soon)).toEqual({ ground: 'HEARING', expectedEnd: '2026-11-27' });
  expect(await standstill(runs)).toBeNull();
  const alerted = async () =>
    (await lead('{ alerts { edges { node { subject kind case { id } } } } }')).data!['alerts'].edges.map(
      (edge: Loose) => edge['node'],
    );
  const isAlerted = (kind: string) => ({ subject: 'PAUSE', kind, case: { id: soon['id'] } });
  await hall.setClock('2026-11-27T09:00:00+08:00');
  expect(await alerted()).toContainEqual(isAlerted('DEADLINE_IMMINENT'));
  await hall.setClock('2026-11-27T17:01:00+08:00');
  expect(await alerted()).toContainEqual(isAlerted('DEADLINE_OVERDUE'));
  expect(await hall.read(lead, soon['id'])).toMatchObject({ commitment: { state: 'PAUSED' } });
  await byCase(lead, 'resumeCommitment', soon['id']);
  expect((await alerted()).filter(({ subject }: Loose) => subject === 'PAUSE')).toEqual([]);
  expect(idsOf(await list(hall.leader('rest')))).toEqual([waits['id'], hearing['id']]);
});
