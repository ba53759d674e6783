import { done, isNewPromise, isRefused, mapDone, promiseOf, startOf, withEvent } from '@hall/kernel';
import type { DeadlineStart } from '@hall/kernel';
import { limitOf } from '../../domain/handling/deadline';
import { anyHandler, complaintAct, findDeadline } from './change-complaint';
import type { HallKey } from '@hall/kernel';
import { applyClassification } from '../../domain/handling/handle-complaint';
import type { Classification } from '../../domain/handling/handle-complaint';

/** A complaint and its three class fields. */
export type ClassifyComplaint = Classification & { readonly key: HallKey };

/**
 * Classifies a complaint by time, window and nature. The class sets the term, which still counts from the day of receipt; a term
 * that was broken already stays as it is.
 *
 * @regulation S6.5.2 A-25 A-29
 * @refuses COMPLAINT_NOT_FOUND, STAFF_NOT_KNOWN, COMPLAINT_NOT_POSSIBLE_NOW, COMPLAINT_WINDOW_UNDECIDED, CALENDAR_MISSING
 */
export const classifyComplaint = complaintAct({
  operation: 'classifyComplaint',
  authorise: anyHandler,
  async rule(work, { key: _key, ...classification }: ClassifyComplaint) {
    const { ports, current, now } = work;
    const { complaint } = current;
    const classified = applyClassification(complaint, classification);
    if (isRefused(classified)) return classified;
    const { deadline, counting } = await findDeadline(work);
    const limit = limitOf(classification.timeClass, ports.settings);
    const next = classified.value;
    if (!isNewPromise(deadline, limit, counting, now)) return done({ next, fact: 'CLASSIFIED', clause: 'S6.5.2' });
    const { sessions } = startOf(deadline.ledger);
    const event: DeadlineStart = { kind: 'START', at: complaint.receivedAt, limit, sessions };
    const moved = { deadline: withEvent(deadline, event, counting, now), event };
    const due = promiseOf(event, counting.calendar);
    return mapDone(due, () => ({ next, fact: 'CLASSIFIED', clause: 'S6.5.2', moved }));
  },
});
