import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { namesBody } from './outside-body';
import { refuse } from '../refusals';

/** How a visitor can reach the hall. */
export const contactChannels = ['WINDOW', 'PHONE', 'LETTER', 'ONLINE'] as const;
/** One of {@link contactChannels}. */
export type ContactChannel = (typeof contactChannels)[number];

/** The four ways in which a contact may end (S2.1b). */
export const contactOutcomes = ['ANSWERED', 'SERVED', 'ACCEPTED', 'REFERRED'] as const;
/** How a contact ended (解答、服务、受理、导办). */
export type ContactOutcome = (typeof contactOutcomes)[number];

/** A consultation at the desk: what has to be found out, and who does. */
export interface DeskConsultation {
  readonly question: string;
  readonly since: Date;
  readonly takenById: string | null;
  readonly takenAt: Date | null;
}

/** A visitor's first contact with the hall. Its owner answers for it until it ends (首问责任). */
export interface Contact {
  readonly hallCode: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  /** The service item or matter it is about; with the client and the day it makes one contact. */
  readonly matter: string | null;
  /** The item, where it is about one; then the matter is its code. */
  readonly itemId: string | null;
  readonly receivedAt: Date;
  readonly windowId: string | null;
  /** The post at which it was taken, and with which it passes to somebody else; null at the desk, and for who holds none. */
  readonly postId: string | null;
  readonly firstOfficerId: string;
  readonly ownerId: string;
  readonly outcome: ContactOutcome | null;
  /** What the client was told. */
  readonly answer: string | null;
  /** The body outside the hall that the client was directed to, with its address or telephone. */
  readonly referredTo: string | null;
  readonly caseId: string | null;
  /** What became of it at the desk; null while it has not been there. */
  readonly desk: DeskConsultation | null;
  readonly closedAt: Date | null;
  /** How often it was referred; more than once is passing the buck (S1.2e). */
  readonly referralCount: number;
  readonly version: number;
}

/**
 * A new contact: whoever replies first is the first-contact officer and answers for it from now on.
 *
 * @regulation S1.2k S2.1a
 */
export function openContact(facts: {
  readonly hallCode: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly matter: string | null;
  readonly itemId: string | null;
  readonly windowId: string | null;
  readonly postId: string | null;
  readonly officerId: string;
  readonly now: Date;
}): Contact {
  const { officerId, now, ...rest } = facts;
  return {
    ...rest,
    receivedAt: now,
    firstOfficerId: officerId,
    ownerId: officerId,
    outcome: null,
    answer: null,
    referredTo: null,
    caseId: null,
    desk: null,
    closedAt: null,
    referralCount: 0,
    version: 1,
  };
}

/** How a contact ends, and what has to be said for it. */
export type ContactEnd =
  | { readonly outcome: 'ACCEPTED' | 'SERVED'; readonly caseId: string }
  | { readonly outcome: 'ANSWERED' | 'SERVED'; readonly answer: string }
  | { readonly outcome: 'REFERRED'; readonly referredTo: string; readonly answer: string };

/**
 * Ends a contact in one of the four ways. “I do not know” is none of them: a matter that belongs to nobody in the hall
 * is directed to a named body with its address or telephone, or waits at the desk until that is found out.
 *
 * @regulation S2.1b S4.4b A-16
 * @refuses CONTACT_CLOSED when it has ended before, OUTSIDE_BODY_REQUIRED
 */
export function closeContact(contact: Contact, end: ContactEnd, now: Date): Outcome<Contact> {
  const refused = refuseIfClosed(contact);
  if (refused) return refused;
  if (end.outcome === 'REFERRED' && !namesBody(end.referredTo)) {
    return refuse('OUTSIDE_BODY_REQUIRED', {}, ['referToDesk']);
  }
  return done({ ...contact, ...end, closedAt: now, version: contact.version + 1 });
}

/**
 * What can happen to a contact after the first one: the client comes again, its owner's post passes to somebody else, or
 * it had ended before the client came again.
 */
export const followUpKinds = ['TOUCHED', 'TAKEN_OVER', 'ENDED'] as const;
/** One of {@link followUpKinds}. */
export type FollowUpKind = (typeof followUpKinds)[number];

/**
 * The authority over the post of a contact's owner has passed to somebody else, who answers for it from now on. A contact
 * that has ended stays as it ended.
 *
 * @regulation S2.1a S5.2a A-21
 * @returns the changed contact, or undefined when nothing changes
 */
