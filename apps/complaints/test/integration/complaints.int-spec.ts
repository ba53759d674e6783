import { randomUUID } from 'node:crypto';
import { asType, dataOf, eventually } from '@hall/testing';
import type { Ask } from '@hall/testing';
import {
  classify,
  close,
  complainant,
  decide,
  tell,
  graphql,
  register,
  registered,
  statistics,
  useComplaints,
} from '../support/hall';
import type { HallWithACase } from '../support/hall';

const complaints = useComplaints();
const { as, aHallWithACase } = complaints;

test('S6.4d, S6.5.0: a complaint goes from intake to closing, on its clock', async () => {
  const hall = await aHallWithACase('course');
  const desk = as('desk', 'course');
  const { id, ...taken } = await registered(desk, { caseId: hall.caseId, complainant });
  expect(taken).toMatchObject({
    number: expect.stringMatching(/^course-TS-20261123-\d{6}$/),
    status: 'REGISTERED',
    owner: { id: hall.deskId },
    window: { id: hall.windowId },
    dueAt: '2026-11-30T17:00:00+08:00',
    complainant: { name: '张*', phone: '138****1234' },
  });
  expect(await decide(desk, id)).toMatchObject({
    code: 'COMPLAINT_NOT_POSSIBLE_NOW',
    clause: 'S6.5.0',
    allowedActions: ['classifyComplaint'],
  });
  expect(await classify(desk, id)).toMatchObject({ status: 'CLASSIFIED', dueAt: '2026-12-07T17:00:00+08:00' });
  expect(await decide(desk, id)).toMatchObject({ status: 'DECIDED', finding: 'UPHELD' });
  expect(await close(desk, id)).toMatchObject({ code: 'COMPLAINT_FEEDBACK_MISSING', clause: 'S6.4g' });
  expect(await tell(desk, id)).toMatchObject({ status: 'FED_BACK' });
  expect(await close(desk, id)).toMatchObject({ status: 'CLOSED' });
  const recorded = graphql('query ($id: ID!) { complaint(id: $id) { actions { kind clause officer { id } } } }');
  const { complaint } = await dataOf(desk(recorded, { id }));
  expect(complaint!.actions.map(({ kind }) => kind)).toEqual([
    'REGISTERED',
    'CLASSIFIED',
    'DECIDED',
    'FED_BACK',
    'CLOSED',
  ]);
});

test('S6.5.0, S6.4g: what a complaint offers to somebody succeeds, what it does not offer is refused', async () => {
  const hall = await aHallWithACase('offers');
  const offers = graphql('query ($id: ID!) { complaint(id: $id) { allowedActions allowedActionNames } }');
  const callers = {
    desk: as('desk', 'offers'),
    stranger: as('stranger', 'offers', 'DESK_OFFICER'),
    head: as('head', 'offers', 'SECTION_HEAD'),
    applicant: as('applicant', 'offers', 'APPLICANT'),
  };
  const acts = { classifyComplaint: classify, decideComplaint: decide, giveFeedback: tell, closeComplaint: close };
  const offered: Record<string, readonly string[]> = {};
  for (const person of [complainant, null]) {
    for (const way of [[], [classify], [classify, decide], [classify, decide, tell], [classify, decide, tell, close]]) {
      const come = async (): Promise<string> => {
        const { id } = await registered(callers.desk, { caseId: hall.caseId, complainant: person });
        for (const step of way) expect(await step(callers.desk, id)).not.toHaveProperty('code');
        return id;
      };
      for (const [who, ask] of Object.entries(callers)) {
        const id = await come();
        const { complaint } = await dataOf(ask(offers, { id }));
        const names: readonly string[] = complaint?.allowedActions ?? [];
        expect(complaint?.allowedActionNames ?? []).toEqual(names);
        offered[`${who} ${way.length}${person ? '' : ' anonymous'}`] = names;
        for (const [name, act] of Object.entries(acts)) {
          const answer = await act(ask, names.includes(name) ? await come() : id).catch(() => ({ code: 'FORBIDDEN' }));
          expect([who, way.length, name, !('code' in answer)]).toEqual([who, way.length, name, names.includes(name)]);
        }
      }
    }
  }
  expect(offered).toMatchObject({
    'desk 2': ['giveFeedback'],
    'desk 3': ['closeComplaint'],
    'desk 2 anonymous': ['giveFeedback', 'closeComplaint'],
    'stranger 2': [],
    'head 2': [],
    'applicant 2': [],
  });
});

