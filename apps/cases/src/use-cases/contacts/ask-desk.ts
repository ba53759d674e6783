import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { referToDesk as refer, takeFromDesk as take } from '../../domain/contacts/desk';
import { refuse } from '../../domain/refusals';
import { findOfficer } from '../officers';
import type { CasePorts, Key } from '../ports';
import { ownContact } from './close-contact';

/**
 * The owner of a contact does not know whose matter it is, and passes it to the desk with the question.
 *
 * @regulation S4.4b A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, CONTACT_NOT_YOURS, CONTACT_CLOSED, REFERRAL_PENDING, CONTACT_AT_DESK
 */
export function referToDesk(
  ports: CasePorts,
  command: Command<{ readonly key: Key; readonly question: string }>,
): Promise<Outcome<Key>> {
  const { key, question } = command.input;
  return ports.run(command, { operation: 'referToDesk', hallCode: key.hallCode }, async (tx) => {
    const owned = await ownContact(ports, tx, command, key);
    if (isRefused(owned)) return owned;
    const referrals = await ports.contacts.lockReferralsOf(tx, key);
    const isPending = referrals.some(({ state }) => state === 'OFFERED');
    const referred = refer(owned.value.contact, { question, isPending, now: ports.clock.now() });
    if (isRefused(referred)) return referred;
    await ports.contacts.updateContact(tx, referred.value);
    await ports.publish(tx, command, [
      { kind: 'CONTACT_CHANGED', contact: referred.value, changeKind: 'REFERRED_TO_DESK' },
    ]);
    return done(key);
  });
}

/**
 * A desk officer takes a waiting consultation.
 *
 * @regulation S2.2c A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, DESK_OFFICER_REQUIRED, CONTACT_CLOSED, NOT_AT_DESK
 */
export function takeFromDesk(ports: CasePorts, command: Command<{ readonly key: Key }>): Promise<Outcome<Key>> {
  const { key } = command.input;
  return ports.run(command, { operation: 'takeFromDesk', hallCode: key.hallCode }, async (tx) => {
    const contact = command.actor.hallCode === key.hallCode ? await ports.contacts.lockContact(tx, key) : undefined;
    if (!contact) return refuse('CONTACT_NOT_FOUND');
    const officer = await findOfficer(ports, tx, command, key.hallCode);
    if (isRefused(officer)) return officer;
    const taken = take(contact, officer.value, ports.clock.now());
    if (isRefused(taken)) return taken;
    await ports.contacts.updateContact(tx, taken.value);
    await ports.publish(tx, command, [{ kind: 'CONTACT_CHANGED', contact: taken.value, changeKind: 'TAKEN_AT_DESK' }]);
    return done(key);
  });
}
