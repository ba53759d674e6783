import { isRefused, mapDone } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command, InHand } from '@hall/platform/use-case';
import { closeContact, refuseImpossibleMode, refuseUntold } from '../../domain/contacts/contact';
import type { ConsultationMode, Contact, ContactEnd } from '../../domain/contacts/contact';
import type { CaseFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import { noteStock } from '../catalogue/note-stock';
import type { CasePorts } from '../ports';
import { contactAct, contactOwner } from './change-contact';
import type { ContactChange } from './change-contact';

/** How a contact is ended. */
export interface EndContact {
  readonly key: HallKey;
  readonly end: Exclude<ContactEnd, { outcome: 'ACCEPTED' }>;
  /** The item whose guide the client was told, as a whole and at once. */
  readonly told: { readonly item: HallKey; readonly mode: ConsultationMode } | null;
}

/**
 * Ends a contact with what the client was told, or with the named body outside the hall that the client was directed to.
 * About an item the client is told everything at once: the whole guide of the version in force, which is recorded.
 *
 * @regulation S2.1b S2.2b S3.3d S3.4e S4.1a S4.2a S4.3b S4.3d S4.4b A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, CONTACT_NOT_YOURS, CONTACT_CLOSED, OUTSIDE_BODY_REQUIRED, GUIDE_NOT_TOLD,
 *   ITEM_NOT_FOUND, MODE_NOT_POSSIBLE
 */
export function endContact(
  ports: CasePorts,
  command: Command<EndContact>,
  operation: 'answerContact' | 'referOutside',
): Promise<Outcome<HallKey>> {
  return ends[operation](ports, command);
}

const ending = { authorise: contactOwner, rule: recordEnd };
const ends = {
  answerContact: contactAct({ operation: 'answerContact', ...ending }),
  referOutside: contactAct({ operation: 'referOutside', ...ending }),
};

async function recordEnd(
  { ports, tx, current, officerId, now }: InHand<CasePorts, Contact> & { readonly officerId: string },
  { key, end, told }: EndContact,
): Promise<Outcome<ContactChange>> {
  const closed = closeContact(current, end, now);
  if (isRefused(closed)) return closed;
  const untold = refuseUntold(current, end.outcome, told?.item.id ?? null);
  if (untold) return untold;
  let facts: readonly CaseFact[] = [];
  if (told) {
    const item = told.item.hallCode === key.hallCode ? await itemStore.findItem(tx, told.item) : undefined;
    if (!item) return refuse('ITEM_NOT_FOUND');
    const refused = refuseImpossibleMode(current, told.mode);
    if (refused) return refused;
    await ports.contacts.insertConsultation(tx, {
      hallCode: key.hallCode,
      contactId: key.id,
      itemId: item.id,
      itemVersion: item.current.number,
      mode: told.mode,
      materialCodes: item.current.materials.map(({ code }) => code),
      toldAt: now,
      toldById: officerId,
    });
    if (told.mode === 'PRINTED' && current.windowId !== null) {
      const handedOut = { copies: null, countedAt: now, countedById: officerId };
      const place = { hallCode: key.hallCode, windowId: current.windowId, itemId: item.id };
      facts = await noteStock(ports, tx, { ...place, ...handedOut });
    }
  }
  return mapDone(closed, (contact) => ({ contact, changeKind: 'CLOSED', facts }));
}
