import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { mutate, useCases, nodesOf } from '../support/hall';

const hall = useCases();
const contactFields = `... on Contact { id outcome answer referredTo closedAt referralCount owner { id } firstOfficer { id } window { id }
  desk { question since takenBy { id } }
  referrals { id state reason to { id } acknowledgedBy { id } returnedAt } followUps { kind note officer { id } } case { number } }`;
const record = (ask: Ask, input: object): Promise<Loose> =>
  mutate(ask, 'recordContact', { input: { channel: 'WINDOW', subject: '参保', ...input } }, contactFields);
const act = (ask: Ask, name: string, args: object): Promise<Loose> => mutate(ask, name, args as never, contactFields);
const read = async (ask: Ask, id: string): Promise<Loose> =>
  (await ask(`query ($id: ID!) { contact(id: $id) { __typename ${contactFields} } }`, { id })).data!['contact'];

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S2.1a S2.1b: a contact belongs to who replied first and is ended by its owner with an answer', async () => {
  const { lead, deputy, leadId, windowId } = await hall.aHall('answer');
  const { id, ...contact } = await record(lead, { windowId });
  expect(contact).toMatchObject({ firstOfficer: { id: leadId }, owner: { id: leadId }, outcome: null, closedAt: null });
  const answer = (ask: Ask) => act(ask, 'answerContact', { contactId: id, answer: '带身份证来' });
  expect(await answer(deputy)).toMatchObject({ code: 'CONTACT_NOT_YOURS', clause: 'S2.1b' });
  expect(await answer(lead)).toMatchObject({ outcome: 'ANSWERED', answer: '带身份证来' });
  expect(await answer(lead)).toMatchObject({ code: 'CONTACT_CLOSED', clause: 'S2.1b' });
  await expect(act(lead, 'answerContact', { contactId: id, answer: ' ' })).rejects.toThrow('BAD_USER_INPUT');
});

test('A-06 the same client about the same matter on the same day is one contact, also at two desks at once', async () => {
  const { lead, deputy, leadId } = await hall.aHall('oneaday');
  const visit = { client: '13812341234', matter: 'I-1' };
  const contacts = await Promise.all([lead, deputy, lead, deputy].map((ask) => record(ask, visit)));
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(1);
  const again = await read(lead, contacts[0]!['id']);
  expect(again['followUps']).toHaveLength(3);
  await hall.setClock('2026-11-24T09:00:00+08:00');
  expect((await record(lead, visit))['id']).not.toBe(again['id']);
  expect((await record(lead, { ...visit, matter: 'I-2' }))['firstOfficer'].id).toBe(leadId);
  const [row] = await hall.sql<{ n: string }>(
    `select count(*) as n from contacts where hall_code = 'oneaday' and client_hash like '%1381%'`,
  );
  expect(row!.n).toBe('0');
});

test('S2.2c a referral moves the owner only when the receiver acknowledges', async () => {
  const { lead, leadId, windowId, thirdWindowId, neighbourId, deputy } = await hall.aHall('referred');
  const { id } = await record(lead, { windowId });
  const refer = (to: string) => act(lead, 'referContact', { contactId: id, toWindowId: to, reason: '医保' });
  expect(await refer(windowId)).toMatchObject({ code: 'REFERRAL_TO_OWN_WINDOW', clause: 'S2.2b' });
  const offered = await refer(thirdWindowId);
  expect(offered).toMatchObject({
    owner: { id: leadId },
    referralCount: 1,
    referrals: [{ state: 'OFFERED', to: { id: thirdWindowId } }],
  });
  expect(await refer(thirdWindowId)).toMatchObject({ code: 'REFERRAL_PENDING' });
  const acknowledge = (ask: Ask) => act(ask, 'acknowledgeReferral', { referralId: offered['referrals'][0].id });
  expect(await acknowledge(deputy)).toMatchObject({ code: 'NOT_ON_DUTY', clause: 'S1.5c' });
  const neighbour = hall.officer('neighbour', 'referred');
  expect(await acknowledge(neighbour)).toMatchObject({
    owner: { id: neighbourId },
    firstOfficer: { id: leadId },
    window: { id: thirdWindowId },
    referrals: [{ state: 'ACKNOWLEDGED', acknowledgedBy: { id: neighbourId } }],
  });
  expect(await acknowledge(neighbour)).toMatchObject({ code: 'REFERRAL_SETTLED' });
});

