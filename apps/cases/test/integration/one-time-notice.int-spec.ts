import { eventually } from '@hall/testing';
import type { Loose } from '@hall/testing';
import { handOver, supply, wrong } from '../support/case-acts';
import { kindsOf, mutate, nodesOf, useCases } from '../support/hall';

const hall = useCases();
const byCase = (caseId: string, args: object = {}) => ({ caseId, ...args });

test('S3.4b complete materials are accepted on the spot with a slip that says when it is done', async () => {
  const { submit, leadId } = await hall.aHall('complete');
  expect(await submit()).toMatchObject({
    status: 'ACCEPTED',
    slip: { number: expect.stringMatching(/^complete-20261123-\d{6}-1$/), dueOn: '2026-11-30', provisional: false },
    responsible: { id: leadId },
    commitment: { state: 'RUNNING', dueAt: '2026-11-30T17:00:00+08:00' },
    correctionNotice: null,
  });
});

test('S4.1b S3.4f S4.3c S4.5a: everything that is wrong stands on one numbered notice, by a named person; the clock stands still', async () => {
  const { submit, leadId } = await hall.aHall('notice');
  const submitted = await submit({ situations: ['委托他人代办的'], materials: ['FORM'], findings: [wrong('FORM')] });
  expect(submitted).toMatchObject({
    status: 'AWAITING_CORRECTION',
    slip: null,
    commitment: { state: 'PAUSED', dueAt: null, pauses: [{ ground: 'AWAITING_CORRECTION', to: null }] },
    correctionNotice: {
      number: expect.stringMatching(/-B1$/),
      replyBy: '2026-12-07',
      ground: null,
      issuedBy: { id: leadId },
      defects: [
        { materialCode: 'ID', kind: 'MISSING' },
        { materialCode: 'FORM', kind: 'WRONG_CONTENT' },
        { materialCode: 'PROXY', kind: 'MISSING' },
      ],
    },
  });
});

test('S4.4e nothing outside the published list can be taken or found wanting, and nothing is left behind', async () => {
  const { submit } = await hall.aHall('unlisted');
  expect(await submit({ materials: ['ID', 'FORM', 'MARRIAGE'], idempotencyKey: 'k' })).toMatchObject({
    code: 'MATERIAL_NOT_LISTED',
    clause: 'S4.4e',
  });
  expect(await submit({ findings: [wrong('MARRIAGE')] })).toMatchObject({ code: 'MATERIAL_NOT_LISTED' });
  expect(await submit({ situations: ['外地户口'] })).toMatchObject({ code: 'SITUATION_NOT_LISTED', clause: 'S4.4e' });
  expect(await submit({ materials: ['ID'], findings: [wrong('FORM')] })).toMatchObject({
    code: 'FINDING_WITHOUT_MATERIAL',
  });
  expect(await submit({ applicant: { name: '张三', idNumber: '330282199001011234' } })).toMatchObject({
    code: 'IDENTITY_NUMBER_INVALID',
    message: expect.stringContaining('校验码'),
  });
  const [row] = await hall.sql<{ n: string }>(
    `select (select count(*) from cases where hall_code = $1) + (select count(*) from deadlines where hall_code = $1)
          + (select count(*) from idempotency_keys where hall_code = $1 and operation = 'submitCase') as n`,
    ['unlisted'],
  );
  expect(row).toEqual({ n: '0' });
});

