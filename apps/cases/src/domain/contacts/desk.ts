import { done } from '@hall/kernel';
import type { Outcome, Refused } from '@hall/kernel';
import { refuse } from '../refusals';
import { refuseIfClosed } from './contact';
import type { Contact } from './contact';

/** Says no to passing a contact to the desk, whatever the question. */
export function refuseDeskReferral(
  contact: Pick<Contact, 'closedAt' | 'desk'>,
  isPending: boolean,
): Refused | undefined {
  if (contact.desk !== null) return refuseIfClosed(contact) ?? refuse('CONTACT_AT_DESK');
  return refuseIfClosed(contact) ?? (isPending ? refuse('REFERRAL_PENDING') : undefined);
}

/** Says no to taking a contact from the desk. */
export function refuseDeskTakeover(
  contact: Pick<Contact, 'closedAt' | 'desk'>,
  { roles }: { readonly roles: readonly string[] },
): Refused | undefined {
  if (!roles.includes('DESK_OFFICER')) return refuse('DESK_OFFICER_REQUIRED');
  const isWaiting = contact.desk !== null && contact.desk.takenAt === null;
  return refuseIfClosed(contact) ?? (isWaiting ? undefined : refuse('NOT_AT_DESK'));
}

/**
 * Nobody knows whose matter it is: the contact goes to the desk and waits there. Until a desk officer takes it, whoever
 * answered for it still does, and may end it.
 *
 * @regulation S4.4b A-16
 * @refuses CONTACT_CLOSED, REFERRAL_PENDING while a window is asked, CONTACT_AT_DESK when the desk has it
 */
export function applyDeskReferral(
  contact: Contact,
  { question, isPending, now }: { readonly question: string; readonly isPending: boolean; readonly now: Date },
): Outcome<Contact> {
  const refused = refuseDeskReferral(contact, isPending);
  if (refused) return refused;
  const desk = { question, since: now, takenById: null, takenAt: null };
  return done({ ...contact, desk, version: contact.version + 1 });
}

/**
 * A desk officer takes a consultation from the desk and answers for it from now on.
 *
 * @regulation S2.2c A-16
 * @refuses CONTACT_CLOSED, NOT_AT_DESK, DESK_OFFICER_REQUIRED
 */
export function applyDeskTakeover(
  contact: Contact,
  officer: { readonly id: string; readonly roles: readonly string[] },
  now: Date,
): Outcome<Contact> {
  const refused = refuseDeskTakeover(contact, officer);
  if (refused) return refused;
  const desk = contact.desk && { ...contact.desk, takenById: officer.id, takenAt: now };
  return done({ ...contact, ownerId: officer.id, postId: null, desk, version: contact.version + 1 });
}
