import { globalId, createType, globalIdOrNull } from '@hall/platform/graphql';
import type { Consultation, Contact, ContactFollowUp } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { QueueTicket } from '../../domain/contacts/queue';
import type { Referral } from '../../domain/contacts/referral';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import {
  ConsultationType,
  ContactFollowUpType,
  ContactType,
  DeskConsultationType,
  MessageType,
  QueueTicketType,
  ReferralType,
} from './contact.type';
import type { Rating } from '../../domain/ratings/rating';
import { ServiceRatingType } from '../ratings/rating.type';
import { MajorMatterType } from '../major-matters/major-matter.type';

/** A contact, for readers. */
export function toContactType(contact: Contact): ContactType {
  const { hallCode, channel, subject, matter, receivedAt, outcome, answer, referredTo, closedAt, referralCount } =
    contact;
  return createType(ContactType, {
    id: globalId(contact),
    channel,
    subject,
    matter,
    receivedAt,
    outcome,
    answer,
    referredTo,
    closedAt,
    referralCount,
    desk:
      contact.desk &&
      createType(DeskConsultationType, {
        ...contact.desk,
        takenById: globalIdOrNull(hallCode, contact.desk.takenById),
      }),
    firstOfficerId: globalIdOrNull(hallCode, contact.firstOfficerId),
    ownerId: globalIdOrNull(hallCode, contact.ownerId),
    windowId: globalIdOrNull(hallCode, contact.windowId),
    caseId: globalIdOrNull(hallCode, contact.caseId),
  });
}

/** A referral, for readers. */
export function toReferralType(referral: Referral): ReferralType {
  const { hallCode, reason, offeredAt, state, acknowledgedAt, returnedAt } = referral;
  return createType(ReferralType, {
    id: globalId(referral),
    reason,
    offeredAt,
    state,
    acknowledgedAt,
    returnedAt,
    toWindowId: globalIdOrNull(hallCode, referral.toWindowId),
    acknowledgedById: globalIdOrNull(hallCode, referral.acknowledgedById),
  });
}

/** A rating, for readers. */
export function toRatingType(rating: Rating): ServiceRatingType {
  const { hallCode, subject, level, remark, ratedAt, finding, measures, answeredAt } = rating;
  return createType(ServiceRatingType, {
    id: globalId(rating),
    subject,
    level,
    remark,
    ratedAt,
    finding,
    measures,
    answeredAt,
    windowId: globalIdOrNull(hallCode, rating.windowId),
    staffId: globalIdOrNull(hallCode, rating.staffId),
    answeredById: globalIdOrNull(hallCode, rating.answeredById),
  });
}

/** What a client was told, for readers. */
export function toConsultationType({ hallCode, mode, itemVersion, toldAt, itemId }: Consultation): ConsultationType {
  return createType(ConsultationType, { mode, itemVersion, toldAt, itemId: globalIdOrNull(hallCode, itemId) });
}

/** A later touch, for readers. */
export function toFollowUpType({
  hallCode,
  at,
  kind,
  note,
  officerId,
}: ContactFollowUp & { readonly hallCode: string }): ContactFollowUpType {
  return createType(ContactFollowUpType, {
    at,
    kind: kind === 'TOUCHED' ? 'REVISITED' : kind,
    note,
    officerId: globalIdOrNull(hallCode, officerId),
  });
}

/** A message, for the one it is for. */
export function toMessageType(message: Message): MessageType {
  const { hallCode, from, phone, text, takenAt, deliveredAt } = message;
  return createType(MessageType, {
    id: globalId(message),
    from,
    phone,
    text,
    takenAt,
    deliveredAt,
    forStaffId: globalIdOrNull(hallCode, message.forStaffId),
    takenById: globalIdOrNull(hallCode, message.takenById),
  });
}

/** A ticket, for readers. */
export function toTicketType(ticket: QueueTicket): QueueTicketType {
  const { hallCode, number, priorityGroup, takenAt, calledAt, outOfTurnReason } = ticket;
  return createType(QueueTicketType, {
    id: globalId(ticket),
    number,
    priorityGroup,
    takenAt,
    calledAt,
    outOfTurnReason,
    calledById: globalIdOrNull(hallCode, ticket.calledById),
  });
}

/** A major matter, for readers. */
export function toMatterType(matter: MajorMatter): MajorMatterType {
  const { hallCode, kind, facts, occurredAt, reportedAt, reportedInTime, answer, answeredAt } = matter;
  return createType(MajorMatterType, {
    id: globalId(matter),
    kind,
    facts,
    occurredAt,
    reportedAt,
    reportedInTime,
    answer,
    answeredAt,
    reportedById: globalIdOrNull(hallCode, matter.reportedById),
    answeredById: globalIdOrNull(hallCode, matter.answeredById),
    caseId: globalIdOrNull(hallCode, matter.caseId),
    contactId: globalIdOrNull(hallCode, matter.contactId),
  });
}
