import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from './refusals';

/** How a visitor can reach the hall. */
export const contactChannels = ['WINDOW', 'PHONE', 'LETTER', 'ONLINE'] as const;
/** One of {@link contactChannels}. */
export type ContactChannel = (typeof contactChannels)[number];

/** The four ways in which a contact may end (S2.1b). */
export const contactOutcomes = ['ANSWERED', 'SERVED', 'ACCEPTED', 'REFERRED'] as const;
/** How a contact ended (解答、服务、受理、导办). */
export type ContactOutcome = (typeof contactOutcomes)[number];

/** A visitor's first contact with the hall. The first officer answers for it until it ends (首问责任). */
export interface Contact {
  readonly hallCode: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly receivedAt: Date;
  readonly windowId: string | null;
  readonly firstOfficerId: string;
  readonly ownerId: string;
  readonly outcome: ContactOutcome | null;
  readonly caseId: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

/**
 * A new contact: whoever replies first is the first-contact officer and answers for it from now on.
 *
 * @regulation S2.1a
 */
export function openContact(facts: {
  readonly hallCode: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly windowId: string | null;
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
    caseId: null,
    closedAt: null,
    version: 1,
  };
}

/**
 * Ends a contact by an accepted case.
 *
 * @regulation S2.1b
 * @refuses CONTACT_CLOSED when it has ended before
 */
export function closeByCase(contact: Contact, caseId: string, now: Date): Outcome<Contact> {
  if (contact.closedAt !== null) return refuse('CONTACT_CLOSED');
  return done({ ...contact, outcome: 'ACCEPTED', caseId, closedAt: now, version: contact.version + 1 });
}
