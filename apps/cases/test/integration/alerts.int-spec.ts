import { randomUUID } from 'node:crypto';
import type { Ask, Loose } from '@hall/testing';
import { mutate, offerContact, useCases } from '../support/hall';

const hall = useCases();
const fields = 'id at kind recipient subject responsible { id } case { number } contact { id }';
const page = async (ask: Ask, args = ''): Promise<Loose> => {
  const { data, errors } = await ask(
    `{ alerts${args && `(${args})`} { edges { cursor node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['alerts'];
};
const alerts = async (ask: Ask, args = ''): Promise<Loose[]> =>
  (await page(ask, args))['edges'].map(({ node }: Loose) => node);
const kinds = async (ask: Ask, args = ''): Promise<string[]> =>
  (await alerts(ask, args)).map(({ subject, kind, recipient }) => `${subject} ${kind} ${recipient}`);

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S3.5 what runs out, breaks and stays broken is listed for whoever answers for it and those above, and for nobody else', async () => {
  const { submit, lead, leadId } = await hall.aHall('alerts', { procedure: [{ name: '受理' }] });
  const neighbour = hall.officer('neighbour', 'alerts');
  const { id, number } = await submit();
  expect(await alerts(lead)).toEqual([]);
  // It stays one alert, whatever becomes of it and whoever looks.
  const ids = new Set<string>();
  for (const [now, kind] of [
    ['2026-11-30T08:30', 'DEADLINE_IMMINENT RESPONSIBLE'],
    ['2026-11-30T17:01', 'DEADLINE_OVERDUE RESPONSIBLE'],
    ['2026-12-02T09:00', 'DEADLINE_ESCALATED SECTION_HEAD'],
    ['2026-12-04T09:00', 'DEADLINE_ESCALATED CENTRE_LEADER'],
  ]) {
    await hall.setClock(`${now}:00+08:00`);
    for (const ask of [lead, hall.head('alerts'), hall.leader('alerts')]) {
      expect(await kinds(ask)).toEqual([`CASE ${kind}`]);
      (await alerts(ask)).forEach((alert) => ids.add(alert['id']));
    }
  }
  expect(await kinds(neighbour)).toEqual([]);
  expect(await kinds(hall.leader('elsewhere'))).toEqual([]);
  const [newest] = await alerts(lead);
  expect([...ids]).toEqual([newest!['id']]);
  expect(newest).toMatchObject({ responsible: { id: leadId }, case: { number }, contact: null });
  await mutate(lead, 'decideCase', { caseId: id, approved: true, grounds: 'g' });
  expect(await kinds(lead)).toEqual([]);
});

test('A-06 a referral that nobody acknowledged is an alert until the contact has ended', async () => {
  const { lead, leadId, thirdWindowId, windowId } = await hall.aHall('returned');
  const id = await offerContact(lead, windowId, thirdWindowId);
  await hall.setClock('2026-11-23T09:10:00+08:00');
  for (const ask of [lead, hall.leader('returned')]) {
    expect(await alerts(ask)).toEqual([
      {
        at: '2026-11-23T09:10:00+08:00',
        id: expect.stringMatching(/^returned\./),
        kind: 'REFERRAL_RETURNED',
        recipient: 'CENTRE_LEADER',
        subject: 'CONTACT',
        responsible: { id: leadId },
        case: null,
        contact: { id },
      },
    ]);
  }
  const answer = { contactId: id, answer: '已办' } as const;
  await mutate(lead, 'answerContact', answer, '... on Contact { id }');
  expect(await alerts(lead)).toEqual([]);
});

test('S3.5 the list is whole and in order however it is cut into pages, and costs two statements', async () => {
  const { submit, lead, thirdWindowId, windowId } = await hall.aHall('pages');
  for (let n = 0; n < 4; n++) {
    await hall.setClock(`2026-11-${23 + n}T09:00:00+08:00`);
    const { id } = await submit();
    if (n === 1) await mutate(lead, 'passStep', { caseId: id, note: '审核无误' });
  }
  await offerContact(lead, windowId, thirdWindowId);
  await hall.setClock('2026-12-04T09:00:00+08:00');
  const whole = await alerts(lead);
  expect(whole.map(({ subject }) => subject).sort()).toEqual([
    ...Array(4).fill('CASE'),
    // The referral that came back, and the contact that is still open when the hall has closed.
    ...Array(2).fill('CONTACT'),
    ...Array(4).fill('STEP'),
  ]);
  const found: Loose[] = [];
  let after = '';
  for (;;) {
    const { edges, pageInfo } = await page(lead, `first: 2 ${after && `after: "${after}"`}`);
    found.push(...edges.map(({ node }: Loose) => node));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(found).toEqual(whole);
  const plain = `{ alerts { edges { node { at kind responsible { id } } } } }`;
  expect(await hall.service.statementsOf(() => lead(plain))).toHaveLength(2);
  const { errors } = await lead(`{ alerts(after: "${randomUUID()}") { edges { cursor } } }`);
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('S3.5 an alert leads to what it is about: matter, rating, referral, step, part, notice', async () => {
  const { submit, lead, windowId, thirdWindowId, departmentId, hallCode } = await hall.aHall('subjects', {
    procedure: [{ name: '受理', limit: { amount: 1, unit: 'WORKING_DAY' } }, { name: '审核' }],
  });
  const joint = await hall.publish(
    { hallCode, departmentId },
    {
      code: 'J-1',
      handlingType: 'JOINT',
      participants: [{ departmentId, stage: 1, limit: { amount: 1, unit: 'WORKING_DAY' } }],
    },
  );
  const { id: stepped } = await submit();
  const { id: shared } = await submit({ itemId: joint });
  const { id: noticed, correctionNotice } = await submit({ materials: [] });
  const contactId = await offerContact(lead, windowId, thirdWindowId);
  const matter = await mutate(
    lead,
    'reportMajorMatter',
    { kind: 'MONEY', facts: '一万元' },
    '... on MajorMatter { id }',
  );
  const { data } = await lead(`query ($id: ID!) { contact(id: $id) { ratingCode referrals { id } } }`, {
    id: contactId,
  });
  const bad = { service: contactId, code: data!['contact'].ratingCode, level: 1 };
  const rating = await mutate(hall.asActor({}), 'rateService', bad, '... on ServiceRating { id }');
  await hall.setClock('2026-12-02T17:01:00+08:00');
  const links = `majorMatter { id facts } rating { id level } referral { id } step { id name } jointTask { id case { id } } notice { number }`;
  const listed = async (ask: Ask) => {
    const answer = await ask(
      `{ alerts(first: 50) { edges { node { subject kind case { id } contact { id } ${links} } } } }`,
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data!['alerts'].edges.map(({ node }: Loose) => node) as Loose[];
  };
  const seen = await listed(hall.leader('subjects'));
  const about = (subject: string): Loose => seen.find((each) => each['subject'] === subject)!;
  expect(about('MAJOR_MATTER')).toMatchObject({ majorMatter: { id: matter['id'], facts: '一万元' }, rating: null });
  expect(about('RATING')).toMatchObject({ rating: { id: rating['id'], level: 1 }, majorMatter: null, referral: null });
  const returned = seen.find((each) => each['kind'] === 'REFERRAL_RETURNED');
  expect(returned).toMatchObject({ contact: { id: contactId }, referral: data!['contact'].referrals[0] });
  expect(about('STEP')).toMatchObject({ case: { id: stepped }, step: { name: '受理' }, jointTask: null });
  expect(about('JOINT_TASK')).toMatchObject({ case: { id: shared }, jointTask: { case: { id: shared } }, step: null });
  expect(about('NOTICE')).toMatchObject({ case: { id: noticed }, notice: { number: correctionNotice.number } });
  // Every alert leads somewhere, for whoever may see it.
  for (const ask of [hall.leader('subjects'), hall.head('subjects'), hall.office('subjects'), lead])
    for (const { subject, kind, ...to } of await listed(ask))
      expect([subject, kind, Object.values(to).some((thing) => thing !== null)]).toEqual([subject, kind, true]);
});

test('S2.2a an alert about a bad rating leads nobody to what was said of themselves', async () => {
  const { windowId } = await hall.aHall('oneself');
  const head = hall.head('oneself');
  const fields = '... on Contact { id ratingCode }';
  const said = { channel: 'WINDOW', subject: '参保', windowId };
  const { id: service, ratingCode: code } = await mutate(head, 'recordContact', said, fields);
  await mutate(hall.asActor({}), 'rateService', { service, code, level: 1 }, '... on ServiceRating { id }');
  await hall.setClock('2026-12-02T17:01:00+08:00');
  const ratings = async (ask: Ask): Promise<unknown[]> => {
    const { data } = await ask('{ alerts(first: 50) { edges { node { subject rating { level } } } } }');
    const listed: Loose[] = data!['alerts'].edges.map(({ node }: Loose) => node);
    return listed.flatMap(({ subject, rating }) => (subject === 'RATING' ? [rating] : []));
  };
  expect(await ratings(hall.leader('oneself'))).toEqual([{ level: 1 }]);
  expect(await ratings(head)).toEqual([null]);
});
