import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import { allowedActions, refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';
import type { DeliveryMethod, Recipient } from './delivery';

/**
 * Decides a case. The decision ends its term (限时办结).
 *
 * @regulation S3.2 S3.4d S3.5
 * @param facts.openOpinions departments of a joint case that have not spoken yet
 * @refuses CASE_NOT_DECIDABLE in any state but accepted or in progress, OPINIONS_OPEN
 */
export function applyDecision(
  current: Case,
  by: Attribution,
  facts: {
    readonly approved: boolean;
    readonly grounds: string;
    readonly now: Date;
    readonly openOpinions?: readonly string[];
  },
): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'decideCase');
  if (refused) return refused;
  const { approved, grounds, now: decidedAt, openOpinions = [] } = facts;
  if (openOpinions.length > 0) return refuse('OPINIONS_OPEN', { departments: openOpinions }, ['giveOpinion']);
  const decision = { approved, grounds, decidedAt, decidedById: by.officerId };
  return done(actedOn(current, by, { status: 'DECIDED', decision, pausedOn: null }));
}

/** The window at which the applicant collects the result: the accepting one, or the one substitute that was named. */
export function pickupWindowOf({ windowId, substituteWindowId }: Pick<Case, 'windowId' | 'substituteWindowId'>) {
  return substituteWindowId ?? windowId;
}

/** Whether a window is one of those that hand the result of this case over: the accepting one, or the one that stands in. */
export function handsOver(current: Pick<Case, 'windowId' | 'substituteWindowId'>, windowId: string): boolean {
  return [current.windowId, pickupWindowOf(current)].includes(windowId);
}

/** How a result is to reach the applicant: as they chose; the window is the rule where nobody wrote a choice down. */
export function chosenMethod({ deliveryChoice }: Pick<Case, 'deliveryChoice'>): DeliveryMethod {
  return deliveryChoice?.method ?? 'WINDOW';
}

/**
 * Writes down how the applicant wants the result: by their own hand, or by an officer’s at their word. It can be changed until
 * the result is delivered.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_ACTION_NOT_POSSIBLE
 */
export function applyDeliveryChoice(
  current: Case,
  by: Attribution | null,
  method: DeliveryMethod,
  now: Date,
): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'chooseDelivery');
  if (refused) return refused;
  const deliveryChoice = { method, chosenAt: now, recordedById: by?.officerId ?? null };
  return done(
    by ? actedOn(current, by, { deliveryChoice }) : { ...current, deliveryChoice, version: current.version + 1 },
  );
}

/** What proves that something was sent: the number by which it is traced. */
const traceable = /[0-9A-Za-z]{6,}/;

/** What is said of a result that is handed over. */
export interface HandingOver {
  readonly window: { readonly id: string };
  readonly ownWindowNumber: string;
  readonly method?: DeliveryMethod;
  readonly identityChecked: boolean;
  readonly recipient?: Recipient;
  /** Who received it for the applicant: as it is shown, and as it is kept. */
  readonly agent?: { readonly name: string; readonly sealed: string } | null;
  readonly trackingNumber?: string | null;
  readonly now: Date;
}

/**
 * Hands the result over at the window that accepted the case, or at its one named substitute, as the applicant chose: at the
 * counter to somebody whose identity was checked, by post or electronically with the number by which it can be traced.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_NOT_DELIVERABLE before a decision, DELIVERY_AT_OTHER_WINDOW anywhere else, DELIVERY_NOT_CHOSEN,
 *   IDENTITY_NOT_CHECKED, DELIVERY_PROOF_MISSING, RECIPIENT_NOT_NAMED
 */
export function applyDelivery(current: Case, by: Attribution, facts: HandingOver): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'deliverResult');
  if (refused) return refused;
  const { window, ownWindowNumber, identityChecked, method = 'WINDOW', now } = facts;
  const { recipient = 'APPLICANT', agent = null, trackingNumber = null } = facts;
  const actions = allowedActions(current);
  if (!handsOver(current, window.id)) return refuse('DELIVERY_AT_OTHER_WINDOW', { window: ownWindowNumber }, actions);
  const chosen = chosenMethod(current);
  if (method !== chosen) return refuse('DELIVERY_NOT_CHOSEN', { chosen, method }, ['chooseDelivery']);
  if (method === 'WINDOW' && !identityChecked) return refuse('IDENTITY_NOT_CHECKED', {}, actions);
  if (method !== 'WINDOW' && !traceable.test(trackingNumber ?? ''))
    return refuse('DELIVERY_PROOF_MISSING', {}, actions);
  if (recipient === 'AGENT' && agent === null) return refuse('RECIPIENT_NOT_NAMED', {}, actions);
  const delivery = {
    windowId: window.id,
    method,
    deliveredAt: now,
    deliveredById: by.officerId,
    identityChecked,
    recipient,
    agentName: recipient === 'AGENT' ? (agent?.name ?? null) : null,
    agentSealed: recipient === 'AGENT' ? (agent?.sealed ?? null) : null,
    trackingNumber,
  };
  return done(actedOn(current, by, { status: 'COMPLETED', delivery }));
}

/** A window at which somebody is on duty. */
export interface OpenWindow {
  readonly id: string;
  readonly number: string;
  readonly departmentId: string;
}

/** Whether the window that was named to stand in is open; another one is named only when it has closed too. */
export function hasOpenSubstitute(
  { substituteWindowId: named }: Pick<Case, 'substituteWindowId'>,
  open: readonly Pick<OpenWindow, 'id'>[],
): boolean {
  return named !== null && open.some(({ id }) => id === named);
}

/**
 * Names the one window that stands in for the accepting one while that is closed; another one only when the one named
 * before has closed too.
 *
 * @regulation S3.4c A-11
 * @refuses CASE_ACTION_NOT_POSSIBLE, SUBSTITUTE_ALREADY_NAMED, SUBSTITUTE_IS_OWN_WINDOW
 */
export function applySubstitute(
  current: Case,
  by: Attribution,
  windowId: string,
  open: readonly OpenWindow[],
): Outcome<Case> {
  const refused = refuseUnlessAllowed(current, 'substituteWindow');
  if (refused) return refused;
  if (hasOpenSubstitute(current, open)) return refuse('SUBSTITUTE_ALREADY_NAMED');
  if (windowId === current.windowId) return refuse('SUBSTITUTE_IS_OWN_WINDOW');
  return done(actedOn(current, by, { substituteWindowId: windowId }));
}

/**
 * The substitute that the system names by itself for a result that waits at a closed window: an open window of the same
 * department before any other, the lowest number of several. None while the accepting window or the one named before is
 * open, or no other is.
 *
 * @regulation S3.4c A-11
 */
export function chooseSubstitute(current: Case, open: readonly OpenWindow[]): OpenWindow | undefined {
  const { windowId, substituteWindowId, departmentId, status } = current;
  if (status !== 'DECIDED' || open.some(({ id }) => id === windowId || id === substituteWindowId)) return undefined;
  const isForeign = (window: OpenWindow): number => Number(window.departmentId !== departmentId);
  return open.toSorted(
    (a, b) => isForeign(a) - isForeign(b) || a.number.localeCompare(b.number, 'en', { numeric: true }),
  )[0];
}
