import { addDays, done, plainDateOf, toIsoWithOffset } from '@hall/kernel';
import type { Outcome, WorkCalendar } from '@hall/kernel';
import type { Assignment, LeaveSpan } from '../authority/plan-authority';
import { refuse } from '../refusals';

/** Somebody who is to stand in at a post for a while (临时顶岗), half-open. */
export interface Temporary {
  readonly staffId: string;
  readonly from: Date;
  readonly to: Date;
}

/** That somebody stands in at a post, why, and who says so. */
export interface TemporaryAppointment extends Temporary {
  readonly hallCode: string;
  readonly postId: string;
  readonly reason: string;
  readonly appointedById: string;
}

/** What the appointment of a temporary hangs on. */
export interface TemporaryAt {
  /** Who sits at the post in the span. */
  readonly assignments: readonly Assignment[];
  /** Approved leaves of the person in the span. */
  readonly away: readonly LeaveSpan[];
  readonly calendar: WorkCalendar;
  readonly now: Date;
  readonly atMostWorkingDays: number;
}

/**
 * Whether somebody can stand in at a post: a third person, there in all of a time that is not too long.
 *
 * @regulation A-18 A-19
 * @refuses TEMPORARY_IN_PAST, TEMPORARY_TOO_LONG, TEMPORARY_TOO_FAR, TEMPORARY_SITS_THERE, TEMPORARY_ON_LEAVE
 */
export function decideTemporary(
  temporary: Temporary,
  { assignments, away, calendar, now, atMostWorkingDays }: TemporaryAt,
): Outcome<Temporary> {
  const { staffId, from, to } = temporary;
  if (from < now || to <= from) return refuse('TEMPORARY_IN_PAST');
  const [first, last] = [plainDateOf(from), plainDateOf(new Date(to.getTime() - 1))];
  const year = Number(last.slice(0, 4));
  if (calendar.statusOf(year) === 'MISSING') return refuse('TEMPORARY_TOO_FAR', { year });
  if (calendar.countWorkdays(addDays(first, -1), last) > atMostWorkingDays)
    return refuse('TEMPORARY_TOO_LONG', { days: atMostWorkingDays });
  if (assignments.some((each) => each.staffId === staffId)) return refuse('TEMPORARY_SITS_THERE');
  const [leave] = away;
  if (leave) {
    const until = leave.to === null ? to : new Date(leave.to);
    return refuse('TEMPORARY_ON_LEAVE', { from: toIsoWithOffset(new Date(leave.from)), to: toIsoWithOffset(until) });
  }
  return done(temporary);
}
