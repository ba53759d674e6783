import { mutate, useCases } from '../support/hall';
import { textOfPdf } from '../support/pdf-text';

const hall = useCases();
const get = (path: string): Promise<Response> => fetch(`${hall.service.service.url}${path}`);

test('S3.4b S4.3c: slip and notice are printed behind links that only their own service can make, for an hour', async () => {
  const { submit, lead } = await hall.aHall('papers');
  const { id } = await submit();
  const waiting = await submit({ materials: ['ID'] });
  const links = async (caseId: string) =>
    (
      await lead(`query ($id: ID!) { case(id: $id) { slip { number pdfUrl } correctionNotice { number pdfUrl } } }`, {
        id: caseId,
      })
    ).data!['case'];
  const { slip } = await links(id);
  const { correctionNotice } = await links(waiting['id']);

  const answer = await get(slip.pdfUrl);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const text = await textOfPdf({ body: Buffer.from(await answer.arrayBuffer()) });
  for (const part of [slip.number, '2026-11-30', '张*', '3302**********1231', '1窗口', '身份证'])
    expect(text).toContain(part);
  expect(text).not.toContain('330282199001011231');

  const notice = await get(correctionNotice.pdfUrl);
  expect(await textOfPdf({ body: Buffer.from(await notice.arrayBuffer()) })).toContain('申请表：缺少');

  const { pathname, searchParams } = new URL(slip.pdfUrl, 'http://hall');
  const forged = new URLSearchParams({ expires: searchParams.get('expires')!, proof: 'x'.repeat(43) });
  expect((await get(`${pathname}?${forged}`)).status).toBe(404);
  expect((await get(pathname)).status).toBe(404);
  expect((await get(slip.pdfUrl.replace(slip.number, correctionNotice.number))).status).toBe(404);
  const later = new URLSearchParams({
    expires: String(Number(searchParams.get('expires')) + 60),
    proof: searchParams.get('proof')!,
  });
  expect((await get(`${pathname}?${later}`)).status).toBe(404);
  await hall.setClock('2026-11-23T10:01:00+08:00');
  expect((await get(slip.pdfUrl)).status).toBe(404);
  await hall.setClock('2026-11-23T09:00:00+08:00');
});

test('S4.2b the notice lists every material that the item needs, with where a sample can be seen', async () => {
  const { submit, lead } = await hall.aHall('whole');
  const { id } = await submit({ materials: ['ID'] });
  const { data } = await lead(
    `query ($id: ID!) { case(id: $id) { correctionNotice { pdfUrl defects { materialCode } } } }`,
    {
      id,
    },
  );
  const { pdfUrl, defects } = data!['case'].correctionNotice;
  expect(defects).toEqual([{ materialCode: 'FORM' }]);
  const answer = await get(pdfUrl);
  const text = await textOfPdf({ body: Buffer.from(await answer.arrayBuffer()) });
  for (const part of ['身份证', '申请表', '委托书', 'https://hall.example/form']) expect(text).toContain(part);
});

test('S4.4c a refusal report is printed in two copies', async () => {
  const base = await hall.aHall('refused');
  const { submit, lead, thirdWindowId, secondDepartmentId } = base;
  const departmentId = secondDepartmentId;
  const referToItemId = await hall.publish({ ...base, departmentId }, { code: 'E-1', name: '医保参保' });
  const { id } = await submit({ materials: [] });
  await mutate(lead, 'declineCase', {
    caseId: id,
    reason: 'NOT_THIS_DEPARTMENT',
    referToWindowId: thirdWindowId,
    referToItemId,
    explanation: '属于医保',
  });
  const { data } = await lead(`query ($id: ID!) { case(id: $id) { rejection { pdfUrl } } }`, { id });
  const answer = await get(data!['case'].rejection.pdfUrl);
  const text = await textOfPdf({ body: Buffer.from(await answer.arrayBuffer()) });
  expect(text.match(/属于医保/g)).toHaveLength(2);
  expect(text).toContain('3窗口');
});

test('S3.3b S4.3b S4.4d: guide, checklist and board are there for everybody, from the version in force, in both languages', async () => {
  await hall.aHall('public');
  const nobody = hall.service.as({});
  const { data } = await nobody(
    `{ serviceItem(code: "I-1", hallCode: "public") { guide { locale versionNumber text htmlUrl pdfUrl checklistUrl } en: guide(locale: "en") { locale htmlUrl } } }`,
  );
  const { guide, en } = data!['serviceItem'];
  expect(guide).toMatchObject({ locale: 'zh-CN', versionNumber: 1, text: expect.stringContaining('【申请材料】') });
  const html = await (await get(guide.htmlUrl)).text();
  for (const part of ['失业登记', '身份证', '《就业促进法》', '5个工作日', '不收费', '登记证'])
    expect(html).toContain(part);
  expect(await (await get(en.htmlUrl)).text()).toContain('Legal basis');
  expect((await get(guide.pdfUrl)).headers.get('content-type')).toBe('application/pdf');
  expect(await (await get(guide.checklistUrl)).text()).toContain('checkbox');
  const board = await get('/documents/boards/public.html');
  expect(board.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await board.text()).toContain('失业登记');
  for (const path of [
    '/documents/boards/nowhere.html',
    '/documents/guides/nothing.pdf',
    '/documents/guides/x.exe',
    '/documents/slips/x',
  ]) {
    expect((await get(path)).status).toBe(404);
  }
});

test('S3.3c the touch screen leads to the guide of every published item, by department', async () => {
  await hall.aHall('kiosk');
  const page = await (await get('/documents/kiosks/kiosk.html')).text();
  expect(page).toContain('区人社局');
  const [, href] = /<a class="key" href="([^"]+)">失业登记<\/a>/.exec(page)!;
  expect(await (await get(href!)).text()).toContain('办理条件');
  expect((await get('/documents/kiosks/nowhere.html')).status).toBe(404);
});

