import { at } from '../../test/support/case-fixtures';
import { textOfPdf } from '../../test/support/pdf-text';
import { noticePdf, rejectionPdf, slipPdf } from './case-papers';
import { checklistHtml, guideHtml, guidePdf, guideText } from './guide';
import type { BoardPaper, GuidePaper, NoticePaper, RejectionPaper, SlipPaper } from './models';
import { boardHtml, kioskHtml, progressHtml } from './screens';

const head = {
  hallName: '慈溪市劳动保障局服务大厅',
  number: 'demo-20261124-000001-1',
  caseNumber: 'demo-20261124-000001',
  itemName: '失业登记',
  itemCode: 'I-1',
  applicantMasked: '王*　3302**********1231',
  issuedAt: at('2026-11-24T10:15:00'),
  officer: '李敏（0001）',
};
const slip: SlipPaper = {
  ...head,
  dueOn: '2027-01-05',
  provisional: true,
  limit: { amount: 5, unit: 'WORKING_DAY' },
  pickupWindow: { number: '3', name: '综合窗口' },
  materials: ['身份证', '申请表'],
  progress: { secret: 'X7K2M9PQ4R', address: null },
  voidedBy: null,
};
const materials = Array.from({ length: 30 }, (_none, n) => ({
  code: `M${n}`,
  name: `材料${n}号`,
  original: n % 2 === 0,
  copies: n % 3,
  basis: `办法第${n}条`,
  ...(n === 3 && { condition: '委托他人代办的', sampleUrl: 'https://hall.example/sample' }),
}));
const notice: NoticePaper = {
  ...head,
  replyBy: '2026-12-08',
  ground: null,
  progress: null,
  materials,
  defects: Array.from({ length: 40 }, (_none, n) => ({
    material: `缺陷${n}号`,
    kind: 'WRONG_CONTENT',
    explanation: '签名不符',
  })),
};
const refusal: RejectionPaper = {
  ...head,
  reason: 'NOT_THIS_DEPARTMENT',
  explanation: '属于医保',
  referTo: '3 医保窗口',
};
const guide: GuidePaper = {
  hallName: head.hallName,
  code: 'I-1',
  name: '失业登记',
  department: '区人社局',
  validFrom: '2026-11-01',
  windows: [{ number: '1', name: '社保综合' }],
  address: null,
  version: {
    number: 3,
    content: '为失业人员办理登记',
    procedure: [{ name: '受理' }, { name: '审核', limit: { amount: 2, unit: 'WORKING_DAY' } }],
    legalBasis: ['《就业促进法》'],
    conditions: ['劳动年龄内'],
    materials,
    statutoryLimit: { amount: 20, unit: 'WORKING_DAY' },
    promisedLimit: { amount: 5, unit: 'WORKING_DAY' },
    fee: { amountFen: 1250, basis: '发改价格〔2020〕1号' },
    result: '失业登记证',
    participants: [],
    assumed: [],
  },
};
const disclosed = [
  '为失业人员办理登记',
  '审核',
  '《就业促进法》',
  '劳动年龄内',
  '材料29号',
  '5个工作日',
  '¥12.50',
  '失业登记证',
  'https://hall.example/sample',
];

