import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Ask, Loose } from '@hall/testing';
import { mutate, useCases, wholeItem, nodesOf } from '../support/hall';

const hall = useCases();
const fields =
  '... on ServiceItem { id code name current { number content validFrom validTo } versions { number validFrom validTo } }';
const write = (ask: Ask, name: string, input: object): Promise<Loose> => mutate(ask, name, { input }, fields);
const byCode = (ask: Ask, name: string, code: string, args: object = {}): Promise<Loose> =>
  mutate(ask, name, { code, ...args }, fields);
const find = async (ask: Ask, hallCode: string, text: string): Promise<string[]> => {
  const { data, errors } = await ask(
    `query ($filter: ServiceItemFilter) { serviceItems(filter: $filter, first: 200) { edges { node { name } } } }`,
    { filter: { hallCode, text } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!['serviceItems'].edges.map(({ node }: Loose) => node['name']);
};

afterEach(() => hall.setClock('2026-11-23T09:00:00+08:00'));

test('S3.3a S4.4d: no item opens while anything that must be disclosed is empty, and all of it is named at once', async () => {
  const { departmentId } = await hall.aHall('incomplete');
  const office = hall.office('incomplete');
  const draft = { departmentId, code: 'N-1', name: '新事项' };
  expect(await write(office, 'draftServiceItem', draft)).toMatchObject({ code: 'N-1', current: null });
  expect(await byCode(office, 'publishServiceItem', 'N-1')).toMatchObject({
    code: 'ITEM_INCOMPLETE',
    clause: 'S3.3a',
    message: expect.stringContaining(
      'content、procedure、legalBasis、conditions、materials、promisedLimit、fee、result',
    ),
  });
  const { materials: _materials, ...rest } = wholeItem;
  await write(office, 'draftServiceItem', {
    ...draft,
    ...rest,
    materials: [{ code: 'ID', name: '身份证', basis: '条例' }],
  });
  expect(await byCode(office, 'publishServiceItem', 'N-1')).toMatchObject({
    message: expect.stringContaining('samples'),
  });
  const { data } = await hall.service.as({})(`{ serviceItem(code: "N-1", hallCode: "incomplete") { id } }`);
  expect(data!['serviceItem']).toBeNull();
  await write(office, 'draftServiceItem', { ...draft, ...wholeItem });
  expect(await byCode(office, 'publishServiceItem', 'N-1')).toMatchObject({ current: { number: 1, validTo: null } });
  expect(await byCode(office, 'publishServiceItem', 'N-1')).toMatchObject({ current: { number: 1 } });
});

test('A-08 an item without a limit is not published; taken over, it gets five working days and its steps a share', async () => {
  const { departmentId } = await hall.aHall('limitless');
  const office = hall.office('limitless');
  const { promisedLimit: _limit, ...rest } = wholeItem;
  await write(office, 'draftServiceItem', { departmentId, code: 'N-2', name: '新事项', ...rest });
  expect(await byCode(office, 'publishServiceItem', 'N-2')).toMatchObject({
    code: 'ITEM_INCOMPLETE',
    message: expect.stringContaining('promisedLimit'),
  });
  const items = [{ departmentId, code: 'T-1', name: '就业登记' }];
  await mutate(office, 'importServiceItems', { items, openAssumed: true }, '... on ImportReport { created }');
  const { data } = await office(
    `{ serviceItem(code: "T-1") { current { promisedLimit { amount unit } assumed procedure { name limit { amount } } } } }`,
  );
  const { promisedLimit, assumed, procedure } = data!['serviceItem'].current;
  expect(promisedLimit).toEqual({ amount: 5, unit: 'WORKING_DAY' });
  expect(assumed).toContain('promisedLimit');
  expect(procedure.map(({ limit }: Loose) => limit?.amount ?? null)).toEqual([null, 2, 2, null]);
});

const waiting = async (ask: Ask, departmentId?: string): Promise<Loose[]> =>
  nodesOf(
    await ask(
      'query ($d: ID) { itemsToComplete(departmentId: $d) { edges { node { code isOpen missing department { id } } } } }',
      { d: departmentId ?? null },
    ),
    'itemsToComplete',
  );

test('S3.3a S4.4d what a source does not say stays a draft that nobody sees, and the head is told what is missing', async () => {
  const { departmentId, secondDepartmentId, lead } = await hall.aHall('named');
  const items = [
    { departmentId, code: 'T-1', name: '就业登记', fee: { amountFen: 0, basis: '不收费' } },
    { departmentId: secondDepartmentId, code: 'T-2', name: '医保登记', ...wholeItem },
  ];
  const counts = '... on ImportReport { created revised unchanged drafts retired }';
  const take = () => mutate(hall.office('named'), 'importServiceItems', { items }, counts);
  expect(await take()).toEqual({ created: 1, revised: 0, unchanged: 0, drafts: 1, retired: 0 });
  expect(await take()).toEqual({ created: 0, revised: 0, unchanged: 2, drafts: 0, retired: 0 });
  expect(await find(hall.service.as({}), 'named', '登记')).toEqual(['失业登记', '医保登记']);
  const missing = ['content', 'procedure', 'legalBasis', 'conditions', 'materials', 'promisedLimit', 'result'];
  const task = { code: 'T-1', isOpen: false, missing, department: { id: departmentId } };
  expect(await waiting(hall.head('named'))).toEqual([task]);
  expect(await waiting(hall.head('named'), secondDepartmentId)).toEqual([]);
  await write(hall.office('named'), 'draftServiceItem', { ...wholeItem, departmentId, code: 'T-1', name: '就业登记' });
  expect(await waiting(lead)).toEqual([{ ...task, missing: [] }]);
  await byCode(hall.office('named'), 'publishServiceItem', 'T-1');
  expect(await waiting(lead)).toEqual([]);
});

test('A-07 A-08 opened on demand, every assumed field is marked until the hall has said it itself', async () => {
  const { departmentId } = await hall.aHall('marked');
  const office = hall.office('marked');
  const items = [{ departmentId, code: 'T-1', name: '就业登记', result: '登记证' }];
  await mutate(office, 'importServiceItems', { items, openAssumed: true }, '... on ImportReport { created }');
  const seen = async () =>
    (
      await hall.service.as({})(
        '{ serviceItem(code: "T-1", hallCode: "marked") { current { assumed } guide(locale: "zh-CN") { text } } }',
      )
    ).data!['serviceItem'];
  const { current, guide } = await seen();
  expect(current.assumed).toEqual(expect.arrayContaining(['fee', 'promisedLimit', 'materials', 'regime']));
  expect(guide.text).toContain('【收费标准（暂定');
  expect(guide.text).toContain('【办理结果】');
  const [task] = await waiting(hall.head('marked'));
  expect(task).toMatchObject({ code: 'T-1', isOpen: true, missing: expect.arrayContaining(['fee', 'samples']) });
  const { fee: _fee, ...rest } = wholeItem;
  await write(office, 'reviseServiceItem', { ...rest, departmentId, code: 'T-1', name: '就业登记' });
  expect((await seen()).current.assumed).toEqual(['fee']);
  await write(office, 'reviseServiceItem', { fee: wholeItem.fee, departmentId, code: 'T-1', name: '就业登记' });
  expect((await seen()).current.assumed).toEqual([]);
  expect((await seen()).guide.text).not.toContain('暂定');
  expect(await waiting(hall.head('marked'))).toEqual([]);
});

test('S3.3a a retired item is left alone by an import, which says so', async () => {
  const { departmentId, lead } = await hall.aHall('gone');
  await byCode(hall.office('gone'), 'retireServiceItem', 'I-1', { reason: '并入一件事' });
  const items = [{ departmentId, code: 'I-1', name: '新名称', ...wholeItem }];
  const counts = '... on ImportReport { created revised unchanged drafts retired }';
  expect(await mutate(hall.office('gone'), 'importServiceItems', { items }, counts)).toEqual({
    created: 0,
    revised: 0,
    unchanged: 0,
    drafts: 0,
    retired: 1,
  });
  expect(await find(lead, 'gone', '新名称')).toEqual([]);
});

test('S3.5 a promise longer than the law allows is not published', async () => {
  const { departmentId } = await hall.aHall('toolong');
  const licence = { departmentId, code: 'L-1', name: '许可', regime: 'LICENCE', ...wholeItem };
  await write(hall.office('toolong'), 'draftServiceItem', {
    ...licence,
    promisedLimit: { amount: 21, unit: 'WORKING_DAY' },
  });
  expect(await byCode(hall.office('toolong'), 'publishServiceItem', 'L-1')).toMatchObject({
    code: 'PROMISE_ABOVE_STATUTE',
    clause: 'S3.5',
  });
});

test('S3.5 A-08 limits of different units are compared by the clock, and an own limit never replaces that of the law', async () => {
  const { departmentId } = await hall.aHall('units');
  const publish = async (change: object): Promise<Loose> => {
    const input = { departmentId, code: 'U-1', name: '认定', regime: 'INJURY_DETERMINATION', ...wholeItem, ...change };
    await write(hall.office('units'), 'draftServiceItem', input);
    return byCode(hall.office('units'), 'publishServiceItem', 'U-1');
  };
  const working = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
  const days = (amount: number) => ({ amount, unit: 'CALENDAR_DAY' });
  expect(await publish({ promisedLimit: working(60) })).toMatchObject({
    code: 'PROMISE_ABOVE_STATUTE',
    message: expect.stringContaining('60 WORKING_DAY'),
  });
  expect(await publish({ statutoryLimit: days(61) })).toMatchObject({ code: 'STATUTE_ABOVE_REGIME', clause: 'S3.5' });
  const long = [{ name: '受理' }, { name: '公示', limit: days(90) }, { name: '送达' }];
  expect(await publish({ procedure: long })).toMatchObject({ code: 'STEPS_ABOVE_PROMISE', clause: 'S2.3b' });
  expect(await publish({ promisedLimit: working(30) })).toMatchObject({ current: { number: 1 } });
});

test('a revision is a new version from today; running cases keep theirs', async () => {
  const { departmentId, submit, lead } = await hall.aHall('revised');
  const running = await submit();
  await hall.setClock('2026-11-25T09:00:00+08:00');
  const revision = { departmentId, code: 'I-1', name: '失业登记', promisedLimit: { amount: 3, unit: 'WORKING_DAY' } };
  expect(await write(hall.office('revised'), 'reviseServiceItem', revision)).toMatchObject({
    current: { number: 2, validFrom: '2026-11-25', validTo: null },
    versions: [
      { number: 2, validFrom: '2026-11-25', validTo: null },
      { number: 1, validFrom: '2026-11-23', validTo: '2026-11-25' },
    ],
  });
  const version = async (id: string) =>
    (await lead(`query ($id: ID!) { case(id: $id) { itemVersion { number promisedLimit { amount } } } }`, { id }))
      .data!['case'].itemVersion;
  expect(await version(running['id'])).toEqual({ number: 1, promisedLimit: { amount: 5 } });
  expect(await version((await submit())['id'])).toEqual({ number: 2, promisedLimit: { amount: 3 } });
});

test('a retired item takes no new cases; running ones go on', async () => {
  const { submit, lead } = await hall.aHall('retired');
  const { id } = await submit();
  const reason = { reason: '并入一件事' };
  await byCode(hall.office('retired'), 'retireServiceItem', 'I-1', reason);
  expect(await byCode(hall.office('retired'), 'retireServiceItem', 'I-1', reason)).toMatchObject({
    code: 'ITEM_RETIRED',
  });
  expect(await submit()).toMatchObject({ code: 'ITEM_NOT_FOUND' });
  expect(await find(lead, 'retired', '失业')).toEqual([]);
  expect(await hall.read(lead, id)).toMatchObject({ status: 'ACCEPTED' });
});

test('a blank search shows everything, a single character nothing', async () => {
  const { lead } = await hall.aHall('blanks');
  expect(await find(lead, 'blanks', ' ')).toEqual(['失业登记']);
  expect(await find(lead, 'blanks', '失')).toEqual([]);
});

test('the catalogue is kept by those who keep the hall, each in their own', async () => {
  const { departmentId } = await hall.aHall('keepers');
  const draft = { departmentId, code: 'K-1', name: '事项' };
  await expect(write(hall.officer('lead', 'keepers'), 'draftServiceItem', draft)).rejects.toThrow('FORBIDDEN');
  await expect(write(hall.office('incomplete'), 'draftServiceItem', draft)).rejects.toThrow('not your hall');
});

const realItems = resolve(
  process.env['HALL_DATA_DIR'] ?? resolve(__dirname, '../../../../../shared/data'),
  'service-items.json',
);
const whenPresent = existsSync(realItems) ? test : test.skip;

whenPresent(`S3.3a of real items, of which names are known, nothing is made up (needs ${realItems})`, async () => {
  const { departmentId, lead } = await hall.aHall('truth');
  const source = JSON.parse(readFileSync(realItems, 'utf8')) as { itemCode: string; name: string }[];
  const items = source.map(({ itemCode: code, name }) => ({ departmentId, code, name }));
  const done = await mutate(
    hall.office('truth'),
    'importServiceItems',
    { items },
    '... on ImportReport { created drafts }',
  );
  expect(done).toEqual({ created: 0, drafts: source.length });
  expect(await find(hall.service.as({}), 'truth', '')).toEqual(['失业登记']);
  const { data } = await lead('{ itemsToComplete(first: 200) { edges { node { missing } } } }');
  expect(data!['itemsToComplete'].edges).toHaveLength(source.length);
  expect(data!['itemsToComplete'].edges[0].node.missing).toHaveLength(8);
});

whenPresent(
  `two-character words, several words, pinyin initials and codes find real items (needs ${realItems})`,
  async () => {
    const { departmentId, lead } = await hall.aHall('search');
    const source = JSON.parse(readFileSync(realItems, 'utf8')) as { itemCode: string; name: string }[];
    const items = source.map(({ itemCode: code, name }) => ({ departmentId, code, name }));
    await mutate(
      hall.office('search'),
      'importServiceItems',
      { items, openAssumed: true },
      '... on ImportReport { created }',
    );
    for (const word of ['工伤', '失业', '养老保险', '资格认证']) {
      const expected = source.filter(({ name }) => name.includes(word)).map(({ name }) => name);
      expect(expected.length).toBeGreaterThan(0);
      expect((await find(lead, 'search', word)).filter((name) => name !== '失业登记').sort()).toEqual(
        expected.filter((name) => name !== '失业登记').sort(),
      );
    }
    expect(await find(lead, 'search', '养老 认证')).toContain('养老保险供养亲属领取待遇资格认证');
    expect(await find(lead, 'search', 'ylbxgyqs')).toContain('养老保险供养亲属领取待遇资格认证');
    expect(await find(lead, 'search', source[0]!.itemCode)).toEqual([source[0]!.name]);
    expect(await find(lead, 'search', '险')).toEqual([]);
    expect(await find(lead, 'search', '火星移民')).toEqual([]);
  },
);

test('a catalogue of five thousand items of many departments is taken over in one piece and is searchable', async () => {
  const { departmentId, secondDepartmentId, lead } = await hall.aHall('large');
  const topics = ['社会保险', '劳动关系', '就业创业', '人才服务', '医疗保障', '工伤认定', '职业技能', '退休审批'];
  const items = Array.from({ length: 5_000 }, (_none, n) => ({
    departmentId: n % 2 === 0 ? departmentId : secondDepartmentId,
    code: `L-${String(n).padStart(5, '0')}`,
    name: `${topics[n % topics.length]}事项第${n}号`,
  }));
  const imported = await mutate(
    hall.office('large'),
    'importServiceItems',
    { items, openAssumed: true },
    '... on ImportReport { created revised unchanged }',
  );
  expect(imported).toEqual({ created: 5_000, revised: 0, unchanged: 0 });
  expect(await find(lead, 'large', '工伤 第45号')).toEqual(['工伤认定事项第45号']);
});

test('S3.3a: a version takes effect on the day that was said, checked before; running cases keep theirs', async () => {
  const { lead, departmentId, submit, itemId } = await hall.aHall('planned');
  const office = hall.office('planned');
  const fields = '... on ServiceItem { plannedFor current { number promisedLimit { amount } } }';
  const input = {
    ...wholeItem,
    departmentId,
    code: 'I-1',
    name: '失业登记',
    promisedLimit: { amount: 3, unit: 'WORKING_DAY' },
  };
  const draft = (change: Record<string, unknown> = {}) =>
    mutate(office, 'draftServiceItem', { input: { ...input, ...change } }, fields);
  const publish = (validFrom: string) => mutate(office, 'publishServiceItem', { code: 'I-1', validFrom }, fields);
  await draft({ materials: [] });
  expect(await publish('2026-11-25')).toMatchObject({ code: 'ITEM_INCOMPLETE', clause: 'S3.3a' });
  await draft();
  expect(await publish('2026-11-20')).toMatchObject({ code: 'VALID_FROM_PAST' });
  const before = { number: 1, promisedLimit: { amount: 5 } };
  expect(await publish('2026-11-25')).toEqual({ plannedFor: '2026-11-25', current: before });
  const running = await submit();

  await hall.setClock('2026-11-24T23:59:59+08:00');
  const now = async () =>
    (
      await lead(
        `{ serviceItem(code: "I-1") { plannedFor current { number validFrom promisedLimit { amount } } versions { number validTo } } }`,
      )
    ).data!['serviceItem'];
  expect(await now()).toMatchObject({ plannedFor: '2026-11-25', current: before });
  await hall.setClock('2026-11-25T00:00:00+08:00');
  expect(await now()).toEqual({
    plannedFor: null,
    current: { number: 2, validFrom: '2026-11-25', promisedLimit: { amount: 3 } },
    versions: [
      { number: 2, validTo: null },
      { number: 1, validTo: '2026-11-25' },
    ],
  });
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { itemVersion { number } } }`, { id: running['id'] });
  expect(data!['case'].itemVersion.number).toBe(1);
  // A draft that is changed once more has lost its day; so has an item that was retired.
  await draft({ promisedLimit: { amount: 2, unit: 'WORKING_DAY' } });
  await publish('2026-12-01');
  expect((await draft()).plannedFor).toBeNull();
  expect(itemId).toBeDefined();
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S3.3a: two offices that begin the same item at the same moment: one is there, and nobody meets a fault', async () => {
  const { departmentId } = await hall.aBareHall('twice');
  const input = { departmentId, code: 'T-1', name: '失业登记', ...wholeItem };
  const draft = () => mutate(hall.office('twice'), 'draftServiceItem', { input }, '... on ServiceItem { id }');
  const answers = await Promise.all(Array.from({ length: 6 }, draft));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('S3.3d A-10: guides run low, run out, and every minute without one is counted', async () => {
  const { lead, windowId, itemId } = await hall.aHall('guides');
  const order = 'order { openedAt owner { id } window { id } item { code } }';
  const stock = `... on GuideStock { copies reorderSince outSince stockOutMinutes item { code } ${order} }`;
  const count = (copies: number) => mutate(lead, 'countGuides', { windowId, itemId, copies }, stock);
  expect(await count(21)).toMatchObject({ reorderSince: null, outSince: null, item: { code: 'I-1' } });
  await hall.setClock('2026-11-23T09:10:00+08:00');
  const low = await count(20);
  expect(low).toMatchObject({ reorderSince: '2026-11-23T09:10:00+08:00' });
  const [head] = await hall.sql(`select id from known_staff where hall_code = 'guides' and account = 'head'`);
  const task = { openedAt: low['reorderSince'], owner: { id: `guides.${head!['id']}` }, window: { id: windowId } };
  expect(low['order']).toMatchObject({ ...task, item: { code: 'I-1' } });
  await hall.setClock('2026-11-23T09:20:00+08:00');
  expect(await count(0)).toMatchObject({ outSince: '2026-11-23T09:20:00+08:00', order: task });
  const open = async () =>
    nodesOf(await lead('{ guideOrders { edges { node { openedAt owner { id } } } } }'), 'guideOrders');
  expect(await open()).toEqual([{ openedAt: task.openedAt, owner: task.owner }]);
  await hall.setClock('2026-11-23T09:50:00+08:00');
  expect(await count(200)).toMatchObject({ stockOutMinutes: 30, reorderSince: null, order: null });
  expect(await open()).toEqual([]);
});

test('S3.3d A-10 each printed hand-out takes one from the stock; the last one gone is a fact, and nights do not count', async () => {
  const { lead, windowId, itemId } = await hall.aHall('handouts');
  const stock = '... on GuideStock { copies outSince stockOutMinutes codeSvg order { owner { id } } }';
  const count = (copies: number) => mutate(lead, 'countGuides', { windowId, itemId, copies }, stock);
  expect(await count(2)).toMatchObject({ copies: 2, codeSvg: null });
  const handOut = async (mode: string): Promise<void> => {
    const input = { channel: 'WINDOW', subject: `问${mode}${Math.random()}`, windowId } as const;
    const { id } = await mutate(lead, 'recordContact', { input }, '... on Contact { id }');
    const said = { contactId: id, answer: '已告知', itemId, mode };
    const done = await mutate(lead, 'answerContact', said, '... on Contact { id }');
    expect(done['code']).toBeUndefined();
  };
  const now = async (): Promise<Loose> =>
    (
      await lead(
        'query ($w: ID!) { guideStock(windowId: $w) { copies outSince stockOutMinutes codeSvg order { owner { id } } } }',
        { w: windowId },
      )
    ).data!['guideStock'][0];
  await handOut('ORAL');
  expect(await now()).toMatchObject({ copies: 2 });
  await handOut('PRINTED');
  await Promise.all([handOut('PRINTED'), handOut('PRINTED')]);
  const events = () =>
    hall.sql(
      `select envelope->'data' as data from outbox where envelope->>'hallcode' = 'handouts' and type = 'hall.cases.guides.ran-out.v1'`,
    );
  const { order, ...left } = await now();
  expect(left).toMatchObject({ copies: 0, outSince: expect.stringMatching(/^2026-11-23T09:00:00/) });
  expect(await events()).toEqual([{ data: expect.objectContaining({ ownerId: order.owner.id.split('.')[1] }) }]);
  expect(await count(0)).toMatchObject({ copies: 0 });
  expect(await events()).toHaveLength(1);
  await hall.setClock('2026-11-24T09:00:00+08:00');
  const { stockOutMinutes } = await now();
  expect(stockOutMinutes).toBeGreaterThan(0);
  expect(stockOutMinutes).toBeLessThan(12 * 60);
});
