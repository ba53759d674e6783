import { done, instantAt, plainDateOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { ConductFinding } from '../conduct/conduct';
import type { Hall, OpeningSession } from '../structure/hall';
import { refuse } from '../refusals';

/** What a person's session can be marked as (S1.3a, S1.5a), the gravest first: the gravest fault of a session is its mark. */
export const attendanceMarks = [
  'ABSENT',
  'LEFT_POST',
  'LEFT_EARLY',
  'LATE',
  'PREPARATION_LATE',
  'ON_TIME',
  'EXCUSED',
] as const;
/** One of {@link attendanceMarks}. */
export type AttendanceMark = (typeof attendanceMarks)[number];
/** How punctual an arrival can be. */
export const arrivalMarks = ['ON_TIME', 'PREPARATION_LATE', 'LATE', 'ABSENT'] as const;
/** One of {@link arrivalMarks}. */
export type ArrivalMark = (typeof arrivalMarks)[number];

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

/** Minutes that somebody should have been there before arriving. */
export interface MissedMinutes {
  /** Of the time to prepare, before the session opened. */
  readonly ofPreparation: number;
  /** Of the session. */
  readonly ofSession: number;
}

/**
 * How punctual an arrival is: the one place where A-04 is applied, at the check-in and when a session is marked.
 *
 * @regulation S1.3a A-04
 */
export function markOfArrival({ ofPreparation, ofSession }: MissedMinutes, limits: Punctuality): ArrivalMark {
  if (ofSession >= limits.absentFromMinutes) return 'ABSENT';
  if (ofSession > limits.graceMinutes) return 'LATE';
  return ofPreparation > 0 ? 'PREPARATION_LATE' : 'ON_TIME';
}

/**
 * How punctual a check-in is, said at once: measured against the first session of that day, or against the session that it
 * is for where the hall prepares for every one. Who has been there and comes back is not late by it; what was missed in
 * between, the marks of the sessions say when they are over.
 *
 * @regulation S1.3a A-04
 */
export function markOfCheckIn(
  hall: Pick<Hall, 'sessions' | 'preparation'>,
  arrival: Arrival,
  limits: Punctuality,
): ArrivalMark {
  const { at, earlier, isWorkday } = arrival;
  const session = sessionOf(hall, at);
  if (!isWorkday || !session || earlier.some((before) => sessionOf(hall, before) === session)) return 'ON_TIME';
  const opening = instantAt(plainDateOf(at), session.from).getTime();
  const minutes = Math.floor((at.getTime() - opening) / 60_000);
  const ofPreparation = limits.arriveBeforeOpeningMinutes + Math.min(0, minutes);
  return markOfArrival({ ofPreparation, ofSession: Math.max(0, minutes) }, limits);
}

/** What a mark is as a matter of conduct; being in time is none. */
export function findingOfMark(mark: ArrivalMark): ConductFinding | null {
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
