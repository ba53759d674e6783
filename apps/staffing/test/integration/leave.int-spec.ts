import type { Ask, Loose } from '@hall/testing';
import { useStaffing } from '../support/hall';
import { peopleOf } from '../support/people';

const staffing = useStaffing();
const people = peopleOf(staffing);
const at = (time: string, date = '2026-11-23'): string => `${date}T${time}+08:00`;
const answer =
  '{ ... on Leave { id status from to endedAt decidedBy { badgeNumber } } ... on UserError { code clause message } }';

/** A request of the caller, or for somebody. */
async function request(
  ask: Ask,
  from: string,
  to: string,
  kind = 'PERSONAL',
  staffId?: string,
  isHandedOver = true,
): Promise<Loose> {
  const input = { from, to, kind, reason: '家中有事', ...(staffId && { staffId }) };
  const { data, errors } = await ask(
    `mutation ($input: RequestLeaveInput!) { done: requestLeave(input: $input) ${answer} }`,
    { input },
  );
  expect(errors).toBeUndefined();
  const { id } = data!['done'];
  if (id && isHandedOver) await handOver(ask, id);
  return data!['done'];
}

/** Whoever asks writes the hand-over, and who is a deputy of theirs accepts it. */
async function handOver(ask: Ask, leaveId: string, notes = '周三前答复二号件'): Promise<Loose> {
  const input = { leaveId, notes };
  const { data } = await ask(
    `mutation ($input: PrepareHandoverInput!) { done: prepareHandover(input: $input) ${answer} }`,
    { input },
  );
  for (const account of ['lead', 'deputy'])
    await did(staffing.officer(account, leaveId.split('.')[0]!), 'acceptHandover', leaveId);
  return data!['done'];
}

/** An act on a leave that needs no more than its id. */
async function did(ask: Ask, act: string, leaveId: string): Promise<Loose> {
  const { data, errors } = await ask(`mutation ($leaveId: ID!) { done: ${act}(leaveId: $leaveId) ${answer} }`, {
    leaveId,
  });
  expect(errors).toBeUndefined();
  return data!['done'];
}

async function refuse(ask: Ask, leaveId: string): Promise<Loose> {
  const input = { leaveId, reason: '人手不足' };
  const { data } = await ask(`mutation ($input: RefuseLeaveInput!) { done: refuseLeave(input: $input) ${answer} }`, {
    input,
  });
  return data!['done'];
}

const onDuty = async (hallCode: string, postId: string): Promise<unknown> => {
  const { data } = await staffing.officer('lead', hallCode)(
    `query ($postId: ID!) { officerOnDuty(postId: $postId) { role since staff { badgeNumber } cover { cause } } post(id: $postId) { vacancy { reason since } } }`,
    { postId },
  );
  const { officerOnDuty: held, post } = data!;
  if (held) return [held.role, held.staff.badgeNumber, held.cover?.cause ?? null, held.since];
  return post.vacancy ? ['VACANT', post.vacancy.reason, post.vacancy.since] : null;
};

/** A hall whose lead and deputy are there; its day has begun. */
async function aHall(code: string) {
  await staffing.setClock(at('08:15:00'));
  const hall = await people(code);
  for (const ask of [hall.lead, hall.deputy]) await staffing.checkIn(ask, hall.windowId);
  return hall;
}

