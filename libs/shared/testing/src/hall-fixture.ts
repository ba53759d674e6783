import { randomUUID } from 'node:crypto';
import { createEvent } from '@hall/contracts';
import type { EventData, EventType } from '@hall/contracts';
import { encodeId, hallTimeZone } from '@hall/kernel';
import { connectJetStream } from '@hall/platform/jetstream';

/** A service whose facts a test states. */
export type Producer = 'STAFFING' | 'CASES';

/** States another service's facts on the broker, as that service would. */
export async function publishAs(producer: Producer, natsUrl: string) {
  const broker = await connectJetStream({ url: natsUrl, name: 'test' });
  await broker.ensureStream(producer);
  const sequences = new Map<string, number>();
  return {
    async state<T extends EventType>(
      hallCode: string,
      aggregateId: string,
      type: T,
      data: EventData<T>,
      late?: { readonly sequence: number },
    ): Promise<void> {
      const sequence = late?.sequence ?? (sequences.get(aggregateId) ?? 0) + 1;
      if (!late) sequences.set(aggregateId, sequence);
      const event = createEvent({
        id: randomUUID(),
        type,
        hallCode,
        aggregateId,
        sequence,
        time: new Date('2026-11-23T08:00:00+08:00'),
        correlationId: 'test',
        data,
      });
      await broker.publish(type, JSON.stringify(event), event.id);
    },
    close: () => broker.close(),
  };
}

type StaffRole = EventData<'hall.staffing.staff.registered.v1'>['roles'][number];

/** Publishes facts as another service would. */
export type EventPublisher = Awaited<ReturnType<typeof publishAs>>;

/** A hall of which the other services have heard: ids as the API shows them, and what can happen in it next. */
export interface HallFixture {
  readonly hallCode: string;
  readonly departmentId: string;
  readonly secondDepartmentId: string;
  readonly windowId: string;
  readonly otherWindowId: string;
  /** The window of the second department. */
  readonly thirdWindowId: string;
  /** The post at the first window. */
  readonly postId: string;
  readonly leadId: string;
  readonly deputyId: string;
  readonly deskId: string;
  readonly desk2Id: string;
  /** The officer at the window of the second department. */
  readonly neighbourId: string;
  /** The head of the second department. */
  readonly secondHeadId: string;
  /** The deputy holds the post in the lead's place, from an instant on: the morning's, unless it is said. */
  deputyTakesOver(at?: string): Promise<void>;
  /** The lead holds the post again. */
  leadReturns(at: string): Promise<void>;
  /** The news that the lead came to work, once more and after everything else. */
  leadIsToldLate(): Promise<void>;
  /** The deputy has a post of their own at the first window: it is held by them, or by the lead in their place. */
  ownPostOfDeputy(holder: 'deputy' | 'lead', at: string): Promise<void>;
  /** Neither of the two is there. */
  windowCloses(at?: string): Promise<void>;
}

const morning = '2026-11-23T08:20:00+08:00';

/**
 * A hall with two departments. The first has windows 1 and 2 and, at window 1, a post whose lead is at work; the second has
 * window 3 with an officer of its own at work. There are a section head of each, a centre leader, its office and two desk officers.
 */
