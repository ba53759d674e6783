import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import type { ComplaintGround, TimeClass, ComplaintStatus, Finding, Feedback, Complaint } from '../register/complaint';

/** The mutations that the table below speaks of, by name. */
export const complaintActs = {
  classifyComplaint: '分类（S6.5.2） / Classify',
  decideComplaint: '作出处理决定（S6.4d） / Decide',
  giveFeedback: '反馈（S6.4g） / Tell the complainant the result',
  closeComplaint: '办结（S6.4g） / Close',
} as const;
/** One of {@link complaintActs}. */
export type ComplaintActionName = keyof typeof complaintActs;

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

/** Whether nobody has still to be told: a named complainant must have been, nobody can be told of an anonymous one. */
function isTold({ feedback, anonymous }: Pick<Complaint, 'feedback' | 'anonymous'>): boolean {
  return feedback !== null || anonymous;
}

/**
 * What whoever handles a complaint may do now: each succeeds, or is refused only for what is said with it.
 *
 * @regulation S6.5.0 S6.4g
 */
export function offeredActions(current: Complaint): readonly ComplaintActionName[] {
  return allowedActions(current).filter((action) => action !== 'closeComplaint' || isTold(current));
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
  /** The window it is about; null when, and only when, it is said to be unclear. */
  readonly windowId: string | null;
  readonly windowUnclear: boolean;
  readonly grounds: readonly ComplaintGround[];
}

/**
 * Classifies a complaint by time, window and nature.
 *
 * @regulation S6.5.2 A-29
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_WINDOW_UNDECIDED unless a window is named or it is called unclear, one of them
 */
export function applyClassification(
  current: Complaint,
  { timeClass, windowId, windowUnclear, grounds }: Classification,
): Outcome<Complaint> {
  const possible = requirePossible(current, 'classifyComplaint');
  if (possible.kind === 'REFUSED') return possible;
  if ((windowId === null) !== windowUnclear) return refuse('COMPLAINT_WINDOW_UNDECIDED');
  return done({ ...current, status: 'CLASSIFIED', timeClass, windowId, grounds, version: current.version + 1 });
}

/**
 * Decides a complaint; that ends its term.
 *
 * @regulation S6.4d S6.5.0
 * @refuses COMPLAINT_NOT_POSSIBLE_NOW before classification
 */
export function applyDecision(current: Complaint, finding: Finding, opinion: string): Outcome<Complaint> {
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
export function applyFeedback(current: Complaint, feedback: Feedback): Outcome<Complaint> {
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
export function applyClosing(current: Complaint, now: Date): Outcome<Complaint> {
  const possible = requirePossible(current, 'closeComplaint');
  if (possible.kind === 'REFUSED') return possible;
  if (!isTold(current)) return refuse('COMPLAINT_FEEDBACK_MISSING', undefined, ['giveFeedback']);
  return done({ ...current, status: 'CLOSED', closedAt: now, version: current.version + 1 });
}
