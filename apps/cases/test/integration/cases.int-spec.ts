import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventually } from '@hall/testing';
import type { Answer, Ask, Loose } from '@hall/testing';
import { useCases } from '../support/hall';

const refusal = '... on UserError { code clause message allowedActions }';

const cases = useCases();
const { aBareHall: aHall, officer, office, sql } = cases;

async function anItem(hall: { hallCode: string; departmentId: string }, code = 'I-1'): Promise<string> {
  const item = { departmentId: hall.departmentId, code, name: '城乡居民养老保险参保登记' };
  const imported = await importItems(office(hall.hallCode), [item]);
  expect(imported).toMatchObject({ data: { importServiceItems: { __typename: 'ImportReport' } } });
  const found = await officer('lead', hall.hallCode)(`query ($code: String!) { serviceItem(code: $code) { id } }`, {
    code,
  });
  return found.data!['serviceItem'].id;
}

const importItems = (ask: Ask, items: readonly object[]) =>
  ask(
    `mutation ($items: [ServiceItemInput!]!) { importServiceItems(items: $items, openAssumed: true) { __typename ... on ImportReport { created revised unchanged } ... on ImportRefusal { faults { row field code detail } } ${refusal} } }`,
    { items },
  );

const applicant = { name: '张三', idNumber: '330282199001011231', phone: '13812341234' };

const submit = (ask: Ask, input: Record<string, unknown>) =>
  ask(
    `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { ... on Case { id number status slip { number dueOn provisional } responsible { id } commitment { state dueAt } allowedActions applicant { name idNumber phone } } ${refusal} } }`,
    { input: { applicant, materials: ['IDENTITY'], ...input } },
  );

test('S2.1a, S2.2b: a contact belongs to the first officer and ends with the case that came of it', async () => {
  const hall = await aHall('contact');
  const itemId = await anItem(hall);
  const ask = officer('lead', 'contact');
  const recorded = await ask(
    `mutation ($w: ID!) { recordContact(input: { channel: WINDOW, windowId: $w, subject: "参保" }) { ... on Contact { id firstOfficer { id } owner { id } outcome } ${refusal} } }`,
    { w: hall.windowId },
  );
  const contact = recorded.data!['recordContact'];
  expect(contact).toMatchObject({ firstOfficer: { id: hall.leadId }, owner: { id: hall.leadId }, outcome: null });
  await submit(ask, { itemId, windowId: hall.windowId, contactId: contact.id });
  const closed = await ask(`query ($id: ID!) { contact(id: $id) { outcome closedAt case { number } } }`, {
    id: contact.id,
  });
  expect(closed.data!['contact']).toMatchObject({ outcome: 'ACCEPTED', case: { number: expect.any(String) } });
  await cases.service.setClock('2026-11-24T09:00:00+08:00');
  expect(await submit(ask, { itemId, windowId: hall.windowId, contactId: contact.id })).toMatchObject({
    data: { submitCase: { code: 'CONTACT_CLOSED', clause: 'S2.1b' } },
  });
  await cases.service.setClock('2026-11-23T09:00:00+08:00');
});

test('S5.2a, S5.4b: open cases follow the post; the deputy decides for the lead and delivers at the same window', async () => {
  const hall = await aHall('follow');
  const itemId = await anItem(hall);
  const lead = officer('lead', 'follow');
  const deputy = officer('deputy', 'follow');
  const { id } = (await submit(lead, { itemId, windowId: hall.windowId })).data!['submitCase'];
  const decide = (ask: Ask) =>
    ask(
      `mutation ($id: ID!) { decideCase(input: { caseId: $id, approved: true, grounds: "符合条件" }) { ... on Case { status commitment { state } } ${refusal} } }`,
      { id },
    );
  expect(await decide(deputy)).toMatchObject({ data: { decideCase: { code: 'NOT_ON_DUTY', clause: 'S1.5c' } } });

  await hall.deputyTakesOver();
  await eventually(async () => {
    const answer = await deputy(`query ($id: ID!) { case(id: $id) { responsible { id } } }`, { id });
    expect(answer.data!['case'].responsible.id).toBe(hall.deputyId);
  });
  expect(await decide(lead)).toMatchObject({ data: { decideCase: { code: 'NOT_ON_DUTY' } } });
  expect(await decide(deputy)).toMatchObject({
    data: { decideCase: { status: 'DECIDED', commitment: { state: 'MET' } } },
  });

  const deliver = (windowId: string) =>
    deputy(
      `mutation ($id: ID!, $w: ID!) { deliverResult(input: { caseId: $id, windowId: $w, identityChecked: true }) { ... on Case { status } ${refusal} } }`,
      { id, w: windowId },
    );
  expect(await deliver(hall.otherWindowId)).toMatchObject({
    data: { deliverResult: { code: 'DELIVERY_AT_OTHER_WINDOW', clause: 'S3.4c' } },
  });
  expect(await deliver(hall.windowId)).toMatchObject({ data: { deliverResult: { status: 'COMPLETED' } } });

  const { data } = await deputy(
    `query ($id: ID!) { case(id: $id) { timeline { sequence kind clause officer { id } actingFor { id } } } }`,
    { id },
  );
  expect(data!['case'].timeline).toMatchObject([
    { kind: 'ACCEPTED', officer: { id: hall.leadId }, actingFor: null },
    { kind: 'RESPONSIBLE_CHANGED', clause: 'S5.2a', officer: null },
    { kind: 'DECIDED', officer: { id: hall.deputyId }, actingFor: { id: hall.leadId } },
    { kind: 'DELIVERED', officer: { id: hall.deputyId }, actingFor: { id: hall.leadId } },
  ]);
});

