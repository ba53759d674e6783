import type { Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import { caseActs } from './case';
import type { Case, CaseAct, CaseActionName, Standing } from './case';

const acts: readonly (readonly [CaseActionName, CaseAct])[] = Object.entries(caseActs) as [CaseActionName, CaseAct][];

type Circumstances = Pick<Case, 'status' | 'handlingType' | 'pausedOn'>;

function admitted(current: Circumstances): typeof acts {
  return acts.filter(([, { during, needs }]) => during.includes(current.status) && (needs?.(current) ?? true));
}

/** The mutations that a case admits now. Who may do them is another question. */
export function allowedActions(current: Circumstances): readonly CaseActionName[] {
  return admitted(current).map(([name]) => name);
}

/**
 * The mutations that a case in this state admits to this caller. What it rests on besides is looked at by `offeredActions`.
 *
 * @regulation S1.5c S5.4b
 */
export function actionsFor(caller: Standing, current: Circumstances): readonly CaseActionName[] {
  return admitted(current).flatMap(([name, { by }]) => ((by?.(caller, current) ?? caller.holdsPost) ? [name] : []));
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
