import type { Ask, Loose } from '@hall/testing';
import { applicant, mutate, useCases, nodesOf, wholeItem } from '../support/hall';

const hall = useCases();

const page = async (ask: Ask, args: string): Promise<Loose> => {
  const { data, errors } = await ask(
    `{ cases(${args}) { edges { cursor node { number } } pageInfo { hasNextPage endCursor } } }`,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['cases'];
};
const numbers = ({ edges }: Loose): string[] => edges.map(({ node }: Loose) => node.number);

/** Everything of a list, page by page. */
async function walk(ask: Ask, args: string): Promise<string[]> {
  const found: string[] = [];
  let after = '';
  for (;;) {
    const answer = await page(ask, `first: 7 ${args} ${after && `after: "${after}"`}`);
    found.push(...numbers(answer));
    if (!answer['pageInfo'].hasNextPage) return found;
    after = answer['pageInfo'].endCursor;
  }
}

test('lists are complete, in order, and the same however they are cut into pages; nobody sees another hall', async () => {
  const { submit, lead, windowId, leadId, itemId } = await hall.aHall('lists');
  const made: string[] = [];
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) {
    await hall.setClock(`2026-11-23T09:${String(n).padStart(2, '0')}:00+08:00`);
    const { id, number } = await submit();
    made.push(number);
    ids.push(id);
    if (n % 5 === 0) {
      await mutate(lead, 'pauseCommitment', {
        input: { caseId: id, ground: 'HEARING', evidence: '听证通知书第1号', expectedEnd: '2026-12-31' },
      });
    }
  }
  const newest = [...made].reverse();
  expect(await walk(lead, '')).toEqual(newest);
  expect(await walk(lead, 'orderBy: NEWEST filter: { status: IN_PROGRESS }')).toEqual(
    [15, 10, 5, 0].map((n) => made[n]),
  );
  const urgent = await walk(lead, `orderBy: MOST_URGENT filter: { windowId: "${windowId}" }`);
  expect(new Set(urgent)).toEqual(new Set(made));
  // A case whose clock stands still has no date, and comes last.
  expect(new Set(urgent.slice(16))).toEqual(new Set([15, 10, 5, 0].map((n) => made[n])));
  expect(await walk(lead, `filter: { responsibleId: "${leadId}" }`)).toEqual(newest);
  expect(await walk(lead, `filter: { itemId: "${itemId}" }`)).toEqual(newest);
  expect(await walk(lead, 'filter: { overdue: true }')).toEqual([]);
  await mutate(lead, 'withdrawCase', { caseId: ids[0], reason: '不办了' });
  expect(await walk(lead, `filter: { responsibleId: "${leadId}" status: WITHDRAWN }`)).toEqual([made[0]]);
  expect(await walk(lead, `orderBy: MOST_URGENT filter: { responsibleId: "${leadId}" }`)).toHaveLength(19);
  for (const args of [
    'orderBy: MOST_URGENT filter: { status: WITHDRAWN }',
    'filter: { overdue: true status: COMPLETED }',
  ]) {
    const { errors } = await lead(`{ cases(${args}) { edges { cursor } } }`);
    expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'filter.status' }] });
  }
  const stranger = hall.officer('lead', 'elsewhere');
  expect(await walk(stranger, '')).toEqual([]);
  const { errors } = await lead('{ cases(after: "nonsense") { edges { cursor } } }');
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('the workload of a window says what is open, due today, due soon, overdue and standing still', async () => {
  const { submit, lead, windowId } = await hall.aHall('load');
  const first = await submit();
  await submit();
  await mutate(lead, 'pauseCommitment', {
    input: { caseId: first['id'], ground: 'HEARING', evidence: '听证通知书第1号', expectedEnd: '2026-12-31' },
  });
  const load = async () =>
    (await lead(`query ($w: ID!) { workload(windowId: $w) { open dueToday dueSoon overdue paused } }`, { w: windowId }))
      .data!['workload'];
  expect(await load()).toEqual({ open: 2, dueToday: 0, dueSoon: 0, overdue: 0, paused: 1 });
  await hall.setClock('2026-11-26T09:00:00+08:00');
  expect(await load()).toMatchObject({ dueSoon: 1, dueToday: 0 });
  await hall.setClock('2026-11-30T09:00:00+08:00');
  expect(await load()).toMatchObject({ dueSoon: 0, dueToday: 1 });
  await hall.setClock('2026-12-01T09:00:00+08:00');
  expect(await load()).toMatchObject({ dueToday: 0, overdue: 1 });
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-09 progress is for who has the slip: number and secret together, nothing personal, a voided slip no more', async () => {
  const { submit, lead } = await hall.aHall('progress');
  const { id, number } = await submit();
  const secretOf = async () =>
    (await lead(`query ($id: ID!) { case(id: $id) { slip { number secret } } }`, { id })).data!['case'].slip;
  const slip = await secretOf();
  const nobody = hall.service.as({});
  const look = async (of: string, secret: string) =>
    (
      await nobody(
        `query ($n: String!, $s: String!) { caseProgress(number: $n, secret: $s) { number itemName status receivedOn dueOn provisional pickupWindowNumber } }`,
        { n: of, s: secret },
      )
    ).data!['caseProgress'];
  const shown = {
    number,
    itemName: '失业登记',
    status: 'ACCEPTED',
    receivedOn: '2026-11-23',
    dueOn: '2026-11-30',
    provisional: false,
    pickupWindowNumber: '1',
  };
  expect(await look(number, slip.secret)).toEqual(shown);
  expect(await look(slip.number, slip.secret.toLowerCase())).toEqual(shown);
  expect(await look(number, 'AAAAAAAAAA')).toBeNull();
  expect(await look('progress-20261123-999999', slip.secret)).toBeNull();
  expect(await look('nonsense', slip.secret)).toBeNull();
  await mutate(lead, 'reissueSlip', { caseId: id, reason: '遗失' });
  expect(await look(number, slip.secret)).toBeNull();
  expect(await look(number, (await secretOf()).secret)).toEqual(shown);
});

