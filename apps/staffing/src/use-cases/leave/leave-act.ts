import { done, isRefused, mapDone } from '@hall/kernel';
import type { HallKey, Outcome, WorkCalendar } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { createActs } from '@hall/platform/use-case';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import type { HandoverAcceptance } from '../../domain/leave/handover';
import type { Leave } from '../../domain/leave/leave';
import { refuse } from '../../domain/refusals';
import type { Hall } from '../../domain/structure/hall';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import { hallStore } from '../../persistence/structure/hall-store';
import { postStore } from '../../persistence/structure/post-store';
import type { LockedPost } from '../../persistence/structure/post-store';
import { replanAuthority } from '../authority/replan-authority';
import type { StaffingPorts } from '../ports';
import { findOfficer } from '../structure/find-officer';

/** What has become of a leave, and of whose posts it may change the holder. */
export interface LeaveChange {
  readonly leave: Leave;
  /** The person's posts, locked; none where the leave does not count for authority, neither before nor now. */
  readonly posts: readonly LockedPost[];
  readonly accepted?: readonly HandoverAcceptance[];
}

/** The hall of a leave, with its calendar. */
export interface HallOfLeave {
  readonly hall: Hall;
  readonly calendar: WorkCalendar;
}

/** The shell of every act on a leave. What counted until now stays; only from now on it is as the leave says. */
export const leaveAct = createActs<StaffingPorts, Leave, HallOfLeave, LeaveChange>({
  notFound: () => refuse('LEAVE_NOT_FOUND'),
  lock: (_ports, tx, key) => leaveStore.lockLeave(tx, key),
  prepare: async (_ports, tx, hallCode) => ({
    hall: (await hallStore.findHall(tx, hallCode))!,
    calendar: calendarInForce(await calendarStore.findYears(tx, hallCode)),
  }),
  async save({ ports, tx, hall, calendar }, { leave, posts, accepted = [] }, command) {
    const upToNow = await replanAuthority(ports, tx, command, { hall, calendar, posts });
    await leaveStore.updateLeave(tx, leave);
    await leaveStore.insertAcceptances(tx, accepted);
    await replanAuthority(ports, tx, command, { hall, calendar, posts: upToNow });
  },
});

/** The posts of the person whose leave it is, until it ends, locked: whoever decides about the other of A and B waits. */
export function lockPostsOfLeave(tx: Tx, { hallCode, staffId: id, endsAt }: Leave, now: Date): Promise<LockedPost[]> {
  const key: HallKey = { hallCode, id };
  return postStore.lockPostsDuring(tx, key, { from: now, to: endsAt > now ? endsAt : new Date(now.getTime() + 1) });
}

/** Who acts on a leave. */
export interface ActsOnLeave {
  readonly byId: string;
}

/** The caller, who is of the staff; whether they may is a matter of the leave. */
export async function anyOfStaff(
  tx: Tx,
  command: Command<unknown>,
  { hallCode }: Leave,
): Promise<Outcome<ActsOnLeave>> {
  return mapDone(await findOfficer(tx, command, hallCode), ({ id: byId }) => ({ byId }));
}

/** The person whose leave it is; to everybody else it looks as if there were none. */
export async function personOnLeave(tx: Tx, command: Command<unknown>, leave: Leave): Promise<Outcome<ActsOnLeave>> {
  const officer = await findOfficer(tx, command, leave.hallCode);
  if (isRefused(officer)) return officer;
  return officer.value.id === leave.staffId ? done({ byId: officer.value.id }) : refuse('LEAVE_NOT_FOUND');
}
