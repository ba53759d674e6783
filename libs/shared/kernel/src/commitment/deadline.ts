import type { WorkCalendar } from '../calendar/work-calendar';
import { plainDateOf } from '../hall-time';
import { isRefused } from '../outcome';
import type { TimeLimit } from './commitment';
import { deadlineStatus, startOf } from './deadline-ledger';
import type { DeadlineEvent } from './deadline-ledger';
import { ladderVersion, levelsOf } from './escalation-levels';
import type { EscalationLadder, EscalationLevel, LevelInstant } from './escalation-levels';
import type { CommitmentStatus } from './evaluate';

/** What a deadline hangs on: the case, complaint, rating … whose person answers for it. */
export interface DeadlineOwner {
  /** CASE, COMPLAINT …; the service declares its kinds. */
  readonly kind: string;
  readonly id: string;
}

/** A budget of time and everything that has happened to it. */
export interface Deadline {
  readonly hallCode: string;
  /** Its own id; the deadline of a whole thing has the id of the thing. */
  readonly id: string;
  /** Which duty is meant, for example CASE, STEP or CORRECTION. */
  readonly subject: string;
  readonly owner: DeadlineOwner;
  readonly ledger: readonly DeadlineEvent[];
  /** Levels that were notified for the promise that counts. */
  readonly notified: readonly EscalationLevel[];
  /** What follows from the ledger, kept to be found by. */
  readonly plan: DeadlinePlan;
}

/** A deadline as it is read back: with whoever answers for it at that instant, asked of its owner. */
export interface StoredDeadline extends Deadline {
  readonly answerableId: string;
}

/** What follows from a ledger under one calendar and one ladder, as it was last worked out, and which these were. */
export interface DeadlinePlan {
  readonly isOpen: boolean;
  readonly dueAt: Date | null;
  readonly provisional: boolean;
  /** When the next level is to be notified; null when there is none. */
  readonly nextLevelAt: Date | null;
  readonly calendarVersion: string;
  readonly ladder: string;
}

/** By what dates are counted: the calendar in force, and when who is warned. */
export interface Counting {
  readonly calendar: WorkCalendar;
  readonly ladder: EscalationLadder;
}

/**
 * Works out what follows from a ledger. A year that nobody has announced leaves the date open until it is.
 *
 * @regulation A-30
 */
export function planDeadline(
  { ledger, notified }: Pick<Deadline, 'ledger' | 'notified'>,
  { calendar, ladder }: Counting,
  asOf: Date,
): DeadlinePlan {
  const isOpen = !ledger.some(({ kind }) => kind === 'FINISH' || kind === 'CANCEL');
  const status = deadlineStatus(ledger, calendar, asOf);
  const { dueAt, provisional } = isRefused(status) ? { dueAt: null, provisional: true } : status.value;
  const planned = levelsOf(ledger, calendar, asOf, ladder);
  const next = isRefused(planned) ? undefined : planned.value.find(({ level }) => !notified.includes(level));
  const countedBy = { calendarVersion: calendar.version, ladder: ladderVersion(ladder) };
  return { isOpen, dueAt, provisional, nextLevelAt: next?.at ?? null, ...countedBy };
}

/** A new deadline. */
export function createDeadline(facts: Omit<Deadline, 'notified' | 'plan'>, counting: Counting, now: Date): Deadline {
  return replanDeadline({ ...facts, notified: [] }, counting, now);
}

/** The deadline with one more event in its ledger. A new promise is warned of anew. */
export function withEvent<T extends Deadline>(deadline: T, event: DeadlineEvent, counting: Counting, now: Date): T {
  const ledger = [...deadline.ledger, event];
  return replanDeadline(
    { ...deadline, ledger, notified: event.kind === 'START' ? [] : deadline.notified },
    counting,
    now,
  );
}

/**
 * A deadline that ends no earlier than a day that somebody has in writing: what a later calendar would take away is given again, in
 * whole working days from now.
 *
 * @regulation S4.3c A-30
 * @param day YYYY-MM-DD
 */
export function notBefore<T extends Deadline>(day: string, deadline: T, counting: Counting, now: Date): T {
  const { sessions } = startOf(deadline.ledger);
  let given = deadline;
  for (let amount = 0; given.plan.dueAt !== null && plainDateOf(given.plan.dueAt) < day; amount++) {
    given = withEvent(
      deadline,
      { kind: 'START', at: now, limit: { amount, unit: 'WORKING_DAY' }, sessions },
      counting,
      now,
    );
  }
  return given;
}

/** Whether the promise that counts was broken, now or on record: nothing that comes later makes it good. */
export function isBroken(
  { ledger, notified }: Pick<Deadline, 'ledger' | 'notified'>,
  calendar: WorkCalendar,
  now: Date,
) {
  const status = deadlineStatus(ledger, calendar, now);
  return notified.includes('BREACHED') || (!isRefused(status) && status.value.breachedAt !== null);
}

/** Whether a limit is another promise than the one that counts. Once broken, that one is not replaced: late stays late. */
export function isNewPromise(
  deadline: Deadline,
  { amount, unit }: TimeLimit,
  { calendar }: Counting,
  now: Date,
): boolean {
  const { limit } = startOf(deadline.ledger);
  return (amount !== limit.amount || unit !== limit.unit) && !isBroken(deadline, calendar, now);
}

/** The deadline with what follows from it worked out anew. */
export function replanDeadline<T extends Omit<Deadline, 'plan'>>(
  deadline: T,
  counting: Counting,
  now: Date,
): T & { plan: DeadlinePlan } {
  return { ...deadline, plan: planDeadline(deadline, counting, now) };
}

/** Which promise of a deadline counts: 1, until a later start replaces it. */
export function promiseRevision({ ledger }: Pick<Deadline, 'ledger'>): number {
  return ledger.filter(({ kind }) => kind === 'START').length;
}

/** Where a deadline stands now; fails where its year is unknown, because then it could not have been opened. */
export function statusOfDeadline({ id, ledger }: Deadline, calendar: WorkCalendar, now: Date): CommitmentStatus {
  const status = deadlineStatus(ledger, calendar, now);
  if (isRefused(status)) throw new Error(`deadline ${id} rests on a year without a calendar`);
  return status.value;
}

/** The levels that are to be notified now and have not been. */
export function dueLevels(
  { ledger, notified }: Pick<Deadline, 'ledger' | 'notified'>,
  { calendar, ladder }: Counting,
  now: Date,
): readonly LevelInstant[] {
  const planned = levelsOf(ledger, calendar, now, ladder);
  if (isRefused(planned)) return [];
  return planned.value.filter(({ level, at }) => at <= now && !notified.includes(level));
}
