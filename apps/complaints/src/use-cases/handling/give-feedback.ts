import { mapDone } from '@hall/kernel';
import { anyHandler, complaintAct } from './change-complaint';
import type { HallKey } from '@hall/kernel';
import { applyFeedback } from '../../domain/handling/handle-complaint';

/** How the complainant was told, and what they said to it. */
export interface GiveFeedback {
  readonly key: HallKey;
  readonly mode: string;
  readonly content: string;
  readonly complainantView: string | null;
}

/**
 * Tells the complainant the result.
 *
 * @regulation S6.4g
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW
 */
export const giveFeedback = complaintAct({
  operation: 'giveFeedback',
  authorise: anyHandler,
  rule: ({ current, now }, { mode, content, complainantView }: GiveFeedback) => {
    const { complaint, officerId } = current;
    const told = applyFeedback(complaint, { mode, content, complainantView, givenAt: now, givenById: officerId });
    return mapDone(told, (next) => ({ next, fact: 'FED_BACK', clause: 'S6.4g' }));
  },
});
