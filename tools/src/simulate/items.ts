import type { Data } from '../shared/hall-client';

const workdays = (amount: number) => ({ amount, unit: 'WORKING_DAY' });
const material = (code: string, name: string, more: Data = {}) => ({
  code,
  name,
  basis: '《办事指南编制规范》',
  sampleUrl: `https://hall.example/samples/${code}`,
  ...more,
});

/** The circumstances in which a letter of authority is needed. */
export const byProxy = '委托他人代办的';
const materials = [
  material('ID', '身份证'),
  material('FORM', '申请表'),
  material('PROOF', '证明材料', { original: false, copies: 1 }),
  material('PROXY', '委托书', { condition: byProxy }),
];

const common = {
  content: '大厅办理的事项',
  legalBasis: ['《行政许可法》'],
  conditions: ['符合法定条件'],
  fee: { amountFen: 0, basis: '不收费' },
  result: '批复文件',
  materials,
};

/** What a department offers, ready to be drafted and published: on the spot, with a short promise, a licence with steps, with others. */
export function itemsOf(department: { readonly id: string; readonly code: string }, others: readonly string[]) {
  const item = (kind: string, name: string, body: Data): Data & { readonly code: string } => ({
    ...common,
    departmentId: department.id,
    code: `${department.code}-${kind}`,
    name: `${name}（${department.code}）`,
    procedure: [{ name: '受理' }, { name: '审核' }, { name: '决定' }, { name: '送达' }],
    ...body,
  });
  const [first, ...more] = others.slice(0, 3);
  const participants = [
    { departmentId: first, stage: 1, limit: workdays(2) },
    ...more.map((departmentId, n) => ({ departmentId, stage: 1 + n, limit: workdays(2) })),
  ];
  return [
    item('SPOT', '证明打印', { handlingType: 'INSTANT', promisedLimit: workdays(1) }),
    item('SHORT', '信息变更', { handlingType: 'PROMISED', promisedLimit: workdays(2) }),
    item('LICENCE', '经营许可', { handlingType: 'PROMISED', regime: 'LICENCE', promisedLimit: workdays(8) }),
    item('JOINT', '联合审批', { handlingType: 'JOINT', promisedLimit: workdays(6), participants }),
  ];
}
