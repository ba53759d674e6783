import { addDays, done, instantAt, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome, PlainDate, Refused, WorkCalendar } from '@hall/kernel';
import { refuse } from '../refusals';
import type { ConductRule, Detection } from './conduct-rules';

/** What the system has found out by itself. */
export interface Detected {
  readonly hallCode: string;
  readonly staffId: string;
  readonly finding: ConductFinding;
  readonly occurredAt: Date;
  /** The event or check-in that says so; heard again, it makes no second record. */
  readonly causeId: string;
  readonly caseId: string | null;
}

/** Where a record of conduct stands. */
export const conductStatuses = ['RECORDED', 'STATEMENT_GIVEN', 'DECIDED', 'APPEALED', 'UPHELD', 'OVERTURNED'] as const;
/** One of {@link conductStatuses}. */
export type ConductStatus = (typeof conductStatuses)[number];
/** Statuses in which somebody still has to decide. */
export const undecidedStatuses: readonly ConductStatus[] = ['RECORDED', 'STATEMENT_GIVEN', 'APPEALED'];

/** What the system finds by itself; the words of such a record follow from it. */
export type ConductFinding =
  | 'PROMISE_BROKEN'
  | 'STEP_LATE'
  | 'OPINION_LATE'
  | 'CHECK_LATE'
  | 'NOT_TOLD_ONCE'
  | 'PASSED_ON_AGAIN'
  | 'REFERRAL_IGNORED'
  | 'GUIDES_OUT'
  | 'PREPARATION_LATE'
  | 'LATE'
  | 'ABSENT_HALF_DAY';

/** Which clause each finding breaks, and what it costs at most; null for as much as the rule says. */
export const clauseOfFinding: Readonly<
  Record<ConductFinding, { readonly clause: string; readonly most: number | null }>
> = {
  PROMISE_BROKEN: { clause: 'S3.5', most: null },
  STEP_LATE: { clause: 'S2.3b', most: null },
  OPINION_LATE: { clause: 'S3.4d', most: null },
  CHECK_LATE: { clause: 'S4.1b', most: null },
  NOT_TOLD_ONCE: { clause: 'S4.1b', most: null },
  PASSED_ON_AGAIN: { clause: 'S1.2e', most: null },
  REFERRAL_IGNORED: { clause: 'S1.2e', most: null },
  GUIDES_OUT: { clause: 'S3.3d', most: null },
  PREPARATION_LATE: { clause: 'S1.3a', most: null },
  LATE: { clause: 'S1.5a', most: 1 },
  ABSENT_HALF_DAY: { clause: 'S1.5a', most: null },
};

/** A breach of a rule of conduct that somebody is said to have committed (行为记录). */
export interface ConductRecord extends HallKey {
  readonly staffId: string;
  readonly clause: string;
  readonly source: Detection;
  /** What the system found; null for what a person wrote down. */
  readonly finding: ConductFinding | null;
  /** In the words of whoever recorded it; null for what the system found. */
  readonly facts: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  /** Null for the system. */
  readonly recordedById: string | null;
  /** The event or check-in from which the system knows; null for what a person recorded. */
  readonly causeId: string | null;
  readonly caseId: string | null;
  readonly status: ConductStatus;
  /** What it costs at most, as the rule was when it was recorded. */
  readonly mostPoints: number;
  readonly isUpheld: boolean | null;
  readonly points: number | null;
  readonly decidedById: string | null;
}

/** The last day on which nothing is decided before the person was heard. */
export function heardUntil(
  { recordedAt }: Pick<ConductRecord, 'recordedAt'>,
  { calendar, statementWithinWorkingDays }: Pick<ConductDecision, 'calendar' | 'statementWithinWorkingDays'>,
): PlainDate {
  return calendar.addWorkdays(plainDateOf(recordedAt), statementWithinWorkingDays);
}

/** What was recorded before this instant may be decided now, heard or not. */
export function heardEnoughBefore(
  now: Date,
  { calendar, statementWithinWorkingDays }: Pick<ConductDecision, 'calendar' | 'statementWithinWorkingDays'>,
): Date {
  const today = plainDateOf(now);
  let day = today;
  while (calendar.addWorkdays(day, statementWithinWorkingDays) >= today) day = addDays(day, -1);
  return instantAt(addDays(day, 1), '00:00');
}

/** Records that count in an assessment: decided, and not overturned. */
export function counts({ status, isUpheld }: Pick<ConductRecord, 'status' | 'isUpheld'>): boolean {
  return isUpheld === true && (status === 'DECIDED' || status === 'APPEALED' || status === 'UPHELD');
}

/**
 * Writes a breach down. It costs nothing before it was decided.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_RULE_NOT_FOUND, CONDUCT_RULE_OFF, OCCURRED_IN_FUTURE
 */