describe('papers of a case', () => {
  test('S3.4b the slip says when it is done and where to collect, and that a date is provisional', async () => {
    const text = await textOfPdf(await slipPdf(slip, 'zh-CN'));
    for (const part of ['受理单', slip.number, '2027-01-05', '暂定', '3综合窗口', '5个工作日', slip.progress.secret]) {
      expect(text).toContain(part.replace(/\s/g, ''));
    }
  });

  test('S3.4b a slip that was replaced says so', async () => {
    expect(await textOfPdf(await slipPdf({ ...slip, voidedBy: 'demo-2' }, 'zh-CN'))).toContain(
      '本单已作废，以新单为准：demo-2',
    );
  });

  test('S4.1b S4.2b the notice names every defect and lists every material of the item, over as many pages as it takes', async () => {
    const text = await textOfPdf(await noticePdf(notice, 'zh-CN'));
    for (let n = 0; n < 40; n++) expect(text).toContain(`缺陷${n}号`);
    for (let n = 0; n < 30; n++) expect(text).toContain(`材料${n}号`);
    for (const part of ['2026-12-08', '李敏（0001）', 'https://hall.example/sample', '申请人签收'])
      expect(text).toContain(part);
  });

  test('S4.4c a refusal is printed in two copies, with the reason and the place to go', async () => {
    const text = await textOfPdf(await rejectionPdf(refusal, 'zh-CN'));
    expect(text.match(/不属于本部门/g)).toHaveLength(2);
    for (const part of ['第一联', '第二联', '3医保窗口']) expect(text).toContain(part);
  });

  test('the same content gives the same bytes', async () => {
    const [once, again] = [await slipPdf(slip, 'en'), await slipPdf(slip, 'en')];
    expect(Buffer.compare(once.body as Buffer, again.body as Buffer)).toBe(0);
  });

  test('a rare character of a name is never an empty box: shown by its number and reported', async () => {
    const rendered = await slipPdf({ ...slip, applicantMasked: '𠮷*' }, 'zh-CN');
    expect(rendered.missing).toEqual(['𠮷']);
    expect(await textOfPdf(rendered)).toContain('〔U+20BB7〕');
    expect((await slipPdf({ ...slip, applicantMasked: '䶮*㛃' }, 'zh-CN')).missing).toEqual([]);
  });
});

