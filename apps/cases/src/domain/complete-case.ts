import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { allowedActions, withHandler } from './case';
import type { Attribution, Case } from './case';
import { refuse } from './refusals';

/**
 * Decides a case. The decision ends its term (限时办结).
 *
 * @regulation S3.2 S3.5
 * @refuses CASE_NOT_DECIDABLE in any state but accepted or in progress
 */
export function decideCase(
  current: Case,
  by: Attribution,
  facts: { approved: boolean; grounds: string; now: Date },
): Outcome<Case> {
  const actions = allowedActions(current);
  if (!actions.includes('decideCase')) return refuse('CASE_NOT_DECIDABLE', { status: current.status }, actions);
  const { approved, grounds, now: decidedAt } = facts;
  const decision = { approved, grounds, decidedAt, decidedById: by.officerId };
  const handlerIds = withHandler(current.handlerIds, by.officerId);
  return done({ ...current, status: 'DECIDED', decision, handlerIds, version: current.version + 1 });
}

/**
 * Hands the result over at the window that accepted the case.
 *
 * @regulation S3.4c
 * @refuses CASE_NOT_DELIVERABLE before a decision, DELIVERY_AT_OTHER_WINDOW anywhere else
 */
export function deliverResult(
  current: Case,
  by: Attribution,
  facts: { window: { id: string }; ownWindowNumber: string; identityChecked: boolean; now: Date },
): Outcome<Case> {
  const actions = allowedActions(current);
  if (!actions.includes('deliverResult')) return refuse('CASE_NOT_DELIVERABLE', { status: current.status }, actions);
  if (facts.window.id !== current.windowId)
    return refuse('DELIVERY_AT_OTHER_WINDOW', { window: facts.ownWindowNumber }, actions);
  const { now: deliveredAt, identityChecked } = facts;
  const delivery = { windowId: current.windowId, deliveredAt, deliveredById: by.officerId, identityChecked };
  const handlerIds = withHandler(current.handlerIds, by.officerId);
  return done({ ...current, status: 'COMPLETED', delivery, handlerIds, version: current.version + 1 });
}