test('the same idempotency key submits one case, also when the two requests come together', async () => {
  const hall = await aHall('once');
  const itemId = await anItem(hall);
  const input = { itemId, windowId: hall.windowId, idempotencyKey: 'visitor-1' };
  const answers = await Promise.all(Array.from({ length: 4 }, () => submit(officer('lead', 'once'), input)));
  expect(new Set(answers.map(({ data }) => data!['submitCase'].number)).size).toBe(1);
});

test('T13 administration is not insight: who keeps the installation reads no case and no applicant, in whichever hall', async () => {
  const hall = await aHall('insight');
  const itemId = await anItem(hall);
  const input = { itemId, windowId: hall.windowId, applicant };
  const { id } = (await submit(officer('lead', 'insight'), input)).data!['submitCase'];
  for (const hallCode of ['insight', undefined]) {
    const admin = cases.asActor({ account: 'admin', roles: ['ADMIN'], ...(hallCode && { hallCode }) });
    expect((await admin(`query ($id: ID!) { case(id: $id) { number } }`, { id })).data).toEqual({ case: null });
  }
});

test('personal data is sealed in the database and never in an event', async () => {
  const hall = await aHall('sealed');
  const itemId = await anItem(hall);
  await submit(officer('lead', 'sealed'), { itemId, windowId: hall.windowId });
  const rows = await sql(
    `select to_jsonb(a)::text as text from case_applicants a where hall_code = 'sealed' union all select envelope::text from outbox where hall_code = 'sealed'`,
  );
  const text = JSON.stringify(rows);
  for (const secret of [applicant.name, applicant.idNumber, applicant.phone]) expect(text).not.toContain(secret);
});

test('history cannot be changed by the application', async () => {
  for (const statement of [
    'update case_actions set note = null',
    'delete from case_actions',
    'delete from deadline_events',
    'delete from outbox',
    'update outbox set envelope = null',
  ]) {
    await expect(sql(statement)).rejects.toMatchObject({ driverError: { code: '42501' } });
  }
});

test('an import is all or nothing, lists every fault, and changes nothing the second time', async () => {
  const hall = await aHall('import');
  await anItem(hall);
  const rows = [1, 2, 3].map((n) => ({ departmentId: hall.departmentId, code: `R-${n}`, name: `事项${n}` }));
  const faulty = [...rows, { ...rows[0]!, promisedLimit: { amount: 30, unit: 'WORKING_DAY' }, regime: 'LICENCE' }];
  expect(await importItems(office('import'), faulty)).toMatchObject({
    data: {
      importServiceItems: {
        __typename: 'ImportRefusal',
        code: 'IMPORT_FAULTY',
        faults: [
          { row: 3, field: 'code', code: 'CODE_REPEATED' },
          { row: 3, field: 'promisedLimit', code: 'PROMISE_ABOVE_STATUTE' },
        ],
      },
    },
  });
  expect(await importItems(office('import'), rows)).toMatchObject({
    data: { importServiceItems: { created: 3, revised: 0, unchanged: 0 } },
  });
  expect(await importItems(office('import'), rows)).toMatchObject({
    data: { importServiceItems: { created: 0, revised: 0, unchanged: 3 } },
  });
  rows[1] = { ...rows[1]!, name: '新名称' };
  expect(await importItems(office('import'), rows)).toMatchObject({
    data: { importServiceItems: { created: 0, revised: 1, unchanged: 2 } },
  });
});

