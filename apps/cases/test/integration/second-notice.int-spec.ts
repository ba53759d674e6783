import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { byCase, decide, handOver, pause, secondNotice, supply, wrong } from '../support/case-acts';
import { useCases } from '../support/hall';

const hall = useCases();

test('S4.1b A-14: a second notice is impossible for what could be seen the first time', async () => {
  const { submit, lead } = await hall.aHall('second');
  const { id } = await submit({ materials: ['ID'] });
  for (const ground of ['NEWLY_SUPPLIED', 'OMISSION']) {
    expect(await secondNotice(lead, id, ground, [wrong('ID')])).toMatchObject({
      code: ground === 'OMISSION' ? 'LEADER_REQUIRED' : 'SECOND_NOTICE',
    });
  }
  const { correctionNotices } = await hall.read(lead, id);
  expect(correctionNotices).toHaveLength(1);
});

test('A-14 papers that were supplied only now may be found wanting, and the clock stands still for them', async () => {
  const { submit, lead } = await hall.aHall('newly');
  const { id } = await submit({ materials: ['ID'] });
  const supplied = await supply(lead, id, ['FORM'], [wrong('FORM')]);
  expect(supplied).toMatchObject({ status: 'AWAITING_CORRECTION', commitment: { state: 'RUNNING' } });
  expect(await secondNotice(lead, id, 'NEWLY_SUPPLIED', [wrong('FORM')])).toMatchObject({
    correctionNotice: {
      number: expect.stringMatching(/-B2$/),
      ground: 'NEWLY_SUPPLIED',
      defects: [{ materialCode: 'FORM' }],
    },
    commitment: { state: 'PAUSED' },
  });
  expect(await supply(lead, id, ['FORM'])).toMatchObject({ status: 'ACCEPTED' });
});

test('A-14 A-30: what no notice names stops no clock, and the application is not returned for it', async () => {
  const { submit, lead } = await hall.aHall('untold');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  await handOver(lead, correctionNotice.number);
  await hall.setClock('2026-11-25T09:00:00+08:00');
  const supplied = await supply(lead, id, ['FORM'], [wrong('FORM')]);
  expect(supplied).toMatchObject({
    defects: [{ materialCode: 'FORM', kind: 'MISSING', settledAt: expect.any(String) }, { settledAt: null }],
    commitment: { state: 'RUNNING', dueOn: '2026-12-01', pauses: [{ to: '2026-11-25T09:00:00+08:00' }] },
  });
  // The day on the first notice: what it asked for has come.
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({
    status: 'AWAITING_CORRECTION',
    commitment: { state: 'BREACHED', dueOn: '2026-12-01' },
  });
  expect(await supply(lead, id, ['FORM'])).toMatchObject({ status: 'ACCEPTED' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-14 of two papers one comes with a fault: the clock stands still for the other one only', async () => {
  const { submit, lead } = await hall.aHall('half');
  const { id } = await submit({ materials: [] });
  expect(await supply(lead, id, ['FORM'], [wrong('FORM')])).toMatchObject({ commitment: { state: 'PAUSED' } });
  expect(await supply(lead, id, ['ID'])).toMatchObject({
    status: 'AWAITING_CORRECTION',
    commitment: { state: 'RUNNING' },
  });
});

test('S4.1b A-14: a second notice says everything too, and leaves nothing for a third', async () => {
  const { submit, lead } = await hall.aHall('third');
  const { id } = await submit({ materials: [] });
  await supply(lead, id, ['ID', 'FORM'], [wrong('ID'), wrong('FORM')]);
  const second = await secondNotice(lead, id, 'NEWLY_SUPPLIED', [wrong('FORM')]);
  expect(second['correctionNotice'].defects.map(({ materialCode }: Loose) => materialCode).sort()).toEqual([
    'FORM',
    'ID',
  ]);
  expect(await secondNotice(lead, id, 'NEWLY_SUPPLIED', [wrong('ID')])).toMatchObject({ code: 'SECOND_NOTICE' });
});

test('A-14 an omission is a recorded breach that the head lets pass, and the due date does not move', async () => {
  const { submit, lead } = await hall.aHall('omission');
  const { id, commitment } = await submit();
  const second = await secondNotice(hall.head('omission'), id, 'OMISSION', [wrong('ID')]);
  expect(second).toMatchObject({
    status: 'IN_PROGRESS',
    correctionNotice: { ground: 'OMISSION', approvedBy: { id: expect.any(String) } },
    commitment: { state: 'RUNNING', dueAt: commitment.dueAt },
  });
  expect(second['timeline'].at(-1)).toMatchObject({ kind: 'NOTICE_RULE_BROKEN', clause: 'S4.1b' });
  expect(await supply(lead, id, ['ID'])).toMatchObject({
    status: 'IN_PROGRESS',
    commitment: { dueAt: commitment.dueAt },
  });
});

test('A-14 S4.1b: after acceptance papers are asked for by the head, on a citable basis; the clock runs on and the case is decided', async () => {
  const { submit, lead } = await hall.aHall('demand');
  const head = hall.head('demand');
  const { id, commitment } = await submit();
  const offered = async (ask: Ask) => (await hall.read(ask, id))['allowedActions'];
  const law = '《失业保险条例》第十二条';
  expect(await secondNotice(lead, id, 'CHANGED_LAW', [wrong('ID')], law)).toMatchObject({ code: 'LEADER_REQUIRED' });
  expect(await offered(lead)).not.toContain('issueSecondNotice');
  expect(await offered(head)).toContain('issueSecondNotice');
  expect(await secondNotice(head, id, 'CHANGED_LAW', [wrong('ID')], '上面要求')).toMatchObject({
    code: 'BASIS_NOT_CITABLE',
    clause: 'S4.1b',
  });
  expect(await secondNotice(head, id, 'CHANGED_LAW', [wrong('ID')], law)).toMatchObject({
    status: 'IN_PROGRESS',
    correctionNotice: { ground: 'CHANGED_LAW', approvedBy: { id: expect.any(String) } },
    commitment: { state: 'RUNNING', dueAt: commitment.dueAt, pauses: [] },
  });
  const decline = { reason: 'INCOMPLETE_AFTER_NOTICE', explanation: '未补' };
  expect(await byCase(lead, 'declineCase', id, decline)).toMatchObject({ code: 'CASE_ACTION_NOT_POSSIBLE' });
  expect(await offered(lead)).toEqual(expect.arrayContaining(['supplyCorrection', 'decideCase', 'pauseCommitment']));
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'IN_PROGRESS' });
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S3.4b an accepted case stays accepted, whatever is found in what comes after it', async () => {
  const { submit, lead } = await hall.aHall('stays');
  const { id, acceptedAt } = await submit();
  await secondNotice(hall.head('stays'), id, 'OMISSION', [wrong('FORM')]);
  const supplied = await supply(lead, id, ['FORM'], [wrong('FORM', 'ON_SPOT')]);
  expect(supplied).toMatchObject({ status: 'IN_PROGRESS', acceptedAt, commitment: { state: 'RUNNING' } });
  expect(await byCase(lead, 'correctOnSpot', id, { materialCode: 'FORM', note: '补签名' })).toMatchObject({
    status: 'IN_PROGRESS',
    acceptedAt,
    slips: [{ voidedBy: null }],
  });
  expect(await decide(lead, id)).toMatchObject({ status: 'DECIDED' });
});

