import type { Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import type { Case, CaseStatus } from './case';

/** The mutations that change a case, by name. */
export const caseActionNames = [
  'checkMaterials',
  'correctOnSpot',
  'supplyCorrection',
  'issueSecondNotice',
  'declineCase',
  'passStep',
  'giveOpinion',
  'pauseCommitment',
  'resumeCommitment',
  'extendCommitment',
  'deferInstantCase',
  'decideCase',
  'substituteWindow',
  'reissueSlip',
  'deliverResult',
  'withdrawCase',
] as const;
/** One of {@link caseActionNames}. */
export type CaseActionName = (typeof caseActionNames)[number];

const whileHandled: readonly CaseActionName[] = [
  'issueSecondNotice',
  'passStep',
  'giveOpinion',
  'pauseCommitment',
  'resumeCommitment',
  'extendCommitment',
  'deferInstantCase',
  'decideCase',
  'substituteWindow',
  'reissueSlip',
  'withdrawCase',
];

/** What may be done in which state; a status without an entry does not compile. */
const allowedByStatus: Readonly<Record<CaseStatus, readonly CaseActionName[]>> = {
  RECEIVED: ['checkMaterials', 'correctOnSpot', 'declineCase', 'withdrawCase'],
  AWAITING_CORRECTION: ['correctOnSpot', 'supplyCorrection', 'issueSecondNotice', 'declineCase', 'withdrawCase'],
  ACCEPTED: whileHandled,
  IN_PROGRESS: whileHandled,
  DECIDED: ['substituteWindow', 'reissueSlip', 'deliverResult'],
  COMPLETED: [],
  NOT_ACCEPTED: [],
  WITHDRAWN: [],
  RETURNED: [],
};

type Circumstances = Pick<Case, 'handlingType' | 'pausedOn'>;

/** Actions that need more than a state. */
const needs: Readonly<Partial<Record<CaseActionName, (current: Circumstances) => boolean>>> = {
  pauseCommitment: ({ pausedOn }) => pausedOn === null,
  resumeCommitment: ({ pausedOn }) => pausedOn !== null && pausedOn !== 'AWAITING_CORRECTION',
  // While the clock stands still there is no date that a slip could promise.
  deferInstantCase: ({ handlingType, pausedOn }) => handlingType === 'INSTANT' && pausedOn === null,
  giveOpinion: ({ handlingType }) => handlingType === 'JOINT',
  reissueSlip: ({ handlingType, pausedOn }) => handlingType !== 'INSTANT' && pausedOn === null,
};

/** The mutations that a case admits now. Who may do them is another question. */
export function allowedActions(current: Pick<Case, 'status'> & Circumstances): readonly CaseActionName[] {
  return allowedByStatus[current.status].filter((action) => needs[action]?.(current) ?? true);
}

/** How somebody stands to a case, at this instant. */
export interface Standing {
  readonly holdsPost: boolean;
  /** Holds a post of the window that stands in for the accepting one. */
  readonly holdsSubstitute: boolean;
  /** Leads the department of the case, or the centre. */
  readonly leads: boolean;
  /** Belongs to a department whose part of the case is open. */
  readonly isParticipant: boolean;
  readonly isApplicant: boolean;
}

/** Acts that are not for the holder of the case's post alone. */
const authority: Readonly<Partial<Record<CaseActionName, (caller: Standing) => boolean>>> = {
  // An omission is notified by a head, everything else by the holder.
  issueSecondNotice: ({ holdsPost, leads }) => holdsPost || leads,
  extendCommitment: ({ leads }) => leads,
  substituteWindow: ({ leads }) => leads,
  giveOpinion: ({ isParticipant }) => isParticipant,
  deliverResult: ({ holdsPost, holdsSubstitute }) => holdsPost || holdsSubstitute,
  withdrawCase: ({ holdsPost, isApplicant }) => holdsPost || isApplicant,
};

/**
 * The mutations that a case admits now, to this caller.
 *
 * @regulation S1.5c S5.4b
 */
export function actionsFor(caller: Standing, current: Pick<Case, 'status'> & Circumstances): readonly CaseActionName[] {
  return allowedActions(current).filter((action) => authority[action]?.(caller) ?? caller.holdsPost);
}

/**
 * Says no to an act that the state of the case does not admit, and what is possible instead.
 *
 * @regulation S1.1c
 */
export function refuseUnlessAllowed(current: Case, action: CaseActionName): Refused | undefined {
  const actions = allowedActions(current);
  if (actions.includes(action)) return undefined;
  const { status } = current;
  switch (action) {
    case 'decideCase':
      return refuse('CASE_NOT_DECIDABLE', { status }, actions);
    case 'deliverResult':
      return refuse('CASE_NOT_DELIVERABLE', { status }, actions);
    default:
      return refuse('CASE_ACTION_NOT_POSSIBLE', { status, action }, actions);
  }
}
