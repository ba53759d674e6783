import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { afterAct, dayBegins } from '../authority/whereabouts';
import type { PersonDay, PresenceAct } from '../authority/whereabouts';
import { refuse } from '../refusals';
import type { ArrivalMark, ReadinessItem } from './attendance';

/** What a person did about being there, as recorded. */
export interface RecordedAct {
  readonly id: string;
  readonly staffId: string;
  readonly kind: PresenceAct;
  readonly at: Date;
}

/** An arrival also says where, how punctual it was, and what was ready. */
export interface ArrivalDetails {
  readonly windowId: string;
  readonly mark: ArrivalMark;
  readonly checklist: readonly ReadinessItem[];
}

/** An act to be recorded. */
export interface NewStaffAct extends HallKey, Partial<ArrivalDetails> {
  readonly staffId: string;
  readonly kind: PresenceAct;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly recordedById: string | null;
  readonly reason?: string;
}

/** A person's day so far, from the acts of that day in their order. */
export function personDayOf(acts: readonly RecordedAct[]): PersonDay {
  return acts.reduce((day, { kind, at }) => afterAct(day, kind, at.getTime()), dayBegins);
}

const refusals = {
  CHECK_IN: 'CHECK_IN_REPEATED',
  CHECK_OUT: 'NOT_CHECKED_IN',
  LEAVE_POST: 'NOT_CHECKED_IN',
  RETURN: 'NOT_AWAY',
  REPORT_ABSENCE: 'ABSENCE_ALREADY_REPORTED',
} as const satisfies Record<PresenceAct, string>;

/**
 * Whether somebody can do this now: an act that would change nothing is refused, so that nothing is on record that had no
 * effect.
 *
 * @regulation S1.5a S5.2a S5.3b
 * @refuses CHECK_IN_REPEATED, NOT_CHECKED_IN, NOT_AWAY, ABSENCE_ALREADY_REPORTED
 */
export function decideAct(day: PersonDay, kind: PresenceAct, at: Date): Outcome<PersonDay> {
  if (kind === 'LEAVE_POST' && day.whereabouts === 'LEFT') return refuse('ALREADY_AWAY');
  const next = afterAct(day, kind, at.getTime());
  return next === day ? refuse(refusals[kind]) : done(next);
}

/**
 * The report of an absence that can be taken back: the last one of the day, as long as the person has not come since.
 *
 * @regulation S5.3b
 * @refuses NO_ABSENCE_REPORTED
 */
export function reportToDispute(acts: readonly RecordedAct[]): Outcome<RecordedAct> {
  const last = acts.at(-1);
  return last?.kind === 'REPORT_ABSENCE' ? done(last) : refuse('NO_ABSENCE_REPORTED');
}
