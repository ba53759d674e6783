import type { OpeningHours } from './opening-hours';

/** Units in which a term is counted (时限单位). */
export const timeUnits = ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR'] as const;

/** A unit in which a term is counted. */
export type TimeUnit = (typeof timeUnits)[number];

/** How long something may take: whole days from 0, or whole hours of opening time from 1. */
export interface TimeLimit {
  readonly amount: number;
  readonly unit: TimeUnit;
}

/**
 * The only reasons for which a clock may stand still (法定中止事由): the applicant must correct the materials, a
 * hearing, an inspection or test, an appraisal, an expert review, or a question put to a higher level.
 *
 * @regulation A-30
 */
export const pauseGrounds = [
  'AWAITING_CORRECTION',
  'HEARING',
  'INSPECTION',
  'APPRAISAL',
  'EXPERT_REVIEW',
  'HIGHER_LEVEL_REPLY',
] as const;

/** A reason for which a clock may stand still. */
export type PauseGround = (typeof pauseGrounds)[number];

/** Kinds of entries of a commitment's ledger. */
export const eventKinds = ['PAUSE', 'RESUME', 'EXTEND', 'FINISH', 'CANCEL'] as const;

/** A kind of ledger entry. */
export type EventKind = (typeof eventKinds)[number];

/** An entry of a commitment's ledger. The ledger is only ever appended to; `FINISH` and `CANCEL` are final. */
export type CommitmentEvent =
  | { readonly kind: 'PAUSE'; readonly at: Date; readonly ground: PauseGround }
  | { readonly kind: 'RESUME'; readonly at: Date }
  /** Adds to the budget, in the unit of the limit; once, and only before breach. */
  | { readonly kind: 'EXTEND'; readonly at: Date; readonly amount: number }
  | { readonly kind: 'FINISH'; readonly at: Date }
  | { readonly kind: 'CANCEL'; readonly at: Date };

/** Everything a term's state follows from: the promise, when it began, the hall's hours, and the ledger. */
export interface CommitmentHistory {
  readonly limit: TimeLimit;
  readonly start: Date;
  readonly hours: OpeningHours;
  readonly events: readonly CommitmentEvent[];
}

/** Where a term stands (承诺状态). `BREACHED` is permanent; only a cancellation is shown instead of it. */
export type CommitmentState = 'RUNNING' | 'PAUSED' | 'MET' | 'BREACHED' | 'CANCELLED';

/** A ledger that cannot be: `at` is the index of the first offending event, −1 for the head. */
export interface InvalidHistory {
  readonly kind: 'INVALID_HISTORY';
  readonly at: number;
  readonly reason: string;
}

/** The date would need a year whose calendar is not known. */
export interface CalendarMissing {
  readonly kind: 'CALENDAR_MISSING';
  readonly year: number;
}