test('S3.3c every public address says what is wrong with a parameter that comes twice', async () => {
  await hall.aHall('twice');
  const addresses = {
    '/documents/kiosks/twice.html': ['q', 'locale'],
    '/documents/progress/twice-1.html': ['code', 'locale'],
    '/documents/boards/twice.html': ['page', 'locale'],
    '/documents/guides/x.html': ['from', 'locale'],
    '/documents/checklists/x.html': ['locale'],
    '/documents/slips/x.pdf': ['expires', 'proof', 'locale'],
    '/documents/notices/x.pdf': ['expires', 'proof', 'locale'],
    '/documents/rejections/x.pdf': ['expires', 'proof', 'locale'],
    '/graphql': ['query', 'variables', 'operationName'],
    '/health/live': ['any'],
  };
  for (const [path, names] of Object.entries(addresses))
    for (const name of names) {
      const answer = await get(`${path}?${name}=a&${name}=b`);
      const said = { errors: [{ message: expect.stringContaining(name), extensions: { code: 'BAD_REQUEST' } }] };
      expect([path, name, answer.status, await answer.json()]).toMatchObject([path, name, 400, said]);
    }
});

test('S3.3c the touch screen finds by characters and by first letters of pinyin, and its guides lead back to it', async () => {
  await hall.aHall('seek');
  const find = async (text: string) => (await get(`/documents/kiosks/seek.html?q=${encodeURIComponent(text)}`)).text();
  for (const text of ['失业', 'sydj']) expect(await find(text)).toContain('失业登记</a>');
  expect(await find('护照')).toContain('没有找到');
  const [, href] = /<a class="key" href="([^"]+)">失业登记<\/a>/.exec(await find('失业'))!;
  const guide = await (await get(href!.replaceAll('&amp;', '&'))).text();
  expect(guide).toContain('href="/documents/kiosks/seek.html?locale=zh-CN"');
  const [, found] = /href="([^"]+)">← 返回查询结果</.exec(guide)!;
  expect(await (await get(found!.replaceAll('&amp;', '&'))).text()).toContain('value="失业"');
});

test('S3.3c the touch screen finds a short code as the guide prints it, and without its hyphen, for who has only keys', async () => {
  const { departmentId } = await hall.aHall('codes');
  await hall.publish({ hallCode: 'codes', departmentId }, { code: 'P-1', name: '参保' });
  const find = async (text: string) => (await get(`/documents/kiosks/codes.html?q=${encodeURIComponent(text)}`)).text();
  for (const text of ['P-1', 'p1', 'Ｐ－１']) {
    const page = await find(text);
    expect([text, page.includes('>参保</a>'), page.includes('>失业登记</a>')]).toEqual([text, true, false]);
  }
  expect(await find('p')).toContain('q=p1"');
});

test('S3.3c S4.4d windows come in the order in which people count them', async () => {
  const { departmentId, itemId } = await hall.aHall('order');
  const numbers = ['10', 'A10', '2', 'A2', '11'];
  for (const number of numbers)
    await hall.sql(
      `insert into known_windows (hall_code, id, number, name, department_id, sequence)
       values ('order', gen_random_uuid(), $1, '窗口', $2, 1)`,
      [number, departmentId.split('.')[1]],
    );
  const inOrder = (all: string[]): string[] => all.filter((number) => numbers.includes(number) && number !== '2');
  const board = await (await get('/documents/boards/order.html')).text();
  expect(inOrder([...board.matchAll(/class="big">(A?\d+)</g)].map(([, number]) => number!))).toEqual([
    '10',
    '11',
    'A2',
    'A10',
  ]);
  const guide = await (await get(`/documents/guides/${itemId}.txt`)).text();
  expect(guide).toMatch(/2.*10.*11.*A2.*A10/s);
});

test('A-09 a notice carries a code for the progress until a slip does', async () => {
  const { submit, lead } = await hall.aHall('early');
  const { id, number } = await submit({ materials: ['ID'] });
  const query = 'query ($id: ID!) { case(id: $id) { receiptSecret correctionNotice { pdfUrl } } }';
  const { data } = await lead(query, { id });
  const { receiptSecret, correctionNotice } = data!['case'];
  const printed = async () =>
    textOfPdf({ body: Buffer.from(await (await get(correctionNotice.pdfUrl)).arrayBuffer()) });
  expect(await printed()).toContain(receiptSecret);
  const page = await get(`/documents/progress/${number}.html?code=${receiptSecret}`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('待补正')]);
  await mutate(lead, 'supplyCorrection', { input: { caseId: id, materials: ['FORM'], findings: [] } });
  expect(await printed()).not.toContain(receiptSecret);
});

test('A-09 the code of a slip opens the progress of its case; any other code opens nothing', async () => {
  const { submit, lead } = await hall.aHall('progress');
  const { id, number } = await submit();
  const { data } = await lead('query ($id: ID!) { case(id: $id) { slip { secret } } }', { id });
  const at = (code: string): Promise<Response> => get(`/documents/progress/${number}.html?code=${code}`);
  const answer = await at(data!['case'].slip.secret);
  expect([answer.status, answer.headers.get('referrer-policy'), answer.headers.get('cache-control')]).toEqual([
    200,
    'no-referrer',
    'no-store',
  ]);
  const page = await answer.text();
  for (const part of [number, '失业登记', '已受理', '2026-11-30']) expect(page).toContain(part);
  expect((await at('WRONGSECRT')).status).toBe(404);
  expect((await get(`/documents/progress/${number}.html`)).status).toBe(404);
});