export function openConductRecord(
  facts: Omit<ConductRecord, 'status' | 'mostPoints' | 'isUpheld' | 'points' | 'decidedById'>,
  rules: readonly ConductRule[],
): Outcome<ConductRecord> {
  const rule = rules.find(({ clause }) => clause === facts.clause);
  if (!rule) return refuse('CONDUCT_RULE_NOT_FOUND');
  if (!rule.isActive) return refuse('CONDUCT_RULE_OFF');
  if (facts.occurredAt > facts.recordedAt) return refuse('OCCURRED_IN_FUTURE');
  const most = facts.finding && clauseOfFinding[facts.finding].most;
  const mostPoints = Math.min(rule.points, most ?? Infinity);
  return done({ ...facts, status: 'RECORDED', mostPoints, isUpheld: null, points: null, decidedById: null });
}

/** Says no to a statement, whatever it says. */
export function refuseStatement({ status }: Pick<ConductRecord, 'status'>): Refused | undefined {
  return status === 'RECORDED' ? undefined : refuse('CONDUCT_NOT_POSSIBLE', { status });
}

/** Says no to an appeal, whatever it says. */
export function refuseAppeal({ status, isUpheld }: Pick<ConductRecord, 'status' | 'isUpheld'>): Refused | undefined {
  return status === 'DECIDED' && isUpheld === true ? undefined : refuse('CONDUCT_NOT_POSSIBLE', { status });
}

/** Says no to a decision, whatever is decided. */
export function refuseConductDecision(
  record: ConductRecord,
  {
    officerId,
    now,
    calendar,
    statementWithinWorkingDays,
  }: Pick<ConductDecision, 'officerId' | 'now' | 'calendar' | 'statementWithinWorkingDays'>,
): Refused | undefined {
  const { status } = record;
  if (record.staffId === officerId) return refuse('DECIDE_OWN_CONDUCT');
  if (status === 'RECORDED') {
    const heardBy = heardUntil(record, { calendar, statementWithinWorkingDays });
    if (plainDateOf(now) <= heardBy) return refuse('STATEMENT_FIRST', { day: heardBy });
  } else if (status !== 'STATEMENT_GIVEN' && status !== 'APPEALED') {
    return refuse('CONDUCT_NOT_POSSIBLE', { status });
  }
  return status === 'APPEALED' && record.decidedById === officerId ? refuse('APPEAL_OTHER_DECIDER') : undefined;
}

/**
 * The person says what they have to say.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_NOT_POSSIBLE
 */
export function applyStatement(record: ConductRecord): Outcome<ConductRecord> {
  return refuseStatement(record) ?? done({ ...record, status: 'STATEMENT_GIVEN' });
}

/**
 * Somebody else answered then: whatever was decided about it, the record of whoever was charged first counts for nothing.
 *
 * @regulation S5.4c A-22
 */
export function applyCorrection(record: ConductRecord): ConductRecord {
  return { ...record, status: 'OVERTURNED' };
}

/** A decision about a breach. */
export interface ConductDecision {
  readonly officerId: string;
  readonly isUpheld: boolean;
  /** As much as the rule says when null. */
  readonly points: number | null;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  /** How long the person has to be heard before somebody decides without them. */
  readonly statementWithinWorkingDays: number;
}

/**
 * Decides a breach, or the appeal against a decision. The person is heard first; nobody decides about themselves, nor an
 * appeal against their own decision.
 *
 * @regulation S4.5b A-17
 * @refuses DECIDE_OWN_CONDUCT, CONDUCT_NOT_POSSIBLE, STATEMENT_FIRST, APPEAL_OTHER_DECIDER, POINTS_ABOVE_RULE
 */
export function applyConductDecision(record: ConductRecord, decision: ConductDecision): Outcome<ConductRecord> {
  const { officerId, isUpheld } = decision;
  const refused = refuseConductDecision(record, decision);
  if (refused) return refused;
  const isAppeal = record.status === 'APPEALED';
  const most = isAppeal ? (record.points ?? 0) : record.mostPoints;
  const points = isUpheld ? (decision.points ?? most) : 0;
  if (points < 0 || points > most) return refuse('POINTS_ABOVE_RULE', { most });
  const outcome = isUpheld ? 'UPHELD' : 'OVERTURNED';
  return done({ ...record, status: isAppeal ? outcome : 'DECIDED', isUpheld, points, decidedById: officerId });
}

/**
 * The person appeals, once, against a decision that upheld the breach.
 *
 * @regulation S4.5b
 * @refuses CONDUCT_NOT_POSSIBLE
 */
export function applyAppeal(record: ConductRecord): Outcome<ConductRecord> {
  return refuseAppeal(record) ?? done({ ...record, status: 'APPEALED' });
}

/** What was said about a record of conduct. */
export interface ConductAction {
  readonly kind: ConductStatus;
  readonly at: Date;
  /** Null for the system. */
  readonly byId: string | null;
  readonly note: string | null;
}
