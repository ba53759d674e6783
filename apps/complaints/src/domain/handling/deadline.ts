import type { TimeLimit } from '@hall/kernel';
import type { TimeClass } from '../register/complaint';

/** Working days by class: on the spot is the same day, urgent the next one. */
const workdaysOf: Record<TimeClass, number> = { ON_THE_SPOT: 0, URGENT: 1, ORDINARY: 5, COMPLEX: 10 };

/**
 * How long a complaint of a class may take, counted from the day it was received. Before classification it counts as
 * ordinary.
 *
 * @regulation A-25 A-29
 */
export function limitOf(timeClass: TimeClass | null): TimeLimit {
  return { amount: workdaysOf[timeClass ?? 'ORDINARY'], unit: 'WORKING_DAY' };
}
