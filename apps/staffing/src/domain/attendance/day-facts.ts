import { afterAct, dayBegins } from '../authority/whereabouts';
import type { PersonDay, PresenceAct, Whereabouts } from '../authority/whereabouts';
import { toMinute } from './spans';
import type { Span } from './spans';

/** What a person did about being there, or was said to have done. */
export interface PresenceFact {
  readonly id: string;
  readonly kind: PresenceAct;
  readonly at: number;
  /** What was undone is as if it had not been. */
  readonly isUndone?: boolean;
}

/** Why somebody need not be at the post: a leave that was approved, or an errand of the hall (公出). */
export const excuseKinds = ['LEAVE', 'OUTING'] as const;

/** Time for which a person need not be at the post. */
export interface Excuse {
  readonly id: string;
  readonly kind: (typeof excuseKinds)[number];
  readonly from: number;
  /** Null while nobody knows when it ends. */
  readonly to: number | null;
  /** Where it ended before it was over. */
  readonly endedAt?: number | null;
  readonly isCancelled?: boolean;
}

/** Something that a person did at work, which shows that they were there. */
export interface WorkFact {
  readonly id: string;
  readonly at: number;
}

/** Everything that a person's marks of one day hang on, in any order; instants in milliseconds. */
export interface DayFacts {
  /** The sessions in which the person is on duty, in order; none on a day off. */
  readonly sessions: readonly Span[];
  readonly acts: readonly PresenceFact[];
  readonly excuses: readonly Excuse[];
  readonly work: readonly WorkFact[];
}

/** What was known of a person for a time, and by which act. */
export interface Stay extends Span {
  readonly whereabouts: Whereabouts;
  readonly by: PresenceFact | null;
}

/** Of acts of one instant those come first by which somebody goes, so that who comes is there. */
const order: readonly PresenceAct[] = ['REPORT_ABSENCE', 'CHECK_OUT', 'LEAVE_POST', 'RETURN', 'CHECK_IN'];

/** What was known of the person, in whole minutes and without gaps; the same for the same acts in any order. */
export function staysOf(acts: readonly PresenceFact[]): Stay[] {
  const inOrder = acts
    .filter(({ isUndone }) => isUndone !== true)
    .sort((a, b) => a.at - b.at || order.indexOf(a.kind) - order.indexOf(b.kind) || (a.id < b.id ? -1 : 1));
  const stays: Stay[] = [];
  let day: PersonDay = dayBegins;
  let [since, by]: [number, PresenceFact | null] = [-Infinity, null];
  for (const act of inOrder) {
    const next = afterAct(day, act.kind, act.at);
    if (next.whereabouts === day.whereabouts) continue;
    const at = toMinute(act.at);
    if (at > since) stays.push({ whereabouts: day.whereabouts, by, from: since, to: at });
    [day, since, by] = [next, at, act];
  }
  return [...stays, { whereabouts: day.whereabouts, by, from: since, to: Infinity }];
}

/** The parts of a time for which a person is excused; nothing is left of what was cancelled, or after it was ended. */
export function excusedTimes(excuses: readonly Excuse[], within: Span): (Span & Pick<Excuse, 'id' | 'kind'>)[] {
  return excuses
    .filter(({ isCancelled }) => isCancelled !== true)
    .map(({ id, kind, from, to, endedAt }) => ({
      id,
      kind,
      from: Math.max(toMinute(from), within.from),
      to: Math.min(toMinute(to ?? Infinity), toMinute(endedAt ?? Infinity), within.to),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from || a.to - b.to || (a.id < b.id ? -1 : 1));
}
