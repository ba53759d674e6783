import { randomUUID } from 'node:crypto';
import { createEvent } from '@hall/contracts';
import type { EventData, EventType } from '@hall/contracts';
import { hallTimeZone } from '@hall/kernel';
import { connectJetStream } from '@hall/platform/jetstream';

/** States another service's facts on the broker, as that service would. */
export async function publishAs(producer: 'STAFFING' | 'CASES', natsUrl: string) {
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

/** The voice of another service. */
export type EventPublisher = Awaited<ReturnType<typeof publishAs>>;

/**
 * A hall with two departments. The first has windows 1 and 2 and, at window 1, a post whose lead is at work; the second has
 * window 3 with an officer of its own at work. There are a section head, a centre leader and two desk officers.
 */
export async function publishHallFixture({ state }: EventPublisher, hallCode: string) {
  const [departmentId, windowId, otherWindowId, leadId, deputyId, postId] = Array.from({ length: 6 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string];
  const sessions = [
    { from: '08:30', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ];
  await state(hallCode, hallCode, 'hall.staffing.hall.registered.v1', {
    hallCode,
    name: '大厅',
    timeZone: hallTimeZone,
    sessions,
  });
  await state(hallCode, departmentId, 'hall.staffing.department.registered.v1', {
    departmentId,
    code: 'D',
    name: '区人社局',
    headId: null,
  });
  const [secondDepartmentId, thirdWindowId, neighbourId] = [randomUUID(), randomUUID(), randomUUID()];
  await state(hallCode, secondDepartmentId, 'hall.staffing.department.registered.v1', {
    departmentId: secondDepartmentId,
    code: 'E',
    name: '区医保局',
    headId: null,
  });
  for (const [id, number, ofDepartment] of [
    [windowId, '1', departmentId],
    [otherWindowId, '2', departmentId],
    [thirdWindowId, '3', secondDepartmentId],
  ] as const) {
    await state(hallCode, id, 'hall.staffing.window.registered.v1', {
      windowId: id,
      number,
      name: '窗口',
      departmentId: ofDepartment,
    });
  }
  const staff = { lead: leadId, deputy: deputyId, desk: randomUUID(), desk2: randomUUID() };
  const people = [
    ...Object.entries(staff).map(([account, staffId]) => ({
      account,
      staffId,
      departmentId,
      roles: [account.startsWith('desk') ? ('DESK_OFFICER' as const) : ('OFFICER' as const)],
    })),
    { account: 'head', staffId: randomUUID(), departmentId, roles: ['SECTION_HEAD' as const] },
    { account: 'leader', staffId: randomUUID(), departmentId, roles: ['CENTRE_LEADER' as const] },
    { account: 'neighbour', staffId: neighbourId, departmentId: secondDepartmentId, roles: ['OFFICER' as const] },
  ];
  for (const { account, staffId, departmentId: ofDepartment, roles } of people) {
    const data = { staffId, account, badgeNumber: account, name: account, departmentId: ofDepartment, roles };
    await state(hallCode, staffId, 'hall.staffing.staff.registered.v1', data);
  }
  const post = { postId, code: 'P', name: '岗', windowId, duties: ['受理'], leadId, deputyId };
  await state(hallCode, postId, 'hall.staffing.post.registered.v1', post);
  const id = (uuid: string): string => `${hallCode}.${uuid}`;
  const hold = async (
    staffId: string,
    actingForId: string | null = null,
    late?: { readonly sequence: number },
  ): Promise<void> => {
    const at = '2026-11-23T08:20:00+08:00';
    const role = actingForId === null ? ('LEAD' as const) : ('DEPUTY' as const);
    const holder = { staffId, role, actingForId, coverId: actingForId === null ? null : randomUUID(), since: at };
    const data = { postId, windowId, holder, previousHolderId: null, cause: 'CHECK_IN', at };
    await state(hallCode, postId, 'hall.staffing.post.authority-changed.v1', data, late);
  };
  const thirdPostId = randomUUID();
  await state(hallCode, thirdPostId, 'hall.staffing.post.authority-changed.v1', {
    postId: thirdPostId,
    windowId: thirdWindowId,
    holder: {
      staffId: neighbourId,
      role: 'LEAD',
      actingForId: null,
      coverId: null,
      since: '2026-11-23T08:20:00+08:00',
    },
    previousHolderId: null,
    cause: 'CHECK_IN',
    at: '2026-11-23T08:20:00+08:00',
  });
  await hold(leadId);
  return {
    hallCode,
    departmentId: id(departmentId),
    windowId: id(windowId),
    otherWindowId: id(otherWindowId),
    secondDepartmentId: id(secondDepartmentId),
    thirdWindowId: id(thirdWindowId),
    neighbourId: id(neighbourId),
    postId: id(postId),
    deskId: id(staff.desk),
    desk2Id: id(staff.desk2),
    leadId: id(leadId),
    deputyId: id(deputyId),
    deputyTakesOver: () => hold(deputyId, leadId),
    /** The news that the lead came to work, once more and after everything else. */
    leadIsToldLate: () => hold(leadId, null, { sequence: 2 }),
    /** Neither of the two is there. */
    windowCloses: () =>
      state(hallCode, postId, 'hall.staffing.post.authority-changed.v1', {
        postId,
        windowId,
        holder: null,
        previousHolderId: leadId,
        cause: 'REPORTED_ABSENCE',
        at: '2026-11-23T09:00:00+08:00',
      }),
  };
}
