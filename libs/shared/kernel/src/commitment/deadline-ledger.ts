import type { WorkCalendar } from '../calendar/work-calendar';
import { plainDateOf } from '../hall-time';
import { done, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import type { PlainDate } from '../plain-date';
import type { CommitmentEvent, PauseGround, TimeLimit } from './commitment';
import { evaluateCommitment } from './evaluate';
import type { CommitmentStatus } from './evaluate';
import { OpeningHours } from './opening-hours';
import type { OpeningSession } from './opening-hours';

/** How a term began: the promise and the opening hours under which it was made. Neither ever changes afterwards. */
export interface DeadlineStart {
  readonly kind: 'START';
  readonly at: Date;
  readonly limit: TimeLimit;
  readonly sessions: readonly OpeningSession[];
}

/** One line of a stored ledger. Every date of a term is derived from these lines; none is stored as truth. */
export type DeadlineEvent = DeadlineStart | CommitmentEvent;

/**
 * The promise that counts: the last start of a ledger. A later start replaces the promise, as when a complaint turns out
 * to be complex; what was promised before stays on record.
 */
export function startOf(ledger: readonly DeadlineEvent[]): DeadlineStart {
  const start = ledger.findLast((event): event is DeadlineStart => event.kind === 'START');
  if (!start) throw new Error('a ledger begins with its start');
  return start;
}

/**
 * Where a stored term stands at an instant, with the derivation.
 *
 * @regulation A-30
 * @refuses CALENDAR_MISSING with `year`, when the date would need a year that nobody has announced
 * @throws Error for a ledger that cannot be: it was never written by this product
 */
export function deadlineStatus(
  ledger: readonly DeadlineEvent[],
  calendar: WorkCalendar,
  asOf: Date,
): Outcome<CommitmentStatus> {
  const start = startOf(ledger);
  const { limit, at, sessions } = start;
  const hours = OpeningHours.of(sessions);
  if (!hours) throw new Error('impossible opening hours in a ledger');
  const events = ledger.slice(ledger.indexOf(start) + 1) as readonly CommitmentEvent[];
  const evaluation = evaluateCommitment({ limit, start: at, hours, events }, calendar, asOf);
  switch (evaluation.kind) {
    case 'STATUS':
      return done(evaluation);
    case 'CALENDAR_MISSING':
      return refuse({ code: 'CALENDAR_MISSING', clause: 'A-30', details: { year: evaluation.year } });
    case 'INVALID_HISTORY':
      throw new Error(`impossible ledger at ${evaluation.at}: ${evaluation.reason}`);
  }
}

/** When a term that has just started must be done, if it keeps running. */
export interface DuePromise {
  readonly dueAt: Date;
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/**
 * The date to promise when a term starts.
 *
 * @regulation S3.4b
 * @refuses CALENDAR_MISSING with `year`
 */
export function promiseOf(start: DeadlineStart, calendar: WorkCalendar): Outcome<DuePromise> {
  const status = deadlineStatus([start], calendar, start.at);
  if (status.kind === 'REFUSED') return status;
  const { dueAt, provisional } = status.value;
  if (dueAt === null) throw new Error('a running term has a due instant');
  return done({ dueAt, dueOn: plainDateOf(dueAt), provisional });
}

/** A time in which the clock stood still; open while it still does. */
export interface Pause {
  readonly ground: PauseGround;
  readonly from: Date;
  readonly to: Date | null;
}

/** The pauses of a term, in order. */
export function pausesOf(ledger: readonly DeadlineEvent[]): readonly Pause[] {
  return ledger.flatMap((event, i) => {
    if (event.kind !== 'PAUSE') return [];
    const end = ledger.slice(i + 1).find(({ kind }) => kind !== 'EXTEND');
    return [{ ground: event.ground, from: event.at, to: end?.at ?? null }];
  });
}