test('S4.3c the applicant brings what is missing: accepted at once, and the days of waiting do not count', async () => {
  const { submit, lead } = await hall.aHall('supplied');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  await handOver(lead, correctionNotice.number);
  expect(await supply(lead, id, ['ID'])).toMatchObject({ code: 'MATERIAL_NOT_ON_NOTICE', clause: 'S4.4e' });
  await hall.setClock('2026-11-25T10:00:00+08:00');
  const supplied = await supply(lead, id, ['FORM']);
  expect(supplied).toMatchObject({
    status: 'ACCEPTED',
    slip: { dueOn: '2026-12-01' },
    commitment: { state: 'RUNNING', dueOn: '2026-12-01' },
  });
  expect(kindsOf(supplied)).toEqual(['CORRECTION_REQUESTED', 'NOTICE_DELIVERED', 'ACCEPTED']);
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.2c what can be corrected on the spot is on no notice, stops no clock, and is corrected at once', async () => {
  const { submit, lead } = await hall.aHall('spot');
  const submitted = await submit({ findings: [wrong('FORM', 'ON_SPOT')] });
  expect(submitted).toMatchObject({ status: 'RECEIVED', correctionNotice: null, commitment: { state: 'RUNNING' } });
  const correct = (materialCode: string) =>
    mutate(lead, 'correctOnSpot', byCase(submitted['id'], { materialCode, note: '补签名' }));
  expect(await correct('ID')).toMatchObject({ code: 'NOTHING_TO_CORRECT', clause: 'S4.2c' });
  expect(await correct('FORM')).toMatchObject({ status: 'ACCEPTED', slip: { dueOn: '2026-11-30' } });
});

test('S4.2c S4.1b: with a spot error and a wrong paper told, the paper comes: nothing is looked through again, and no act ends in a fault', async () => {
  const { submit, lead } = await hall.aHall('told');
  const { id } = await submit({ findings: [wrong('ID', 'ON_SPOT'), wrong('FORM')] });
  const supplied = await supply(lead, id, ['FORM']);
  expect(supplied).toMatchObject({ status: 'AWAITING_CORRECTION', commitment: { state: 'RUNNING' } });
  expect(supplied['allowedActions']).not.toContain('checkMaterials');
  const check = { input: { caseId: id, materials: ['ID', 'FORM'], findings: [wrong('FORM')] } };
  expect(await mutate(lead, 'checkMaterials', check)).toMatchObject({ code: 'CASE_ACTION_NOT_POSSIBLE' });
  const corrected = await mutate(lead, 'correctOnSpot', byCase(id, { materialCode: 'ID', note: '补签名' }));
  expect(corrected).toMatchObject({
    status: 'ACCEPTED',
    correctionNotices: [{ number: expect.stringMatching(/-B1$/) }],
  });
});

test('S4.2c an on-spot error beside a missing paper: the notice names only the paper', async () => {
  const { submit } = await hall.aHall('both');
  const submitted = await submit({ materials: ['FORM'], findings: [wrong('FORM', 'ON_SPOT')] });
  expect(submitted['correctionNotice'].defects).toEqual([
    { materialCode: 'ID', kind: 'MISSING', explanation: '身份证' },
  ]);
});