test('A-06 not acknowledged within ten minutes it returns: the owner is unchanged and the leader is told, once', async () => {
  const { lead, leadId, thirdWindowId, windowId } = await hall.aHall('tenminutes');
  const { id } = await record(lead, { windowId });
  await act(lead, 'referContact', { contactId: id, toWindowId: thirdWindowId, reason: '医保' });
  await hall.setClock('2026-11-23T09:09:59+08:00');
  expect((await read(lead, id))['referrals'][0].state).toBe('OFFERED');
  await hall.setClock('2026-11-23T09:10:00+08:00');
  await hall.setClock('2026-11-23T09:30:00+08:00');
  expect(await read(lead, id)).toMatchObject({
    owner: { id: leadId },
    referrals: [{ state: 'RETURNED', returnedAt: '2026-11-23T09:10:00+08:00' }],
  });
  const told = await hall.sql(
    `select from outbox where hall_code = 'tenminutes' and type = 'hall.cases.contact.changed.v1' and envelope->'data'->>'turn' = 'REFERRAL_RETURNED'`,
  );
  expect(told).toHaveLength(1);
});

test('S1.2e A-06 a referral nobody took is on the record of the window that ignored it, and the referrer may offer it again', async () => {
  const { lead, leadId, thirdWindowId, otherWindowId, windowId, neighbourId } = await hall.aHall('ignored');
  const { id } = await record(lead, { windowId });
  const refer = (to: string) => act(lead, 'referContact', { contactId: id, toWindowId: to, reason: 'x' });
  await refer(thirdWindowId);
  await hall.setClock('2026-11-23T09:10:00+08:00');
  const ignored = await lead(
    `query ($id: ID!) { contact(id: $id) { owner { id } referralCount referrals { state to { id } ignoredBy { id } } } }`,
    { id },
  );
  expect(ignored.data!['contact']).toEqual({
    owner: { id: leadId },
    referralCount: 0,
    referrals: [{ state: 'RETURNED', to: { id: thirdWindowId }, ignoredBy: { id: neighbourId } }],
  });
  expect(await refer(otherWindowId)).toMatchObject({ referralCount: 1 });
  const told = await hall.sql<{ type: string; turn: string; data: Loose }>(
    `select type, envelope->'data'->>'turn' as turn, envelope->'data' as data from outbox
      where hall_code = 'ignored' and (type like '%referral%' or type = 'hall.cases.contact.changed.v1') order by id`,
  );
  expect(told.map(({ turn }) => turn)).toEqual(['REFERRED', 'REFERRAL_RETURNED', null, 'REFERRED']);
  expect(told[2]).toMatchObject({
    type: 'hall.cases.referral.ignored.v1',
    data: { ignoredById: neighbourId.split('.')[1], toWindowId: thirdWindowId.split('.')[1] },
  });
});

test('S1.2e a contact that somebody took and passes on again is recorded as passed around', async () => {
  const { lead, thirdWindowId, otherWindowId, windowId } = await hall.aHall('bounced');
  const neighbour = hall.officer('neighbour', 'bounced');
  const { id } = await record(lead, { windowId });
  const refer = (ask: Ask, to: string) => act(ask, 'referContact', { contactId: id, toWindowId: to, reason: 'x' });
  const { referrals } = await refer(lead, thirdWindowId);
  await act(neighbour, 'acknowledgeReferral', { referralId: referrals[0].id });
  expect(await refer(neighbour, otherWindowId)).toMatchObject({ referralCount: 2 });
  await eventually(async () => {
    const rows = await hall.sql(
      `select from outbox where hall_code = 'bounced' and envelope->'data'->>'turn' = 'BOUNCED'`,
    );
    expect(rows).toHaveLength(1);
  });
});

test('A-16 a matter of nobody in the hall is directed to a named body', async () => {
  const { lead } = await hall.aHall('outside');
  const { id } = await record(lead, { channel: 'PHONE' });
  const refer = (body: string) => act(lead, 'referOutside', { contactId: id, body, answer: '请咨询' });
  expect(await refer('不详')).toMatchObject({ code: 'OUTSIDE_BODY_REQUIRED', clause: 'S4.4c' });
  expect(await refer('区税务局 0826-12366')).toMatchObject({ outcome: 'REFERRED', referredTo: '区税务局 0826-12366' });
});

