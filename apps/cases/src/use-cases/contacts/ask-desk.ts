import type { HallKey } from '@hall/kernel';
import { isRefused, mapDone } from '@hall/kernel';
import { findOfficer } from '@hall/platform/directory';
import { applyDeskReferral, applyDeskTakeover } from '../../domain/contacts/desk';
import { isPending } from '../../domain/contacts/referral';
import { contactAct, contactOwner } from './change-contact';
import { beginContactDeadline } from './contact-deadlines';

/** A matter of which nobody knows whose it is, and what has to be found out. */
export interface ReferToDesk {
  readonly key: HallKey;
  readonly question: string;
}

/**
 * The owner of a contact does not know whose matter it is, and passes it to the desk with the question.
 *
 * @regulation S4.4b A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, CONTACT_NOT_YOURS, CONTACT_CLOSED, REFERRAL_PENDING, CONTACT_AT_DESK
 */
export const referToDesk = contactAct({
  operation: 'referToDesk',
  authorise: contactOwner,
  async rule({ ports, tx, current, now }, { key, question }: ReferToDesk) {
    const referrals = await ports.contacts.lockReferralsOf(tx, key);
    const referred = applyDeskReferral(current, { question, isPending: isPending(referrals), now });
    const refused = isRefused(referred) ? referred : await beginContactDeadline({ ports, tx }, key, 'CONSULTATION');
    if (refused) return refused;
    return mapDone(referred, (contact) => ({ contact, changeKind: 'REFERRED_TO_DESK' }));
  },
});

/**
 * A desk officer takes a waiting consultation.
 *
 * @regulation S2.2c A-16
 * @refuses CONTACT_NOT_FOUND, STAFF_NOT_KNOWN, DESK_OFFICER_REQUIRED, CONTACT_CLOSED, NOT_AT_DESK
 */
export const takeFromDesk = contactAct({
  operation: 'takeFromDesk',
  authorise: async (tx, command, { hallCode }) =>
    mapDone(await findOfficer(tx, command, hallCode), (officer) => ({ officer })),
  rule: ({ current, officer, now }) =>
    mapDone(applyDeskTakeover(current, officer, now), (contact) => ({ contact, changeKind: 'TAKEN_AT_DESK' })),
});
