import type { Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import { caseActs } from './case';
import type { Case, CaseActionName, Standing } from './case';
import { actionsFor } from './allowed-actions';
import { refuseExtension } from './change-commitment';
import type { ExtensibleTerm } from './change-commitment';
import { belongsOnNotice } from './check-materials';
import type { Defect } from './check-materials';
import { hasOpenSubstitute } from './complete-case';
import type { OpenWindow } from './complete-case';
import { openOpinions } from './joint';
import type { JointTask } from './joint';
import { stepInHand } from './steps';
import type { CaseStep } from './steps';

/** What the rules of a case look at besides the case itself. */
export interface CaseFacts {
  readonly steps: readonly Pick<CaseStep, 'startedAt' | 'passedAt' | 'closedAt'>[];
  readonly tasks: readonly Pick<JointTask, 'state'>[];
  /** What is wrong with its papers and not settled yet. */
  readonly openDefects: readonly Pick<Defect, 'kind'>[];
  /** Its notices, and whether each was handed over. */
  readonly notices: readonly { readonly delivery: object | null }[];
  /** Windows of its hall at which somebody is on duty. */
  readonly openWindows: readonly Pick<OpenWindow, 'id'>[];
  /** Its own term; null while there is none, or none that can be known. */
  readonly term: (ExtensibleTerm & { readonly isBroken: boolean }) | null;
}

/** What each act rests on besides the state, by the same predicates that its rule refuses by. */
const conditions: Partial<Record<CaseActionName, (current: Case, facts: CaseFacts) => boolean>> = {
  supplyCorrection: (_current, { openDefects }) => openDefects.some(belongsOnNotice),
  correctOnSpot: (_current, { openDefects }) => openDefects.some((defect) => !belongsOnNotice(defect)),
  deliverNotice: (_current, { notices }) => notices.some(({ delivery }) => delivery === null),
  passStep: (_current, { steps }) => stepInHand(steps) !== undefined,
  pauseCommitment: (_current, { term }) => term !== null && term.status.state !== 'BREACHED',
  extendCommitment: (current, { term }) => term !== null && refuseExtension(current, term) === undefined,
  deferInstantCase: (_current, { term }) => term !== null && !term.isBroken,
  decideCase: ({ handlingType }, { tasks }) => handlingType !== 'JOINT' || openOpinions(tasks).length === 0,
  substituteWindow: (current, { openWindows }) => !hasOpenSubstitute(current, openWindows),
  // Decided while the clock stood still: there was never a date to go back to.
  reissueSlip: (_current, { term }) => term !== null && term.status.dueAt !== null,
};

/**
 * Who may see an applicant in full: whoever answers for the case or leads its department.
 *
 * @refuses NOT_ON_DUTY
 */
export function refuseReveal({ holdsPost, leads }: Pick<Standing, 'holdsPost' | 'leads'>): Refused | undefined {
  return holdsPost || leads ? undefined : refuse('NOT_ON_DUTY');
}

/** What may be done with a case: what changes it, and the look at its applicant, which is recorded. */
export const caseOffers = {
  ...caseActs,
  revealApplicant: '查看申请人全部信息，留痕 / See the applicant in full; recorded',
};
/** One of {@link caseOffers}. */
export type CaseOfferName = keyof typeof caseOffers;

/**
 * What this caller may do with a case now: each of them succeeds, or is refused only for what is said with it.
 *
 * @regulation S1.1c S1.5c S5.4b
 */
export function offeredActions(caller: Standing, current: Case, facts: CaseFacts): readonly CaseOfferName[] {
  const acts = actionsFor(caller, current).filter((name) => conditions[name]?.(current, facts) ?? true);
  return refuseReveal(caller) ? acts : [...acts, 'revealApplicant'];
}
