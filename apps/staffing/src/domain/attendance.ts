import { done, instantAt, plainDateOf } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { OpeningSession } from './hall';
import { refuse } from './refusals';

/** How punctual a check-in can be. */
export const attendanceMarks = ['ON_TIME', 'PREPARATION_LATE', 'LATE'] as const;
/** How punctual a check-in was. */
export type AttendanceMark = (typeof attendanceMarks)[number];

/** What must be ready before a window opens (S1.3b, S1.3c, S1.3d, S1.4a). */
export const readinessItems = ['CLEAN', 'SEALS', 'FORMS', 'MATERIALS', 'ONLINE', 'BADGE'] as const;
/** One of {@link readinessItems}. */
export type ReadinessItem = (typeof readinessItems)[number];

/** Staff are at the post this many minutes before the first session opens (S1.3a). */
const preparationMinutes = 10;

/**
 * How punctual a check-in is, measured against the first session of that day: until ten minutes before
 * opening it is on time, until opening the preparation is late, after that the person is late.
 *
 * @regulation S1.3a
 * @param sessions in order; the first one counts
 * @param isWorkday on a day off nobody is late
 */
export function markOfCheckIn(at: Date, sessions: readonly OpeningSession[], isWorkday: boolean): AttendanceMark {
  const first = sessions[0];
  if (!isWorkday || !first) return 'ON_TIME';
  const opening = instantAt(plainDateOf(at), first.from).getTime();
  if (at.getTime() <= opening - preparationMinutes * 60_000) return 'ON_TIME';
  return at.getTime() <= opening ? 'PREPARATION_LATE' : 'LATE';
}

/**
 * A window opens only when everything on the readiness checklist is done.
 *
 * @regulation S1.3c
 * @refuses CHECKLIST_INCOMPLETE naming what is missing
 */
export function decideReadiness(checked: readonly ReadinessItem[]): Outcome<readonly ReadinessItem[]> {
  const missing = readinessItems.filter((item) => !checked.includes(item));
  return missing.length > 0 ? refuse('CHECKLIST_INCOMPLETE', { missing: missing.join(', ') }) : done(checked);
}