test('S4.5a S4.1b: what was left out is charged to who signed the first notice, also when the post is another’s by then', async () => {
  const { hallCode, submit, leadId, deputyId, deputy, deputyTakesOver } = await hall.aHall('signer');
  const { id } = await submit({ materials: ['ID'] });
  await deputyTakesOver();
  await eventually(async () => expect((await hall.read(deputy, id))['responsible'].id).toBe(deputyId));
  await secondNotice(hall.head('signer'), id, 'OMISSION', [wrong('ID')]);
  const rows = await hall.sql(
    `select envelope->'data'->>'signedById' as signed from outbox where hall_code = $1 and type = 'hall.cases.notice.rule-broken.v1'`,
    [hallCode],
  );
  expect(rows).toEqual([{ signed: leadId.replace('signer.', '') }]);
});

test('A-14 when only an omission is left, the day on the first notice does not return the application', async () => {
  const { submit, lead } = await hall.aHall('left');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  await handOver(lead, correctionNotice.number);
  await secondNotice(hall.head('left'), id, 'OMISSION', [wrong('ID')]);
  expect(await supply(lead, id, ['FORM'])).toMatchObject({
    status: 'AWAITING_CORRECTION',
    commitment: { state: 'RUNNING' },
  });
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'AWAITING_CORRECTION' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-14 a lawful second notice gives a new day to answer; the day on the first no longer returns the application', async () => {
  const { submit, lead } = await hall.aHall('newday');
  const { id, correctionNotice } = await submit({ materials: ['ID'] });
  await handOver(lead, correctionNotice.number);
  await hall.setClock('2026-12-04T09:00:00+08:00');
  await supply(lead, id, ['FORM'], [wrong('FORM')]);
  const second = await secondNotice(lead, id, 'NEWLY_SUPPLIED', [wrong('FORM')]);
  expect(second).toMatchObject({ correctionNotice: { replyBy: '2026-12-18' } });
  await handOver(lead, second['correctionNotice'].number);
  await hall.setClock('2026-12-08T09:00:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'AWAITING_CORRECTION' });
  await hall.setClock('2026-12-18T17:01:00+08:00');
  expect(await hall.read(lead, id)).toMatchObject({ status: 'RETURNED' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-30 a clock that stands still for a hearing does so still when an omission is notified', async () => {
  const { submit, lead } = await hall.aHall('hearing');
  const { id } = await submit();
  await pause(lead, id);
  expect(await secondNotice(hall.head('hearing'), id, 'OMISSION', [wrong('ID')])).toMatchObject({
    commitment: { state: 'PAUSED', pauses: [{ ground: 'HEARING', to: null }] },
  });
  expect(await supply(lead, id, ['ID'])).toMatchObject({ status: 'IN_PROGRESS', commitment: { state: 'PAUSED' } });
});
