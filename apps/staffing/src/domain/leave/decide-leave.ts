import { done, openTimeBetween, toIsoWithOffset } from '@hall/kernel';
import type { OpeningHours, Outcome, Refused, WorkCalendar } from '@hall/kernel';
import type { Assignment, LeaveSpan } from '../authority/plan-authority';
import { refuse } from '../refusals';
import type { StaffRole } from '../structure/staff';
import { endOfLeave, refuseUnlessIn } from './leave';
import type { Leave } from './leave';

/** Who decides about leave, the lowest first. */
const ladder = ['SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER'] as const satisfies readonly StaffRole[];
/** A rung of the ladder. */
export type LeaveLevel = (typeof ladder)[number];

/** Up to how much time in service each lower rung decides (B4); more is for a leader. */
export interface LeaveLadder {
  readonly sectionHeadUpToMinutes: number;
  readonly centreOfficeUpToWorkingDays: number;
}

/** Somebody who could decide about the leave of another person. */
export interface Decider {
  readonly id: string;
  readonly roles: readonly StaffRole[];
  /** Of the same department as the person whose leave it is. */
  readonly isOfDepartment: boolean;
  readonly isOnLeave: boolean;
}

/** Which rung decides about a leave, by the time in service that it costs. @throws CalendarMissingError */
export function levelOf(
  { beginsAt, endsAt }: Pick<Leave, 'beginsAt' | 'endsAt'>,
  { sectionHeadUpToMinutes, centreOfficeUpToWorkingDays }: LeaveLadder,
  hours: OpeningHours,
  calendar: WorkCalendar,
): LeaveLevel {
  const missed = openTimeBetween(beginsAt, endsAt, hours, calendar);
  if (missed <= sectionHeadUpToMinutes * 60_000) return 'SECTION_HEAD';
  return missed <= centreOfficeUpToWorkingDays * hours.dayMs ? 'CENTRE_OFFICE' : 'CENTRE_LEADER';
}

const rungOf = ({ roles, isOfDepartment }: Decider): number =>
  ladder.findLastIndex((role) => roles.includes(role) && (role !== 'SECTION_HEAD' || isOfDepartment));

/**
 * Whether somebody decides about a leave at this instant: whoever stands high enough, is not concerned and is not on leave.
 * Where nobody like that is there, it is for the highest who is.
 *
 * @regulation S5.3a A-19
 * @refuses LEAVE_OWN_REQUEST, LEAVE_DECIDER_AWAY, LEAVE_ABOVE_LEVEL
 * @param others everybody but the person who could decide
 */
export function refuseUnlessDecides(
  leave: Pick<Leave, 'staffId'>,
  byId: string,
  level: LeaveLevel,
  others: readonly Decider[],
): Refused | undefined {
  if (leave.staffId === byId) return refuse('LEAVE_OWN_REQUEST');
  const by = others.find(({ id }) => id === byId);
  if (by?.isOnLeave) return refuse('LEAVE_DECIDER_AWAY');
  const highest = Math.max(...others.filter(({ isOnLeave }) => !isOnLeave).map(rungOf));
  const needed = Math.min(ladder.indexOf(level), highest);
  return by && rungOf(by) >= Math.max(needed, 0) ? undefined : refuse('LEAVE_ABOVE_LEVEL', { role: level });
}

/** A post of the person, with everybody who sits there, and when. */
export interface PostOfPerson {
  readonly code: string;
  readonly assignments: readonly Assignment[];
}

/** A span in which a leave would leave a post with nobody. */
export interface EmptyPost {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The first span in which nobody of a post would be left: the other of A and B is away too, and no temporary stands in.
 *
 * @regulation S5.1c A-19
 * @param away approved leaves of everybody who sits at these posts
 */
export function firstEmptyPost(
  leave: Pick<Leave, 'staffId' | 'beginsAt' | 'endsAt'>,
  posts: readonly PostOfPerson[],
  away: readonly LeaveSpan[],
): EmptyPost | undefined {
  const own = { staffId: leave.staffId, from: leave.beginsAt.getTime(), to: leave.endsAt.getTime() };
  const isAway = [...away, own];
  const holds = ({ from, to }: { from: number; to: number | null }, at: number): boolean =>
    from <= at && (to === null || at < to);
  const empty = posts.flatMap(({ code, assignments }) => {
    const ends = [...assignments, ...isAway].flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
    const borders = [...new Set(ends)].filter((at) => own.from <= at && at < own.to).sort((a, b) => a - b);
    const spans: { code: string; from: number; to: number }[] = [];
    for (const [n, from] of borders.entries()) {
      const seated = assignments.filter((each) => holds(each, from));
      const isEmpty =
        seated.some(({ staffId }) => staffId === own.staffId) &&
        seated.every(({ staffId }) => isAway.some((span) => span.staffId === staffId && holds(span, from)));
      const to = borders[n + 1] ?? own.to;
      const last = spans.at(-1);
      if (isEmpty && last?.to === from) last.to = to;
      else if (isEmpty) spans.push({ code, from, to });
    }
    return spans.slice(0, 1);
  });
  return empty.sort((a, b) => a.from - b.from)[0];
}

/** What the approval of a leave hangs on. */
export interface Approval {
  readonly byId: string;
  readonly now: Date;
  readonly level: LeaveLevel;
  readonly deciders: readonly Decider[];
  readonly posts: readonly PostOfPerson[];
  readonly away: readonly LeaveSpan[];
  /** Codes of the posts that are not handed over. */
  readonly notHandedOver: readonly string[];
}

/**
 * Approves a leave.
 *
 * @regulation S5.3a S5.1c A-19
 * @refuses LEAVE_NOT_POSSIBLE, LEAVE_OWN_REQUEST, LEAVE_DECIDER_AWAY, LEAVE_ABOVE_LEVEL, LEAVE_IN_PAST, HANDOVER_MISSING,
 *   LEAVES_POST_EMPTY
 */
export function applyApproval(
  leave: Leave,
  { byId, now, level, deciders, posts, away, notHandedOver }: Approval,
): Outcome<Leave> {
  const no = refuseUnlessIn(leave, ['REQUESTED']) ?? refuseUnlessDecides(leave, byId, level, deciders);
  if (no) return no;
  if (endOfLeave(leave) <= now) return refuse('LEAVE_IN_PAST');
  if (notHandedOver.length > 0) return refuse('HANDOVER_MISSING', { posts: notHandedOver });
  const empty = firstEmptyPost(leave, posts, away);
  if (empty) {
    const [from, to] = [toIsoWithOffset(new Date(empty.from)), toIsoWithOffset(new Date(empty.to))];
    return refuse('LEAVES_POST_EMPTY', { post: empty.code, from, to });
  }
  return done({ ...leave, status: 'APPROVED', decidedAt: now, decidedById: byId });
}

/**
 * Refuses a leave, and says why.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_POSSIBLE, LEAVE_OWN_REQUEST, LEAVE_DECIDER_AWAY, LEAVE_ABOVE_LEVEL
 */
export function applyRefusal(
  leave: Leave,
  reason: string,
  { byId, now, level, deciders }: Pick<Approval, 'byId' | 'now' | 'level' | 'deciders'>,
): Outcome<Leave> {
  const no = refuseUnlessIn(leave, ['REQUESTED']) ?? refuseUnlessDecides(leave, byId, level, deciders);
  return no ?? done({ ...leave, status: 'REFUSED', decidedAt: now, decidedById: byId, refusedBecause: reason });
}