test('A-09 S4.3c before there is a slip the notice or the receipt shows the progress, by a code of its own and nobody else’s', async () => {
  const { submit, lead } = await hall.aHall('early');
  const received = await submit({ checked: false, applicant: { ...applicant, account: 'zhangsan' } });
  const noticed = await submit({ materials: ['ID'] });
  const secretOf = async (id: string, ask = lead) =>
    (await ask('query ($id: ID!) { case(id: $id) { receiptSecret } }', { id })).data!['case']?.receiptSecret;
  const look = async (n: string, s: string) =>
    (
      await hall.service.as({})(
        'query ($n: String!, $s: String!) { caseProgress(number: $n, secret: $s) { number status dueOn provisional pickupWindowNumber } }',
        { n, s },
      )
    ).data!['caseProgress'];
  const shown = { number: received['number'], dueOn: null, provisional: false, pickupWindowNumber: '1' };
  const own = hall.service.as({ account: 'zhangsan', roles: ['APPLICANT'] });
  const secret = await secretOf(received['id'], own);
  expect(await look(received['number'], secret)).toEqual({ ...shown, status: 'RECEIVED' });
  const ofNotice = await secretOf(noticed['id']);
  const waiting = { ...shown, number: noticed['number'], status: 'AWAITING_CORRECTION' };
  expect(await look(noticed['correctionNotice'].number, ofNotice)).toEqual(waiting);
  expect(await look(noticed['number'], secret)).toBeNull();
  expect(await look(noticed['number'], noticed['number'])).toBeNull();
  expect(await secretOf(noticed['id'], own)).toBeUndefined();
  // The slip takes the place of both.
  await mutate(lead, 'supplyCorrection', { input: { caseId: noticed['id'], materials: ['FORM'], findings: [] } });
  expect([await secretOf(noticed['id']), await look(noticed['number'], ofNotice)]).toEqual([null, null]);
});

