import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { namesBody } from '../contacts/outside-body';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';

/**
 * The only reasons for which an application is not accepted. “I do not know” and “I am busy” are not among them.
 *
 * @regulation S4.4b S4.4c
 */
export const nonAcceptanceReasons = [
  'NOT_THIS_DEPARTMENT',
  'NOT_IN_HALL',
  'NOT_REQUIRED_BY_LAW',
  'INCOMPLETE_AFTER_NOTICE',
] as const;
/** One of {@link nonAcceptanceReasons}. */
export type NonAcceptanceReason = (typeof nonAcceptanceReasons)[number];

/** What is reported upwards: applications that were not accepted, and decisions against the applicant. */
export const rejectionReasons = [...nonAcceptanceReasons, 'DECIDED_AGAINST'] as const;
/** One of {@link rejectionReasons}. */
export type RejectionReason = (typeof rejectionReasons)[number];

/** Why an application is not accepted, and where the applicant is directed instead. */
export interface NonAcceptance {
  readonly reason: NonAcceptanceReason;
  readonly explanation: string;
  /** The right window, for a matter of another department of the hall. */
  readonly referToWindowId: string | null;
  /** The body outside the hall with its address or telephone. */
  readonly referToBody: string | null;
}

/** A refusal that was reported upwards, with its reasons (否定报备). */
export interface RejectionReport {
  readonly hallCode: string;
  readonly number: string;
  readonly caseId: string;
  readonly reason: RejectionReason;
  readonly explanation: string;
  readonly referToWindowId: string | null;
  readonly referToBody: string | null;
  readonly handledById: string;
  readonly at: Date;
  /** The superior who has read it; null until then. */
  readonly readById: string | null;
  readonly readAt: Date | null;
}

/** The report of a refusal: one for a case, whatever the reason. */
export function reportRejection(
  { hallCode, id: caseId, number }: Case,
  said: Pick<RejectionReport, 'reason' | 'explanation' | 'referToWindowId' | 'referToBody' | 'handledById' | 'at'>,
): RejectionReport {
  return { hallCode, number: `${number}-N`, caseId, readById: null, readAt: null, ...said };
}

/**
 * Does not accept an application, for one of the closed reasons, and directs the applicant to whoever is competent.
 *
 * @regulation S4.1b S4.4b S4.4c A-16
 * @param isDayOver whether the day by which to answer a notice that was handed over is over
 * @refuses CASE_ACTION_NOT_POSSIBLE, REFERRAL_REQUIRED, OUTSIDE_BODY_REQUIRED, NO_NOTICE_BEFORE
 */
export function applyDecline(
  current: Case,
  by: Attribution,
  { reason, referToWindowId, referToBody }: NonAcceptance,
  isDayOver: boolean,
): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'declineCase');
  if (refused) return refused;
  if (reason === 'NOT_THIS_DEPARTMENT' && (referToWindowId === null || referToWindowId === current.windowId)) {
    return refuse('REFERRAL_REQUIRED');
  }
  if (reason === 'NOT_IN_HALL' && (referToBody === null || !namesBody(referToBody))) {
    return refuse('OUTSIDE_BODY_REQUIRED');
  }
  if (reason === 'INCOMPLETE_AFTER_NOTICE' && !isDayOver) return refuse('NO_NOTICE_BEFORE');
  return done(actedOn(current, by, { status: 'NOT_ACCEPTED', pausedOn: null }));
}

/**
 * The applicant takes the application back.
 *
 * @refuses CASE_ACTION_NOT_POSSIBLE after the decision
 */
export function applyWithdrawal(current: Case, by: Attribution | null): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'withdrawCase');
  if (refused) return refused;
  const change = { status: 'WITHDRAWN', pausedOn: null } as const;
  return done(by ? actedOn(current, by, change) : { ...current, ...change, version: current.version + 1 });
}

/**
 * Returns an application that was not completed by the day named on the notice (退办件).
 *
 * @regulation S4.3c
 */
export function applyReturn(current: Case): Case {
  return { ...current, status: 'RETURNED', pausedOn: null, version: current.version + 1 };
}
