import { done, isRefused, mapDone } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { acceptHandoverOf, applyPreparation } from '../../domain/leave/handover';
import { leaveStore } from '../../persistence/leave/leave-store';
import { anyOfStaff, leaveAct, lockPostsOfLeave, personOnLeave } from './leave-act';

/** A leave, and what has to be known while it lasts. */
export interface PrepareHandover {
  readonly key: HallKey;
  readonly notes: string;
}

/**
 * Writes the hand-over of one's posts.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, HANDOVER_WITHOUT_POST
 */
export const prepareHandover = leaveAct({
  operation: 'prepareHandover',
  authorise: personOnLeave,
  async rule({ tx, current, now }, { notes }: PrepareHandover) {
    const posts = await lockPostsOfLeave(tx, current, now);
    return mapDone(applyPreparation(current, notes, posts, now), (leave) => ({ leave, posts: [] }));
  },
});

/**
 * The deputy accepts the hand-over.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, HANDOVER_NOT_YOURS, HANDOVER_NOT_PREPARED, HANDOVER_ACCEPTED
 */
export const acceptHandover = leaveAct({
  operation: 'acceptHandover',
  authorise: anyOfStaff,
  async rule({ tx, current, now, byId }, _input: { readonly key: HallKey }) {
    const posts = await lockPostsOfLeave(tx, current, now);
    const before = await leaveStore.acceptancesOf(tx, current);
    const accepted = acceptHandoverOf(current, posts, before, { byId, now });
    return isRefused(accepted) ? accepted : done({ leave: current, posts: [], accepted: accepted.value });
  },
});
