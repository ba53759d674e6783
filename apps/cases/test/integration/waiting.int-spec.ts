import { eventually } from '@hall/testing';
import type { Ask, Loose } from '@hall/testing';
import { waitingKinds } from '../../src/domain/deadlines/waiting';
import { decide, handOver, pause } from '../support/case-acts';
import { applicant, mutate, nodesOf, offerContact, useCases } from '../support/hall';

const hall = useCases();

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

const plain = 'id kind key since dueAt level answers';
const about = `subject { __typename ... on Case { id } ... on JointTask { id } ... on Contact { id } ... on MajorMatter { id }
  ... on ServiceRating { id } ... on ServiceItem { id } ... on Message { id } } window { id }`;
const waiting = async (ask: Ask, args = '', fields = `${plain} ${about}`): Promise<Loose[]> =>
  nodesOf(await ask(`{ waitingForMe${args} { edges { node { ${fields} } } } }`), 'waitingForMe');
const kindsOf = (entries: readonly Loose[]): string[] => entries.map(({ kind }) => kind as string);
const counts = async (ask: Ask): Promise<Record<string, number>> => {
  const { data } = await ask('{ waitingCounts { kind count overdue } }');
  return Object.fromEntries(data!['waitingCounts'].map(({ kind, count }: Loose) => [kind, count]));
};
const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });

/** A hall in which something of every kind waits for somebody. */
async function aBusyHall(hallCode: string) {
  await hall.setClock('2026-12-01T09:00:00+08:00');
  const base = await hall.aHall(hallCode);
  const { lead, leadId, submit, windowId, otherWindowId, thirdWindowId, itemId } = base;
  const neighbour = hall.officer('neighbour', hallCode);
  const joint = await hall.publish(base, {
    code: 'J-1',
    handlingType: 'JOINT',
    promisedLimit: days(8),
    participants: [{ departmentId: base.secondDepartmentId, stage: 1, limit: days(2) }],
  });
  const made = async (ask: Ask, name: string, said: Record<string, unknown>, selection: string): Promise<Loose> => {
    const answer = await mutate(ask, name, said, `... on ${selection}`);
    expect([name, answer['code']]).toEqual([name, undefined]);
    return answer;
  };
  await submit({ checked: false });
  await submit({ materials: ['ID'] });
  await submit();
  await pause(lead, (await submit())['id']);
  await decide(lead, (await submit())['id']);
  const declined = {
    caseId: (await submit({ checked: false }))['id'],
    reason: 'NOT_REQUIRED_BY_LAW',
    explanation: '无需',
  };
  await made(lead, 'declineCase', declined, 'Case { id }');
  await submit({ itemId: joint });
  const { participants } = await submit({ itemId: joint });
  await made(neighbour, 'takeJointTask', { taskId: participants[0].id }, 'Case { id }');
  await offerContact(neighbour, thirdWindowId, windowId);
  const seen = { channel: 'WINDOW', subject: '参保', windowId };
  const { id: service, ratingCode } = await made(lead, 'recordContact', seen, 'Contact { id ratingCode }');
  await made(hall.service.as({}), 'rateService', { service, code: ratingCode, level: 1 }, 'ServiceRating { id }');
  await made(lead, 'recordContact', seen, 'Contact { id }');
  await made(lead, 'referToDesk', { contactId: service, question: '由谁保管' }, 'Contact { id }');
  const matter = { kind: 'GROUP_DEMAND', facts: '六人同一诉求' };
  await made(lead, 'reportMajorMatter', { input: matter }, 'MajorMatter { id }');
  const draft = { code: 'D-1', name: '灵活就业', departmentId: base.departmentId, content: '灵活就业登记' };
  await made(hall.office(hallCode), 'draftServiceItem', { input: draft }, 'ServiceItem { id }');
  await made(lead, 'countGuides', { input: { windowId, itemId, copies: 3 } }, 'GuideStock { copies }');
  const message = { forStaffId: leadId, from: '王五', phone: '13800000002', text: '请回电' };
  await made(neighbour, 'takeMessage', { input: message }, 'Message { id }');
  return { ...base, otherWindowId, neighbour };
}

