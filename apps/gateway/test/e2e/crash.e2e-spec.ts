import { randomUUID } from 'node:crypto';
import { Database } from '@hall/platform/postgres';
import { createLogger } from '@hall/platform/logging';
import { replayOutbox } from '@hall/platform/outbox';
import { eventually } from '@hall/testing';
import { processNames, startWholeHall } from '../support';
import type { WholeHall } from '../support';

jest.setTimeout(120_000);

const refusal = '... on UserError { code message }';
let hall: WholeHall;
let ids: { itemId: string; windowId: string };
const open: Record<string, Database> = {};

beforeAll(async () => {
  hall = await startWholeHall();
  for (const name of ['staffing', 'cases', 'complaints'] as const) {
    open[name] = await Database.connect({
      url: hall.databases[name].url,
      applicationName: 'test',
      schema: name,
      poolSize: 2,
      logger: createLogger({ service: 'test', level: 'silent' }),
    });
  }
  ids = await prepare();
});

afterAll(async () => {
  for (const database of Object.values(open)) await database.close();
  await hall?.stop();
});

/** A hall with one window, its lead at work, and one item. */
async function prepare() {
  const change = async (user: string, field: string, query: string, variables: Record<string, unknown> = {}) => {
    const answer = await hall.ask(user, query, variables);
    expect(answer).toMatchObject({ data: { [field]: expect.not.objectContaining({ message: expect.anything() }) } });
    return answer.data![field];
  };
  await change(
    'admin',
    'registerHall',
    `mutation { registerHall(input: { code: "demo", name: "大厅" }) { ... on Hall { name } ${refusal} } }`,
  );
  const { id: departmentId } = await change(
    'admin',
    'registerDepartment',
    `mutation { registerDepartment(input: { hallCode: "demo", code: "D", name: "区人社局" }) { ... on Department { id } ${refusal} } }`,
  );
  const { id: windowId } = await change(
    'admin',
    'registerWindow',
    `mutation ($d: ID!) { registerWindow(input: { departmentId: $d, number: "1", name: "窗口" }) { ... on ServiceWindow { id } ${refusal} } }`,
    { d: departmentId },
  );
  const staff: string[] = [];
  for (const [account, role, by = 'office'] of [
    ['office', 'CENTRE_OFFICE', 'admin'],
    ['lead', 'OFFICER'],
    ['deputy', 'OFFICER'],
    ['desk', 'DESK_OFFICER'],
  ]) {
    const { id } = await change(
      by!,
      'registerStaff',
      `mutation ($d: ID!, $a: String!) { registerStaff(input: { departmentId: $d, account: $a, badgeNumber: $a, name: $a, roles: [${role}] }) { ... on Staff { id } ${refusal} } }`,
      { d: departmentId, a: account },
    );
    if (by === 'office') staff.push(id);
  }
  await change(
    'office',
    'registerPost',
    `mutation ($w: ID!, $l: ID!, $d: ID!) { registerPost(input: { windowId: $w, code: "P", name: "岗", duties: ["受理"], leadId: $l, deputyId: $d }) { ... on Post { id } ${refusal} } }`,
    { w: windowId, l: staff[0], d: staff[1] },
  );
  await change(
    'lead',
    'checkIn',
    `mutation ($w: ID!) { checkIn(input: { windowId: $w, checklist: [CLEAN, SEALS, FORMS, MATERIALS, ONLINE, BADGE] }) { ... on CheckIn { mark } ${refusal} } }`,
    { w: windowId },
  );
  await change(
    'office',
    'importServiceItems',
    `mutation ($d: ID!) { importServiceItems(items: [{ departmentId: $d, code: "I", name: "事项" }], openAssumed: true) { ... on ImportReport { created } ${refusal} } }`,
    { d: departmentId },
  );
  const { data } = await hall.ask('lead', '{ serviceItem(code: "I") { id } }');
  return { itemId: data!['serviceItem'].id as string, windowId: windowId as string };
}

/** Submits a case and keeps trying with the same key, as a front end on a bad line would, until it is acknowledged. */
async function submitUntilAcknowledged(key: string): Promise<string> {
  const input = {
    ...ids,
    materials: ['IDENTITY'],
    idempotencyKey: key,
    applicant: { name: '张三', idNumber: '11010519491231002X' },
  };
  return eventually(
    async () => {
      const answer = await hall.ask(
        'lead',
        `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { ... on Case { id } ${refusal} } }`,
        { input },
      );
      const id: unknown = answer.data?.['submitCase']?.id;
      if (typeof id !== 'string') throw new Error(JSON.stringify(answer));
      return id.split('.')[1]!;
    },
    { withinMs: 30_000, message: 'the case was not acknowledged' },
  );
}