describe('the guide of an item', () => {
  test('A-10 on the screen it shows a code of its own address, where there is one', () => {
    const address = 'https://hall.example/documents/guides/1.html';
    expect(guideHtml({ ...guide, address }, 'zh-CN').body).toMatch(/<svg [^>]*role="img"[^>]*>.*<path d="M4 4h1v1h-1z/);
    expect(guideHtml(guide, 'zh-CN').body).not.toContain('<svg');
  });

  test('A-07 A-08 every form marks what nobody has said, and nothing else', async () => {
    const mark = '（暂定，大厅尚未核实，以窗口答复为准）';
    const unsure = { ...guide, version: { ...guide.version, assumed: ['fee', 'materials'] } };
    const text = guideText(unsure, 'zh-CN').body as string;
    expect(text).toContain(`【收费标准${mark}】`);
    expect(text).toContain(`【申请材料${mark}】`);
    expect(text.split(mark)).toHaveLength(3);
    expect(guideHtml(unsure, 'zh-CN').body).toContain(`收费标准${mark}`);
    expect(checklistHtml(unsure, 'zh-CN').body).toContain(mark);
    expect(await textOfPdf(await guidePdf(unsure, 'zh-CN', head.issuedAt))).toContain(`收费标准${mark}`);
    expect(guideText(guide, 'zh-CN').body).not.toContain('暂定');
  });

  test('S3.3a S4.4d every form says all seven disclosures, the conditions and where the sample is', async () => {
    const forms = {
      text: guideText(guide, 'zh-CN').body as string,
      html: guideHtml(guide, 'zh-CN').body as string,
      pdf: await textOfPdf(await guidePdf(guide, 'zh-CN', head.issuedAt)),
    };
    for (const [form, text] of Object.entries(forms)) {
      for (const part of disclosed)
        expect([form, part, text.replace(/\s/g, '').includes(part)]).toEqual([form, part, true]);
    }
  });

  test('S3.3b both languages have the same sections', () => {
    const count = (locale: 'zh-CN' | 'en') => (guideHtml(guide, locale).body as string).match(/<h2>/g)!.length;
    expect(count('en')).toBe(count('zh-CN'));
    expect(guideHtml(guide, 'en').body).toContain('<html lang="en">');
  });

  test('S4.4a the checklist has a box for every material', () => {
    expect((checklistHtml(guide, 'zh-CN').body as string).match(/type="checkbox"/g)).toHaveLength(30);
  });

  test('what somebody typed is never markup', () => {
    const hostile = { ...guide, name: '<script>alert(1)</script>', department: '"&\'' };
    const html = guideHtml(hostile, 'zh-CN').body as string;
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });
});

test('A-09 S4.4d the board shows items with their promise, windows, and numbers to collect', () => {
  const board: BoardPaper = {
    hallName: head.hallName,
    at: head.issuedAt,
    items: [{ name: '失业登记', limit: { amount: 0, unit: 'WORKING_DAY' }, assumed: [] }],
    windows: [{ number: '1', name: '社保综合' }],
    ready: [{ number: 'demo-20261124-000007', windowNumber: '1' }],
  };
  const html = boardHtml(board, 'zh-CN').body as string;
  for (const part of ['失业登记', '当场办结', '社保综合', 'demo-20261124-000007', 'http-equiv="refresh"'])
    expect(html).toContain(part);
});

describe('the electronic board', () => {
  const board: BoardPaper = {
    hallName: head.hallName,
    at: head.issuedAt,
    items: Array.from({ length: 100 }, (_none, n) => ({
      name: `事项${n}号`,
      limit: { amount: 5, unit: 'WORKING_DAY' } as const,
      assumed: [],
    })),
    windows: Array.from({ length: 20 }, (_none, n) => ({ number: `W${n}`, name: `窗口${n}号` })),
    ready: [],
  };
  const pageOf = (n: number): string => boardHtml(board, 'zh-CN', n).body as string;

  test('S4.4d A-09 turns by itself until every item has been shown, then begins again', () => {
    const seen: string[] = [];
    let page = 1;
    do {
      const html = pageOf(page);
      seen.push(...[...html.matchAll(/事项\d+号/g)].map(([name]) => name));
      page = Number(/content="15;url=\?locale=zh-CN&amp;page=(\d+)"/.exec(html)![1]);
    } while (page !== 1);
    expect(seen).toEqual(board.items.map(({ name }) => name));
  });

  test('S4.4d A-09 a page fits, columns beside each other on a wide screen, two by two on one that stands upright', () => {
    const html = pageOf(1);
    const heightOfRow = Number(/\.board td \{ height: calc\(([\d.]+) \* var\(--u\)\)/.exec(html)![1]);
    const [, upright, columns] =
      /orientation: portrait\) \{ \.board \{ --u: ([\d.]+)vh \} \.columns \{ grid-template-columns: ([^}]*) \}/.exec(
        html,
      )!;
    expect(columns).toBe('1fr 1fr');
    const rows = Math.max(...html.split('<section>').map((section) => section.split('<tr>').length - 1));
    // Beside its rows a column has its title, and the page its head: an eighth of the height at most.
    expect(rows * heightOfRow).toBeLessThanOrEqual(88);
    expect(2 * rows * heightOfRow * Number(upright)).toBeLessThanOrEqual(88);
  });

  test('A-08 marks a promise that the hall has not confirmed, and no other', () => {
    const limit = { amount: 5, unit: 'WORKING_DAY' } as const;
    const items = [
      { name: '甲', limit, assumed: ['promisedLimit'] },
      { name: '乙', limit, assumed: ['fee'] },
    ];
    expect(String(boardHtml({ ...board, items }, 'zh-CN').body).match(/5个工作日（待核实）/g)).toHaveLength(1);
  });

  test('S4.4d A-09 a name too long for two lines is shown in smaller letters', () => {
    const item = { name: '很'.repeat(35), limit: { amount: 1, unit: 'WORKING_DAY' } as const, assumed: [] };
    expect(boardHtml({ ...board, items: [item] }, 'zh-CN').body).toContain('class="long"');
    expect(pageOf(1)).not.toContain('class="long"');
  });

  test('S4.4d A-09 says of when it is and which page it shows; a short list turns faster than a long one', () => {
    expect(pageOf(3)).toContain('数据时间 2026-11-24 10:15 · 每 15 秒更新 · 第 3 / 5 页');
    expect(pageOf(3)).toContain('窗口0号');
    expect(pageOf(4)).toContain('窗口19号');
    expect(pageOf(3)).toContain('暂无');
  });

  test('S4.4d A-09 a page that is not there is the one that the count comes to', () => {
    expect(pageOf(6)).toBe(pageOf(1));
    expect(pageOf(-3)).toBe(pageOf(1));
  });
});

describe('the touch screen', () => {
  const departments = [
    { name: '区人社局', items: [{ name: '失业登记', guideUrl: '/documents/guides/1.html', assumed: [] as string[] }] },
    { name: '区医保局', items: [{ name: '医保登记', guideUrl: '/documents/guides/2.html', assumed: ['fee'] }] },
  ];
  const kioskOf = (sought: string, of = departments): string =>
    kioskHtml({ hallName: head.hallName, sought, departments: of }, 'zh-CN').body as string;

  test('A-08 marks an item of which the hall has not confirmed everything', () => {
    expect(kioskOf('')).toContain('医保登记（待核实）');
    expect(kioskOf('')).not.toContain('失业登记（待核实）');
  });

  test('S3.3c has a field to search in and letters to press, without a script', () => {
    const html = kioskOf('sy');
    expect(html).toContain('<input type="search" name="q" value="sy"');
    expect(html).toMatch(/href="\?locale=zh-CN&amp;q=syb">B</);
    expect(html).toMatch(/href="\?locale=zh-CN&amp;q=s">退格</);
    expect(html).not.toContain('<script');
  });

  test('S3.3c says how many were found, or what to do when none was', () => {
    expect(kioskOf('登记')).toContain('找到 2 项');
    expect(kioskOf('护照', [])).toContain('没有找到');
    expect(kioskOf('s', [])).toContain('至少输入两个字');
  });

  test('S3.3c shows the departments closed, what was found open, and forgets by itself what was looked for', () => {
    expect(kioskOf('')).not.toContain('<details open');
    expect(kioskOf('')).not.toContain('http-equiv');
    expect(kioskOf('登记').match(/<details open/g)).toHaveLength(2);
    expect(kioskOf('登记')).toContain('content="120;url=?locale=zh-CN"');
  });

  test('S3.3c a guide leads back to it, and to nowhere for everybody else', () => {
    expect(guideHtml(guide, 'zh-CN', '/documents/kiosks/demo.html').body).toContain('返回全部事项');
    expect(guideHtml(guide, 'zh-CN').body).not.toContain('返回全部事项');
  });
});

describe('codes on paper', () => {
  test('A-09 S3.4b with an address the code of a slip opens the progress; without one it holds the number and secret', async () => {
    const { secret } = slip.progress;
    const bytesOf = async (progressAddress: string | null) =>
      (await slipPdf({ ...slip, progress: { secret, address: progressAddress } }, 'zh-CN')).body as Buffer;
    const address = 'https://hall.example/documents/progress/demo-20261124-000001.html?code=X7K2M9PQ4R';
    expect(Buffer.compare(await bytesOf(address), await bytesOf(null))).not.toBe(0);
    expect(Buffer.compare(await bytesOf(null), await bytesOf(`${slip.caseNumber} ${secret}`))).toBe(0);
  });

  test('S3.3b a guide on paper has a code that opens it, where the installation has said its address', async () => {
    const textOf = async (address: string | null) =>
      textOfPdf(await guidePdf({ ...guide, address }, 'zh-CN', head.issuedAt));
    expect(await textOf('https://hall.example/documents/guides/1.html')).toContain('扫码查看本指南的现行版本');
    expect(await textOf(null)).not.toContain('扫码');
  });
});

test('A-09 the progress shows number, item, state and dates; a wrong secret and a wrong number look the same', () => {
  const progress = {
    number: 'demo-20261124-000001',
    itemName: '失业登记',
    status: 'DECIDED',
    receivedOn: '2026-11-24',
    dueOn: '2026-12-01',
    provisional: true,
    pickupWindowNumber: '3',
  } as const;
  const html = progressHtml(progress, 'zh-CN').body as string;
  for (const part of [progress.number, '失业登记', '已决定，请领取结果', '2026-12-01', '暂定'])
    expect(html).toContain(part);
  expect(progressHtml(undefined, 'zh-CN').body).toContain('编号与查询码不符');
});
