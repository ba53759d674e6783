import { done, isRefused, withEvent } from '@hall/kernel';
import type { Finding } from '../../domain/register/complaint';
import { anyHandler, complaintAct, findDeadline } from './change-complaint';
import type { HallKey } from '@hall/kernel';
import { applyDecision } from '../../domain/handling/handle-complaint';

/** What a decision on a complaint says. */
export interface DecideComplaint {
  readonly key: HallKey;
  readonly finding: Finding;
  readonly opinion: string;
}

/**
 * Decides a classified complaint; that ends its term.
 *
 * @regulation S6.4d S6.5.0 A-25 A-26
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW
 */
export const decideComplaint = complaintAct({
  operation: 'decideComplaint',
  authorise: anyHandler,
  async rule(work, { finding, opinion }: DecideComplaint) {
    const { current, now } = work;
    const decided = applyDecision(current.complaint, finding, opinion);
    if (isRefused(decided)) return decided;
    const { deadline, counting } = await findDeadline(work);
    const event = { kind: 'FINISH', at: now } as const;
    const moved = { deadline: withEvent(deadline, event, counting, now), event };
    return done({ next: decided.value, fact: 'DECIDED', clause: 'S6.5.0', note: opinion, moved });
  },
});
