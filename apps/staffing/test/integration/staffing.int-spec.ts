import type { Ask } from '@hall/testing';
import { useStaffing } from '../support/hall';

const staffing = useStaffing();
const { checkIn, officer } = staffing;
const reportAbsence = (ask: Ask, staffId: string) =>
  ask(
    `mutation ($staffId: ID!) { reportAbsence(input: { staffId: $staffId, reason: "突发疾病" }) { ... on Staff { id } ... on UserError { code clause } } }`,
    { staffId },
  );
const onDuty = async (hallCode: string, postId: string) => {
  const answer = await officer('lead', hallCode)(
    `query ($postId: ID!) { officerOnDuty(postId: $postId) { role staff { id } actingFor { id } cover { cause } } post(id: $postId) { vacancy { owner { id } } } }`,
    { postId },
  );
  return answer.data!;
};

test('S5.2a the deputy holds the post from the moment the lead is reported absent, and hands it back', async () => {
  const { windowId, leadId, deputyId, postId } = await staffing.aHall('handover');
  expect(await checkIn(officer('lead', 'handover'), windowId)).toMatchObject({
    data: { checkIn: { window: { status: 'OPEN' } } },
  });
  expect(await onDuty('handover', postId)).toMatchObject({
    officerOnDuty: { role: 'LEAD', staff: { id: leadId }, actingFor: null },
  });
  await checkIn(officer('deputy', 'handover'), windowId);
  expect(await onDuty('handover', postId)).toMatchObject({ officerOnDuty: { role: 'LEAD' } });

  expect(await reportAbsence(officer('deputy', 'handover'), leadId)).toMatchObject({
    data: { reportAbsence: { id: leadId } },
  });
  expect(await onDuty('handover', postId)).toMatchObject({
    officerOnDuty: {
      role: 'DEPUTY',
      staff: { id: deputyId },
      actingFor: { id: leadId },
      cover: { cause: 'REPORTED_ABSENCE' },
    },
  });

  await checkIn(officer('lead', 'handover'), windowId);
  expect(await onDuty('handover', postId)).toMatchObject({ officerOnDuty: { role: 'LEAD', staff: { id: leadId } } });
});

test('S5.3b an absence is reported once', async () => {
  const { leadId } = await staffing.aHall('twice');
  await reportAbsence(officer('deputy', 'twice'), leadId);
  expect(await reportAbsence(officer('deputy', 'twice'), leadId)).toMatchObject({
    data: { reportAbsence: { code: 'ABSENCE_ALREADY_REPORTED', clause: 'S5.3b' } },
  });
});

test('S1.3c the window stays closed until everything is ready, and nothing is written', async () => {
  const { windowId } = await staffing.aHall('unready');
  const answer = await checkIn(officer('lead', 'unready'), windowId, '[CLEAN, ONLINE]');
  expect(answer).toMatchObject({ data: { checkIn: { code: 'CHECKLIST_INCOMPLETE', clause: 'S1.3c' } } });
  const [row] = await staffing.sql<{ n: string }>(`select count(*) as n from staff_acts where hall_code = 'unready'`);
  expect(row).toEqual({ n: '0' });
});

test('S1.4a an account without a badge of the hall does nothing there', async () => {
  const { windowId } = await staffing.aHall('badges');
  expect(await checkIn(officer('stranger', 'badges'), windowId)).toMatchObject({
    data: { checkIn: { code: 'STAFF_NOT_KNOWN', clause: 'S1.4a' } },
  });
});

test('S5.1b a post needs two different people', async () => {
  const { windowId, leadId } = await staffing.aHall('two');
  const answer = await staffing.admin(
    `mutation ($w: ID!, $s: ID!) { registerPost(input: { windowId: $w, code: "P2", name: "n", duties: ["d"], leadId: $s, deputyId: $s }) { ... on UserError { code clause message } } }`,
    { w: windowId, s: leadId },
  );
  expect(answer).toMatchObject({
    data: { registerPost: { code: 'POST_NEEDS_TWO_HOLDERS', clause: 'S5.1b', message: 'A岗与B岗必须是两个人' } },
  });
});