const column = async (service: string, sql: string): Promise<string[]> =>
  (await open[service]!.query<{ id: string }>(sql)).map(({ id }) => id).sort();

const inCases = () => column('cases', 'select id from cases');
const inOutbox = () =>
  column('cases', `select aggregate_id as id from outbox where type = 'hall.cases.case.accepted.v1'`);
const inComplaints = () => column('complaints', 'select id from known_cases');
const handledOnce = () => column('complaints', `select event_id as id from inbox where consumer = 'complaints__cases'`);

test('kill -9 of each process in turn: nothing acknowledged is lost, nothing is doubled', async () => {
  const acknowledged: string[] = [];
  for (const name of processNames) {
    const submitting = Promise.all(Array.from({ length: 5 }, () => submitUntilAcknowledged(randomUUID())));
    await hall.crash(name);
    acknowledged.push(...(await submitting));
  }
  acknowledged.push(...(await Promise.all(Array.from({ length: 3 }, () => submitUntilAcknowledged(randomUUID())))));
  acknowledged.sort();
  expect(new Set(acknowledged).size).toBe(23);
  expect(await inCases()).toEqual(acknowledged);
  expect(await inOutbox()).toEqual(acknowledged);
  await eventually(async () => expect(await inComplaints()).toEqual(acknowledged), { withinMs: 30_000 });
  expect(await handledOnce()).toHaveLength(acknowledged.length);
});

test('the broker’s store is deleted and everything said again: the same read models, nothing doubled', async () => {
  const before = {
    complaints: await inComplaints(),
    handled: await handledOnce(),
    staff: await column('cases', 'select id from known_staff'),
  };
  await hall.nats.kill();
  hall.nats.deleteStore();
  await hall.nats.start();
  for (const name of ['staffing', 'cases', 'complaints']) await replayOutbox(open[name]!);
  const late = await submitUntilAcknowledged(randomUUID());
  await eventually(async () => expect(await inComplaints()).toContain(late), { withinMs: 40_000 });
  const unpublished = async (service: string) =>
    (await open[service]!.query('select from outbox where published_at is null')).length;
  await eventually(
    async () => expect(await Promise.all(['staffing', 'cases', 'complaints'].map(unpublished))).toEqual([0, 0, 0]),
    { withinMs: 40_000 },
  );
  expect(await inComplaints()).toEqual([...before.complaints, late].sort());
  expect(await column('cases', 'select id from known_staff')).toEqual(before.staff);
  expect((await handledOnce()).length).toBe(before.handled.length + 1);
});

/** What the owners of the databases do between services, by the check that finds it; and how it is undone. */
const planted: Readonly<Record<string, readonly ['cases' | 'complaints', string, string]>> = {
  'every-event-arrived': [
    'complaints',
    `create table complaints.lost as select * from complaints.inbox where consumer = 'complaints__cases' limit 1;
     delete from complaints.inbox i using complaints.lost l where i.event_id = l.event_id and i.consumer = l.consumer`,
    'insert into complaints.inbox select * from complaints.lost; drop table complaints.lost',
  ],
  'directories-equal-staffing': [
    'cases',
    `update cases.known_windows set name = name || '!'`,
    `update cases.known_windows set name = rtrim(name, '!')`,
  ],
  'complaints-knows-the-cases': [
    'complaints',
    `update complaints.known_cases set number = number || '!'`,
    `update complaints.known_cases set number = rtrim(number, '!')`,
  ],
  'breaches-are-charged-to-who-answered': [
    'cases',
    `insert into cases.deadline_levels (hall_code, deadline_id, promise, level, at, notified_at, answerable_id)
     select hall_code, id, 1, 'BREACHED', now(), now(), (select id from cases.known_staff where account = 'deputy')
       from cases.deadlines where subject = 'CASE' limit 1`,
    'delete from cases.deadline_levels',
  ],
};

test('the audit finds what is violated between services, and nothing else', async () => {
  await eventually(async () => expect(await hall.audit()).toEqual({}), { withinMs: 15_000 });
  for (const [service, plant] of Object.values(planted)) await hall.databases[service].asOwner(plant);
  const found = await hall.audit();
  for (const [service, , undo] of Object.values(planted)) await hall.databases[service].asOwner(undo);
  // What cases itself knows of its posts says the same of the breach.
  const names = [...Object.keys(planted), 'levels-are-charged-to-who-answered'];
  expect(Object.keys(found).sort()).toEqual(names.sort());
});
