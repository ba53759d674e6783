import { mapDone } from '@hall/kernel';
import { anyHandler, complaintAct } from './change-complaint';
import type { HallKey } from '@hall/kernel';
import { applyClosing } from '../../domain/handling/handle-complaint';

/**
 * Closes a complaint whose complainant has been told.
 *
 * @regulation S6.4g S6.4h A-23
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_FEEDBACK_MISSING
 */
export const closeComplaint = complaintAct({
  operation: 'closeComplaint',
  target: (key: HallKey) => key,
  authorise: anyHandler,
  rule: ({ current: { complaint }, now }) =>
    mapDone(applyClosing(complaint, now), (next) => ({ next, fact: 'CLOSED', clause: 'S6.4h' })),
});
