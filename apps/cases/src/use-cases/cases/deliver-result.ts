import { done, isRefused, mapDone, maskName } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findAuthorityAt, findOfficer, findOpenWindows, findWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Attribution, Case } from '../../domain/cases/case';
import type { DeliveryMethod, Recipient } from '../../domain/cases/delivery';
import {
  applyDelivery,
  applyDeliveryChoice,
  applySubstitute,
  handsOver,
  pickupWindowOf,
} from '../../domain/cases/complete-case';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';
import { acting, leaderOf } from './acting-officer';
import type { ActingOfficer } from './acting-officer';
import { caseAct } from './change-case';

/** What a delivery says. */
export interface DeliverResult {
  readonly key: HallKey;
  readonly window: HallKey;
  readonly identityChecked: boolean;
  readonly method: DeliveryMethod;
  readonly recipient: Recipient;
  readonly agentName: string | null;
  readonly trackingNumber: string | null;
}

/**
 * The applicant collects the result at the window that accepted the case, or its named substitute; by post or
 * electronically only by the applicant's own choice, which is on record before. Whoever is on duty at that window hands it over.
 *
 * @regulation S3.4c S5.4b A-11
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_NOT_DELIVERABLE, DELIVERY_AT_OTHER_WINDOW,
 *   DELIVERY_NOT_CHOSEN, IDENTITY_NOT_CHECKED, DELIVERY_PROOF_MISSING, RECIPIENT_NOT_NAMED
 */
export const deliverResult = caseAct({
  operation: 'deliverResult',
  authorise: authorityToDeliver,
  async rule({ ports, tx, current, by, now }, { key: _key, agentName, ...said }: DeliverResult) {
    const ownId = pickupWindowOf(current);
    const ownWindow = await findWindow(tx, current.hallCode, ownId);
    const agent = agentName && { name: maskName(agentName), sealed: ports.cases.sealAgent(current, agentName) };
    const facts = { ...said, agent: agent || null, now, ownWindowNumber: ownWindow?.number ?? ownId };
    return mapDone(applyDelivery(current, by, facts), (next) => ({
      next,
      kind: 'COMPLETED',
      recordedAs: 'DELIVERED',
      clause: 'S3.4c',
      note: said.method === 'WINDOW' ? null : said.method,
    }));
  },
});

/**
 * Whoever hands a result over holds a post, whichever, of the window of the case or of the one that stands in; the post that
 * handled it, where they hold that.
 *
 * @refuses STAFF_NOT_KNOWN, NOT_ON_DUTY
 */
async function authorityToDeliver(
  tx: Tx,
  command: Command<DeliverResult>,
  current: Case,
): Promise<Outcome<ActingOfficer>> {
  const { window } = command.input;
  // Said to be somewhere else, it is refused for that, to whoever could do it here.
  const windowId = handsOver(current, window.id) ? window.id : current.windowId;
  return authorityAtPickup(tx, command, current, windowId);
}

async function authorityAtPickup(
  tx: Tx,
  command: Command<unknown>,
  { hallCode, postId }: Case,
  windowId: string,
): Promise<Outcome<ActingOfficer>> {
  const officer = await findOfficer(tx, command, hallCode);
  if (isRefused(officer)) return officer;
  const held = await findAuthorityAt(tx, { hallCode, windowId, postId }, officer.value.id);
  return held ? done(acting(officer.value, held)) : refuse('NOT_ON_DUTY');
}

/** How the applicant wants the result. */
export interface ChooseDelivery {
  readonly key: HallKey;
  readonly method: DeliveryMethod;
}

/**
 * How the applicant wants the result: by their own account, or said to whoever is on duty at the window of the case.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE
 */
export const chooseDelivery = caseAct({
  operation: 'chooseDelivery',
  isOpenToApplicants: true,
  authorise: applicantOrPickup,
  rule: ({ current, by, now }, { method }: ChooseDelivery) =>
    mapDone(applyDeliveryChoice(current, by, method, now), (next) => ({
      next,
      kind: 'DELIVERY_CHOSEN',
      recordedAs: by === null ? 'DELIVERY_CHOSEN_BY_APPLICANT' : 'DELIVERY_CHOSEN',
      clause: 'A-11',
      note: method,
    })),
});

/** The applicant of a case, who acts for nobody, or whoever is on duty at a window that hands its result over. */
async function applicantOrPickup(
  tx: Tx,
  command: Command<unknown>,
  current: Case,
  ports: CasePorts,
): Promise<Outcome<{ readonly by: Attribution | null }>> {
  if (await ports.cases.isOwnCase(tx, current, command.actor.account)) return done({ by: null });
  if (command.actor.hallCode !== current.hallCode) return refuse('CASE_NOT_FOUND');
  const atOwn = await authorityAtPickup(tx, command, current, current.windowId);
  const { substituteWindowId } = current;
  if (!isRefused(atOwn) || substituteWindowId === null) return atOwn;
  return authorityAtPickup(tx, command, current, substituteWindowId);
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
