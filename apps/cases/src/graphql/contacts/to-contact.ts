import { globalId, make, refOrNull } from '@hall/platform/graphql';
import type { Consultation, Contact } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { QueueTicket } from '../../domain/contacts/queue';
import type { Referral } from '../../domain/contacts/referral';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import type { ContactTouch } from '../../use-cases/ports';
import {
  ConsultationType,
  ContactTouchType,
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
  return make(ContactType, {
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
      make(DeskConsultationType, { ...contact.desk, takenById: refOrNull(hallCode, contact.desk.takenById) }),
    firstOfficerId: refOrNull(hallCode, contact.firstOfficerId),
    ownerId: refOrNull(hallCode, contact.ownerId),
    windowId: refOrNull(hallCode, contact.windowId),
    caseId: refOrNull(hallCode, contact.caseId),
  });
}

/** A referral, for readers. */
export function toReferralType(referral: Referral): ReferralType {
  const { hallCode, reason, offeredAt, state, acknowledgedAt, returnedAt } = referral;
  return make(ReferralType, {
    id: globalId(referral),
    reason,
    offeredAt,
    state,
    acknowledgedAt,
    returnedAt,
    toWindowId: refOrNull(hallCode, referral.toWindowId),
    acknowledgedById: refOrNull(hallCode, referral.acknowledgedById),
  });
}

/** A rating, for readers. */
export function toRatingType(rating: Rating): ServiceRatingType {
  const { hallCode, subject, level, remark, ratedAt, finding, measures, answeredAt } = rating;
  return make(ServiceRatingType, {
    id: globalId(rating),
    subject,
    level,
    remark,
    ratedAt,
    finding,
    measures,
    answeredAt,
    windowId: refOrNull(hallCode, rating.windowId),
    staffId: refOrNull(hallCode, rating.staffId),
    answeredById: refOrNull(hallCode, rating.answeredById),
  });
}

/** What a client was told, for readers. */
export function toConsultationType({ hallCode, mode, itemVersion, toldAt, itemId }: Consultation): ConsultationType {
  return make(ConsultationType, { mode, itemVersion, toldAt, itemId: refOrNull(hallCode, itemId) });
}

/** A later touch, for readers. */
export function toTouchType({
  hallCode,
  at,
  kind,
  note,
  officerId,
}: ContactTouch & { readonly hallCode: string }): ContactTouchType {
  return make(ContactTouchType, { at, kind, note, officerId: refOrNull(hallCode, officerId) });
}

/** A message, for the one it is for. */
export function toMessageType(message: Message): MessageType {
  const { hallCode, from, phone, text, takenAt, deliveredAt } = message;
  return make(MessageType, {
    id: globalId(message),
    from,
    phone,
    text,
    takenAt,
    deliveredAt,
    forStaffId: refOrNull(hallCode, message.forStaffId),
    takenById: refOrNull(hallCode, message.takenById),
  });
}

/** A ticket, for readers. */
export function toTicketType(ticket: QueueTicket): QueueTicketType {
  const { hallCode, number, priorityGroup, takenAt, calledAt, outOfTurnReason } = ticket;
  return make(QueueTicketType, {
    id: globalId(ticket),
    number,
    priorityGroup,
    takenAt,
    calledAt,
    outOfTurnReason,
    calledById: refOrNull(hallCode, ticket.calledById),
  });
}

/** A major matter, for readers. */
export function toMatterType(matter: MajorMatter): MajorMatterType {
  const { hallCode, kind, facts, occurredAt, reportedAt, reportedInTime, answer, answeredAt } = matter;
  return make(MajorMatterType, {
    id: globalId(matter),
    kind,
    facts,
    occurredAt,
    reportedAt,
    reportedInTime,
    answer,
    answeredAt,
    reportedById: refOrNull(hallCode, matter.reportedById),
    answeredById: refOrNull(hallCode, matter.answeredById),
    caseId: refOrNull(hallCode, matter.caseId),
  });
}
