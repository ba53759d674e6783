import { randomUUID } from 'node:crypto';
import { createEvent } from '@hall/contracts';
import type { EventData, EventType } from '@hall/contracts';
import { connectJetStream } from '@hall/platform/jetstream';

/** States another service's facts on the broker, as that service would. */
export async function speakAs(producer: 'STAFFING' | 'CASES', natsUrl: string) {
  const broker = await connectJetStream({ url: natsUrl, name: 'test' });
  await broker.ensureStream(producer);
  const sequences = new Map<string, number>();
  return {
    async state<T extends EventType>(
      hallCode: string,
      aggregateId: string,
      type: T,
      data: EventData<T>,
    ): Promise<void> {
      const sequence = (sequences.get(aggregateId) ?? 0) + 1;
      sequences.set(aggregateId, sequence);
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
export type Voice = Awaited<ReturnType<typeof speakAs>>;

/** A hall with a department, a window, and a post whose lead is at work. */
export async function stateAHall({ state }: Voice, hallCode: string) {
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
    timeZone: 'Asia/Shanghai',
    sessions,
  });
  await state(hallCode, departmentId, 'hall.staffing.department.registered.v1', {
    departmentId,
    code: 'D',
    name: '区人社局',
    headId: null,
  });
  for (const [id, number] of [
    [windowId, '1'],
    [otherWindowId, '2'],
  ] as const) {
    await state(hallCode, id, 'hall.staffing.window.registered.v1', {
      windowId: id,
      number,
      name: '窗口',
      departmentId,
    });
  }
  const staff = { lead: leadId, deputy: deputyId, desk: randomUUID(), desk2: randomUUID() };
  for (const [account, staffId] of Object.entries(staff)) {
    const roles = [account.startsWith('desk') ? ('DESK_OFFICER' as const) : ('OFFICER' as const)];
    const data = { staffId, account, badgeNumber: account, name: account, departmentId, roles };
    await state(hallCode, staffId, 'hall.staffing.staff.registered.v1', data);
  }
  const post = { postId, code: 'P', name: '岗', windowId, duties: ['受理'], leadId, deputyId };
  await state(hallCode, postId, 'hall.staffing.post.registered.v1', post);
  const id = (uuid: string): string => `${hallCode}.${uuid}`;
  const hold = async (staffId: string, actingForId: string | null = null): Promise<void> => {
    const at = '2026-11-23T08:20:00+08:00';
    const role = actingForId === null ? ('LEAD' as const) : ('DEPUTY' as const);
    const holder = { staffId, role, actingForId, coverId: actingForId === null ? null : randomUUID(), since: at };
    await state(hallCode, postId, 'hall.staffing.post.authority-changed.v1', {
      postId,
      windowId,
      holder,
      previousHolderId: null,
      cause: 'CHECK_IN',
      at,
    });
  };
  await hold(leadId);
  return {
    hallCode,
    departmentId: id(departmentId),
    windowId: id(windowId),
    otherWindowId: id(otherWindowId),
    postId: id(postId),
    deskId: id(staff.desk),
    desk2Id: id(staff.desk2),
    leadId: id(leadId),
    deputyId: id(deputyId),
    deputyTakesOver: () => hold(deputyId, leadId),
  };
}
