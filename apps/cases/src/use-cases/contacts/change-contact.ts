import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { findOfficer } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { createActs } from '@hall/platform/use-case';
import type { Command } from '@hall/platform/use-case';
import { refuseUnlessOwner } from '../../domain/contacts/contact';
import type { Contact } from '../../domain/contacts/contact';
import type { Referral } from '../../domain/contacts/referral';
import type { CaseFact, ContactChangeKind } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';
import { finishContactDeadlines } from './contact-deadlines';

/** What an act makes of a contact, and what the fact says. */
export interface ContactChange {
  readonly contact: Contact;
  readonly changeKind: ContactChangeKind;
  readonly referral?: Referral;
  /** What has become true besides. */
  readonly facts?: readonly CaseFact[];
}

/** The shell of every act on a contact. */
export const contactAct = createActs<CasePorts, Contact, object, ContactChange>({
  notFound: () => refuse('CONTACT_NOT_FOUND'),
  lock: (ports, tx, key) => ports.contacts.lockContact(tx, key),
  prepare: () => Promise.resolve({}),
  save: ({ ports, tx }, { facts = [], ...change }, command) =>
    Promise.all([
      ports.contacts.updateContact(tx, change.contact),
      change.contact.closedAt && finishContactDeadlines({ ports, tx }, change.contact),
      ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', ...change }, ...facts]),
    ]),
});

/**
 * Whoever answers for a contact.
 *
 * @refuses STAFF_NOT_KNOWN, CONTACT_NOT_YOURS
 */
export async function contactOwner(
  tx: Tx,
  command: Command<unknown>,
  current: Contact,
): Promise<Outcome<{ readonly officerId: string }>> {
  const officer = await findOfficer(tx, command, current.hallCode);
  if (isRefused(officer)) return officer;
  return refuseUnlessOwner(current, officer.value.id) ?? done({ officerId: officer.value.id });
}