const realItems = resolve(
  process.env['HALL_DATA_DIR'] ?? resolve(__dirname, '../../../../../shared/data'),
  'service-items.json',
);
const whenPresent = existsSync(realItems) ? test : test.skip;

whenPresent(`the real catalogue is taken over in a fixed number of statements (needs ${realItems})`, async () => {
  const hall = await aHall('real');
  await anItem(hall);
  const source = JSON.parse(readFileSync(realItems, 'utf8')) as { itemCode: string; name: string }[];
  const rows = source.map(({ itemCode: code, name }) => ({ departmentId: hall.departmentId, code, name }));
  const statements = await cases.service.statementsOf(async () => {
    expect(await importItems(office('real'), rows)).toMatchObject({
      data: { importServiceItems: { created: source.length } },
    });
  });
  expect(statements).toHaveLength(5);
});

test('S4.4c an item says which windows offer it', async () => {
  const hall = await aHall('offered');
  await anItem(hall);
  await importItems(office('offered'), [
    { departmentId: hall.departmentId, code: 'one', name: '一窗', windowIds: [hall.otherWindowId] },
  ]);
  const offered = async (code: string): Promise<string[]> => {
    const { data } = await cases.asActor({})(
      `query ($code: String!) { serviceItem(code: $code, hallCode: "offered") { windows { id } } }`,
      { code },
    );
    return data!['serviceItem'].windows.map(({ id }: { id: string }) => id);
  };
  expect(await offered('I-1')).toEqual([hall.windowId, hall.otherWindowId]);
  expect(await offered('one')).toEqual([hall.otherWindowId]);
});

test('the catalogue pages through every item once', async () => {
  const hall = await aHall('pages');
  await anItem(hall);
  await importItems(
    office('pages'),
    Array.from({ length: 7 }, (_, n) => ({ departmentId: hall.departmentId, code: `P-${n}`, name: `事项${n}` })),
  );
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { data }: Answer = await cases.asActor({})(
      `query ($after: String) { serviceItems(filter: { hallCode: "pages" }, first: 3, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const { edges, pageInfo }: Loose = data!['serviceItems'];
    codes.push(...edges.map(({ node }: { node: { code: string } }) => node.code));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(codes).toEqual(['I-1', 'P-0', 'P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6']);
});

test('statements per operation', async () => {
  const hall = await aHall('counted');
  const itemId = await anItem(hall);
  const ask = officer('lead', 'counted');
  let id = '';
  const counts = {
    submitCase: (
      await cases.service.statementsOf(async () => {
        const answer = await ask(
          `mutation ($input: SubmitCaseInput!) { submitCase(input: $input) { ... on Case { id } } }`,
          { input: { applicant, materials: ['IDENTITY'], itemId, windowId: hall.windowId } },
        );
        id = answer.data!['submitCase'].id;
      })
    ).length,
    decideCase: (
      await cases.service.statementsOf(() =>
        ask(
          `mutation ($id: ID!) { decideCase(input: { caseId: $id, approved: true, grounds: "g" }) { ... on Case { id } } }`,
          {
            id,
          },
        ),
      )
    ).length,
    deliverResult: (
      await cases.service.statementsOf(() =>
        ask(
          `mutation ($id: ID!, $w: ID!) { deliverResult(input: { caseId: $id, windowId: $w, identityChecked: true }) { ... on Case { id } } }`,
          { id, w: hall.windowId },
        ),
      )
    ).length,
    case: (
      await cases.service.statementsOf(() =>
        ask(
          `query ($id: ID!) { case(id: $id) { slip { dueOn } timeline { kind } commitment { state } materials { code } applicant { name } item { name } itemVersion { number } } }`,
          { id },
        ),
      )
    ).length,
  };
  // A decision ends the steps that were not passed on, in one statement of its own.
  expect(counts).toEqual({ submitCase: 16, decideCase: 11, deliverResult: 9, case: 9 });
});

test('entities asked for together are loaded together', async () => {
  const hall = await aHall('batch');
  const itemId = await anItem(hall);
  const ask = officer('lead', 'batch');
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) ids.push((await submit(ask, { itemId, windowId: hall.windowId })).data!['submitCase'].id);
  const representations = ids.map((id) => ({ __typename: 'Case', id }));
  const statements = await cases.service.statementsOf(async () => {
    const { data } = await ask(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { number slip { dueOn } timeline { kind } } } }`,
      { r: representations },
    );
    expect(data!['_entities']).toHaveLength(3);
  });
  expect(statements).toHaveLength(3);
});
