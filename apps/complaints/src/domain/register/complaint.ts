import { done } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import { refuse } from '../refusals';

/** How a complaint can reach the desk. */
export const complaintChannels = ['PHONE', 'LETTER', 'VISIT', 'ONLINE', 'PARTNER'] as const;
/** One of {@link complaintChannels}. */
export type ComplaintChannel = (typeof complaintChannels)[number];

/** The seven grounds of complaint, g1 to g7 (S6.3b). */
export const complaintGrounds = [
  'IMPROPER_GAIN_OR_CHARGE',
  'NOT_TOLD_ONCE',
  'DISCOURTESY',
  'SHIRKING_OR_ABSENCE',
  'LOST_MATERIALS',
  'UNLAWFUL_OR_OVERDUE',
  'OTHER',
] as const;
/** One of {@link complaintGrounds}. */
export type ComplaintGround = (typeof complaintGrounds)[number];

/** How fast a complaint must be handled. */
export const timeClasses = ['ON_THE_SPOT', 'ORDINARY', 'COMPLEX', 'URGENT'] as const;
/** One of {@link timeClasses}. */
export type TimeClass = (typeof timeClasses)[number];

/** Where a complaint can stand. */
export const complaintStatuses = [
  'REGISTERED',
  'CLASSIFIED',
  'INVESTIGATING',
  'ESCALATED',
  'ORDERED',
  'DECIDED',
  'FED_BACK',
  'CLOSED',
  'DECLINED',
  'WITHDRAWN',
] as const;
/** One of {@link complaintStatuses}. */
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** What can be found out. */
export const findings = ['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UNVERIFIABLE'] as const;
/** One of {@link findings}. */
export type Finding = (typeof findings)[number];

/** How the complainant was told the result (S6.4g). */
export interface Feedback {
  readonly mode: string;
  readonly content: string;
  readonly complainantView: string | null;
  readonly givenAt: Date;
  readonly givenById: string;
}

/** A complaint about a window, a person or a case (投诉件). */
export interface Complaint extends HallKey {
  readonly number: string;
  readonly channel: ComplaintChannel;
  readonly summary: string;
  readonly receivedAt: Date;
  /** The account that registered it; an applicant's own complaints are found by it. */
  readonly registeredBy: string;
  readonly anonymous: boolean;
  readonly windowId: string | null;
  readonly respondentId: string | null;
  readonly caseId: string | null;
  /** Everybody the complaint concerns: the respondent and whoever handled the case. None of them may see or handle it. */
  readonly concernedIds: readonly string[];
  readonly grounds: readonly ComplaintGround[];
  readonly timeClass: TimeClass | null;
  readonly status: ComplaintStatus;
  readonly ownerId: string;
  readonly dueAt: Date | null;
  readonly finding: Finding | null;
  readonly opinion: string | null;
  readonly feedback: Feedback | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** The mutations that the table below speaks of, by name. */
export const complaintActionNames = ['classifyComplaint', 'decideComplaint', 'giveFeedback', 'closeComplaint'] as const;
/** One of {@link complaintActionNames}. */
export type ComplaintActionName = (typeof complaintActionNames)[number];

/** What may be done in which state, in the order of the procedure (S6.5.0); a status without an entry does not compile. */
const allowedByStatus: Record<ComplaintStatus, readonly ComplaintActionName[]> = {
  REGISTERED: ['classifyComplaint'],
  CLASSIFIED: ['classifyComplaint', 'decideComplaint'],
  INVESTIGATING: ['decideComplaint'],
  ESCALATED: ['decideComplaint'],
  ORDERED: ['decideComplaint'],
  DECIDED: ['giveFeedback', 'closeComplaint'],
  FED_BACK: ['closeComplaint'],
  CLOSED: [],
  DECLINED: [],
  WITHDRAWN: [],
};

/** The mutations that a complaint admits in its present state. */
export function allowedActions({ status }: Pick<Complaint, 'status'>): readonly ComplaintActionName[] {
  return allowedByStatus[status];
}

/**
 * Whether a mutation is possible in the present state (S6.5.0).
 *
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW, saying what is possible instead
 */
function requirePossible(current: Complaint, action: ComplaintActionName): Outcome<Complaint> {
  const allowed = allowedActions(current);
  return allowed.includes(action)
    ? done(current)
    : refuse('COMPLAINT_NOT_POSSIBLE_NOW', { status: current.status }, allowed);
}

/** The three class fields; all of them are mandatory. */
export interface Classification {
  readonly timeClass: TimeClass;
  /** The window it is about; null only when it is said to be unclear. */
  readonly windowId: string | null;
  readonly windowUnclear: boolean;
  readonly grounds: readonly ComplaintGround[];
}

/**
 * Classifies a complaint by time, window and nature.
 *
 * @regulation S6.5.2 A-29
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_WINDOW_UNDECIDED when no window is named and it is not called unclear
 */
export function classify(
  current: Complaint,
  { timeClass, windowId, windowUnclear, grounds }: Classification,
): Outcome<Complaint> {
  const possible = requirePossible(current, 'classifyComplaint');
  if (possible.kind === 'REFUSED') return possible;
  if (windowId === null && !windowUnclear) return refuse('COMPLAINT_WINDOW_UNDECIDED');
  return done({ ...current, status: 'CLASSIFIED', timeClass, windowId, grounds, version: current.version + 1 });
}

/**
 * Decides a complaint; that ends its term.
 *
 * @regulation S6.4d S6.5.0
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW before classification
 */
export function decide(current: Complaint, finding: Finding, opinion: string): Outcome<Complaint> {
  const possible = requirePossible(current, 'decideComplaint');
  if (possible.kind === 'REFUSED') return possible;
  return done({ ...current, status: 'DECIDED', finding, opinion, version: current.version + 1 });
}

/**
 * Tells the complainant the result.
 *
 * @regulation S6.4g
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW before a decision
 */
export function feedBack(current: Complaint, feedback: Feedback): Outcome<Complaint> {
  const possible = requirePossible(current, 'giveFeedback');
  if (possible.kind === 'REFUSED') return possible;
  return done({ ...current, status: 'FED_BACK', feedback, version: current.version + 1 });
}

/**
 * Closes a complaint. A named complainant must have been told; nobody can be told of an anonymous one.
 *
 * @regulation S6.4g A-23
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_FEEDBACK_MISSING
 */
export function close(current: Complaint, now: Date): Outcome<Complaint> {
  const possible = requirePossible(current, 'closeComplaint');
  if (possible.kind === 'REFUSED') return possible;
  if (current.feedback === null && !current.anonymous)
    return refuse('COMPLAINT_FEEDBACK_MISSING', undefined, ['giveFeedback']);
  return done({ ...current, status: 'CLOSED', closedAt: now, version: current.version + 1 });
}
