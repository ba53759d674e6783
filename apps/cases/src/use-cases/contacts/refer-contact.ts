import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findWindow } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import { applyAcknowledgement, offerReferral, returnReferral } from '../../domain/contacts/referral';
import { isOfferedAt } from '../../domain/cases/accept-case';
import type { CaseFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import { offeredElsewhere } from '../catalogue/offered-elsewhere';
import { authorityAtWindow } from '../cases/acting-officer';
import type { CasePorts } from '../ports';
import { contactAct, contactOwner } from './change-contact';

/** Where a contact is referred to, and why. */
export interface ReferContact {
  readonly key: HallKey;
  readonly toWindow: HallKey;
  readonly reason: string;
}

/**
 * Offers a contact to another window. The owner stays the owner until that window acknowledges; more than one referral
 * of the same contact is recorded as passing the buck.
 *
 * @regulation S1.2e S2.2c A-06
 * @refuses CONTACT_NOT_FOUND, CONTACT_NOT_YOURS, CONTACT_CLOSED, WINDOW_NOT_KNOWN, ITEM_NOT_OFFERED_HERE, REFERRAL_PENDING,
 *   REFERRAL_TO_OWN_WINDOW
 */
export const referContact = contactAct({
  operation: 'referContact',
  authorise: contactOwner,
  async rule({ ports, tx, current, officerId, now }, { key, toWindow, reason }: ReferContact) {
    const { hallCode } = key;
    const target = toWindow.hallCode === hallCode && (await findWindow(tx, hallCode, toWindow.id));
    if (!target) return refuse('WINDOW_NOT_KNOWN');
    const item = current.itemId && (await itemStore.findItem(tx, { hallCode, id: current.itemId }));
    if (item && !isOfferedAt(item, target)) return offeredElsewhere(tx, item);
    const before = await ports.contacts.lockReferralsOf(tx, key);
    const { acknowledgeWithinMinutes: withinMinutes } = ports.settings['A-06'];
    const offer = { id: ports.newId(), toWindowId: toWindow.id, reason, officerId, now, withinMinutes };
    const offered = offerReferral(current, before, offer);
    if (isRefused(offered)) return offered;
    const { contact, referral } = offered.value;
    await ports.contacts.insertReferral(tx, referral);
    return done({ contact, referral, changeKind: contact.referralCount > 1 ? 'BOUNCED' : 'REFERRED' });
  },
});

/** The referral that is taken over. */
export interface AcknowledgeReferral {
  readonly referral: HallKey;
}

/**
 * The receiving window takes a referred contact over; from now on its officer answers for it.
 *
 * @regulation S2.2c
 * @refuses REFERRAL_NOT_FOUND, NOT_ON_DUTY, REFERRAL_SETTLED
 */
export function acknowledgeReferral(
  ports: CasePorts,
  command: Command<AcknowledgeReferral>,
): Promise<Outcome<HallKey>> {
  const { referral: key } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation: 'acknowledgeReferral', hallCode }, async (tx) => {
    const referral = command.actor.hallCode === hallCode ? await ports.contacts.lockReferral(tx, key) : undefined;
    const contact = referral && (await ports.contacts.lockContact(tx, { hallCode, id: referral.contactId }));
    if (!referral || !contact) return refuse('REFERRAL_NOT_FOUND');
    const atWindow = await authorityAtWindow(tx, command, { hallCode, id: referral.toWindowId });
    if (isRefused(atWindow)) return atWindow;
    const taken = applyAcknowledgement(contact, referral, atWindow.value.by, ports.clock.now());
    if (isRefused(taken)) return taken;
    await ports.contacts.updateContact(tx, taken.value.contact);
    await ports.contacts.updateReferral(tx, taken.value.referral);
    await ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', changeKind: 'ACKNOWLEDGED', ...taken.value }]);
    return done({ hallCode, id: contact.id });
  });
}

const batchSize = 200;

/**
 * Referrals that nobody acknowledged within ten minutes: they are over, the owner stays the owner, the leader is told,
 * and the window that ignored them is on record.
 *
 * @regulation S1.2e S2.2c A-06
 */
export function referralSweep(ports: CasePorts, base: SweepBase): Sweep {
  const find = (tx: Tx, aside: readonly string[]) =>
    ports.contacts.findUnacknowledged(tx, ports.clock.now(), batchSize, aside);
  return isolatedSweep({ name: 'referrals', find, work: (tx, keys) => returnReferrals(ports, tx, keys) }, base);
}

async function returnReferrals(ports: CasePorts, tx: Tx, keys: readonly HallKey[]): Promise<number> {
  const now = ports.clock.now();
  const late = await ports.contacts.lockUnacknowledged(tx, keys);
  const facts: CaseFact[] = [];
  for (const { referral, contact, onDutyId } of late) {
    const returned = returnReferral(contact, referral, onDutyId, now);
    await ports.contacts.updateReferral(tx, returned.referral);
    await ports.contacts.updateContact(tx, returned.contact);
    facts.push({ kind: 'CONTACT_CHANGED', changeKind: 'REFERRAL_RETURNED', ...returned });
    const { ignoredById } = returned.referral;
    if (ignoredById) facts.push({ kind: 'REFERRAL_IGNORED', referral: returned.referral, ignoredById });
  }
  await ports.publish(tx, { correlationId: 'sweep' }, facts);
  return late.length;
}
