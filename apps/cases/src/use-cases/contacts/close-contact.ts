import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { closeContact, refuseImpossibleMode, refuseUnlessOwner } from '../../domain/contacts/contact';
import type { ConsultationMode, Contact, ContactEnd } from '../../domain/contacts/contact';
import { refuse } from '../../domain/refusals';
import { findOfficer } from '../officers';
import type { CasePorts, Key } from '../ports';

/** How a contact is ended. */
export interface EndContact {
  readonly key: Key;
  readonly end: Exclude<ContactEnd, { outcome: 'ACCEPTED' }>;
  /** The item whose guide the client was told, as a whole and at once. */
  readonly told: { readonly item: Key; readonly mode: ConsultationMode } | null;
}

/**
 * Ends a contact with what the client was told, or with the named body outside the hall that the client was directed to.
 * About an item the client is told everything at once: the whole guide of the version in force, which is recorded.
 *
 * @regulation S2.1b S2.2b S3.4e S4.1a S4.2a S4.3b S4.3d S4.4b A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, CONTACT_NOT_YOURS, CONTACT_CLOSED, OUTSIDE_BODY_REQUIRED, ITEM_NOT_FOUND,
 *   MODE_NOT_POSSIBLE
 */
export function endContact(
  ports: CasePorts,
  command: Command<EndContact>,
  operation: 'answerContact' | 'referOutside',
): Promise<Outcome<Key>> {
  const { key, end, told } = command.input;
  return ports.run(command, { operation, hallCode: key.hallCode }, async (tx) => {
    const owned = await ownContact(ports, tx, command, key);
    if (isRefused(owned)) return owned;
    const closed = closeContact(owned.value.contact, end, ports.clock.now());
    if (isRefused(closed)) return closed;
    if (told) {
      const item = told.item.hallCode === key.hallCode ? await ports.items.findItem(tx, told.item) : undefined;
      if (!item) return refuse('ITEM_NOT_FOUND');
      const refused = refuseImpossibleMode(owned.value.contact, told.mode);
      if (refused) return refused;
      await ports.contacts.insertConsultation(tx, {
        hallCode: key.hallCode,
        contactId: key.id,
        itemId: item.id,
        itemVersion: item.current.number,
        mode: told.mode,
        toldAt: ports.clock.now(),
        toldById: owned.value.officerId,
      });
    }
    await ports.contacts.updateContact(tx, closed.value);
    await ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', contact: closed.value, changeKind: 'CLOSED' }]);
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