test('A-16 nobody knows whose matter it is: it waits at the desk, answered for, until a desk officer takes and answers it', async () => {
  const { lead, leadId, deskId, thirdWindowId } = await hall.aHall('desk');
  const desk = hall.as('desk', 'desk', 'DESK_OFFICER');
  const { id } = await record(lead, { subject: '档案去向' });
  const pass = (ask: Ask) => act(ask, 'referToDesk', { contactId: id, question: '档案由谁保管' });
  const take = (ask: Ask) => act(ask, 'takeFromDesk', { contactId: id });
  const outside = act(lead, 'referOutside', { contactId: id, body: '不详', answer: 'x' });
  expect(await outside).toMatchObject({ code: 'OUTSIDE_BODY_REQUIRED', allowedActions: ['referToDesk'] });
  expect(await take(desk)).toMatchObject({ code: 'NOT_AT_DESK', clause: 'A-16' });
  expect(await pass(desk)).toMatchObject({ code: 'CONTACT_NOT_YOURS' });
  expect(await pass(lead)).toMatchObject({
    owner: { id: leadId },
    desk: { question: '档案由谁保管', since: '2026-11-23T09:00:00+08:00', takenBy: null },
  });
  expect(await pass(lead)).toMatchObject({ code: 'CONTACT_AT_DESK' });
  const waiting = async () =>
    (await desk('{ openContacts(atDesk: true) { edges { node { id } } } }')).data!['openContacts'].edges;
  expect(await waiting()).toEqual([{ node: { id } }]);
  expect(await take(lead)).toMatchObject({ code: 'DESK_OFFICER_REQUIRED', clause: 'A-16' });
  expect(await take(desk)).toMatchObject({ owner: { id: deskId }, desk: { takenBy: { id: deskId } } });
  expect(await take(desk)).toMatchObject({ code: 'NOT_AT_DESK' });
  expect(await waiting()).toEqual([]);
  const referOn = { contactId: id, toWindowId: thirdWindowId, reason: '医保' };
  expect(await act(desk, 'referContact', referOn)).toMatchObject({ owner: { id: deskId } });
  const told = { contactId: id, body: '区档案馆，0826-1234567', answer: '凭身份证查阅' };
  expect(await act(desk, 'referOutside', told)).toMatchObject({ outcome: 'REFERRED' });
  const turns = await hall.sql(
    `select envelope->'data'->>'turn' as turn from outbox where hall_code = 'desk' and type = 'hall.cases.contact.changed.v1' order by id`,
  );
  expect(turns.map(({ turn }) => turn)).toEqual(['REFERRED_TO_DESK', 'TAKEN_AT_DESK', 'REFERRED', 'CLOSED']);
});

test('S2.1a S5.2a: an open contact follows the post of its owner; the desk keeps its own, and what has ended stays', async () => {
  const { lead, leadId, deputy, deputyId, windowId, deskId, deputyTakesOver } = await hall.aHall('covered');
  const { id } = await record(lead, { windowId });
  const { id: ended } = await record(lead, { windowId });
  await act(lead, 'answerContact', { contactId: ended, answer: '好' });
  const { id: ofDesk } = await record(hall.officer('desk', 'covered'), { windowId });
  const { id: byPhone } = await record(lead, { channel: 'PHONE' });
  const answer = (ask: Ask) => act(ask, 'answerContact', { contactId: id, answer: '须带身份证' });
  expect(await answer(deputy)).toMatchObject({ code: 'CONTACT_NOT_YOURS' });
  await deputyTakesOver();
  await eventually(async () =>
    expect(await read(deputy, id)).toMatchObject({
      firstOfficer: { id: leadId },
      owner: { id: deputyId },
      followUps: [{ kind: 'TAKEN_OVER', officer: { id: deputyId } }],
    }),
  );
  expect(await answer(lead)).toMatchObject({ code: 'CONTACT_NOT_YOURS' });
  expect(await answer(deputy)).toMatchObject({ outcome: 'ANSWERED' });
  const owners = await Promise.all([ended, ofDesk, byPhone].map(async (each) => (await read(lead, each))['owner'].id));
  expect(owners).toEqual([leadId, deskId, leadId]);
});

