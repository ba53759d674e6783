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
