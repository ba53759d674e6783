import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import type { Contact } from './contact';

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
  if (contact.closedAt !== null) return refuse('CONTACT_CLOSED');
  if (contact.desk !== null) return refuse('CONTACT_AT_DESK');
  if (isPending) return refuse('REFERRAL_PENDING');
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
  if (!officer.roles.includes('DESK_OFFICER')) return refuse('DESK_OFFICER_REQUIRED');
  if (contact.closedAt !== null) return refuse('CONTACT_CLOSED');
  if (contact.desk === null || contact.desk.takenAt !== null) return refuse('NOT_AT_DESK');
  const desk = { ...contact.desk, takenById: officer.id, takenAt: now };
  return done({ ...contact, ownerId: officer.id, postId: null, desk, version: contact.version + 1 });
}
