import { done } from '@hall/kernel';
import type { Outcome, Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import { refuseIfClosed } from './contact';
import type { Contact } from './contact';

/** Where a referral stands. */
export const referralStates = ['OFFERED', 'ACKNOWLEDGED', 'RETURNED'] as const;
/** One of {@link referralStates}. */
export type ReferralState = (typeof referralStates)[number];

/** A contact offered to another window (导办). Ownership moves only when the receiver acknowledges. */
export interface Referral {
  readonly hallCode: string;
  readonly id: string;
  readonly contactId: string;
  readonly toWindowId: string;
  readonly reason: string;
  readonly offeredById: string;
  readonly offeredAt: Date;
  readonly alertAt: Date;
  readonly state: ReferralState;
  readonly acknowledgedById: string | null;
  readonly acknowledgedAt: Date | null;
  readonly returnedAt: Date | null;
  /** Who was on duty at that window when it returned, and had not taken it; null when nobody was. */
  readonly ignoredById: string | null;
}

/** Whether a window has been asked to take the contact, and has not yet. */
export function isPending(referrals: readonly Pick<Referral, 'state'>[]): boolean {
  return referrals.some(({ state }) => state === 'OFFERED');
}

/** Says no to a referral, whichever window it is to. */
export function refuseReferral(
  contact: Pick<Contact, 'closedAt'>,
  before: readonly Pick<Referral, 'state'>[],
): Refused | undefined {
  return refuseIfClosed(contact) ?? (isPending(before) ? refuse('REFERRAL_PENDING') : undefined);
}

/** Says no to taking a contact over, whoever's window it is offered to. */
export function refuseAcknowledgement(
  { closedAt }: Pick<Contact, 'closedAt'>,
  { state }: Pick<Referral, 'state'>,
): Refused | undefined {
  return state !== 'OFFERED' || closedAt !== null ? refuse('REFERRAL_SETTLED') : undefined;
}

/**
 * Offers a contact to another window. Until that acknowledges, the owner stays the owner; when it has not within so many
 * minutes, the leader on duty is told.
 *
 * @regulation S2.2b S2.2c A-06
 * @param facts.withinMinutes how long that window may take
 * @refuses CONTACT_CLOSED, REFERRAL_PENDING, REFERRAL_TO_OWN_WINDOW
 */
export function offerReferral(
  contact: Contact,
  pending: readonly Referral[],
  facts: { id: string; toWindowId: string; reason: string; officerId: string; now: Date; withinMinutes: number },
): Outcome<{ readonly contact: Contact; readonly referral: Referral }> {
  const refused = refuseReferral(contact, pending);
  if (refused) return refused;
  if (contact.windowId === facts.toWindowId) return refuse('REFERRAL_TO_OWN_WINDOW');
  const { id, toWindowId, reason, officerId, now, withinMinutes } = facts;
  const referral: Referral = {
    hallCode: contact.hallCode,
    id,
    contactId: contact.id,
    toWindowId,
    reason,
    offeredById: officerId,
    offeredAt: now,
    alertAt: new Date(now.getTime() + withinMinutes * 60_000),
    state: 'OFFERED',
    acknowledgedById: null,
    acknowledgedAt: null,
    returnedAt: null,
    ignoredById: null,
  };
  const referred = { ...contact, referralCount: contact.referralCount + 1, version: contact.version + 1 };
  return done({ contact: referred, referral });
}

/**
 * The receiving window takes the contact over: from now on its officer answers for it.
 *
 * @regulation S2.2c
 * @refuses REFERRAL_SETTLED when it was acknowledged, has returned, or the contact has ended
 */
export function applyAcknowledgement(
  contact: Contact,
  referral: Referral,
  { officerId, postId }: { readonly officerId: string; readonly postId: string },
  now: Date,
): Outcome<{ readonly contact: Contact; readonly referral: Referral }> {
  const refused = refuseAcknowledgement(contact, referral);
  if (refused) return refused;
  return done({
    contact: { ...contact, ownerId: officerId, windowId: referral.toWindowId, postId, version: contact.version + 1 },
    referral: { ...referral, state: 'ACKNOWLEDGED', acknowledgedById: officerId, acknowledgedAt: now },
  });
}

/**
 * Nobody acknowledged in time: the referral is over, the owner stays the owner, and the leader on duty is told. It was the
 * other window that did not cooperate: the record names whoever was on duty there, and nothing was passed on.
 *
 * @regulation S1.2e S2.2c A-06
 */
export function returnReferral(
  contact: Contact,
  referral: Referral,
  ignoredById: string | null,
  now: Date,
): { readonly contact: Contact; readonly referral: Referral } {
  const referralCount = contact.referralCount - 1;
  // A contact that ended meanwhile was nobody's to take any more.
  const isIgnored = contact.closedAt === null || contact.closedAt >= referral.alertAt;
  return {
    contact: { ...contact, referralCount, version: contact.version + 1 },
    referral: { ...referral, state: 'RETURNED', returnedAt: now, ignoredById: isIgnored ? ignoredById : null },
  };
}