export function takeOverContact(contact: Contact, holderId: string): Contact | undefined {
  if (contact.closedAt !== null || contact.ownerId === holderId) return undefined;
  return { ...contact, ownerId: holderId, version: contact.version + 1 };
}

/** Says no to whatever would change a contact that has ended. */
export function refuseIfClosed({ closedAt }: Pick<Contact, 'closedAt'>) {
  return closedAt === null ? undefined : refuse('CONTACT_CLOSED');
}

/**
 * Who may end or refer a contact: the one who answers for it.
 *
 * @regulation S2.1b S2.2c
 * @refuses CONTACT_NOT_YOURS
 */
export function refuseUnlessOwner({ ownerId }: Contact, officerId: string) {
  return ownerId === officerId ? undefined : refuse('CONTACT_NOT_YOURS');
}

/** Ways in which a client is told what an item needs. Whoever asks is told orally; the list is shown, or a paper goes along, when it is wanted. */
export const consultationModes = ['ORAL', 'SHOWN', 'PRINTED', 'ELECTRONIC'] as const;
/** One of {@link consultationModes}. */
export type ConsultationMode = (typeof consultationModes)[number];

/** What a client was told about an item: the whole guide of one version, at once (一次性告知). */
export interface Consultation {
  readonly hallCode: string;
  readonly contactId: string;
  readonly itemId: string;
  readonly itemVersion: number;
  readonly mode: ConsultationMode;
  /** The codes of the materials on the list that was told, shown or handed over. */
  readonly materialCodes: readonly string[];
  readonly toldAt: Date;
  readonly toldById: string;
}

/** A telephone call can neither hand over paper nor show anything; everything else can. */
export function refuseImpossibleMode({ channel }: Contact, mode: ConsultationMode) {
  return channel === 'PHONE' && (mode === 'PRINTED' || mode === 'SHOWN') ? refuse('MODE_NOT_POSSIBLE') : undefined;
}

/** A later visit of the same client about the same matter, a new owner with the post, or how an earlier visit ended. */
export interface ContactFollowUp {
  readonly at: Date;
  readonly officerId: string;
  readonly kind: FollowUpKind;
  readonly note: string | null;
  /** How the visit before ended: kept when the contact goes on. */
  readonly outcome: ContactOutcome | null;
  readonly answer: string | null;
  readonly referredTo: string | null;
  readonly caseId: string | null;
}

/** A follow-up that ends nothing. */
export function followUpOf(facts: Pick<ContactFollowUp, 'at' | 'officerId' | 'kind' | 'note'>): ContactFollowUp {
  return { ...facts, outcome: null, answer: null, referredTo: null, caseId: null };
}

/** The client is here again: who meets them where, and what is noted. */
export interface Visit {
  readonly officerId: string;
  readonly windowId: string | null;
  readonly postId: string | null;
  readonly note: string | null;
  readonly now: Date;
}

/** A contact after a later visit, and what has to be kept of it. */
export interface ContinuedContact {
  readonly contact: Contact;
  readonly followUps: readonly ContactFollowUp[];
}

/**
 * The client comes again about the same matter on the same day: it stays one contact. One that is open keeps its owner; one
 * that had ended goes on, and whoever meets the client answers for how this visit ends. How the last one ended is kept.
 *
 * @regulation S1.2k S2.1a A-06
 */
export function continueContact(contact: Contact, { officerId, windowId, postId, note, now }: Visit): ContinuedContact {
  const touched = followUpOf({ at: now, officerId, kind: 'TOUCHED', note });
  const { outcome, answer, referredTo, caseId, closedAt } = contact;
  if (closedAt === null) return { contact, followUps: [touched] };
  const last = { outcome, answer, referredTo, caseId };
  const open = {
    ...contact,
    ownerId: officerId,
    windowId: windowId ?? contact.windowId,
    postId,
    outcome: null,
    answer: null,
    referredTo: null,
    caseId: null,
    closedAt: null,
    version: contact.version + 1,
  };
  const ended: ContactFollowUp = { at: closedAt, officerId: contact.ownerId, kind: 'ENDED', note: null, ...last };
  return { contact: open, followUps: [ended, touched] };
}

/**
 * Whoever asks about an item is told all of it: such a contact is not ended with a word, but with what was told, and of
 * which version.
 *
 * @regulation S3.4e S4.1a S4.2a
 * @refuses GUIDE_NOT_TOLD
 */
export function refuseUntold({ itemId }: Contact, outcome: ContactOutcome, toldItemId: string | null) {
  return outcome === 'ANSWERED' && itemId !== null && itemId !== toldItemId ? refuse('GUIDE_NOT_TOLD') : undefined;
}