test('S2.2c S5.4a: a contact follows the post it was taken at and no other: whoever stands in at a second one keeps their own', async () => {
  const { hallCode, lead, deputy, leadId, deputyId, windowId, ownPostOfDeputy } = await hall.aHall('twoposts');
  const holderOf = async (account: string): Promise<void> =>
    eventually(async () => {
      const [row] = await hall.sql<{ n: number }>(
        `select count(*)::integer as n from known_posts p join known_staff s on s.hall_code = p.hall_code and s.id = p.holder_id
          where p.hall_code = $1 and s.account = $2`,
        [hallCode, account],
      );
      expect(row!.n).toBe(account === 'lead' ? 2 : 1);
    });
  const ownerOf = async (id: string): Promise<string> => (await read(lead, id))['owner'].id;
  const { id: own } = await record(lead, { windowId });
  await ownPostOfDeputy('deputy', '2026-11-23T09:00:00+08:00');
  await holderOf('deputy');
  const { id: ofSecond } = await record(deputy, { windowId });
  await ownPostOfDeputy('lead', '2026-11-23T10:00:00+08:00');
  await holderOf('lead');
  expect(await ownerOf(ofSecond)).toBe(leadId);
  // With two posts at the window, what comes now comes to one's own.
  const { id: later } = await record(lead, { windowId });
  await ownPostOfDeputy('deputy', '2026-11-23T11:00:00+08:00');
  await holderOf('deputy');
  expect(await Promise.all([own, later, ofSecond].map(ownerOf))).toEqual([leadId, leadId, deputyId]);
});

