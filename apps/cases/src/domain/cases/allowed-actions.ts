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
