import type { TimeLimit } from '@hall/kernel';
import type { TimeClass } from '../register/complaint';

/** How many working days each class has; the numbers are settings of the hall. */
export interface ComplaintLimits {
  readonly 'A-25': { readonly complaintWorkingDays: number; readonly complexComplaintWorkingDays: number };
  readonly 'A-29': { readonly onTheSpotWorkingDays: number; readonly urgentWorkingDays: number };
}

/**
 * How long a complaint of a class may take, counted from the day it was received. Before classification it counts as
 * ordinary.
 *
 * @regulation A-25 A-29
 */
export function limitOf(timeClass: TimeClass | null, limits: ComplaintLimits): TimeLimit {
  const workingDays: Record<TimeClass, number> = {
    ON_THE_SPOT: limits['A-29'].onTheSpotWorkingDays,
    URGENT: limits['A-29'].urgentWorkingDays,
    ORDINARY: limits['A-25'].complaintWorkingDays,
    COMPLEX: limits['A-25'].complexComplaintWorkingDays,
  };
  return { amount: workingDays[timeClass ?? 'ORDINARY'], unit: 'WORKING_DAY' };
}