test('A-30 progress tells the date that holds now, not the one on an older paper', async () => {
  const { submit, lead } = await hall.aHall('movedon');
  const { id, number, slip } = await submit();
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { slip { secret } } }`, { id });
  await mutate(lead, 'pauseCommitment', {
    input: { caseId: id, ground: 'HEARING', evidence: '听证通知书第1号', expectedEnd: '2026-12-31' },
  });
  await hall.setClock('2026-11-25T09:00:00+08:00');
  await mutate(lead, 'resumeCommitment', { caseId: id });
  const progress = await hall.service.as({})(
    `query ($n: String!, $s: String!) { caseProgress(number: $n, secret: $s) { dueOn } }`,
    {
      n: number,
      s: data!['case'].slip.secret,
    },
  );
  expect([slip.dueOn, progress.data!['caseProgress'].dueOn]).toEqual(['2026-11-30', '2026-12-01']);
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('A-09 S4.4d: the board shows items, windows and numbers to collect; never a name, never a sensitive kind', async () => {
  const base = await hall.aHall('board', { resultsPublic: true });
  const { submit, lead } = base;
  const sensitive = await hall.publish(base, { code: 'S-1', name: '工伤认定', regime: 'INJURY_DETERMINATION' });
  for (const itemId of [base.itemId, sensitive]) {
    const { id } = await submit({ itemId });
    await mutate(lead, 'decideCase', { caseId: id, approved: true, grounds: 'g' });
  }
  const { data, errors } = await hall.service.as({})(
    `{ board(hallCode: "board") { hallName items { code name } windows { id } ready { number windowNumber } } nothing: board(hallCode: "nowhere") { hallName } }`,
  );
  expect(errors).toBeUndefined();
  expect(data!['nothing']).toBeNull();
  expect(data!['board']).toMatchObject({ items: [{ code: 'I-1' }, { code: 'S-1' }], ready: [{ windowNumber: '1' }] });
  expect(data!['board'].windows).toHaveLength(3);
  expect(JSON.stringify(data)).not.toContain('张');
});

test('A-09 no case is on a public list unless its item says so; taken over, an item says no', async () => {
  const base = await hall.aHall('silent');
  const items = [{ departmentId: base.departmentId, code: 'T-1', name: '失业保险金申领', ...wholeItem }];
  await mutate(hall.office('silent'), 'importServiceItems', { items }, '... on ImportReport { created }');
  const item = async (code: string) =>
    (await base.lead(`{ serviceItem(code: "${code}") { id resultsPublic } }`)).data!['serviceItem'];
  const imported = await item('T-1');
  expect([(await item('I-1')).resultsPublic, imported.resultsPublic]).toEqual([false, false]);
  for (const itemId of [base.itemId, imported.id]) {
    const { id } = await base.submit({ itemId });
    expect(
      await mutate(base.lead, 'decideCase', { caseId: id, approved: true, grounds: 'g' }, '... on Case { status }'),
    ).toEqual({ status: 'DECIDED' });
  }
  const { data } = await hall.service.as({})(`{ board(hallCode: "silent") { ready { number } } }`);
  expect(data!['board'].ready).toEqual([]);
  const input = { ...wholeItem, departmentId: base.departmentId, code: 'S-1', name: '补贴', resultsPublic: true };
  const office = hall.office('silent');
  await mutate(office, 'draftServiceItem', { input: { ...input, regime: 'SOCIAL_INSURANCE' } }, '__typename');
  expect(await mutate(office, 'publishServiceItem', { code: 'S-1' }, '__typename')).toMatchObject({
    code: 'RESULTS_CONFIDENTIAL',
    clause: 'A-09',
  });
});

test('S1.1b A-01 an act of discretion has a reason and a named person, and is listed for the month', async () => {
  const { submit } = await hall.aHall('discretion');
  const { id, number } = await submit();
  await mutate(hall.head('discretion'), 'extendCommitment', {
    caseId: id,
    workingDays: 2,
    reason: '案情复杂',
  });
  const ask = (month: string) =>
    hall.office('discretion')(
      `{ discretionaryActs(month: "${month}") { edges { node { kind reason officer { id } case { number } } } } }`,
    );
  expect(nodesOf(await ask('2026-11'), 'discretionaryActs')).toEqual([
    { kind: 'EXTENDED', reason: '+2：案情复杂', officer: { id: expect.any(String) }, case: { number } },
  ]);
  expect(nodesOf(await ask('2026-10'), 'discretionaryActs')).toEqual([]);
});

test('an applicant finds their own cases, in every hall, and no others', async () => {
  const { submit } = await hall.aHall('mine');
  const account = 'wangwu';
  const applicant = { name: '王五', idNumber: '11010519491231002X' };
  const own = await submit({ applicant: { ...applicant, account } });
  await submit({ applicant: { ...applicant, account: 'somebody-else' } });
  const ask = hall.service.as({ account, roles: ['APPLICANT'] });
  const { data } = await ask('{ myCases { edges { node { number applicant { name } } } } }');
  expect(data!['myCases'].edges).toEqual([{ node: { number: own['number'], applicant: { name: '王*' } } }]);
});