test('S5.2a S5.3a a leave begins by itself: from that very minute the deputy holds the post, and with the return the lead', async () => {
  const { lead, deputy, head, postId, windowId } = await aHall('begins');
  const { id } = await request(lead, at('10:00:00'), at('11:00:00'));
  expect(await did(head, 'approveLeave', id)).toMatchObject({
    status: 'APPROVED',
    decidedBy: { badgeNumber: 'head' },
  });
  await staffing.setClock(at('09:59:59'));
  expect(await onDuty('begins', postId)).toEqual(['LEAD', 'lead', null, at('08:15:00')]);
  await staffing.setClock(at('10:07:00'));
  expect(await onDuty('begins', postId)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('10:00:00')]);
  // Whatever the person does, while the leave lasts they hold nothing.
  await staffing.checkIn(lead, windowId);
  expect(await onDuty('begins', postId)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('10:00:00')]);
  expect(await did(deputy, 'endLeave', id)).toMatchObject({ code: 'LEAVE_NOT_FOUND' });
  await staffing.setClock(at('10:30:00'));
  expect(await did(lead, 'endLeave', id)).toMatchObject({
    status: 'ENDED',
    to: at('10:30:00'),
    endedAt: at('10:30:00'),
  });
  expect(await onDuty('begins', postId)).toEqual(['LEAD', 'lead', null, at('10:30:00')]);
  expect(await did(lead, 'endLeave', id)).toMatchObject({ code: 'LEAVE_NOT_POSSIBLE', clause: 'S5.3a' });
});

test('S5.3a a leave that is granted after it began counts from then on; one that is over ends without anybody’s doing', async () => {
  const { lead, head, postId } = await aHall('late');
  await staffing.setClock(at('09:00:00'));
  expect(await request(lead, at('07:59:00'), at('11:00:00'), 'EMERGENCY')).toMatchObject({
    code: 'EMERGENCY_TOLD_LATE',
    clause: 'S5.3b',
  });
  const { id } = await request(lead, at('08:30:00'), at('09:30:00'), 'EMERGENCY');
  await staffing.setClock(at('09:10:00'));
  await did(head, 'approveLeave', id);
  expect(await onDuty('late', postId)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('09:10:00')]);
  await staffing.setClock(at('09:40:00'));
  expect(await onDuty('late', postId)).toEqual(['LEAD', 'lead', null, at('09:30:00')]);
  expect(await did(lead, 'endLeave', id)).toMatchObject({
    status: 'ENDED',
    to: at('09:30:00'),
    endedAt: at('09:40:00'),
  });
});

test('S5.3a what cannot be leave is refused, with its clause and nothing written', async () => {
  const { lead, head, deputyId } = await aHall('bad');
  const foreign = await people('elsewhere');
  await request(lead, at('10:00:00', '2026-11-25'), at('11:00:00', '2026-11-25'));
  const refused = async (from: string, to: string, staffId?: string, ask = lead) => {
    const { code } = await request(ask, from, to, 'ANNUAL', staffId);
    return code;
  };
  expect(await refused(at('10:00:00'), at('09:00:00'))).toBe('LEAVE_WITHOUT_LENGTH');
  expect(await refused(at('10:00:00'), at('10:00:00'))).toBe('LEAVE_WITHOUT_LENGTH');
  expect(await refused(at('08:00:00'), at('10:00:00'))).toBe('LEAVE_IN_PAST');
  expect(await refused(at('10:59:00', '2026-11-25'), at('12:00:00', '2026-11-25'))).toBe('LEAVE_OVERLAPS');
  expect(await refused(at('10:00:00'), at('10:00:00', '2029-01-02'))).toBe('LEAVE_BEYOND_CALENDAR');
  expect(await refused(at('10:00:00'), at('11:00:00'), foreign.leadId)).toBe('STAFF_NOT_FOUND');
  expect(await refused(at('10:00:00'), at('11:00:00'), deputyId)).toBe('STAFF_NOT_FOUND');
  expect(await refused(at('10:00:00'), at('11:00:00'), deputyId, head)).toBeUndefined();
  // Half-open: what begins when another ends does not overlap it.
  expect(await refused(at('11:00:00', '2026-11-25'), at('12:00:00', '2026-11-25'))).toBeUndefined();
  expect(await staffing.sql(`select from leaves where hall_code = 'bad'`)).toHaveLength(3);
});