test('S1.4a an account without a badge of the hall handles nothing there', async () => {
  const hall = await aHallWithACase('badges');
  const { id } = await registered(as('desk', 'badges'), { caseId: hall.caseId });
  expect(await classify(as('stranger', 'badges', 'DESK_OFFICER'), id)).toMatchObject({
    code: 'STAFF_NOT_KNOWN',
    clause: 'S1.4a',
  });
});

describe('A-26 nobody handles, sees or hears of a complaint about themselves', () => {
  let hall: HallWithACase;
  let id: string;
  let number: string;

  beforeAll(async () => {
    hall = await aHallWithACase('conflict');
    const taken = await registered(as('zhangsan', 'conflict'), {
      channel: 'ONLINE',
      caseId: hall.caseId,
      respondentId: hall.deskId,
      complainant,
    });
    ({ id, number } = taken);
    expect(taken.owner.id).toBe(hall.desk2Id);
  });

  const byId = graphql('query ($id: ID!) { complaint(id: $id) { number } }');
  const byNumber = graphql('query ($number: String!) { complaint(number: $number) { number } }');
  const asEntity = graphql('query ($r: [_Any!]!) { _entities(representations: $r) { ... on Complaint { number } } }');
  const ways: [string, (ask: Ask) => Promise<unknown>][] = [
    ['by id', async (ask) => (await dataOf(ask(byId, { id }))).complaint],
    ['by number', async (ask) => (await dataOf(ask(byNumber, { number }))).complaint],
    [
      'as an entity',
      async (ask) => (await dataOf(ask(asEntity, { r: [{ __typename: 'Complaint', id }] })))._entities[0],
    ],
  ];

  test.each(ways)(
    '%s: absent for the respondent, the handler and a stranger; there for the desk and the complainant',
    async (_way, look) => {
      for (const account of ['desk', 'lead'])
        expect([account, await look(as(account, 'conflict', 'DESK_OFFICER'))]).toEqual([account, null]);
      expect(await look(as('lisi', 'conflict'))).toBeNull();
      expect(await look(as('desk2', 'elsewhere'))).toBeNull();
      expect(await look(as('desk2', 'conflict'))).toEqual({ number });
      expect(await look(as('zhangsan', 'conflict'))).toEqual({ number });
    },
  );

  test('the deputy does not see it while standing in for the handler', async () => {
    await hall.deputyTakesOver();
    await eventually(async () => expect(await ways[0]![1](as('deputy', 'conflict', 'DESK_OFFICER'))).toBeNull());
  });

  test('no figure tells of it', async () => {
    const received = async (account: string) =>
      (await statistics(as(account, 'conflict', 'DESK_OFFICER'), { month: '2026-11', measures: ['RECEIVED'] })).rows[0]!
        .figures[0]!.value;
    expect(await received('desk')).toBe(0);
    expect(await received('desk2')).toBe(1);
  });

  test('a mutation answers as if it did not exist', async () => {
    expect(await classify(as('desk', 'conflict'), id)).toMatchObject({ code: 'COMPLAINT_NOT_FOUND' });
  });

  test('whoever takes a complaint about themselves gets the number and no more', async () => {
    const answer = await register(as('lead', 'conflict'), { caseId: hall.caseId });
    expect(answer).toMatchObject({ __typename: 'ComplaintReceipt', number: expect.any(String) });
  });
});

