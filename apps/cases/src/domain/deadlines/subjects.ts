import type { DeadlineOwner, HallKey } from '@hall/kernel';
import type { Case } from '../cases/case';

/**
 * What a deadline is about: a whole case, a step of it, the part of a department in a joint case, the duty to check and tell
 * the duty to hand a notice over (S4.3a), the applicant's time to complete the materials, how long a clock stands still, the answer to a major matter, to a bad rating (S2.2a), the
 * end of a contact (S1.2k), what the desk has to find out for one, or the report of a month (S1.2i).
 */
export const deadlineSubjects = [
  'CASE',
  'STEP',
  'JOINT_TASK',
  'CHECK',
  'NOTICE',
  'CORRECTION',
  'PAUSE',
  'MAJOR_MATTER',
  'RATING',
  'CONTACT',
  'CONSULTATION',
  'REPORT',
] as const;
/** One of {@link deadlineSubjects}. */
export type DeadlineSubject = (typeof deadlineSubjects)[number];

/** The deadline of a thing that has only this one: with the id of the thing, and hanging on nothing but it. */
export function ownDeadlineOf({ hallCode, id }: HallKey, subject: DeadlineSubject) {
  return { hallCode, id, subject, owner: { kind: subject, id } };
}

/** Both deadlines of a contact hang on it. */
export function ownedByContact(id: string): DeadlineOwner {
  return { kind: 'CONTACT', id };
}

/** Everything that has a deadline inside a case hangs on the case. */
export function ownedBy({ id }: Pick<Case, 'id'>): DeadlineOwner {
  return { kind: 'CASE', id };
}

/** Whether a deadline stands still, goes on and is extended with that of its case. */
export function movesWithItsCase(subject: string): boolean {
  return subject === 'STEP' || subject === 'JOINT_TASK';
}