test('S5.3a A-19 who decides depends on the length; nobody decides about themselves', async () => {
  const { lead, head, leader, leader2, office, person } = await aHall('ladder');
  const [short, day, long] = [
    await request(lead, at('10:00:00', '2026-11-24'), at('12:00:00', '2026-11-24')),
    await request(lead, at('00:00:00', '2026-11-25'), at('00:00:00', '2026-11-26')),
    await request(lead, at('00:00:00', '2026-11-26'), at('09:00:00', '2026-11-27')),
  ];
  expect(await did(head, 'approveLeave', day!.id)).toMatchObject({ code: 'LEAVE_ABOVE_LEVEL' });
  expect(await did(office, 'approveLeave', long!.id)).toMatchObject({ code: 'LEAVE_ABOVE_LEVEL' });
  expect(await did(head, 'approveLeave', short!.id)).toMatchObject({ status: 'APPROVED' });
  expect(await did(office, 'approveLeave', day!.id)).toMatchObject({ status: 'APPROVED' });
  expect(await refuse(leader, long!.id)).toMatchObject({ status: 'REFUSED' });
  expect(await did(leader, 'approveLeave', long!.id)).toMatchObject({ code: 'LEAVE_NOT_POSSIBLE' });
  const other = await staffing.register('Department', { hallCode: 'ladder', code: 'D2', name: '医保局' });
  await person('stranger', '外科', ['SECTION_HEAD'], other);
  const own = await request(head, at('10:00:00', '2026-11-24'), at('11:00:00', '2026-11-24'));
  expect(await did(head, 'approveLeave', own.id)).toMatchObject({ code: 'LEAVE_OWN_REQUEST' });
  expect(await refuse(head, own.id)).toMatchObject({ code: 'LEAVE_OWN_REQUEST' });
  const stranger = staffing.as('stranger', 'ladder', 'SECTION_HEAD');
  expect(await did(stranger, 'approveLeave', own.id)).toMatchObject({ code: 'LEAVE_ABOVE_LEVEL' });
  // The leader's own leave is the other leader's to grant; who is on leave grants nothing.
  const away = await request(leader, at('08:16:00'), at('17:00:00', '2026-12-04'));
  expect(await did(leader, 'approveLeave', away.id)).toMatchObject({ code: 'LEAVE_OWN_REQUEST' });
  expect(await did(leader2, 'approveLeave', away.id)).toMatchObject({ status: 'APPROVED' });
  await staffing.setClock(at('08:30:00'));
  expect(await did(leader, 'approveLeave', own.id)).toMatchObject({ code: 'LEAVE_DECIDER_AWAY' });
  // With nobody above left, the highest who is there decides.
  const last = await request(leader2, at('09:00:00', '2026-12-01'), at('17:00:00', '2026-12-03'));
  expect(await did(office, 'approveLeave', last.id)).toMatchObject({ status: 'APPROVED' });
});

test('S5.1c A-19 the leave of B is not granted while A is away at any instant of it; which post and when is said', async () => {
  const { lead, deputy, leader, head } = await aHall('both');
  const [a, b, c] = [
    await request(lead, at('09:00:00', '2026-11-25'), at('10:00:00', '2026-11-25')),
    await request(deputy, at('09:59:00', '2026-11-25'), at('11:00:00', '2026-11-25')),
    await request(deputy, at('11:00:00', '2026-11-25'), at('12:00:00', '2026-11-25')),
  ];
  await did(head, 'approveLeave', a!.id);
  const no = await did(leader, 'approveLeave', b!.id);
  expect(no).toMatchObject({ code: 'LEAVES_POST_EMPTY', clause: 'A-19' });
  expect(no['message']).toContain('P1');
  expect(no['message']).toContain('2026-11-25T09:59:00+08:00');
  expect(no['message']).toContain('2026-11-25T10:00:00+08:00');
  expect(await did(head, 'approveLeave', c!.id)).toMatchObject({ status: 'APPROVED' });
  // A leave that is taken back blocks nobody.
  await did(lead, 'cancelLeave', a!.id);
  expect(await did(head, 'approveLeave', b!.id)).toMatchObject({ status: 'APPROVED' });
});

