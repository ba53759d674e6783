import { HallError } from './hall-client';
import type { Data, HallClient } from './hall-client';

/** The hall of the local stack. */
export const demoHallCode = 'demo';
const demoHall = { code: demoHallCode, name: '示范政务服务大厅' };

/** What every refusal is asked for. */
export const refusal = '... on UserError { code clause message }';

/** The thing that a mutation changed. @throws HallError when the hall said no */
export function accepted(answer: Data, field: string): Data & { readonly id: string } {
  const result = answer[field] as Data;
  if (typeof result['message'] === 'string') {
    throw new HallError(
      `${field}: ${String(result['code'])} ${result['clause'] === null ? '' : `(${String(result['clause'])}) `}${result['message']}`,
    );
  }
  return result as Data & { readonly id: string };
}

const keyOf = (what: string, input: Data): string => `demo ${what} ${JSON.stringify(input)}`.slice(0, 200);

/** The demo hall as it is registered, by whoever comes first: its history, or what it is loaded with. */
export const demoHallOnce = { ...demoHall, idempotencyKey: keyOf('Hall', demoHall) };

/** Registers something once: the idempotency key makes a repeat give the first result. */
export async function register(client: HallClient, what: string, type: string, input: Data): Promise<string> {
  const field = `register${what}`;
  const answer = await client.ask(
    'admin',
    `mutation ($input: Register${what}Input!) { ${field}(input: $input) { ... on ${type} { ${what === 'Hall' ? 'code' : 'id'} } ${refusal} } }`,
    { input: { ...input, idempotencyKey: keyOf(what, input) } },
  );
  return accepted(answer, field).id;
}

/** The people who work in the demo hall, by account. Names as in the list of demo users. */
const people: readonly (readonly [account: string, name: string, role: string])[] = [
  ['leader', '陈主任', 'CENTRE_LEADER'],
  ['office', '周晓', 'CENTRE_OFFICE'],
  ['head', '吴科长', 'SECTION_HEAD'],
  ['lead', '李敏', 'OFFICER'],
  ['deputy', '王强', 'OFFICER'],
  ['officer', '赵琳', 'OFFICER'],
  ['desk', '孙悦', 'DESK_OFFICER'],
  ['desk2', '钱进', 'DESK_OFFICER'],
];

/** The parts of the demo hall that the journey speaks of. */
export interface DemoHall {
  readonly departmentId: string;
  readonly windowId: string;
  readonly postId: string;
  readonly staff: ReadonlyMap<string, string>;
}

/** Brings the demo hall about, or finds it as it is: structure, people and posts. */
export async function loadDemoHall(client: HallClient): Promise<DemoHall> {
  await register(client, 'Hall', 'Hall', demoHall);
  const departmentId = await register(client, 'Department', 'Department', {
    hallCode: demoHallCode,
    code: 'RS',
    name: '区人社局',
  });
  await register(client, 'Department', 'Department', { hallCode: demoHallCode, code: 'YB', name: '区医疗保障局' });
  const windowId = await register(client, 'Window', 'ServiceWindow', {
    departmentId,
    number: '1',
    name: '社会保险窗口',
  });
  const secondWindowId = await register(client, 'Window', 'ServiceWindow', {
    departmentId,
    number: '2',
    name: '就业服务窗口',
  });
  const staff = new Map<string, string>();
  for (const [account, name, role] of people) {
    const badgeNumber = `RS-${account}`;
    staff.set(
      account,
      await register(client, 'Staff', 'Staff', { departmentId, account, badgeNumber, name, roles: [role] }),
    );
  }
  const post = (code: string, name: string, window: string, lead: string, deputy: string): Promise<string> =>
    register(client, 'Post', 'Post', {
      windowId: window,
      code,
      name,
      duties: ['咨询', '受理', '送达'],
      leadId: staff.get(lead)!,
      deputyId: staff.get(deputy)!,
    });
  const postId = await post('RS-1', '社保登记岗', windowId, 'lead', 'deputy');
  await post('RS-2', '就业登记岗', secondWindowId, 'officer', 'lead');
  return { departmentId, windowId, postId, staff };
}
