import { done, evaluateCommitment, isRefused, OpeningHours, plainDateOf } from '@hall/kernel';
import type {
  CommitmentEvent,
  CommitmentStatus,
  OpeningSession,
  Outcome,
  PauseGround,
  PlainDate,
  TimeLimit,
  WorkCalendar,
} from '@hall/kernel';
import { refuse } from './refusals';

/** How a term began: the promise and the opening hours under which it was made. Neither ever changes afterwards. */
export interface TermStart {
  readonly kind: 'START';
  readonly at: Date;
  readonly limit: TimeLimit;
  readonly sessions: readonly OpeningSession[];
}

/** One line of a term's ledger. Every date is derived from these lines; none is stored as truth. */
export type TermEvent = TermStart | CommitmentEvent;

/** Starts a term. */
export function startTerm(limit: TimeLimit, at: Date, sessions: readonly OpeningSession[]): TermStart {
  return { kind: 'START', at, limit, sessions };
}

/** Ends a term: what it was for is done. */
export function finishTerm(at: Date): CommitmentEvent {
  return { kind: 'FINISH', at };
}

/** The start of a ledger; every ledger begins with it. */
export function startOf(ledger: readonly TermEvent[]): TermStart {
  const [start] = ledger;
  if (start?.kind !== 'START') throw new Error('a ledger begins with its start');
  return start;
}

/**
 * Where a term stands at an instant, with the derivation.
 *
 * @regulation A-30 S3.5
 * @refuses CALENDAR_MISSING when the date would need a year that nobody has announced
 */
export function statusOfTerm(
  ledger: readonly TermEvent[],
  calendar: WorkCalendar,
  asOf: Date,
): Outcome<CommitmentStatus> {
  const { limit, at, sessions } = startOf(ledger);
  const hours = OpeningHours.of(sessions);
  if (!hours) throw new Error('impossible opening hours in a ledger');
  const events = ledger.slice(1) as readonly CommitmentEvent[];
  const evaluation = evaluateCommitment({ limit, start: at, hours, events }, calendar, asOf);
  switch (evaluation.kind) {
    case 'STATUS':
      return done(evaluation);
    case 'CALENDAR_MISSING':
      return refuse('CALENDAR_MISSING', { year: evaluation.year });
    case 'INVALID_HISTORY':
      throw new Error(`impossible ledger at ${evaluation.at}: ${evaluation.reason}`);
  }
}

/** When a term that starts now must be done, if it keeps running. */
export interface DuePromise {
  readonly dueAt: Date;
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

/**
 * The date for the slip.
 *
 * @regulation S3.4b
 * @refuses CALENDAR_MISSING
 */
export function promiseOf(start: TermStart, calendar: WorkCalendar): Outcome<DuePromise> {
  const status = statusOfTerm([start], calendar, start.at);
  if (isRefused(status)) return status;
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
export function pausesOf(ledger: readonly TermEvent[]): readonly Pause[] {
  return ledger.flatMap((event, i) => {
    if (event.kind !== 'PAUSE') return [];
    const end = ledger.slice(i + 1).find(({ kind }) => kind !== 'EXTEND');
    return [{ ground: event.ground, from: event.at, to: end?.at ?? null }];
  });
}