test('S1.2k nothing is forgotten: what is open is listed, the oldest first, with who answers for it', async () => {
  const { lead, leadId } = await hall.aHall('open');
  const { id: first } = await record(lead, {});
  await hall.setClock('2026-11-23T09:05:00+08:00');
  const { id: second } = await record(lead, {});
  const list = async (after: string | null) =>
    (
      await lead(
        `query ($o: ID, $after: String) { openContacts(ownerId: $o, first: 1, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { o: leadId, after },
      )
    ).data!['openContacts'];
  const page = await list(null);
  expect(page.edges).toEqual([{ node: { id: first } }]);
  expect((await list(page.pageInfo.endCursor)).edges).toEqual([{ node: { id: second } }]);
  await act(lead, 'answerContact', { contactId: first, answer: '好' });
  expect((await list(null)).edges).toEqual([{ node: { id: second } }]);
});

test('S3.4e S4.1a S4.2a S4.3b S4.3d: whoever asks about an item is told all of it at once, and which version was told is on record', async () => {
  const { lead, itemId } = await hall.aHall('told');
  const ask = async (channel: string, args: object): Promise<Loose> => {
    const { id } = await record(lead, { channel });
    const fields = `${contactFields.slice(0, -1)} consultations { mode itemVersion toldAt item { code guide { text } } } }`;
    return mutate(lead, 'answerContact', { contactId: id, answer: '已告知', itemId, ...args } as never, fields);
  };
  const oral = await ask('PHONE', {});
  expect(oral['consultations']).toMatchObject([{ mode: 'ORAL', itemVersion: 1, item: { code: 'I-1' } }]);
  expect(oral['consultations'][0].item.guide.text).toContain('【申请材料】');
  expect(await ask('WINDOW', { mode: 'PRINTED' })).toMatchObject({
    consultations: [{ mode: 'PRINTED' }],
  });
  expect(await ask('PHONE', { mode: 'PRINTED' })).toMatchObject({
    code: 'MODE_NOT_POSSIBLE',
    clause: 'S4.3d',
  });
});

test('S4.4a clients who come again about the same matter are counted, without anybody being named', async () => {
  const { lead } = await hall.aHall('again');
  const visit = (client: string) => record(lead, { client, matter: 'I-1' });
  await visit('13800000001');
  await visit('13800000002');
  await hall.setClock('2026-11-24T09:00:00+08:00');
  await visit('13800000001');
  // Every trip counts, also the second of one day.
  await visit('13800000003');
  await visit('13800000003');
  const visits = await hall.office('again')(
    `{ repeatVisits(from: "2026-11-01", to: "2026-11-30") { edges { node { matter clients repeated trips } } } }`,
  );
  expect(nodesOf(visits, 'repeatVisits')).toEqual([{ matter: 'I-1', clients: 3, repeated: 2, trips: 5 }]);
});

test('S1.2k A-06 asked in the morning, applying in the afternoon: it stays one contact, and each visit has its own outcome', async () => {
  const { lead, deputy, leadId, deputyId, itemId, windowId, submit } = await hall.aHall('twice');
  const visit = { client: '13812345678', windowId };
  const fields = `... on Contact { id outcome owner { id } closedAt item { code } followUps { kind outcome answer officer { id } } case { number } }`;
  const meet = (ask: Ask, more: object): Promise<Loose> =>
    mutate(ask, 'recordContact', { input: { channel: 'WINDOW', subject: '登记', ...visit, ...more } }, fields);
  const first = await meet(lead, { itemId });
  const contactId = first['id'];
  expect(first['item']).toEqual({ code: 'I-1' });
  expect(await act(lead, 'answerContact', { contactId, answer: '好' })).toMatchObject({
    code: 'GUIDE_NOT_TOLD',
    clause: 'S3.4e',
  });
  await act(lead, 'answerContact', { contactId, answer: '须带两样材料', itemId, mode: 'SHOWN' });
  await hall.setClock('2026-11-23T14:00:00+08:00');
  // By the item's name, at a colleague's: it is the same contact, which goes on with whoever meets the client now.
  const again = await meet(deputy, { matter: '失业登记' });
  expect(again).toMatchObject({ id: contactId, outcome: null, owner: { id: deputyId }, closedAt: null });
  await act(deputy, 'answerContact', { contactId, answer: '再次告知', itemId });
  const { number, status } = await submit({ contactId });
  expect(status).toBe('ACCEPTED');
  const { data } = await lead(`query ($id: ID!) { contact(id: $id) { ${fields} } }`, { id: contactId });
  expect(data!['contact']).toMatchObject({ outcome: 'ACCEPTED', owner: { id: leadId }, case: { number } });
  const ends = data!['contact'].followUps.map(({ kind, outcome, answer }: Loose) => [kind, outcome, answer]);
  expect(ends).toHaveLength(4);
  expect(ends).toEqual(
    expect.arrayContaining([
      ['ENDED', 'ANSWERED', '须带两样材料'],
      ['REVISITED', null, null],
      ['ENDED', 'ANSWERED', '再次告知'],
    ]),
  );
  await hall.setClock('2026-11-24T09:00:00+08:00');
  expect(await submit({ contactId })).toMatchObject({ code: 'CONTACT_CLOSED' });
});

test('S2.1b a contact is accepted only when the application was; the fact is published either way', async () => {
  const { lead, windowId, submit } = await hall.aHall('outcome');
  const handIn = async (input: object): Promise<Loose> => {
    const { id: contactId } = await record(lead, { windowId });
    await submit({ contactId, ...input });
    return read(lead, contactId);
  };
  expect(await handIn({ materials: ['ID'] })).toMatchObject({
    outcome: 'SERVED',
    case: { number: expect.any(String) },
  });
  expect(await handIn({})).toMatchObject({ outcome: 'ACCEPTED' });
  const told = await hall.sql<{ outcome: string }>(
    `select envelope->'data'->>'outcome' as outcome from outbox where hall_code = 'outcome' and envelope->'data'->>'turn' = 'CLOSED' order by id`,
  );
  expect(told.map(({ outcome }) => outcome)).toEqual(['SERVED', 'ACCEPTED']);
});

test('S1.2k A-16: a contact that is open at closing time is an alert of whoever answers for it, until it ends; so is a question at the desk', async () => {
  const { lead, leadId, windowId } = await hall.aHall('closing');
  const { id: open } = await record(lead, { windowId });
  const { id: asked } = await record(lead, { windowId });
  await act(lead, 'referToDesk', { contactId: asked, question: '档案由谁保管' });
  const alerts = async (): Promise<Loose[]> =>
    nodesOf(await lead('{ alerts { edges { node { kind subject contact { id } responsible { id } } } } }'), 'alerts');
  expect(await alerts()).toEqual([]);
  await hall.setClock('2026-11-23T17:01:00+08:00');
  const late = { kind: 'DEADLINE_OVERDUE', subject: 'CONTACT', responsible: { id: leadId } };
  await eventually(async () =>
    expect(await alerts()).toEqual(
      expect.arrayContaining([
        { ...late, contact: { id: open } },
        { ...late, contact: { id: asked } },
      ]),
    ),
  );
  await act(lead, 'answerContact', { contactId: open, answer: '已办' });
  expect((await alerts()).filter(({ contact }) => contact.id === open)).toEqual([]);
  await hall.setClock('2026-11-24T17:01:00+08:00');
  await eventually(async () =>
    expect(await alerts()).toContainEqual({ ...late, subject: 'CONSULTATION', contact: { id: asked } }),
  );
  const body = '区档案馆，0826-1234567';
  await act(lead, 'referOutside', { contactId: asked, body, answer: '凭身份证查阅' });
  expect(await alerts()).toEqual([]);
});

test('S4.4b A-16: “I do not know” is no body, in whatever words, and neither is a name without a way to reach it', async () => {
  const { lead } = await hall.aHall('nobody');
  const { id } = await record(lead, { channel: 'PHONE' });
  for (const body of ['不清楚', '未知', '?', '？？', '-', '不清楚 12345', '某单位 0826-123456', '区税务局', '12366']) {
    const referred = await act(lead, 'referOutside', { contactId: id, body, answer: '请咨询' });
    expect([body, referred['code']]).toEqual([body, 'OUTSIDE_BODY_REQUIRED']);
  }
  const body = '区税务局，天心路 5 号';
  expect(await act(lead, 'referOutside', { contactId: id, body, answer: 'x' })).toMatchObject({ referredTo: body });
});

test('S4.4c an item is referred only to a window that offers it, and the refusal says which do', async () => {
  const { lead, itemId, windowId, otherWindowId, thirdWindowId, submit } = await hall.aHall('offered');
  const { id } = await record(lead, { windowId, itemId });
  const refer = (toWindowId: string) => act(lead, 'referContact', { contactId: id, toWindowId, reason: '材料' });
  const elsewhere = { code: 'ITEM_NOT_OFFERED_HERE', message: expect.stringMatching(/1 窗口、2 窗口/) };
  expect(await refer(thirdWindowId)).toMatchObject(elsewhere);
  expect(await refer(otherWindowId)).toMatchObject({ referralCount: 1 });
  expect(await submit({ windowId: thirdWindowId }, hall.officer('neighbour', 'offered'))).toMatchObject(elsewhere);
});

test('S2.1a S2.1b the database itself takes no contact without an owner, and none that ends without an outcome', async () => {
  const { lead, windowId } = await hall.aHall('ruled');
  await record(lead, { windowId });
  await expect(hall.sql(`update contacts set closed_at = now() where hall_code = 'ruled'`)).rejects.toMatchObject({
    driverError: { constraint: 'contacts_end_with_an_outcome' },
  });
  await expect(hall.sql(`update contacts set owner_id = null where hall_code = 'ruled'`)).rejects.toMatchObject({
    driverError: { code: '23502' },
  });
});

test('T5 a control character in any text is bad input that is named, whether it is given in an input or loosely', async () => {
  const { lead, windowId } = await hall.aHall('controls');
  const faultsOf = async (query: string, variables?: Record<string, unknown>): Promise<unknown> => {
    const { extensions } = (await lead(query, variables)).errors![0]!;
    return [extensions['code'], extensions['fields'].map(({ field }: Loose) => field)];
  };
  const input = { channel: 'WINDOW', subject: '参保\u0000', windowId };
  const query = 'mutation ($input: RecordContactInput!) { recordContact(input: $input) { __typename } }';
  expect(await faultsOf(query, { input })).toEqual(['BAD_USER_INPUT', ['subject']]);
  expect(
    await faultsOf(
      `mutation { referContact(input: { contactId: "controls.\\u0000", toWindowId: "x", reason: "a\\u202e" }) { __typename } }`,
    ),
  ).toEqual(['BAD_USER_INPUT', expect.arrayContaining(['contactId', 'reason'])]);
});
