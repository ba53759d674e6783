import { done, instantAt, plainDateOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { ConductFinding } from '../conduct/conduct';
import type { Hall, OpeningSession } from '../structure/hall';
import { refuse } from '../refusals';

/** How punctual a check-in can be. */
export const attendanceMarks = ['ON_TIME', 'PREPARATION_LATE', 'LATE', 'ABSENT'] as const;
/** How punctual a check-in was. */
export type AttendanceMark = (typeof attendanceMarks)[number];

/** What must be ready before a window opens (S1.3b, S1.3c, S1.3d, S1.4a). */
export const readinessItems = ['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'] as const;
/** One of {@link readinessItems}. */
export type ReadinessItem = (typeof readinessItems)[number];

/** The minutes that decide how punctual somebody is. */
export interface Punctuality {
  /** Staff are at the post so long before the session opens (S1.3a). */
  readonly arriveBeforeOpeningMinutes: number;
  /** So long after opening nobody is late yet. */
  readonly graceMinutes: number;
  /** From so long after opening on, the half day counts as absence (旷工). */
  readonly absentFromMinutes: number;
}

/** An arrival at work. */
export interface Arrival {
  readonly at: Date;
  /** Earlier arrivals of the same person on that day. */
  readonly earlier: readonly Date[];
  /** On a day off nobody is late. */
  readonly isWorkday: boolean;
}

/**
 * How punctual a check-in is, measured against the first session of that day, or against the session that it is for where
 * the hall wants that: until ten minutes before opening it is on time, until opening the preparation is late, after that
 * the person is late, and from half an hour on absent for the half day. Who has been there and comes back is not late.
 *
 * @regulation S1.3a A-04
 */
export function markOfCheckIn(
  hall: Pick<Hall, 'sessions' | 'preparation'>,
  arrival: Arrival,
  limits: Punctuality,
): AttendanceMark {
  const { at, earlier, isWorkday } = arrival;
  const session = sessionOf(hall, at);
  if (!isWorkday || !session || earlier.some((before) => sessionOf(hall, before) === session)) return 'ON_TIME';
  const opening = instantAt(plainDateOf(at), session.from).getTime();
  const minutes = (at.getTime() - opening) / 60_000;
  if (minutes <= -limits.arriveBeforeOpeningMinutes) return 'ON_TIME';
  if (minutes <= limits.graceMinutes) return 'PREPARATION_LATE';
  return minutes < limits.absentFromMinutes ? 'LATE' : 'ABSENT';
}

/** What a mark is as a matter of conduct; being in time is none. */
export function findingOfMark(mark: AttendanceMark): ConductFinding | null {
  const findings = {
    ON_TIME: null,
    PREPARATION_LATE: 'PREPARATION_LATE',
    LATE: 'LATE',
    ABSENT: 'ABSENT_HALF_DAY',
  } as const;
  return findings[mark];
}

/** The session that an arrival is for: the first of the day, or the one that is on or comes next. */
function sessionOf(
  { sessions, preparation }: Pick<Hall, 'sessions' | 'preparation'>,
  at: Date,
): OpeningSession | undefined {
  if (preparation === 'FIRST_SESSION') return sessions[0];
  return sessions.find(({ to }) => at < instantAt(plainDateOf(at), to)) ?? sessions.at(-1);
}

/**
 * A window opens only when everything on the readiness checklist is done.
 *
 * @regulation S1.3b S1.3c S1.3d
 * @refuses CHECKLIST_INCOMPLETE naming what is missing
 */
export function decideReadiness(checked: readonly ReadinessItem[]): Outcome<readonly ReadinessItem[]> {
  const missing = readinessItems.filter((item) => !checked.includes(item));
  return missing.length > 0 ? refuse('CHECKLIST_INCOMPLETE', { missing: missing.join(', ') }) : done(checked);
}