const everybody = {
  desk: (of: string) => hall.as('desk', of, 'DESK_OFFICER'),
  lead: (of: string) => hall.officer('lead', of),
  deputy: (of: string) => hall.officer('deputy', of),
  neighbour: (of: string) => hall.officer('neighbour', of),
  head: hall.head,
  head2: (of: string) => hall.as('head2', of, 'SECTION_HEAD'),
  leader: hall.leader,
  office: hall.office,
} satisfies Record<string, (of: string) => Ask>;

/** What each answer is called with: nothing is wrong with it but who calls it. */
const answersWith = (key: string, base: Loose): Record<string, Record<string, unknown>> => {
  const text = '说明';
  return {
    checkMaterials: { caseId: key, materials: ['ID', 'FORM'], findings: [] },
    declineCase: { caseId: key, reason: 'NOT_REQUIRED_BY_LAW', explanation: text },
    deliverNotice: { number: key, mode: 'PRINTED' },
    passStep: { caseId: key, note: text },
    decideCase: { caseId: key, approved: true, grounds: text },
    resumeCommitment: { caseId: key },
    deliverResult: { caseId: key, windowId: base['windowId'], identityChecked: true, method: 'WINDOW' },
    takeJointTask: { taskId: key },
    giveOpinion: { taskId: key, agreed: true, opinion: text },
    acknowledgeReferral: { referralId: key },
    answerContact: { contactId: key, answer: text, outcome: 'ANSWERED' },
    referContact: { contactId: key, toWindowId: base['otherWindowId'], reason: text },
    referOutside: { contactId: key, body: '市社保中心，电话 0574-12345678', answer: text },
    referToDesk: { contactId: key, question: text },
    takeFromDesk: { contactId: key },
    acknowledgeRejection: { number: key },
    answerMajorMatter: { majorMatterId: key, answer: text },
    answerRating: { ratingId: key, finding: 'CONFIRMED', measures: text },
    publishServiceItem: { code: key },
    countGuides: { windowId: base['windowId'], itemId: key, copies: 100 },
    readMessage: { messageId: key },
    submitMonthlyCaseReport: { month: key, remark: text },
  };
};

/** Refusals that say that the caller is the wrong one. Everything else says that the moment, or what was said, is. */
const wrongCaller =
  /STAFF_NOT_KNOWN|NOT_ON_DUTY|LEADER_REQUIRED|OTHER_DEPARTMENT|NOT_YOURS|DESK_OFFICER_REQUIRED|_NOT_FOUND|_OWN_|FORBIDDEN/;

test('S1.5c S2.2c S3.4d: everything that is offered is for this caller to do, every kind is offered to somebody, and what was answered is gone', async () => {
  const base = await aBusyHall('offered');
  const seen = new Set<string>();
  let tried = 0;
  for (const [name, as] of Object.entries(everybody)) {
    const ask = as('offered');
    const entries = await waiting(ask);
    for (const { kind, key, answers, id } of entries) {
      seen.add(kind);
      const [own = undefined] = answers as string[];
      // A head completes drafts that only the office publishes.
      if (own === undefined) expect([name, kind]).toEqual(['head', 'ITEM_TO_PUBLISH']);
      for (const answer of [...(answers as string[])].reverse()) {
        tried++;
        const said = answersWith(key, base)[answer]!;
        const { code = 'DONE' } = await mutate(ask, answer, said, '__typename');
        expect([name, kind, answer, code]).toEqual([name, kind, answer, expect.not.stringMatching(wrongCaller)]);
      }
      const isLeft = (await waiting(ask)).some((entry) => entry['id'] === id);
      const stays = ['CASE_TO_DECIDE', 'ITEM_TO_PUBLISH', 'STEP_TO_PASS'].includes(kind);
      if (!stays) expect([name, kind, isLeft]).toEqual([name, kind, false]);
    }
  }
  expect([...seen].sort()).toEqual(Object.keys(waitingKinds).sort());
  expect(tried).toBeGreaterThan(Object.keys(waitingKinds).length);
});