test('the same idempotency key gives the first result again, another input under it is refused', async () => {
  const register = (name: string) =>
    staffing.admin(
      `mutation ($name: String!) { registerHall(input: { code: "again", name: $name, idempotencyKey: "k" }) { ... on Hall { code name } ... on UserError { code } } }`,
      { name },
    );
  expect(await register('甲')).toMatchObject({ data: { registerHall: { name: '甲' } } });
  expect(await register('甲')).toMatchObject({ data: { registerHall: { name: '甲' } } });
  expect(await register('乙')).toMatchObject({ data: { registerHall: { code: 'IDEMPOTENCY_KEY_REUSED' } } });
});

test('every wrong field of an input is named at once', async () => {
  const answer = await staffing.admin(`mutation { registerHall(input: { code: "不行", name: "" }) { __typename } }`);
  expect(answer.errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  const fields = answer.errors![0]!.extensions['fields'].map(({ field }: { field: string }) => field);
  expect(fields.sort()).toEqual(['code', 'name']);
});

test('a request without the gateway’s signature is refused, and so is a forged one', async () => {
  const attempts: Record<string, string>[] = [{}, { 'x-hall-actor': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.' }];
  for (const headers of attempts) {
    const response = await fetch(`${staffing.service.service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ me { account } }' }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
});

test('roles are checked in the subgraph', async () => {
  const visitor = staffing.service.as({});
  const applicant = staffing.service.as({ account: 'a', hallCode: 'handover', roles: ['APPLICANT'] });
  const mutation = `mutation { registerHall(input: { code: "x", name: "x" }) { __typename } }`;
  expect((await visitor(mutation)).errors![0]!.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect((await applicant(mutation)).errors![0]!.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

test('the clause catalogue is served as data', async () => {
  const answer = await staffing.service.as({})(`{ regulation { id term zh en classes fills } }`);
  expect(answer.data!['regulation']).toHaveLength(142);
});

test('lists of windows and posts take one statement per kind, however many there are', async () => {
  await staffing.aHall('lists');
  const query = `{ hall(code: "lists") { departments { head { id } } windows { department { name } } posts { window { number } lead { name } deputy { name } officerOnDuty { since } vacancy { since } } } }`;
  const statements = await staffing.service.statementsOf(() => staffing.service.as({})(query));
  expect(statements).toHaveLength(9);
});

test('S1.4a windows come in the order in which people count them', async () => {
  const { departmentId } = await staffing.aHall('numbers');
  for (const number of ['10', 'A10', '2', 'A2'])
    await staffing.register('Window', { departmentId, number, name: '窗' });
  const { data } = await staffing.admin(
    '{ hall(code: "numbers") { windows { number } departments { windows { number } } } }',
  );
  const { windows, departments } = data!['hall'];
  expect(windows.map(({ number }: { number: string }) => number)).toEqual(['1', '2', '10', 'A2', 'A10']);
  expect(departments[0].windows).toEqual(windows);
});

test('S1.4a a window shows who is on duty, and its department lists it', async () => {
  const { windowId, departmentId } = await staffing.aHall('shown');
  await checkIn(officer('lead', 'shown'), windowId);
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Department { windows { number posts { code } onDuty { role staff { name badgeNumber } } } } } }`;
  const { data } = await staffing.service.as({})(query, { r: [{ __typename: 'Department', id: departmentId }] });
  expect(data!['_entities'][0].windows).toEqual([
    { number: '1', posts: [{ code: 'P1' }], onDuty: [{ role: 'LEAD', staff: { name: '李敏', badgeNumber: 'lead' } }] },
  ]);
});

test('statements per operation do not depend on the size of the hall', async () => {
  const { windowId, leadId } = await staffing.aHall('counted');
  const counts = {
    checkIn: (await staffing.service.statementsOf(() => checkIn(officer('lead', 'counted'), windowId))).length,
    reportAbsence: (await staffing.service.statementsOf(() => reportAbsence(officer('deputy', 'counted'), leadId)))
      .length,
  };
  // Presence and authority are worked out from acts, leave and appointments, which are read for that; their number does not count.
  expect(counts).toEqual({ checkIn: 21, reportAbsence: 16 });
});
