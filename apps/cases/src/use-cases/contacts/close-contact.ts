import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { closeContact, refuseUnlessOwner } from '../../domain/contacts/contact';
import type { Contact, ContactEnd } from '../../domain/contacts/contact';
import { refuse } from '../../domain/refusals';
import { findOfficer } from '../officers';
import type { CasePorts, Key } from '../ports';

/** How a contact is ended. */
export interface EndContact {
  readonly key: Key;
  readonly end: Exclude<ContactEnd, { outcome: 'ACCEPTED' }>;
}

/**
 * Ends a contact with what the client was told, or with the named body outside the hall that the client was directed to.
 *
 * @regulation S2.1b S2.2b S4.2a S4.4b A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, CONTACT_NOT_YOURS, CONTACT_CLOSED, OUTSIDE_BODY_REQUIRED
 */
export function endContact(
  ports: CasePorts,
  command: Command<EndContact>,
  operation: 'answerContact' | 'referOutside',
): Promise<Outcome<Key>> {
  const { key, end } = command.input;
  return ports.run(command, { operation, hallCode: key.hallCode }, async (tx) => {
    const owned = await ownContact(ports, tx, command, key);
    if (isRefused(owned)) return owned;
    const closed = closeContact(owned.value.contact, end, ports.clock.now());
    if (isRefused(closed)) return closed;
    await ports.contacts.updateContact(tx, closed.value);
    await ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', contact: closed.value, turn: 'CLOSED' }]);
    return done(key);
  });
}

/** A contact and the officer who answers for it and gives the command. */
export async function ownContact(
  ports: CasePorts,
  tx: Tx,
  command: Command<unknown>,
  key: Key,
): Promise<Outcome<{ readonly contact: Contact; readonly officerId: string }>> {
  const contact = command.actor.hallCode === key.hallCode ? await ports.contacts.lockContact(tx, key) : undefined;
  if (!contact) return refuse('CONTACT_NOT_FOUND');
  const officer = await findOfficer(ports, tx, command, key.hallCode);
  if (isRefused(officer)) return officer;
  const refused = refuseUnlessOwner(contact, officer.value.id);
  return refused ?? done({ contact, officerId: officer.value.id });
}