test('S5.1c A-19 two approvals at once never let both go', async () => {
  const { lead, deputy, leader, leader2 } = await aHall('race');
  for (let n = 0; n < 8; n++) {
    const date = `2026-12-${String(n + 1).padStart(2, '0')}`;
    const [a, b] = [
      await request(lead, at('09:00:00', date), at('10:00:00', date)),
      await request(deputy, at('09:30:00', date), at('10:30:00', date)),
    ];
    const [one, other] = await Promise.all([did(leader, 'approveLeave', a!.id), did(leader2, 'approveLeave', b!.id)]);
    expect([one!['status'] ?? one!['code'], other!['status'] ?? other!['code']].sort()).toEqual([
      'APPROVED',
      'LEAVES_POST_EMPTY',
    ]);
  }
  // Nor do two requests of one person at once become two leaves.
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => request(lead, at('09:00:00', '2026-12-20'), at('10:00:00', '2026-12-20'))),
  );
  expect(asked.filter(({ id }) => id)).toHaveLength(1);
});

test('S5.3a a leave over midnight and the year’s end holds on every day of it, at every post of the person, and at none', async () => {
  const { lead, deputy, leader, windowId, leadId, deputyId, postId, office } = await aHall('year');
  const second = await staffing.register('Post', {
    windowId,
    code: 'P2',
    name: '二岗',
    duties: ['受理'],
    leadId: deputyId,
    deputyId: leadId,
  });
  const third = await staffing.register('Post', {
    windowId,
    code: 'P3',
    name: '三岗',
    duties: ['受理'],
    leadId,
    deputyId,
  });
  const { id } = await request(lead, at('16:00:00', '2026-12-31'), at('10:00:00', '2027-01-04'), 'ANNUAL');
  await did(leader, 'approveLeave', id);
  await staffing.setClock(at('08:20:00', '2026-12-31'));
  for (const ask of [lead, deputy]) await staffing.checkIn(ask, windowId);
  await staffing.setClock(at('16:00:00', '2026-12-31'));
  for (const post of [postId, third])
    expect(await onDuty('year', post)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('16:00:00', '2026-12-31')]);
  expect(await onDuty('year', second)).toEqual(['LEAD', 'deputy', null, at('08:20:00', '2026-12-31')]);
  await staffing.setClock(at('08:31:00', '2027-01-04'));
  expect(await onDuty('year', postId)).toEqual(['VACANT', 'PLANNED_LEAVE', at('08:30:00', '2027-01-04')]);
  await staffing.checkIn(deputy, windowId);
  await staffing.checkIn(lead, windowId);
  expect(await onDuty('year', postId)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('08:31:00', '2027-01-04')]);
  await staffing.setClock(at('10:00:00', '2027-01-04'));
  for (const post of [postId, third])
    expect(await onDuty('year', post)).toEqual(['LEAD', 'lead', null, at('10:00:00', '2027-01-04')]);
  // Somebody without a post goes on leave like anybody else.
  const none = await request(office, at('13:30:00', '2027-01-04'), at('14:00:00', '2027-01-04'));
  expect(await did(leader, 'approveLeave', none['id'])).toMatchObject({ status: 'APPROVED' });
  expect(await did(office, 'cancelLeave', none['id'])).toMatchObject({ status: 'CANCELLED' });
});

test('S5.3a a leave is taken back before it begins by its person alone, and the post is held as if it had never been asked for', async () => {
  const { lead, deputy, head, postId } = await aHall('taken');
  const { id } = await request(lead, at('10:00:00'), at('11:00:00'));
  await did(head, 'approveLeave', id);
  for (const ask of [deputy, head])
    expect(await did(ask, 'cancelLeave', id)).toMatchObject({ code: 'LEAVE_NOT_FOUND' });
  expect(await did(lead, 'endLeave', id)).toMatchObject({ code: 'LEAVE_NOT_BEGUN' });
  expect(await did(lead, 'cancelLeave', id)).toMatchObject({ status: 'CANCELLED' });
  await staffing.setClock(at('10:30:00'));
  expect(await onDuty('taken', postId)).toEqual(['LEAD', 'lead', null, at('08:15:00')]);
  const begun = await request(lead, at('10:31:00'), at('11:00:00'));
  await did(head, 'approveLeave', begun['id']);
  await staffing.setClock(at('10:31:00'));
  expect(await did(lead, 'cancelLeave', begun['id'])).toMatchObject({ code: 'LEAVE_HAS_BEGUN' });
});

