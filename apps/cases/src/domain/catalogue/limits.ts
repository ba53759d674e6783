import type { TimeLimit } from '@hall/kernel';
import type { ProcedureStep } from './service-item';

/** A promise may be shorter than the statutory limit, never longer; limits of different units are compared as given. */
export function isAboveStatute(promised: TimeLimit, statutory: TimeLimit | null): boolean {
  return statutory !== null && promised.unit === statutory.unit && promised.amount > statutory.amount;
}

/**
 * The procedure with limits for its inner steps: where the catalogue gives none at all, each step between the first (the
 * acceptance) and the last (the delivery) gets an equal share of the promise, so that their sum never exceeds it.
 *
 * @regulation S2.3b A-08
 */
export function withStepLimits(procedure: readonly ProcedureStep[], promise: TimeLimit): readonly ProcedureStep[] {
  const inner = procedure.slice(1, -1);
  const share = Math.floor(promise.amount / inner.length);
  const least = promise.unit === 'WORKING_HOUR' ? 1 : 0;
  if (inner.length === 0 || share < least || procedure.some(({ limit }) => limit)) return procedure;
  return procedure.map((step, place) =>
    place === 0 || place === procedure.length - 1 ? step : { ...step, limit: { ...promise, amount: share } },
  );
}
