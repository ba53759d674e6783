import { done, isRefused, mapDone } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { isAssessorOf } from '../../domain/conduct/assessor';
import { applyCancelling, applyReturn } from '../../domain/leave/leave';
import type { Leave } from '../../domain/leave/leave';
import { refuse } from '../../domain/refusals';
import { staffStore } from '../../persistence/structure/staff-store';
import { findOfficer } from '../structure/find-officer';
import { leaveAct, lockPostsOfLeave, personOnLeave } from './leave-act';
import type { ActsOnLeave } from './leave-act';

/** Which leave it is about. */
interface ALeave {
  readonly key: HallKey;
}

/** The person, or whoever leads them. */
async function personOrHead(tx: Tx, command: Command<unknown>, leave: Leave): Promise<Outcome<ActsOnLeave>> {
  const officer = await findOfficer(tx, command, leave.hallCode);
  if (isRefused(officer)) return officer;
  const { hallCode, staffId: id } = leave;
  const person = await staffStore.findStaff(tx, { hallCode, id });
  const isConcerned = officer.value.id === id || (person !== undefined && isAssessorOf(officer.value, person));
  return isConcerned ? done({ byId: officer.value.id }) : refuse('LEAVE_NOT_FOUND');
}

/**
 * Takes a request, or a leave that has not begun, back.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, LEAVE_HAS_BEGUN
 */
export const cancelLeave = leaveAct({
  operation: 'cancelLeave',
  authorise: personOnLeave,
  rule: ({ current, now }, _input: ALeave) => mapDone(applyCancelling(current, now), (leave) => ({ leave, posts: [] })),
});

/**
 * Records the return (销假); an early one ends the leave, and the posts move on.
 *
 * @regulation S5.3a S5.2a
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, LEAVE_NOT_BEGUN
 */
export const endLeave = leaveAct({
  operation: 'endLeave',
  authorise: personOrHead,
  async rule({ tx, current, now, byId }, _input: ALeave) {
    const ended = applyReturn(current, byId, now);
    if (isRefused(ended)) return ended;
    return done({ leave: ended.value, posts: await lockPostsOfLeave(tx, current, now) });
  },
});
