import { mapDone, OpeningHours } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import type { InHand } from '@hall/platform/use-case';
import { applyApproval, applyRefusal, levelOf } from '../../domain/leave/decide-leave';
import type { Approval } from '../../domain/leave/decide-leave';
import { notHandedOver } from '../../domain/leave/handover';
import type { Leave } from '../../domain/leave/leave';
import { authorityStore } from '../../persistence/authority/authority-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import type { StaffingPorts } from '../ports';
import { anyOfStaff, leaveAct, lockPostsOfLeave } from './leave-act';
import type { ActsOnLeave, HallOfLeave } from './leave-act';

type Work = InHand<StaffingPorts, Leave> & HallOfLeave & ActsOnLeave;

/** Who could decide, as it is at this instant. */
async function decidersOf({ ports, tx, current, now, hall, calendar, byId }: Work) {
  const { hallCode, staffId: id } = current;
  const level = levelOf(current, ports.settings['A-19'], OpeningHours.of(hall.sessions)!, calendar);
  return { byId, now, level, deciders: await leaveStore.decidersBut(tx, { hallCode, id }, now) };
}

/**
 * Approves a leave; while it lasts, the person holds no post.
 *
 * @regulation S5.3a S5.1c A-19
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, LEAVE_OWN_REQUEST, LEAVE_DECIDER_AWAY, LEAVE_ABOVE_LEVEL,
 *   LEAVE_IN_PAST, HANDOVER_MISSING, LEAVES_POST_EMPTY
 */
export const approveLeave = leaveAct({
  operation: 'approveLeave',
  authorise: anyOfStaff,
  async rule(work, _input: { readonly key: HallKey }) {
    const { tx, current, now } = work;
    const posts = await lockPostsOfLeave(tx, current, now);
    const span = { from: current.beginsAt, to: current.endsAt };
    const ids = posts.map(({ id }) => id);
    const assignments = await authorityStore.assignmentsOf(tx, current.hallCode, ids, span);
    const people = [...new Set([...assignments.values()].flat().map(({ staffId }) => staffId))];
    const acceptances = await leaveStore.acceptancesOf(tx, current);
    const approval: Approval = {
      ...(await decidersOf(work)),
      posts: posts.map(({ id, code }) => ({ code, assignments: assignments.get(id) ?? [] })),
      notHandedOver: notHandedOver(current, posts, acceptances).map(({ code }) => code),
      away: await leaveStore.grantedSpans(tx, current.hallCode, people, span),
    };
    return mapDone(applyApproval(current, approval), (leave) => ({ leave, posts }));
  },
});

/** A leave, and why it is not granted. */
export interface RefuseLeave {
  readonly key: HallKey;
  readonly reason: string;
}

/**
 * Refuses a leave with a reason.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_FOUND, STAFF_NOT_KNOWN, LEAVE_NOT_POSSIBLE, LEAVE_OWN_REQUEST, LEAVE_DECIDER_AWAY, LEAVE_ABOVE_LEVEL
 */
export const refuseLeave = leaveAct({
  operation: 'refuseLeave',
  authorise: anyOfStaff,
  rule: async (work, { reason }: RefuseLeave) =>
    mapDone(applyRefusal(work.current, reason, await decidersOf(work)), (leave) => ({ leave, posts: [] })),
});
