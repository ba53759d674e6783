import type { HallKey } from '@hall/kernel';
import { done, isRefused, startOf } from '@hall/kernel';
import { partDeadline } from '../../domain/cases/plan-handling';
import { applyStep } from '../../domain/cases/steps';
import { authorityOverPost } from './acting-officer';
import { caseAct, ownDeadline } from './change-case';

/** What is said when a step is passed on. */
export interface PassStep {
  readonly key: HallKey;
  readonly note: string;
  /** The step that is meant; null for whichever is in hand. */
  readonly stepId: string | null;
}

/**
 * Passes the step in hand on to the next one; each step has its own limit, and the record says who had it how long.
 *
 * @regulation S1.2b S2.3b S2.3c
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, NO_STEP_OPEN, STEP_NOT_IN_HAND
 */
export const passStep = caseAct({
  operation: 'passStep',
  authorise: authorityOverPost,
  async rule(work, { note, stepId }: PassStep) {
    const { ports, tx, current, by, now } = work;
    const outcome = applyStep(current, by, await ports.cases.stepsOf(tx, current), now, stepId);
    if (isRefused(outcome)) return outcome;
    const { current: next, passed, next: opened } = outcome.value;
    await ports.cases.updateStep(tx, current, passed);
    if (opened) await ports.cases.updateStep(tx, current, opened);
    const sessions = opened && startOf((await ownDeadline(work)).ledger).sessions;
    return done({
      next,
      kind: 'STEP_PASSED',
      clause: 'S2.3b',
      note: `${passed.name}：${note}`,
      finish: ['STEP'],
      opened: opened && sessions ? [partDeadline(next, { subject: 'STEP', ...opened, sessions }, work)] : [],
    });
  },
});
