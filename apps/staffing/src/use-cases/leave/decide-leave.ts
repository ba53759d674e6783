import { mapDone, OpeningHours } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { InHand } from '@hall/platform/use-case';
import type { Command } from '@hall/platform/use-case';
import type { Tx } from '@hall/platform/postgres';
import { applyApproval, applyRefusal, levelOf } from '../../domain/leave/decide-leave';
import type { Approval } from '../../domain/leave/decide-leave';
import type { Leave } from '../../domain/leave/leave';
import { authorityStore } from '../../persistence/authority/authority-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { leaveAct, lockPostsOfLeave } from './leave-act';
import type { HallOfLeave } from './leave-act';

interface DecidedBy {
  readonly byId: string;
}

/** The caller, who is of the staff; whether they may decide is a matter of the leave. */
async function anyOfStaff(tx: Tx, command: Command<unknown>, { hallCode }: Leave): Promise<Outcome<DecidedBy>> {
  return mapDone(await findOfficer(tx, command, hallCode), ({ id: byId }) => ({ byId }));
}

type Work = InHand<StaffingPorts, Leave> & HallOfLeave & DecidedBy;

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
 *   LEAVE_IN_PAST, LEAVES_POST_EMPTY
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
    const approval: Approval = {
      ...(await decidersOf(work)),
      posts: posts.map(({ id, code }) => ({ code, assignments: assignments.get(id) ?? [] })),
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
