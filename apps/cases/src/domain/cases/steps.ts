import { done } from '@hall/kernel';
import type { Outcome, TimeLimit } from '@hall/kernel';
import type { ProcedureStep } from '../catalogue/service-item';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';

/** A step of a case inside its department (环节), with its own limit. */
export interface CaseStep {
  readonly id: string;
  /** Place among the steps of the case, from 1. */
  readonly place: number;
  readonly name: string;
  readonly limit: TimeLimit;
  readonly startedAt: Date | null;
  readonly passedAt: Date | null;
  readonly passedById: string | null;
  /** When a decision ended it without its being passed on. */
  readonly closedAt: Date | null;
}

/** The steps that a case goes through: those of the published procedure that have a limit of their own. */
export function stepsOf(procedure: readonly ProcedureStep[]): readonly { name: string; limit: TimeLimit }[] {
  return procedure.flatMap(({ name, limit }) => (limit ? [{ name, limit }] : []));
}

/** The step in hand; none when all have been passed, and where the procedure has none. */
export function stepInHand<Step extends Pick<CaseStep, 'startedAt' | 'passedAt' | 'closedAt'>>(
  steps: readonly Step[],
): Step | undefined {
  return steps.find(
    ({ startedAt, passedAt, closedAt }) => startedAt !== null && passedAt === null && closedAt === null,
  );
}

/**
 * What the record says of a decision: its grounds, and by name the steps that it has ended without their being passed on.
 *
 * @regulation S2.3b
 */
export function decisionNote(grounds: string, closed: readonly Pick<CaseStep, 'name'>[]): string {
  const names = closed.map(({ name }) => name).join('、');
  return closed.length > 0 ? `${grounds}；未移交的环节随决定结束：${names}` : grounds;
}

/** What passing a step changes. */
export interface Passed {
  readonly current: Case;
  readonly passed: CaseStep;
  readonly next: CaseStep | undefined;
}

/**
 * Passes the step in hand on to the next one. The applicant is never sent anywhere: the window stays the same.
 *
 * @regulation S2.3b S2.3c
 * @param expectedId the step that is meant, so that saying it twice passes one; null for whichever is in hand
 * @refuses CASE_ACTION_NOT_POSSIBLE, NO_STEP_OPEN, STEP_NOT_IN_HAND
 */
export function applyStep(
  current: Case,
  by: Attribution,
  steps: readonly CaseStep[],
  now: Date,
  expectedId: string | null = null,
): Outcome<Passed> {
  const refused = refuseUnlessAllowed(current, 'passStep');
  if (refused) return refused;
  const open = stepInHand(steps);
  if (!open) return refuse('NO_STEP_OPEN');
  if (expectedId !== null && expectedId !== open.id) return refuse('STEP_NOT_IN_HAND', { step: open.name });
  const next = steps.find(({ place }) => place === open.place + 1);
  return done({
    current: actedOn(current, by, { status: 'IN_PROGRESS' }),
    passed: { ...open, passedAt: now, passedById: by.officerId },
    next: next && { ...next, startedAt: now },
  });
}
