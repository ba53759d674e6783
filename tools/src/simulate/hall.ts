import { demoHallCode, demoHallOnce } from '../shared/demo-hall';
import { HallError } from '../shared/hall-client';
import type { Data } from '../shared/hall-client';
import type { Choices } from './choices';
import type { Gateway } from './gateway';
import { itemsOf } from './items';
import { applicantsOf, nameOf } from './people';
import type { Applicant, Member, Person } from './people';

/** A window, and whose it is. */
export interface HallWindow {
  readonly id: string;
  readonly departmentId: string;
  readonly postId: string;
  readonly lead: Member;
  readonly deputy: Member;
}

/** What can be applied for. */
export interface HallItem {
  readonly id: string;
  readonly code: string;
  readonly departmentId: string;
  /** The codes of what has to be handed in. */
  readonly materials: readonly string[];
}

/** The hall that is played, with everybody in it. */
export interface PlayedHall {
  readonly code: string;
  readonly departments: readonly { readonly id: string; readonly code: string; readonly head: Member }[];
  readonly windows: readonly HallWindow[];
  readonly items: HallItem[];
  readonly officers: readonly Member[];
  readonly desks: readonly Member[];
  readonly leader: Member;
  readonly office: Member;
  readonly admin: Person;
  readonly analyst: Person;
  readonly applicants: readonly Applicant[];
}

/** Brings the hall about: structure, people, posts, items. Each department has an officer more than windows. */
export async function buildHall(gateway: Gateway, choices: Choices, code: string, size: number): Promise<PlayedHall> {
  const admin: Person = { account: 'admin', name: '系统管理员', role: 'ADMIN' };
  const analyst: Person = { account: 'sim-analyst', name: '分析员', role: 'ANALYST' };
  const must = async (who: Person, name: string, said: unknown): Promise<Data & { id: string }> => {
    const thing = await gateway.act(who, name, said);
    if (thing === undefined) throw new HallError(`the hall cannot be built: ${name} was refused`);
    return thing as Data & { id: string };
  };
  const registered = code === demoHallCode ? demoHallOnce : { code, name: '模拟政务服务大厅' };
  await gateway.act(admin, 'registerHall', registered);
  const hireAs = async (role: Person['role'], account: string, departmentId: string): Promise<Member> => {
    const person = { account: `sim-${account}`, name: nameOf(choices.of('name', account)) };
    const said = { ...person, departmentId, badgeNumber: `SIM-${account}`, roles: [role] };
    return { ...person, role, departmentId, id: (await must(admin, 'registerStaff', said)).id };
  };

  const departments: PlayedHall['departments'][number][] = [];
  const windows: HallWindow[] = [];
  const officers: Member[] = [];
  const count = Math.max(2, Math.round(size / 3));
  for (let d = 0; d < count; d++) {
    const { id } = await must(admin, 'registerDepartment', { hallCode: code, code: `S${d + 1}`, name: `第${d + 1}科` });
    departments.push({ id, code: `S${d + 1}`, head: await hireAs('SECTION_HEAD', `head-${d + 1}`, id) });
    const own = Array.from({ length: size }, (_, w) => w).filter((w) => w % count === d);
    const staff: Member[] = [];
    for (let n = 0; n <= own.length; n++) staff.push(await hireAs('OFFICER', `officer-${d + 1}-${n + 1}`, id));
    officers.push(...staff);
    for (const [n, w] of own.entries()) {
      const [lead, deputy] = [staff[n]!, staff[n + 1]!];
      const said = { departmentId: id, number: `S${w + 1}`, name: `综合窗口${w + 1}` };
      const windowId = (await must(admin, 'registerWindow', said)).id;
      const duties = ['咨询', '受理', '送达'];
      const post = { windowId, code: `SP-${w + 1}`, name: '综合岗', duties, leadId: lead.id, deputyId: deputy.id };
      const postId = (await must(admin, 'registerPost', post)).id;
      windows.push({ id: windowId, departmentId: id, postId, lead, deputy });
    }
  }
  const [first] = departments;
  const desks = [await hireAs('DESK_OFFICER', 'desk-1', first!.id), await hireAs('DESK_OFFICER', 'desk-2', first!.id)];
  const leader = await hireAs('CENTRE_LEADER', 'leader', first!.id);
  const office = await hireAs('CENTRE_OFFICE', 'office', first!.id);
  await gateway.settle();
  const items = await publishItems(gateway, office, departments);
  const applicants = applicantsOf(choices, Math.max(20, size * 6));
  return { code, departments, windows, items, officers, desks, leader, office, admin, analyst, applicants };
}

async function publishItems(
  gateway: Gateway,
  office: Member,
  departments: PlayedHall['departments'],
): Promise<HallItem[]> {
  const items: HallItem[] = [];
  const imported = departments.map(({ id, code }) => ({
    departmentId: id,
    code: `${code}-OLD`,
    name: `旧目录事项（${code}）`,
  }));
  await gateway.act(office, 'importServiceItems', imported);
  for (const department of departments) {
    const others = departments.map(({ id }) => id).filter((id) => id !== department.id);
    for (const draft of itemsOf(department, others)) {
      await gateway.act(office, 'draftServiceItem', draft);
      await gateway.act(office, 'publishServiceItem', { code: draft.code });
    }
  }
  const show = '{ id code department { id } current { materials { code condition } } }';
  for (const { id: departmentId } of departments) {
    const asked = `query ($departmentId: ID!) { serviceItems(first: 20, filter: { departmentId: $departmentId }) { edges { node ${show} } } }`;
    const { serviceItems } = (await gateway.see(office, asked, { departmentId })) as {
      serviceItems?: { edges: { node: ShownItem }[] };
    };
    for (const { node } of serviceItems?.edges ?? []) {
      const needed = node.current?.materials.filter(({ condition }) => condition === null).map(({ code }) => code);
      if (needed) items.push({ id: node.id, code: node.code, departmentId, materials: needed });
    }
  }
  return items.sort((a, b) => (a.code < b.code ? -1 : 1));
}

interface ShownItem {
  readonly id: string;
  readonly code: string;
  readonly current: {
    readonly materials: readonly { readonly code: string; readonly condition: string | null }[];
  } | null;
}