export async function publishHallFixture({ state }: EventPublisher, hallCode: string): Promise<HallFixture> {
  const departments = { first: randomUUID(), second: randomUUID() };
  const windows = { 1: randomUUID(), 2: randomUUID(), 3: randomUUID() };
  const posts = { first: randomUUID(), second: randomUUID(), third: randomUUID() };
  const staff = {
    lead: randomUUID(),
    deputy: randomUUID(),
    desk: randomUUID(),
    desk2: randomUUID(),
    head: randomUUID(),
    leader: randomUUID(),
    neighbour: randomUUID(),
    head2: randomUUID(),
    office: randomUUID(),
  };
  const roles: Partial<Record<string, StaffRole>> = {
    desk: 'DESK_OFFICER',
    desk2: 'DESK_OFFICER',
    head: 'SECTION_HEAD',
    leader: 'CENTRE_LEADER',
    head2: 'SECTION_HEAD',
    office: 'CENTRE_OFFICE',
  };
  const departmentOf = (isSecond: boolean): string => departments[isSecond ? 'second' : 'first'];

  const sessions = [
    { from: '08:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ];
  const hall = { hallCode, name: '大厅', timeZone: hallTimeZone, sessions };
  await state(hallCode, hallCode, 'hall.staffing.hall.registered.v1', hall);
  for (const [departmentId, code, name] of [
    [departments.first, 'D', '区人社局'],
    [departments.second, 'E', '区医保局'],
  ] as const) {
    const data = { departmentId, code, name, headId: null };
    await state(hallCode, departmentId, 'hall.staffing.department.registered.v1', data);
  }
  for (const [number, windowId] of Object.entries(windows)) {
    const data = { windowId, number, name: '窗口', departmentId: departmentOf(number === '3') };
    await state(hallCode, windowId, 'hall.staffing.window.registered.v1', data);
  }
  for (const [account, staffId] of Object.entries(staff)) {
    const person = { account, badgeNumber: account, name: account, roles: [roles[account] ?? 'OFFICER'] };
    const departmentId = departmentOf(account === 'neighbour' || account === 'head2');
    // The centre's office is of no department that handles anything.
    const data = { staffId, ...person, departmentId: account === 'office' ? randomUUID() : departmentId };
    await state(hallCode, staffId, 'hall.staffing.staff.registered.v1', data);
  }

  type Change = Omit<EventData<'hall.staffing.post.authority-changed.v1'>, 'postId' | 'windowId'>;
  const change = (postId: string, windowId: string, changed: Change, late?: { readonly sequence: number }) =>
    state(hallCode, postId, 'hall.staffing.post.authority-changed.v1', { postId, windowId, ...changed }, late);
  // Who holds each post, as staffing keeps it: the next change says who it was.
  const holders = new Map<string, string | null>();
  const heldBy = (postId: string, staffId: string, actingForId: string | null = null, at = morning): Change => {
    const role = actingForId === null ? 'LEAD' : 'DEPUTY';
    const coverId = actingForId === null ? null : randomUUID();
    const holder = { staffId, role, actingForId, coverId, since: at } as const;
    const previousHolderId = holders.get(postId) ?? null;
    holders.set(postId, staffId);
    return { holder, previousHolderId, cause: 'CHECK_IN', at };
  };
  const { lead: leadId, deputy: deputyId } = staff;
  const post = { postId: posts.first, code: 'P', name: '岗', windowId: windows[1], duties: ['受理'], leadId, deputyId };
  await state(hallCode, posts.first, 'hall.staffing.post.registered.v1', post);
  await change(posts.third, windows[3], heldBy(posts.third, staff.neighbour));
  await change(posts.first, windows[1], heldBy(posts.first, leadId));

  const id = (uuid: string): string => encodeId(hallCode, uuid);
  return {
    hallCode,
    departmentId: id(departments.first),
    secondDepartmentId: id(departments.second),
    windowId: id(windows[1]),
    otherWindowId: id(windows[2]),
    thirdWindowId: id(windows[3]),
    postId: id(posts.first),
    leadId: id(leadId),
    deputyId: id(deputyId),
    deskId: id(staff.desk),
    desk2Id: id(staff.desk2),
    neighbourId: id(staff.neighbour),
    secondHeadId: id(staff.head2),
    deputyTakesOver: (at) => change(posts.first, windows[1], heldBy(posts.first, deputyId, leadId, at)),
    leadReturns: (at) => change(posts.first, windows[1], heldBy(posts.first, leadId, null, at)),
    ownPostOfDeputy: async (holder, at) => {
      if (!holders.has(posts.second)) {
        const own = { ...post, postId: posts.second, code: 'Q', leadId: deputyId, deputyId: leadId };
        await state(hallCode, posts.second, 'hall.staffing.post.registered.v1', own);
      }
      const held =
        holder === 'lead' ? heldBy(posts.second, leadId, deputyId, at) : heldBy(posts.second, deputyId, null, at);
      await change(posts.second, windows[1], held);
    },
    leadIsToldLate: () => change(posts.first, windows[1], heldBy(posts.first, leadId), { sequence: 2 }),
    windowCloses: async (at = '2026-11-23T09:00:00+08:00') => {
      const previousHolderId = holders.get(posts.first) ?? null;
      holders.set(posts.first, null);
      await change(posts.first, windows[1], { holder: null, previousHolderId, cause: 'REPORTED_ABSENCE', at });
    },
  };
}