test('S2.2c S3.4d R11: what waits says since when, until when, what it is about and how to answer it; what is due first comes first', async () => {
  const { lead, windowId, submit } = await hall.aHall('clocks');
  const checked = await submit({ checked: false });
  const noticed = await submit({ materials: ['ID'] });
  const accepted = await submit();
  const stopped = await submit();
  await pause(lead, stopped['id']);
  const entries = await waiting(lead);
  const of = (kind: string, id: string): Loose =>
    entries.find((entry) => entry['kind'] === kind && entry['subject']?.id === id)!;
  expect(of('CASE_TO_CHECK', checked['id'])).toMatchObject({
    key: checked['id'],
    since: '2026-11-23T09:00:00+08:00',
    level: null,
    answers: ['checkMaterials', 'declineCase'],
    subject: { __typename: 'Case' },
    window: { id: windowId },
  });
  expect(of('NOTICE_TO_DELIVER', noticed['id'])).toMatchObject({
    key: noticed['correctionNotice'].number,
    dueAt: '2026-11-23T17:00:00+08:00',
    answers: ['deliverNotice'],
  });
  expect(of('CASE_TO_DECIDE', accepted['id'])).toMatchObject({ dueAt: '2026-11-30T17:00:00+08:00' });
  expect(of('CASE_TO_DECIDE', stopped['id'])).toMatchObject({ dueAt: null });
  expect(of('CLOCK_TO_RESUME', stopped['id'])).toMatchObject({ dueAt: '2026-12-31T17:00:00+08:00' });
  const dues = entries.map(({ dueAt }) => (dueAt === null ? Infinity : Date.parse(dueAt as string)));
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
  // However it is cut into pages, it is the same list.
  const paged: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { data }: Loose = await lead(
      `{ waitingForMe(first: 2 ${after && `after: "${after}"`}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
    );
    const { edges, pageInfo }: Loose = data['waitingForMe'];
    paged.push(...edges.map(({ node }: Loose) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  }
  expect(paged).toEqual(entries.map(({ id }) => id));
  expect(kindsOf(await waiting(lead, '(kinds: [NOTICE_TO_DELIVER, CLOCK_TO_RESUME])')).sort()).toEqual([
    'CLOCK_TO_RESUME',
    'NOTICE_TO_DELIVER',
  ]);
  const count = (kind: string): number => kindsOf(entries).filter((each) => each === kind).length;
  expect(await counts(lead)).toEqual(Object.fromEntries(kindsOf(entries).map((kind) => [kind, count(kind)])));
  await handOver(lead, noticed['correctionNotice'].number);
  expect(kindsOf(await waiting(lead))).not.toContain('NOTICE_TO_DELIVER');
  await hall.setClock('2026-11-30T17:01:00+08:00');
  const late = (await waiting(lead)).find((entry) => entry['kind'] === 'CASE_TO_DECIDE' && entry['dueAt'] !== null)!;
  expect(late).toMatchObject({ level: 'BREACHED' });
});

test('S5.2a S5.4a R11: after a take-over the deputy has it all and the lead nothing, until the lead is back; strangers have nothing', async () => {
  const { hallCode, lead, deputy, deputyTakesOver, leadReturns, submit, thirdWindowId, windowId } =
    await hall.aHall('over');
  await submit();
  await submit({ materials: ['ID'] });
  await offerContact(hall.officer('neighbour', hallCode), thirdWindowId, windowId);
  const all = ['CASE_TO_DECIDE', 'NOTICE_TO_DELIVER', 'REFERRAL_OFFERED', 'STEP_TO_PASS'];
  expect(kindsOf(await waiting(lead)).sort()).toEqual(all);
  expect(await waiting(deputy)).toEqual([]);
  await deputyTakesOver('2026-11-23T09:00:00+08:00');
  await eventually(async () => expect(kindsOf(await waiting(deputy)).sort()).toEqual(all));
  expect((await waiting(deputy)).every(({ answers }) => (answers as string[]).length > 0)).toBe(true);
  expect(await waiting(lead)).toEqual([]);
  expect(await counts(lead)).toEqual({});
  await leadReturns('2026-11-23T10:00:00+08:00');
  await eventually(async () => expect(kindsOf(await waiting(lead)).sort()).toEqual(all));
  expect(await waiting(deputy)).toEqual([]);
  const strangers = [
    hall.officer('lead', 'elsewhere'),
    hall.officer('nobody', hallCode),
    hall.service.as({ account: 'lead', hallCode, roles: ['SECTION_HEAD'] }),
  ];
  for (const ask of strangers) expect([await waiting(ask), await counts(ask)]).toEqual([[], {}]);
  for (const ask of [hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] }), hall.service.as({})])
    expect((await ask('{ waitingForMe { edges { node { id } } } }')).errors).toBeDefined();
});

test('S1.5c while nobody holds the post, whoever answers for it sees what waits, and is offered nothing that would be refused', async () => {
  const { hallCode, submit, windowCloses, lead } = await hall.aHall('empty');
  await submit();
  await windowCloses('2026-11-23T09:00:00+08:00');
  await eventually(async () => expect(await waiting(hall.head(hallCode))).toHaveLength(2));
  expect((await waiting(hall.head(hallCode))).map(({ answers }) => answers)).toEqual([[], []]);
  expect(await waiting(lead)).toEqual([]);
});

test('S4.4b S2.2a a refusal waits for the head, not for who wrote it; a bad rating never for whose service it was', async () => {
  const { hallCode, submit, lead, windowId } = await hall.aHall('above');
  const { id: caseId } = await submit({ checked: false });
  await mutate(lead, 'declineCase', { caseId, reason: 'NOT_REQUIRED_BY_LAW', explanation: '无需' });
  expect(kindsOf(await waiting(hall.head(hallCode)))).toEqual(['REJECTION_TO_READ']);
  for (const ask of [hall.leader(hallCode), everybody.head2(hallCode), lead]) expect(await waiting(ask)).toEqual([]);
  await hall.sql(
    `update known_posts set holder_id = (select id from known_staff where hall_code = $1 and account = 'head')
    where hall_code = $1 and id = (select post_id from cases where hall_code = $1 limit 1)`,
    [hallCode],
  );
  const seen = { channel: 'WINDOW', subject: '参保', windowId };
  const of = await mutate(hall.head(hallCode), 'recordContact', seen, '... on Contact { id ratingCode }');
  const rated = { service: of['id'], code: of['ratingCode'], level: 1 };
  await mutate(hall.service.as({}), 'rateService', rated, '... on ServiceRating { id }');
  expect(kindsOf(await waiting(hall.leader(hallCode)))).toEqual(['RATING_TO_ANSWER']);
  expect(kindsOf(await waiting(hall.head(hallCode)))).not.toContain('RATING_TO_ANSWER');
});

test('R11 the list costs one statement, whether nothing waits, one thing, or many', async () => {
  const { lead, submit } = await hall.aHall('cost');
  const asked = async (): Promise<number> => {
    let found = 0;
    await waiting(lead);
    const statements = await hall.service.statementsOf(async () => (found = (await waiting(lead, '', plain)).length));
    expect(statements).toHaveLength(1);
    return found;
  };
  expect(await asked()).toBe(0);
  await submit({ checked: false });
  expect(await asked()).toBe(1);
  for (let n = 0; n < 10; n++) await submit({ applicant });
  expect(await asked()).toBe(21);
  // With what each is about, one more for all of a kind.
  expect((await hall.service.statementsOf(() => waiting(lead))).length).toBeLessThanOrEqual(3);
});
