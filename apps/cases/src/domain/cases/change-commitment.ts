import { done, mostWorkingDaysWithin } from '@hall/kernel';
import type { CommitmentStatus, Outcome, PauseGround, Refused, TimeLimit, Yardstick } from '@hall/kernel';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';

/**
 * Stops the clock for a legal ground. Waiting for materials is none that a person can choose: it comes of a notice.
 *
 * @regulation A-30
 * @refuses CASE_ACTION_NOT_POSSIBLE, PAUSE_NEEDS_NOTICE, COMMITMENT_BREACHED: a pause never hides a breach
 */
export function applyPause(
  current: Case,
  by: Attribution,
  { ground, status }: { readonly ground: PauseGround; readonly status: CommitmentStatus },
): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'pauseCommitment');
  if (refused) return refused;
  if (ground === 'AWAITING_CORRECTION') return refuse('PAUSE_NEEDS_NOTICE');
  if (status.state === 'BREACHED') return refuse('COMMITMENT_BREACHED');
  return done(actedOn(current, by, { status: 'IN_PROGRESS', pausedOn: ground }));
}

/**
 * Lets the clock go on.
 *
 * @regulation A-30
 * @refuses CASE_ACTION_NOT_POSSIBLE when it is running, or waits for materials
 */
export function applyResume(current: Case, by: Attribution): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'resumeCommitment');
  if (refused) return refused;
  return done(actedOn(current, by, { pausedOn: null }));
}

/** What limits an extension: the promise, what the law allows, and what has happened to the term already. */
export interface ExtensibleTerm {
  readonly status: CommitmentStatus;
  readonly extendedBefore: boolean;
  readonly promised: TimeLimit;
  readonly statutory: TimeLimit | null;
  /** What the regime allows on top of its limit. */
  readonly legalExtension: TimeLimit | null;
  /** What limits of different units are compared by. */
  readonly by: Yardstick;
}

/** An extension that is asked for, and the term. */
export interface ExtensionFacts extends ExtensibleTerm {
  readonly workingDays: number;
}

/**
 * Extends the term once, before it is broken, and never beyond what the law allows: promise and extension together stay
 * within the statutory limit and its lawful extension; where no law sets a limit, within twice the promise.
 *
 * @regulation S3.5 A-30
 * @refuses CASE_ACTION_NOT_POSSIBLE, COMMITMENT_BREACHED, EXTENDED_BEFORE, EXTENSION_UNIT, EXTENSION_TOO_LONG
 */
export function applyExtension(current: Case, by: Attribution, facts: ExtensionFacts): Outcome<Case> {
  const refused =
    refuseUnlessAllowed(current, 'extendCommitment') ?? refuseExtension(current, facts, facts.workingDays);
  return refused ?? done(actedOn(current, by, {}));
}

/** Says no to an extension by so many days; one day is the least that can be asked for. */
export function refuseExtension(
  { handlingType }: Pick<Case, 'handlingType'>,
  { status, extendedBefore, ...limits }: ExtensibleTerm,
  workingDays = 1,
): Refused | undefined {
  if (status.state === 'BREACHED') return refuse('COMMITMENT_BREACHED');
  if (extendedBefore) return refuse('EXTENDED_BEFORE');
  if (limits.promised.unit !== 'WORKING_DAY' || handlingType === 'INSTANT') return refuse('EXTENSION_UNIT');
  const most = mostExtension(limits);
  return workingDays > most ? refuse('EXTENSION_TOO_LONG', { most }) : undefined;
}

type Limits = Omit<ExtensibleTerm, 'status' | 'extendedBefore'>;

function mostExtension({ promised, statutory, legalExtension: legal, by }: Limits): number {
  if (!statutory) return promised.amount;
  const lawful = legal?.unit === statutory.unit ? legal.amount : 0;
  const most = mostWorkingDaysWithin({ amount: statutory.amount + lawful, unit: statutory.unit }, by) ?? 0;
  return Math.max(0, most - promised.amount);
}

/** Why an on-the-spot case could not be finished on the spot. */
export const deferralReasons = [
  'SYSTEM_FAULT',
  'ON_SITE_CHECK',
  'OTHER_BODY_REPLY',
  'JOINT_DELIBERATION',
  'APPLICANT_REQUEST',
  'OTHER',
] as const;
/** One of {@link deferralReasons}. */
export type DeferralReason = (typeof deferralReasons)[number];

/**
 * Until when an on-the-spot case should be finished; null for any other. Missing it costs nothing, the day's close does.
 *
 * @regulation A-07
 */
export function targetOf(
  { handlingType, receivedAt }: Pick<Case, 'handlingType' | 'receivedAt'>,
  targetMinutes: number,
): Date | null {
  return handlingType === 'INSTANT' ? new Date(receivedAt.getTime() + targetMinutes * 60_000) : null;
}

/**
 * Turns an on-the-spot case that cannot be finished the same day into a promised one, with a reason.
 *
 * @regulation S3.4a S3.4b A-07
 * @refuses CASE_ACTION_NOT_POSSIBLE for anything but an on-the-spot case in process, COMMITMENT_BREACHED after its day
 */
export function applyDeferral(current: Case, by: Attribution, isBroken: boolean): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'deferInstantCase');
  if (refused) return refused;
  if (isBroken) return refuse('COMMITMENT_BREACHED');
  return done(actedOn(current, by, { handlingType: 'PROMISED' }));
}
