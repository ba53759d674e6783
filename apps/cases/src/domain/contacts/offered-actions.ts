import type { OfferedAct } from '@hall/kernel';
import type { Caller } from '../cases/caller';
import { refuse } from '../refusals';
import { refuseIfClosed, refuseUnlessOwner } from './contact';
import type { Contact } from './contact';
import { refuseDeskReferral, refuseDeskTakeover } from './desk';
import { isPending, refuseAcknowledgement, refuseReferral } from './referral';
import type { Referral } from './referral';

/** A contact, the windows it was offered to, and who looks at it. */
interface ContactInSight {
  readonly contact: Contact;
  readonly referrals: readonly Referral[];
  readonly caller: Caller;
}

const refuseEnd = ({ contact, caller }: ContactInSight) =>
  refuseUnlessOwner(contact, caller.id) ?? refuseIfClosed(contact);

/**
 * What somebody may do with a contact now.
 *
 * @regulation S1.2k S2.1b S2.2c A-16
 */
export const contactActs = {
  answerContact: { text: '解答并结束（S2.1b） / Answer and end', refuse: refuseEnd },
  referOutside: { text: '导办至大厅以外（A-16） / Guide to a body outside the hall', refuse: refuseEnd },
  referContact: {
    text: '导办至另一窗口（S2.2c） / Offer to another window',
    refuse: ({ contact, referrals, caller }) =>
      refuseUnlessOwner(contact, caller.id) ?? refuseReferral(contact, referrals),
  },
  referToDesk: {
    text: '转咨询台待答复（A-16） / Pass to the desk',
    refuse: ({ contact, referrals, caller }) =>
      refuseUnlessOwner(contact, caller.id) ?? refuseDeskReferral(contact, isPending(referrals)),
  },
  takeFromDesk: {
    text: '咨询台接手（A-16） / Take from the desk',
    refuse: ({ contact, caller }) => refuseDeskTakeover(contact, caller),
  },
} satisfies Record<string, OfferedAct<ContactInSight>>;

/** A referral of a contact, and who looks at it. */
interface ReferralInSight {
  readonly referral: Referral;
  readonly contact: Contact;
  readonly caller: Pick<Caller, 'windowIds'>;
}

/**
 * What somebody may do with a referral now.
 *
 * @regulation S2.2c
 */
export const referralActs = {
  acknowledgeReferral: {
    text: '接收导办（S2.2c） / Take over',
    refuse: ({ referral, contact, caller }) =>
      caller.windowIds.includes(referral.toWindowId) ? refuseAcknowledgement(contact, referral) : refuse('NOT_ON_DUTY'),
  },
} satisfies Record<string, OfferedAct<ReferralInSight>>;
