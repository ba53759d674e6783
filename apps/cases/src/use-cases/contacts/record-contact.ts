import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOfficer, findWindowAndPost } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { continueContact, openContact } from '../../domain/contacts/contact';
import type { Contact, ContactChannel, Visit } from '../../domain/contacts/contact';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';
import { beginContactDeadline } from './contact-deadlines';

/** What a first contact says. */
export interface RecordContact {
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly window: HallKey | null;
  /** Identity number or telephone of the client, kept only as a keyed hash; null for somebody who stays unnamed. */
  readonly client: string | null;
  /** The item that it is about, or its code or name, or anything else. */
  readonly matter: string | null;
  readonly item: HallKey | null;
}

/**
 * Records a visitor's first contact; the caller becomes the first-contact officer and answers for it. Somebody who has
 * been here about the same matter today is still the same contact: while it is open its owner stays who it was, and one that
 * had ended goes on with whoever meets them now.
 *
 * @regulation S1.2k S2.1a A-06
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, ITEM_NOT_FOUND
 */
export function recordContact(ports: CasePorts, command: Command<RecordContact>): Promise<Outcome<HallKey>> {
  const { channel, subject, window, client } = command.input;
  const hallCode = window?.hallCode ?? command.actor.hallCode ?? '';
  return ports.run(command, { operation: 'recordContact', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const found = window && (await findWindowAndPost(tx, window, command.actor.account ?? ''));
    if (window && !found) return refuse('WINDOW_NOT_KNOWN');
    const about = await findMatter(tx, hallCode, command.input);
    if (isRefused(about)) return about;
    const { itemId, matter } = about.value;
    const now = ports.clock.now();
    const officerId = officer.value.id;
    const at = { windowId: found?.id ?? null, postId: found?.postId ?? null };
    const clientHash = client === null || matter === null ? null : ports.lookupHash(client);
    if (clientHash !== null && matter !== null) {
      const same = await ports.contacts.lockContactOfDay(tx, { hallCode, clientHash, matter, day: plainDateOf(now) });
      if (same) return goOn({ ports, tx, command }, same, { officerId, ...at, note: subject, now });
    }
    const facts = { hallCode, id: ports.newId(), channel, subject, matter, itemId, ...at, officerId, now };
    const contact = openContact(facts);
    await ports.contacts.insertContact(tx, contact, clientHash);
    const refused = await beginContactDeadline({ ports, tx }, contact, 'CONTACT');
    if (refused) return refused;
    await ports.publish(tx, command, [{ kind: 'CONTACT_RECORDED', contact }]);
    return done({ hallCode, id: contact.id });
  });
}

/** The same client about the same matter: one contact, which goes on when it had ended. */
async function goOn(
  { ports, tx, command }: { ports: CasePorts; tx: Tx; command: Command<RecordContact> },
  same: Contact,
  visit: Visit,
): Promise<Outcome<HallKey>> {
  const { hallCode, id } = same;
  const { contact, followUps } = continueContact(same, visit);
  await ports.contacts.appendFollowUps(tx, contact, followUps);
  if (contact !== same) {
    await ports.contacts.updateContact(tx, contact);
    const refused = await beginContactDeadline({ ports, tx }, contact, 'CONTACT');
    if (refused) return refused;
    await ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', contact, changeKind: 'TOUCHED' }]);
  }
  return done({ hallCode, id });
}

/** What a contact is about: an item by its key, its code or its name, or whatever else was said. */
async function findMatter(
  tx: Tx,
  hallCode: string,
  { item, matter }: Pick<RecordContact, 'item' | 'matter'>,
): Promise<Outcome<{ readonly itemId: string | null; readonly matter: string | null }>> {
  if (item && item.hallCode !== hallCode) return refuse('ITEM_NOT_FOUND');
  if (!item && matter === null) return done({ itemId: null, matter });
  const found = await itemStore.findNamed(tx, hallCode, item?.id ?? null, matter);
  if (item && !found) return refuse('ITEM_NOT_FOUND');
  return done(found ? { itemId: found.id, matter: found.code } : { itemId: null, matter });
}