test('A-13 S4.2c an error that can be corrected on the spot does not end the duty to check: nobody was told of it', async () => {
  const { submit, lead } = await hall.aHall('spotuntold', { regime: 'LICENCE' });
  const { id } = await submit({ checked: false });
  const input = { caseId: id, materials: ['FORM', 'ID'], findings: [wrong('FORM', 'ON_SPOT')] };
  expect(await mutate(lead, 'checkMaterials', { input })).toMatchObject({ status: 'RECEIVED', correctionNotice: null });
  await hall.setClock('2026-11-30T17:01:00+08:00');
  const deemed = await hall.read(lead, id);
  expect(deemed).toMatchObject({ status: 'ACCEPTED', acceptedAt: '2026-11-23T09:00:00+08:00' });
  expect(kindsOf(deemed)).toContain('DEEMED_ACCEPTED');
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-13 a licence application that nobody checks within five working days is accepted as of its receipt', async () => {
  const { submit, lead } = await hall.aHall('deemed', { regime: 'LICENCE' });
  const received = await submit({ checked: false });
  expect(received).toMatchObject({ status: 'RECEIVED', slip: null, acceptedAt: null });
  await hall.setClock('2026-11-30T16:59:00+08:00');
  expect(await hall.read(lead, received['id'])).toMatchObject({ status: 'RECEIVED' });
  await hall.setClock('2026-11-30T17:01:00+08:00');
  const deemed = await hall.read(lead, received['id']);
  expect(deemed).toMatchObject({
    status: 'ACCEPTED',
    acceptedAt: '2026-11-23T09:00:00+08:00',
    slip: { dueOn: '2026-11-30' },
  });
  expect(deemed['timeline'].at(-1)).toMatchObject({ kind: 'DEEMED_ACCEPTED', clause: 'A-13', officer: null });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S3.4f elsewhere an unchecked application is a breach the same day, and nothing is accepted by silence', async () => {
  const { submit, lead } = await hall.aHall('sameday');
  const received = await submit({ checked: false });
  await hall.setClock('2026-11-23T17:01:00+08:00');
  const later = await hall.read(lead, received['id']);
  expect(later['status']).toBe('RECEIVED');
  expect(later['timeline'].at(-1)).toMatchObject({ kind: 'COMMITMENT_BREACHED', note: 'CHECK' });
  const checked = await mutate(lead, 'checkMaterials', {
    input: { caseId: received['id'], materials: ['ID'] },
  });
  expect(checked).toMatchObject({
    status: 'AWAITING_CORRECTION',
    correctionNotice: { defects: [{ materialCode: 'FORM' }] },
  });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.3c what is not completed by the day on the notice is returned, and its clock is cancelled', async () => {
  const { submit, lead } = await hall.aHall('returned');
  const { id, correctionNotice } = await submit({ materials: [] });
  await handOver(lead, correctionNotice.number);
  await hall.setClock('2026-12-07T17:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'AWAITING_CORRECTION' });
  await hall.setClock('2026-12-07T17:01:00+08:00');
  const returned = await hall.read(lead, id);
  expect(returned).toMatchObject({
    status: 'RETURNED',
    commitment: { state: 'CANCELLED' },
    allowedActions: ['revealApplicant'],
  });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.3a S4.3c: nothing is returned for a notice that nobody handed over; that it lies is the head’s alert the same day', async () => {
  const { submit, lead } = await hall.aHall('lying');
  const { id, correctionNotice, allowedActions } = await submit({ materials: [] });
  expect(allowedActions).toContain('deliverNotice');
  const alerts = async () =>
    nodesOf(
      await hall.head('lying')('{ alerts(first: 20) { edges { node { kind subject case { id } } } } }'),
      'alerts',
    );
  await hall.setClock('2026-11-23T16:59:00+08:00');
  expect(await alerts()).not.toContainEqual({ kind: 'DEADLINE_OVERDUE', subject: 'NOTICE', case: { id } });
  await hall.setClock('2026-11-23T17:01:00+08:00');
  expect(await alerts()).toContainEqual({ kind: 'DEADLINE_OVERDUE', subject: 'NOTICE', case: { id } });
  await hall.setClock('2026-12-14T09:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({
    status: 'AWAITING_CORRECTION',
    correctionNotice: { replyBy: '2026-12-07' },
  });
  const handedOver = await handOver(lead, correctionNotice.number);
  expect(handedOver).toMatchObject({ status: 'AWAITING_CORRECTION', correctionNotice: { replyBy: '2026-12-28' } });
  expect(handedOver['timeline'].at(-1)).toMatchObject({ kind: 'NOTICE_DELIVERED', note: correctionNotice.number });
  expect(handedOver['allowedActions']).not.toContain('deliverNotice');
  expect(await alerts()).not.toContainEqual(expect.objectContaining({ subject: 'NOTICE' }));
  await hall.setClock('2026-12-28T16:59:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'AWAITING_CORRECTION' });
  await hall.setClock('2026-12-28T17:01:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'RETURNED' });
  expect(await handOver(lead, correctionNotice.number)).toMatchObject({ code: 'NOTICE_DELIVERED' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.3c when everything has come before the notice was handed over, nothing is left to hand over', async () => {
  const { submit, lead } = await hall.aHall('moot');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  expect(await supply(lead, id, ['FORM'])).toMatchObject({ status: 'ACCEPTED' });
  await hall.setClock('2026-11-23T17:01:00+08:00');
  expect(kindsOf(await hall.read(lead, id))).toEqual(['CORRECTION_REQUESTED', 'ACCEPTED']);
  // The paper itself may still be wanted.
  expect(await handOver(lead, correctionNotice.number)).toMatchObject({ status: 'ACCEPTED' });
  expect(
    await hall.sql('select from deadlines where owner_id = $1 and is_open and subject = $2', [
      id.split('.').at(-1),
      'CORRECTION',
    ]),
  ).toEqual([]);
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.4b S4.4c A-16: not accepted only for a closed reason and with a place to go; reported upwards and read', async () => {
  const base = await hall.aHall('declined');
  const { submit, lead, otherWindowId, thirdWindowId, secondDepartmentId } = base;
  const elsewhere = await hall.publish(
    { ...base, departmentId: secondDepartmentId },
    { code: 'E-1', name: '医保参保' },
  );
  const decline = (id: string, args: object) =>
    mutate(lead, 'declineCase', byCase(id, { explanation: '属于医保', ...args }));
  const first = await submit({ materials: [] });
  const reason = (text: string) => text;
  expect(await decline(first['id'], { reason: reason('NOT_THIS_DEPARTMENT') })).toMatchObject({
    code: 'REFERRAL_REQUIRED',
    clause: 'S4.4c',
  });
  expect(await decline(first['id'], { reason: reason('NOT_IN_HALL'), referToBody: '不详' })).toMatchObject({
    code: 'OUTSIDE_BODY_REQUIRED',
  });
  for (const excuse of ['I_DO_NOT_KNOW', 'NOT_MY_BUSINESS', 'BUSY', 'OTHER']) {
    const input = byCase(first['id'], { explanation: '不清楚', reason: excuse });
    const query = 'mutation ($input: DeclineCaseInput!) { declineCase(input: $input) { __typename } }';
    const { errors } = (await lead(query, { input })) as Loose;
    expect([excuse, errors?.[0].extensions.code]).toEqual([excuse, 'BAD_USER_INPUT']);
  }
  // Nobody is sent to a window that does not do what they came for: the refusal says which do, and what it is.
  const notThere = (windows: string) => ({
    code: 'ITEM_NOT_OFFERED_HERE',
    clause: 'S4.4c',
    message: expect.stringContaining(windows),
  });
  const sentTo = (referToWindowId: string | null, referToItemId: string | null = null) =>
    decline(first['id'], { reason: reason('NOT_THIS_DEPARTMENT'), referToWindowId, referToItemId });
  expect(await sentTo(thirdWindowId)).toMatchObject(notThere('I-1 失业登记，办理的窗口：1 窗口、2 窗口'));
  expect(await sentTo(otherWindowId, elsewhere)).toMatchObject(notThere('E-1 医保参保，办理的窗口：3 窗口'));
  expect(await sentTo(null, elsewhere)).toMatchObject(notThere('3 窗口'));
  const declined = await sentTo(thirdWindowId, elsewhere);
  expect(declined).toMatchObject({
    status: 'NOT_ACCEPTED',
    rejection: { reason: 'NOT_THIS_DEPARTMENT', referToWindow: { id: thirdWindowId }, readAt: null },
    commitment: { state: 'CANCELLED' },
    allowedActions: ['revealApplicant'],
  });
  const number = declined['rejection'].number;
  const read = await mutate(hall.head('declined'), 'acknowledgeRejection', { number });
  expect(read['rejection'].readAt).toEqual(expect.any(String));
  expect(await mutate(hall.head('declined'), 'acknowledgeRejection', { number })).toMatchObject({
    code: 'REPORT_READ',
  });
});

test('S4.1b S4.4b still incomplete after a notice is a reason only once the day on it is over', async () => {
  const { submit, lead } = await hall.aHall('patience');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  const decline = () =>
    mutate(lead, 'declineCase', byCase(id, { reason: 'INCOMPLETE_AFTER_NOTICE', explanation: '仍缺签名' }));
  expect(await decline()).toMatchObject({ code: 'NO_NOTICE_BEFORE' });
  await handOver(lead, correctionNotice.number);
  expect(await decline()).toMatchObject({ code: 'NO_NOTICE_BEFORE' });
  await supply(lead, id, ['FORM'], [wrong('FORM')]);
  await hall.setClock('2026-12-07T16:00:00+08:00');
  expect(await decline()).toMatchObject({ code: 'NO_NOTICE_BEFORE' });
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await decline()).toMatchObject({ status: 'NOT_ACCEPTED', rejection: { reason: 'INCOMPLETE_AFTER_NOTICE' } });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.1b two officers who submit and supply at the same moment end in one acceptance', async () => {
  const { submit, lead } = await hall.aHall('race');
  const { id } = await submit({ materials: ['ID'] });
  const answers = await Promise.all([supply(lead, id, ['FORM']), supply(lead, id, ['FORM'])]);
  expect(answers.filter(({ status }) => status === 'ACCEPTED')).toHaveLength(1);
  expect(answers.filter(({ code }) => code === 'CASE_ACTION_NOT_POSSIBLE')).toHaveLength(1);
  await eventually(async () => {
    const rows = await hall.sql('select from acceptance_slips where hall_code = $1', ['race']);
    expect(rows).toHaveLength(1);
  });
});

test('S4.3a A-15: a notice is handed over in writing, on paper or by the chosen channel, and acknowledged', async () => {
  const { submit, lead } = await hall.aHall('written');
  const account = 'zhaoliu';
  const person = { name: '赵六', idNumber: '11010519491231002X', account };
  const first = await submit({ materials: [] });
  const second = await submit({ materials: [], applicant: person });
  const fields = '... on Case { correctionNotice { deliveryMode deliveredAt acknowledgedAt } }';
  const hand = (of: Loose, mode: string) =>
    mutate(lead, 'deliverNotice', { number: of['correctionNotice'].number, mode }, fields);
  const confirm = (of: Loose, who: string) =>
    mutate(
      hall.service.as({ account: who, roles: ['APPLICANT'] }),
      'acknowledgeNotice',
      { number: of['correctionNotice'].number },
      fields,
    );
  expect(await hand(first, 'ELECTRONIC')).toMatchObject({ code: 'NOTICE_WITHOUT_CHANNEL', clause: 'A-15' });
  expect(await hand(first, 'PRINTED')).toMatchObject({
    correctionNotice: { deliveryMode: 'PRINTED', acknowledgedAt: '2026-11-23T09:00:00+08:00' },
  });
  expect(await hand(first, 'ELECTRONIC')).toMatchObject({ code: 'NOTICE_DELIVERED', clause: 'S4.3a' });
  expect(await confirm(second, account)).toMatchObject({ code: 'NOTICE_NOT_DELIVERED', clause: 'S4.3a' });
  expect(await hand(second, 'ELECTRONIC')).toMatchObject({
    correctionNotice: { deliveryMode: 'ELECTRONIC', acknowledgedAt: null },
  });
  expect(await confirm(second, 'somebody')).toMatchObject({ code: 'NOTICE_NOT_FOUND' });
  expect(await confirm(second, account)).toMatchObject({
    correctionNotice: { acknowledgedAt: '2026-11-23T09:00:00+08:00' },
  });
  await expect(hand(first, 'ORAL')).rejects.toThrow('ORAL');
});