test('S5.3a leaves are seen by their person, the deputy, the head and the centre; the reason not by the deputy', async () => {
  const { lead, deputy, head, leader, leadId, person } = await aHall('seen');
  const other = await staffing.register('Department', { hallCode: 'seen', code: 'D2', name: '医保局' });
  await person('stranger', '外科', ['SECTION_HEAD'], other);
  await person('colleague', '同事');
  for (const day of ['24', '25', '26'])
    await request(lead, at('10:00:00', `2026-11-${day}`), at('11:00:00', `2026-11-${day}`));
  const own = await request(deputy, at('10:00:00', '2026-12-24'), at('11:00:00', '2026-12-24'));
  await refuse(head, own['id']);
  const seen = async (ask: Ask, args = '') => {
    const { data, errors } = await ask(
      `{ leaves${args} { edges { cursor node { from reason staff { badgeNumber } } } } }`,
    );
    expect(errors).toBeUndefined();
    return data!['leaves'].edges as readonly Loose[];
  };
  const count = async (ask: Ask, args = '') => (await seen(ask, args)).length;
  expect(await count(lead)).toBe(3);
  expect(await count(deputy)).toBe(4);
  expect((await seen(deputy)).map(({ node }) => node.reason)).toEqual(['家中有事', null, null, null]);
  expect((await seen(head)).map(({ node }) => node.reason)).toEqual(Array(4).fill('家中有事'));
  expect(await count(leader)).toBe(4);
  expect(await count(staffing.as('stranger', 'seen', 'SECTION_HEAD'))).toBe(0);
  expect(await count(staffing.officer('colleague', 'seen'))).toBe(0);
  expect(await count(leader, `(filter: { staffId: "${leadId}" })`)).toBe(3);
  expect(await count(leader, '(filter: { onlyUndecided: true })')).toBe(3);
  expect(
    await count(leader, `(filter: { from: "${at('11:00:00', '2026-11-24')}", to: "${at('10:00:00', '2026-11-26')}" })`),
  ).toBe(1);
  const [first] = await seen(leader, '(first: 1)');
  expect((await seen(leader, `(first: 2, after: "${first!['cursor']}")`)).map(({ node }) => node.from)).toEqual([
    at('10:00:00', '2026-11-26'),
    at('10:00:00', '2026-11-25'),
  ]);
});

test('S5.1c a leave shows in the forecast where it leaves a post empty; taken back, it is as if it had never been asked for', async () => {
  const { lead, head, leader, windowId, leadId, person } = await aHall('forecast');
  const thirdId = await person('third', '三人');
  const { id } = await request(lead, at('09:00:00', '2026-11-25'), at('10:00:00', '2026-11-25'));
  await did(head, 'approveLeave', id);
  const third = staffing.officer('third', 'forecast');
  const other = await request(third, at('09:30:00', '2026-11-25'), at('10:30:00', '2026-11-25'));
  await did(head, 'approveLeave', other['id']);
  const foreseen = async () => {
    const { data, errors } = await leader(
      `query ($from: DateTime!, $to: DateTime!) { coverageGaps(hallCode: "forecast", from: $from, to: $to) { from to reason isForecast post { code } } }`,
      { from: at('08:15:00', '2026-11-24'), to: at('00:00:00', '2026-12-01') },
    );
    expect(errors).toBeUndefined();
    return data!['coverageGaps'] as unknown;
  };
  const never = await foreseen();
  expect(never).toEqual([]);
  // A post whose two people were granted leave before they were put together.
  const said = { windowId, code: 'P2', name: '二岗', duties: ['受理'], leadId, deputyId: thirdId };
  await staffing.register('Post', said);
  expect(await foreseen()).toEqual([
    {
      from: at('09:30:00', '2026-11-25'),
      to: at('10:00:00', '2026-11-25'),
      reason: 'PLANNED_LEAVE',
      isForecast: true,
      post: { code: 'P2' },
    },
  ]);
  await did(third, 'cancelLeave', other['id']);
  expect(await foreseen()).toEqual(never);
});

