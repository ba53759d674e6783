import { mapDone } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOpenWindows, findWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Case, DeliveryMethod } from '../../domain/cases/case';
import { applyDelivery, pickupWindowOf, applySubstitute } from '../../domain/cases/complete-case';
import { refuse } from '../../domain/refusals';
import { authorityAtWindow, authorityOverPost, leaderOf } from './acting-officer';
import type { ActingOfficer } from './acting-officer';
import { caseAct } from './change-case';

/** What a delivery says. */
export interface DeliverResult {
  readonly key: HallKey;
  readonly window: HallKey;
  readonly identityChecked: boolean;
  readonly method: DeliveryMethod;
}

/**
 * The applicant collects the result at the window that accepted the case, or its named substitute; by post or
 * electronically only by the applicant's own choice.
 *
 * @regulation S3.4c S5.4b A-11
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DELIVERABLE, DELIVERY_AT_OTHER_WINDOW,
 *   IDENTITY_NOT_CHECKED
 */
export const deliverResult = caseAct({
  operation: 'deliverResult',
  authorise: authorityToDeliver,
  async rule({ tx, current, by, now }, { window, identityChecked, method }: DeliverResult) {
    const ownId = pickupWindowOf(current);
    const ownWindow = await findWindow(tx, current.hallCode, ownId);
    const facts = { window, identityChecked, method, now, ownWindowNumber: ownWindow?.number ?? ownId };
    return mapDone(applyDelivery(current, by, facts), (next) => ({
      next,
      kind: 'COMPLETED',
      recordedAs: 'DELIVERED',
      clause: 'S3.4c',
      note: method === 'WINDOW' ? null : method,
    }));
  },
});

/**
 * Whoever hands a result over holds the post of the case; at the substitute window, a post of that window.
 *
 * @refuses STAFF_NOT_KNOWN, NOT_ON_DUTY
 */
async function authorityToDeliver(
  tx: Tx,
  command: Command<DeliverResult>,
  current: Case,
): Promise<Outcome<ActingOfficer>> {
  const { window, method } = command.input;
  const isSubstitute = method === 'WINDOW' && window.id === current.substituteWindowId;
  if (!isSubstitute) return authorityOverPost(tx, command, current);
  return mapDone(await authorityAtWindow(tx, command, window), ({ by, window: { departmentId } }) => ({
    by,
    departmentId,
    isLeader: false,
  }));
}

/** Which window stands in, and why. */
export interface SubstituteWindow {
  readonly key: HallKey;
  readonly window: HallKey;
  readonly reason: string;
}

/**
 * A leader names the one window at which the result can be collected while the accepting one is closed.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_NOT_FOUND, LEADER_REQUIRED, WINDOW_NOT_KNOWN, CASE_ACTION_NOT_POSSIBLE, SUBSTITUTE_ALREADY_NAMED,
 *   SUBSTITUTE_IS_OWN_WINDOW
 */
export const substituteWindow = caseAct({
  operation: 'substituteWindow',
  authorise: leaderOf,
  async rule({ tx, current, by }, { window, reason }: SubstituteWindow) {
    const { hallCode } = current;
    const isKnown = window.hallCode === hallCode && (await findWindow(tx, hallCode, window.id));
    if (!isKnown) return refuse('WINDOW_NOT_KNOWN');
    const named = applySubstitute(current, by, window.id, await findOpenWindows(tx, hallCode));
    return mapDone(named, (next) => ({ next, kind: 'SUBSTITUTE_NAMED', clause: 'S3.4c', note: reason }));
  },
});
