import { evaluateCommitment, hallCalendar, OpeningHours, parseInstant, toIsoWithOffset } from '../../src';
import type { CommitmentEvent, CommitmentStatus, PauseGround, TimeUnit, WorkCalendar } from '../../src';

/** The instant at which the hall's clocks show this time, written `2026-11-23 10:00`. */
export function at(text: string): Date {
  const instant = parseInstant(`${text.replace(' ', 'T')}:00+08:00`);
  if (!instant) throw new RangeError(`not an instant: ${text}`);
  return instant;
}

export const hallHours = OpeningHours.of([
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
])!;

export const pause = (text: string, ground: PauseGround = 'HEARING'): CommitmentEvent => ({
  kind: 'PAUSE',
  at: at(text),
  ground,
});
export const resume = (text: string): CommitmentEvent => ({ kind: 'RESUME', at: at(text) });
export const extend = (text: string, amount: number): CommitmentEvent => ({ kind: 'EXTEND', at: at(text), amount });
export const finish = (text: string): CommitmentEvent => ({ kind: 'FINISH', at: at(text) });
export const cancel = (text: string): CommitmentEvent => ({ kind: 'CANCEL', at: at(text) });

/** A term as a sentence: how long, from when, what happened, and as of when it is looked at. */
export interface TermInWords {
  readonly amount: number;
  readonly unit?: TimeUnit;
  readonly start: string;
  readonly hours?: OpeningHours;
  readonly events?: readonly CommitmentEvent[];
  /** The start when it is left out. */
  readonly asOf?: string;
  readonly calendar?: WorkCalendar;
}

export function evaluate({
  amount,
  unit = 'WORKING_DAY',
  start,
  hours = hallHours,
  events = [],
  asOf,
  calendar,
}: TermInWords) {
  const history = { limit: { amount, unit }, start: at(start), hours, events };
  return evaluateCommitment(history, calendar ?? hallCalendar, at(asOf ?? start));
}

/** Evaluates a term that must be a possible one. */
export function statusOf(term: TermInWords): CommitmentStatus {
  const answer = evaluate(term);
  if (answer.kind !== 'STATUS') throw new Error(JSON.stringify(answer));
  return answer;
}

/** State and due instant in words: `RUNNING 2026-11-30 17:00`, `PAUSED –`. */
export function inWords(term: TermInWords): string {
  const { state, dueAt } = statusOf(term);
  return `${state} ${dueAt ? toIsoWithOffset(dueAt).slice(0, 16).replace('T', ' ') : '–'}`;
}