test('S5.2a S5.3a why the deputy holds a post points to the leave; what was granted later does not explain what was held before', async () => {
  const { lead, leader, postId } = await aHall('explained');
  await staffing.setClock(at('09:00:00'));
  const { id } = await request(lead, at('08:30:00'), at('12:00:00'), 'EMERGENCY');
  await staffing.setClock(at('09:10:00'));
  await did(leader, 'approveLeave', id);
  await staffing.setClock(at('10:00:00'));
  await did(lead, 'endLeave', id);
  const explained = async (time: string) => {
    const { data, errors } = await lead(
      `query ($postId: ID!, $at: DateTime) { explainAuthority(postId: $postId, at: $at) { isOnRecord
         asKnownThen { staff { badgeNumber } steps { ...leave } } asKnownNow { staff { badgeNumber } steps { ...leave } } } }
       fragment leave on AuthorityStep { kind applies from to }`,
      { postId, at: at(time) },
    );
    expect(errors).toBeUndefined();
    const { isOnRecord, asKnownThen, asKnownNow } = data!['explainAuthority'];
    const told = ({ staff, steps }: Loose) => [
      staff.badgeNumber,
      ...steps
        .filter(({ kind }: Loose) => kind === 'LEAVE')
        .map(({ applies, from, to }: Loose) => `${applies} ${from.slice(11, 16)} ${to.slice(11, 16)}`),
    ];
    return [isOnRecord, told(asKnownThen), told(asKnownNow)];
  };
  expect(await explained('09:05:00')).toEqual([true, ['lead'], ['deputy', 'true 08:30 10:00']]);
  expect(await explained('09:10:00')).toEqual([true, ['deputy', 'true 08:30 12:00'], ['deputy', 'true 08:30 10:00']]);
  expect(await explained('10:00:00')).toEqual([true, ['lead', 'false 08:30 10:00'], ['lead', 'false 08:30 10:00']]);
});