test('A-23, A-24: an anonymous complaint without any target is taken and may be closed without feedback', async () => {
  await aHallWithACase('anonymous');
  const desk = as('desk', 'anonymous');
  const { id, complainant: nobody } = await registered(desk, {});
  expect(nobody).toBeNull();
  await classify(desk, id);
  await decide(desk, id);
  expect(await close(desk, id)).toMatchObject({ status: 'CLOSED' });
});

test('a target that does not exist is refused, and nothing is written', async () => {
  await aHallWithACase('nowhere');
  const answer = await register(as('desk', 'nowhere'), { caseId: `nowhere.${randomUUID()}`, complainant });
  expect(answer).toMatchObject({ code: 'COMPLAINT_TARGET_NOT_KNOWN' });
  const [row] = await complaints.sql<{ n: string }>(`select count(*) as n from complaints where hall_code = 'nowhere'`);
  expect(row).toEqual({ n: '0' });
});

test('personal data is sealed in the database and never in an event', async () => {
  await aHallWithACase('sealed');
  await register(as('desk', 'sealed'), { complainant });
  const rows = await complaints.sql(
    `select to_jsonb(c)::text as text from complainants c where hall_code = 'sealed' union all select envelope::text from outbox where hall_code = 'sealed'`,
  );
  for (const secret of [complainant.name, complainant.phone]) expect(JSON.stringify(rows)).not.toContain(secret);
});

test('T6 whoever complained without a name finds it again, nobody else does, and their account is in no table', async () => {
  await aHallWithACase('nameless');
  const phone = '13812345678';
  const client = (account: string) =>
    complaints.service.as({ account, hallCode: 'nameless', roles: ['APPLICANT'] }, { 'idempotency-key': 'k' });
  const { id, number } = await registered(client(phone), { channel: 'ONLINE' });
  const look = `query ($id: ID!) { complaint(id: $id) { number } }`;
  expect((await client(phone)(look, { id })).data).toEqual({ complaint: { number } });
  expect((await client('13887654321')(look, { id })).data).toEqual({ complaint: null });
  const rows = await complaints.sql(
    `select c::text from complaints c union all select k::text from idempotency_keys k union all select o::text from outbox o`,
  );
  expect(JSON.stringify(rows)).not.toContain(phone);
});

test('history cannot be changed by the application', async () => {
  for (const sql of [
    'update complaint_states set status = null',
    'delete from complaint_actions',
    'delete from deadline_events',
    'delete from complaints',
  ]) {
    await expect(complaints.sql(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
  }
});

test('statements per operation', async () => {
  const hall = await aHallWithACase('counted');
  // What the months before have left for the sweeps is done by then.
  await complaints.setClock('2026-11-23T09:00:00+08:00');
  const desk = as('desk', 'counted');
  let id = '';
  const registerForId = graphql(
    'mutation ($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename ... on Complaint { id } } }',
  );
  const whole = graphql(
    'query ($id: ID!) { complaint(id: $id) { complainant { name } actions { kind } owner { id } } }',
  );
  const count = async (work: () => Promise<unknown>): Promise<number> =>
    (await complaints.service.statementsOf(work)).length;
  const counts = {
    registerComplaint: await count(async () => {
      const input = { channel: 'PHONE', summary: 's', caseId: hall.caseId, complainant } as const;
      id = asType((await dataOf(desk(registerForId, { input }))).registerComplaint, 'Complaint').id;
    }),
    classifyComplaint: await count(() => classify(desk, id)),
    decideComplaint: await count(() => decide(desk, id)),
    giveFeedback: await count(() => tell(desk, id)),
    closeComplaint: await count(() => close(desk, id)),
    complaint: await count(() => desk(whole, { id })),
    complaintStatistics: await count(() =>
      statistics(desk, { month: '2026-11', measures: ['RECEIVED'], groupBy: ['WINDOW', 'GROUND'] }),
    ),
  };
  expect(counts).toEqual({
    registerComplaint: 12,
    classifyComplaint: 9,
    decideComplaint: 9,
    giveFeedback: 6,
    closeComplaint: 6,
    complaint: 3,
    complaintStatistics: 1,
  });
});
