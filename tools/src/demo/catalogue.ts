/** What an item of the demo hall says, as `importServiceItems` takes it but for its department. */
export interface DemoItem {
  readonly department: string;
  readonly code: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

const days = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
const steps = (...names: readonly string[]) => names.map((name) => ({ name }));
const free = { amountFen: 0, basis: '不收费' };
const sample = (name: string): string => `https://hall.example/samples/${name}`;
const identity = {
  code: 'IDENTITY',
  name: '有效身份证件',
  basis: '《社会保险经办条例》第三十一条',
  sampleUrl: sample('identity'),
};
const form = (name: string, basis: string) => ({ code: 'FORM', name, copies: 1, basis, sampleUrl: sample('form') });
const proxy = {
  code: 'PROXY',
  name: '授权委托书和代办人身份证件',
  basis: '《民法典》第一百六十五条',
  condition: '委托他人代办的',
};

/** The whole catalogue of the demo hall: everything that must be disclosed is said, nothing is assumed (S3.3a, S4.4d). */
export const demoCatalogue: readonly DemoItem[] = [
  {
    department: '区人社局',
    code: 'DEMO-001',
    name: '城乡居民基本养老保险参保登记',
    handlingType: 'PROMISED',
    regime: 'SOCIAL_INSURANCE',
    content: '为本区城乡居民办理基本养老保险参保登记。',
    procedure: steps('受理', '审核', '登记', '送达'),
    legalBasis: ['《社会保险法》第二十条、第二十二条', '《社会保险经办条例》第八条'],
    conditions: ['具有本区户籍或者居住证，年满16周岁（不含在校学生）', '未参加职工基本养老保险'],
    materials: [identity, proxy],
    promisedLimit: days(5),
    fee: free,
    result: '参保登记凭证',
  },
  {
    department: '区人社局',
    code: 'DEMO-002',
    name: '失业登记',
    handlingType: 'PROMISED',
    regime: 'HALL_PROMISE',
    content: '为法定劳动年龄内有就业要求的失业人员办理登记。',
    procedure: steps('受理', '审核', '送达'),
    legalBasis: ['《就业促进法》第三十五条', '《就业服务与就业管理规定》第六十三条'],
    conditions: ['在法定劳动年龄内，有劳动能力，有就业要求，处于无业状态'],
    materials: [identity, form('失业登记申请表', '《就业服务与就业管理规定》第六十三条')],
    promisedLimit: days(3),
    fee: free,
    result: '失业登记证明',
  },
  {
    department: '区人社局',
    code: 'DEMO-003',
    name: '社会保险参保证明查询打印',
    handlingType: 'INSTANT',
    regime: 'SOCIAL_INSURANCE',
    content: '查询并打印本人的社会保险参保证明。',
    procedure: steps('受理', '送达'),
    legalBasis: ['《社会保险法》第七十四条'],
    conditions: ['本人参加过社会保险'],
    materials: [identity, proxy],
    promisedLimit: days(1),
    fee: free,
    result: '社会保险参保证明',
  },
  {
    department: '区人社局',
    code: 'DEMO-004',
    name: '劳务派遣经营许可',
    handlingType: 'PROMISED',
    regime: 'LICENCE',
    resultsPublic: true,
    content: '许可企业经营劳务派遣业务。',
    procedure: steps('受理', '审查', '决定', '送达'),
    legalBasis: ['《劳动合同法》第五十七条', '《行政许可法》第四十二条', '《劳务派遣行政许可实施办法》'],
    conditions: ['注册资本不少于200万元', '有与业务相适应的固定场所和设施', '有符合法律的劳务派遣管理制度'],
    materials: [
      form('劳务派遣经营许可申请书', '《劳务派遣行政许可实施办法》第八条'),
      { code: 'PREMISES', name: '经营场所的使用证明', copies: 1, basis: '《劳务派遣行政许可实施办法》第八条' },
      { code: 'RULES', name: '劳务派遣管理制度', copies: 1, basis: '《劳务派遣行政许可实施办法》第八条' },
    ],
    statutoryLimit: days(20),
    promisedLimit: days(10),
    fee: free,
    result: '劳务派遣经营许可证',
  },
  {
    department: '区医疗保障局',
    code: 'DEMO-005',
    name: '基本医疗保险参保信息变更登记',
    handlingType: 'INSTANT',
    regime: 'SOCIAL_INSURANCE',
    content: '变更参保人员的基本信息。',
    procedure: steps('受理', '送达'),
    legalBasis: ['《社会保险法》第五十七条', '《医疗保障经办政务服务事项清单》'],
    conditions: ['参加本区基本医疗保险，登记的信息有变化'],
    materials: [identity, form('参保信息变更登记表', '《医疗保障经办政务服务事项清单》')],
    promisedLimit: days(1),
    fee: free,
    result: '变更登记回执',
  },
  {
    department: '区医疗保障局',
    code: 'DEMO-006',
    name: '异地就医备案',
    handlingType: 'PROMISED',
    regime: 'SOCIAL_INSURANCE',
    content: '为在外地长期居住或者转外就医的参保人员办理备案。',
    procedure: steps('受理', '审核', '送达'),
    legalBasis: ['《社会保险法》第二十九条', '《基本医疗保险跨省异地就医直接结算经办规程》'],
    conditions: ['参加本区基本医疗保险，在外地居住或者需要转外就医'],
    materials: [
      identity,
      form('异地就医备案表', '《基本医疗保险跨省异地就医直接结算经办规程》'),
      { code: 'RESIDENCE', name: '居住证明', basis: '同上规程', condition: '在外地长期居住的' },
    ],
    promisedLimit: days(2),
    fee: free,
    result: '异地就医备案结果',
  },
];