test('S5.3a leave is not granted before its posts are handed over to the deputy of each; in an emergency it is (S5.3b)', async () => {
  const { lead, deputy, head, windowId, leadId, person } = await aHall('handover');
  const thirdId = await person('third', '三人');
  const said = { windowId, code: 'P2', name: '二岗', duties: ['受理'], leadId, deputyId: thirdId };
  await staffing.register('Post', said);
  const third = staffing.officer('third', 'handover');
  const day = '2026-11-25';
  const { id, status } = await request(lead, at('09:00:00', day), at('10:00:00', day), 'ANNUAL', undefined, false);
  expect(status).toBe('AWAITING_HANDOVER');
  const missing = async (posts: string) => {
    const no = await did(head, 'approveLeave', id);
    expect(no).toMatchObject({ code: 'HANDOVER_MISSING', clause: 'S5.3a' });
    expect(no['message']).toContain(posts);
  };
  await missing('P1');
  expect(await did(deputy, 'acceptHandover', id)).toMatchObject({ code: 'HANDOVER_NOT_PREPARED' });
  const prepare = async (ask: Ask, notes: string) => {
    const { data } = await ask(
      `mutation ($input: PrepareHandoverInput!) { done: prepareHandover(input: $input) ${answer} }`,
      { input: { leaveId: id, notes } },
    );
    return data!['done'] as Loose;
  };
  expect(await prepare(deputy, '代写')).toMatchObject({ code: 'LEAVE_NOT_FOUND' });
  expect(await prepare(lead, '周三前答复二号件')).toMatchObject({ status: 'AWAITING_HANDOVER' });
  expect(await did(head, 'acceptHandover', id)).toMatchObject({ code: 'HANDOVER_NOT_YOURS' });
  expect(await did(lead, 'acceptHandover', id)).toMatchObject({ code: 'HANDOVER_NOT_YOURS' });
  expect(await did(deputy, 'acceptHandover', id)).toMatchObject({ status: 'AWAITING_HANDOVER' });
  expect(await did(deputy, 'acceptHandover', id)).toMatchObject({ code: 'HANDOVER_ACCEPTED' });
  await missing('P2');
  expect(await did(third, 'acceptHandover', id)).toMatchObject({ status: 'REQUESTED' });
  // Written anew, it is accepted anew.
  expect(await prepare(lead, '另有三号件')).toMatchObject({ status: 'AWAITING_HANDOVER' });
  await missing('P1');
  for (const ask of [deputy, third]) await did(ask, 'acceptHandover', id);
  expect(await did(head, 'approveLeave', id)).toMatchObject({ status: 'APPROVED' });
  expect(await prepare(lead, '又有四号件')).toMatchObject({ code: 'LEAVE_NOT_POSSIBLE' });
  const { data } = await deputy(
    '{ leaves { edges { node { handover { notes preparedAt acceptances { acceptedAt post { code } acceptedBy { badgeNumber } } } } } } }',
  );
  expect(data!['leaves'].edges[0].node.handover).toMatchObject({
    notes: '另有三号件',
    acceptances: expect.arrayContaining([
      { acceptedAt: at('08:15:00'), post: { code: 'P1' }, acceptedBy: { badgeNumber: 'deputy' } },
      { acceptedAt: at('08:15:00'), post: { code: 'P2' }, acceptedBy: { badgeNumber: 'third' } },
    ]),
  });
  const sudden = await request(lead, at('08:16:00'), at('09:00:00'), 'EMERGENCY', undefined, false);
  expect(sudden['status']).toBe('REQUESTED');
  expect(await did(head, 'approveLeave', sudden['id'])).toMatchObject({ status: 'APPROVED' });
});

