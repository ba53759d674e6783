import type { Ask, Loose } from '@hall/testing';
import { dataOf } from '@hall/testing';
import { classify, close, complainant, decide, register, registered, tell, useComplaints } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

const waiting = async (ask: Ask): Promise<Loose[]> => {
  const node = 'kind key since dueAt level answers complaint { id } window { id }';
  const { complaintsWaitingForMe }: Loose = await dataOf(
    ask(`{ complaintsWaitingForMe { edges { node { ${node} } } } }`),
  );
  return complaintsWaitingForMe.edges.map((edge: Loose) => edge['node']);
};

afterEach(() => complaints.setClock('2026-11-23T09:00:00+08:00'));

test('S6.5.0 R11: the next step of a complaint waits for its owner, with its clock; done, the one after it does', async () => {
  await aHallWithACase('steps');
  const desk = as('desk', 'steps');
  expect(await waiting(desk)).toEqual([]);
  const { id, owner } = await registered(desk, { complainant });
  const steps: readonly [string, string, () => Promise<unknown>][] = [
    ['COMPLAINT_TO_CLASSIFY', 'classifyComplaint', () => classify(desk, id, { timeClass: 'ORDINARY' })],
    ['COMPLAINT_TO_DECIDE', 'decideComplaint', () => decide(desk, id)],
    ['FEEDBACK_TO_GIVE', 'giveFeedback', () => tell(desk, id)],
    ['COMPLAINT_TO_CLOSE', 'closeComplaint', () => close(desk, id)],
  ];
  for (const [kind, answer, done] of steps) {
    const isTimed = kind === 'COMPLAINT_TO_CLASSIFY' || kind === 'COMPLAINT_TO_DECIDE';
    expect(await waiting(desk)).toEqual([
      {
        kind,
        key: id,
        since: '2026-11-23T09:00:00+08:00',
        dueAt: isTimed ? '2026-11-30T17:00:00+08:00' : null,
        level: null,
        answers: [answer],
        complaint: { id },
        window: null,
      },
    ]);
    expect(await waiting(as('desk2', 'steps'))).toEqual([]);
    expect(await done()).not.toHaveProperty('code');
  }
  expect(await waiting(desk)).toEqual([]);
  expect(owner.id).toBeDefined();
});

test('S6.5.0 R11: what is late says so, comes first, and is counted; strangers have nothing; it costs one statement', async () => {
  await aHallWithACase('lists');
  const desk = as('desk', 'lists');
  const plain = '{ complaintsWaitingForMe { edges { node { id kind dueAt level } } } }';
  const cost = async (): Promise<number> => {
    await desk(plain);
    return (await complaints.service.statementsOf(() => desk(plain))).length;
  };
  expect(await cost()).toBe(1);
  const first = await registered(desk, { complainant });
  expect(await cost()).toBe(1);
  await complaints.setClock('2026-11-25T09:00:00+08:00');
  for (let n = 0; n < 5; n++) await registered(desk, { complainant });
  expect(await cost()).toBe(1);
  await complaints.setClock('2026-12-01T09:00:00+08:00');
  const all = await waiting(desk);
  expect(all).toHaveLength(6);
  expect(all[0]).toMatchObject({ key: first.id, level: 'BREACHED' });
  const { complaintsWaitingCounts }: Loose = await dataOf(desk('{ complaintsWaitingCounts { kind count overdue } }'));
  expect(complaintsWaitingCounts).toEqual([{ kind: 'COMPLAINT_TO_CLASSIFY', count: 6, overdue: 1 }]);
  for (const ask of [as('desk', 'elsewhere'), as('nobody', 'lists', 'DESK_OFFICER')])
    expect(await waiting(ask)).toEqual([]);
  expect((await as('lead', 'lists')(plain)).errors).toBeDefined();
});

test('A-26: nobody finds a complaint that concerns them in what waits for them, not even while they stand in', async () => {
  const { deskId } = await aHallWithACase('self');
  await register(as('desk2', 'self'), { hallCode: 'self', complainant, respondentId: deskId });
  expect(await waiting(as('desk', 'self'))).toEqual([]);
  expect(await waiting(as('desk2', 'self'))).toHaveLength(1);
});