test('S5.1c A-18 A-19 a leader names a temporary, and both may go; the temporary acts while neither is there, and no longer', async () => {
  const { lead, deputy, head, leader, postId, windowId, person, deputyId } = await aHall('temporary');
  const thirdId = await person('third', '三人');
  const third = staffing.officer('third', 'temporary');
  await staffing.checkIn(third, windowId);
  const [a, b] = [
    await request(lead, at('10:00:00'), at('11:00:00')),
    await request(deputy, at('10:30:00'), at('11:00:00')),
  ];
  await did(head, 'approveLeave', a!.id);
  expect(await did(head, 'approveLeave', b!.id)).toMatchObject({ code: 'LEAVES_POST_EMPTY' });
  const appoint = async (said: Loose) => {
    const input = { postId, staffId: thirdId, reason: '两人均须外出', ...said };
    const { data, errors } = await leader(
      `mutation ($input: AppointTemporaryInput!) { done: appointTemporary(input: $input) { ... on Post { id } ... on UserError { code clause } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data!['done'] as Loose;
  };
  const to = at('11:00:00');
  expect(await appoint({ staffId: deputyId, to })).toMatchObject({ code: 'TEMPORARY_SITS_THERE', clause: 'S5.1b' });
  expect(await appoint({ from: at('08:00:00'), to })).toMatchObject({ code: 'TEMPORARY_IN_PAST' });
  expect(await appoint({ to: at('08:15:00') })).toMatchObject({ code: 'TEMPORARY_IN_PAST' });
  expect(await appoint({ to: at('00:00:01', '2026-12-05') })).toMatchObject({ id: postId });
  expect(await appoint({ to })).toMatchObject({ code: 'TEMPORARY_SITS_THERE' });
  const fourthId = await person('fourth', '四人');
  const eleven = { staffId: fourthId, from: at('00:00:00', '2026-12-07'), to: at('00:00:01', '2026-12-21') };
  expect(await appoint(eleven)).toMatchObject({ code: 'TEMPORARY_TOO_LONG', clause: 'A-18' });
  expect(await appoint({ ...eleven, to: at('00:00:00', '2026-12-21') })).toMatchObject({ id: postId });
  const { data } = await lead(
    'query ($id: ID!) { post(id: $id) { temporaries { from to reason staff { badgeNumber } appointedBy { badgeNumber } } } }',
    { id: postId },
  );
  const [now, later] = data!['post'].temporaries;
  expect(now).toEqual({
    from: at('08:15:00'),
    to: at('00:00:01', '2026-12-05'),
    reason: '两人均须外出',
    staff: { badgeNumber: 'third' },
    appointedBy: { badgeNumber: 'leader' },
  });
  expect(later).toMatchObject({ staff: { badgeNumber: 'fourth' } });
  expect(await did(head, 'approveLeave', b!.id)).toMatchObject({ status: 'APPROVED' });
  // With both away the temporary is not let go.
  const c = await request(third, at('10:45:00'), at('11:00:00'));
  expect(await did(head, 'approveLeave', c['id'])).toMatchObject({ code: 'LEAVES_POST_EMPTY' });
  await staffing.setClock(at('10:29:00'));
  expect(await onDuty('temporary', postId)).toEqual(['DEPUTY', 'deputy', 'PLANNED_LEAVE', at('10:00:00')]);
  await staffing.setClock(at('10:31:00'));
  expect(await onDuty('temporary', postId)).toEqual(['TEMPORARY', 'third', 'PLANNED_LEAVE', at('10:30:00')]);
  await staffing.setClock(at('11:01:00'));
  expect(await onDuty('temporary', postId)).toEqual(['LEAD', 'lead', null, at('11:00:00')]);
});

test('S5.1c S5.2a many acts on the leaves of one post at once: both are never away, and there is always one holder or none', async () => {
  const { lead, deputy, leader, leader2, postId, windowId } = await aHall('crowd');
  const day = '2026-12-01';
  const asked: { ask: Ask; id: string }[] = [];
  for (let hour = 9; hour < 17; hour++) {
    const [from, to] = [
      at(`${String(hour).padStart(2, '0')}:00:00`, day),
      at(`${String(hour).padStart(2, '0')}:50:00`, day),
    ];
    for (const ask of [lead, deputy]) asked.push({ ask, id: (await request(ask, from, to))['id'] as string });
  }
  await Promise.all(
    asked.flatMap(({ ask, id }, n) => [
      did(leader, 'approveLeave', id),
      did(leader2, 'approveLeave', id),
      ...(n % 3 === 0 ? [did(ask, 'cancelLeave', id)] : []),
      did(lead, n % 2 === 0 ? 'endLeave' : 'cancelLeave', asked[0]!.id),
    ]),
  );
  const both = await staffing.sql(
    `select from leaves a join leaves b on b.hall_code = a.hall_code and b.staff_id > a.staff_id and b.status = 'APPROVED'
        and tstzrange(a.begins_at, a.ends_at) && tstzrange(b.begins_at, b.ends_at) where a.hall_code = 'crowd' and a.status = 'APPROVED'`,
  );
  expect(both).toHaveLength(0);
  const granted = await staffing.sql<{ begins_at: Date; account: string }>(
    `select l.begins_at, s.account from leaves l join staff s on s.hall_code = l.hall_code and s.id = l.staff_id
      where l.hall_code = 'crowd' and l.status = 'APPROVED' order by 1`,
  );
  expect(granted.length).toBeGreaterThan(0);
  await staffing.setClock(at('08:20:00', day));
  for (const ask of [lead, deputy]) await staffing.checkIn(ask, windowId);
  for (const { begins_at: begins, account } of granted) {
    await staffing.setClock(new Date(begins.getTime() + 60_000).toISOString());
    expect(await onDuty('crowd', postId)).toEqual(expect.arrayContaining([account === 'lead' ? 'deputy' : 'lead']));
  }
});
