import { maskCreditCode, maskIdNumber, maskName, maskPhone, plainDateOf } from '@hall/kernel';
import { globalId, make, refOrNull } from '@hall/platform/graphql';
import type { HallKey } from '@hall/platform/graphql';
import { allowedActions } from '../domain/cases/allowed-actions';
import type { Case, Decision, Delivery } from '../domain/cases/case';
import type { JointTask, LateMinutes } from '../domain/cases/joint';
import type { CaseStep } from '../domain/cases/steps';
import type { Draft } from '../domain/catalogue/publish-item';
import type { ItemVersion } from '../domain/catalogue/service-item';
import type { Consultation, Contact } from '../domain/contacts/contact';
import type { Message } from '../domain/contacts/message';
import type { QueueTicket } from '../domain/contacts/queue';
import type { Referral } from '../domain/contacts/referral';
import type { MajorMatter } from '../domain/major-matters/major-matter';
import type {
  DeliveredNotice,
  OfCase,
  RecordedAction,
  RecordedDefect,
  StoredApplicant,
} from '../persistence/case-queries';
import type { PublishedItem, PublishedVersion } from '../persistence/item-queries';
import type { AcceptanceSlip, ContactTouch, RefusalReport } from '../use-cases/ports';
import {
  ApplicantType,
  CaseActionType,
  CaseType,
  DecisionType,
  DeliveryType,
  SubmittedMaterialType,
} from './types/case.type';
import {
  ConsultationType,
  ContactTouchType,
  ContactType,
  MessageType,
  QueueTicketType,
  ReferralType,
} from './types/contact.type';
import { FeeType, MaterialType, ProcedureStepType, ServiceItemType, ServiceItemVersionType } from './types/item.type';
import { MajorMatterType } from './types/major-matter.type';
import { AcceptanceSlipType, CorrectionNoticeType, DefectType, RefusalReportType } from './types/paper.type';
import { CaseStepType, JointTaskType } from './types/part.type';

/** A version of an item, for readers. */
export function toVersionType(version: ItemVersion & Partial<PublishedVersion>): ServiceItemVersionType {
  const { number, content, legalBasis, conditions, statutoryLimit, promisedLimit, result, assumed } = version;
  return make(ServiceItemVersionType, {
    number,
    content,
    legalBasis,
    conditions,
    statutoryLimit,
    promisedLimit,
    result,
    assumed,
    procedure: version.procedure.map(({ name, limit = null }) => make(ProcedureStepType, { name, limit })),
    materials: version.materials.map((material) =>
      make(MaterialType, { ...material, condition: material.condition ?? null, sampleUrl: material.sampleUrl ?? null }),
    ),
    fee: make(FeeType, version.fee),
    publishedAt: version.publishedAt ?? null,
    validFrom: version.validFrom ?? null,
    validTo: version.validTo ?? null,
  });
}

/** An item, for readers. */
export function toItemType(item: PublishedItem): ServiceItemType {
  const { hallCode, code, name, handlingType, regime, departmentId, current, publishedAt } = item;
  return make(ServiceItemType, {
    id: globalId(item),
    code,
    name,
    handlingType,
    regime,
    departmentId: refOrNull(hallCode, departmentId),
    current: toVersionType({ ...current, publishedAt, validFrom: plainDateOf(publishedAt) }),
  });
}

/** An item that was never published, for its author. */
export function toDraftType({ hallCode, id, ...draft }: Draft & HallKey): ServiceItemType {
  const { code, name, handlingType, regime, departmentId } = draft;
  return make(ServiceItemType, {
    id: globalId({ hallCode, id }),
    code,
    name,
    handlingType,
    regime,
    departmentId: refOrNull(hallCode, departmentId),
    current: null,
  });
}

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
    firstOfficerId: refOrNull(hallCode, contact.firstOfficerId),
    ownerId: refOrNull(hallCode, contact.ownerId),
    windowId: refOrNull(hallCode, contact.windowId),
    caseId: refOrNull(hallCode, contact.caseId),
  });
}

function toDecisionType(hallCode: string, { approved, grounds, decidedAt, decidedById }: Decision): DecisionType {
  return make(DecisionType, { approved, grounds, decidedAt, decidedById: refOrNull(hallCode, decidedById) });
}

function toDeliveryType(
  hallCode: string,
  { deliveredAt, identityChecked, windowId, deliveredById, method = 'WINDOW' }: Delivery,
): DeliveryType {
  return make(DeliveryType, {
    deliveredAt,
    identityChecked,
    method,
    windowId: refOrNull(hallCode, windowId),
    deliveredById: refOrNull(hallCode, deliveredById),
  });
}

/** A case, for readers. */
export function toCaseType(current: Case): CaseType {
  const {
    hallCode,
    number,
    handlingType,
    status,
    receivedAt,
    acceptedAt,
    situations,
    decision,
    delivery,
    itemVersion,
  } = current;
  return make(CaseType, {
    id: globalId(current),
    number,
    handlingType,
    status,
    receivedAt,
    acceptedAt,
    situations,
    itemVersion,
    decision: decision && toDecisionType(hallCode, decision),
    delivery: delivery && toDeliveryType(hallCode, delivery),
    allowedActions: allowedActions(current),
    itemId: refOrNull(hallCode, current.itemId),
    contactId: refOrNull(hallCode, current.contactId),
    windowId: refOrNull(hallCode, current.windowId),
    substituteWindowId: refOrNull(hallCode, current.substituteWindowId),
    postId: refOrNull(hallCode, current.postId),
    acceptedById: refOrNull(hallCode, current.acceptedById),
    responsibleId: refOrNull(hallCode, current.responsibleId),
  });
}

/** Personal data leaves this service masked. */
export function toApplicantType({ kind, name, idNumber, phone }: StoredApplicant): ApplicantType {
  const isPerson = kind === 'PERSON';
  return make(ApplicantType, {
    kind,
    // The name of an organisation is public; its number is masked like every other.
    name: isPerson ? maskName(name) : name,
    idNumber: isPerson ? maskIdNumber(idNumber) : maskCreditCode(idNumber),
    phone: phone && maskPhone(phone),
  });
}

/** The slips of a case, newest first: each but the first was replaced by the one before it in this list. */
export function toSlipTypes(slips: readonly OfCase<AcceptanceSlip>[]): AcceptanceSlipType[] {
  const shown: AcceptanceSlipType[] = [];
  for (const { hallCode, number, issuedAt, dueOn, provisional, pickupWindowId } of slips) {
    const voidedBy = shown.at(-1) ?? null;
    const window = refOrNull(hallCode, pickupWindowId);
    shown.push(make(AcceptanceSlipType, { number, issuedAt, dueOn, provisional, voidedBy, pickupWindowId: window }));
  }
  return shown;
}

/** A notice, for readers. */
export function toNoticeType(notice: OfCase<DeliveredNotice>): CorrectionNoticeType {
  const { hallCode, caseId, number, issuedAt, replyBy, ground, basis, issuedById, approvedById, delivery } = notice;
  return make(CorrectionNoticeType, {
    number,
    issuedAt,
    replyBy,
    ground,
    basis,
    deliveryMode: delivery?.mode ?? null,
    deliveredAt: delivery && new Date(delivery.deliveredAt),
    acknowledgedAt: delivery?.acknowledgedAt ? new Date(delivery.acknowledgedAt) : null,
    issuedById: refOrNull(hallCode, issuedById),
    approvedById: refOrNull(hallCode, approvedById),
    caseId: refOrNull(hallCode, caseId),
  });
}

/** A defect, for readers. */
export function toDefectType({ materialCode, kind, explanation, settledAt, noticeNumber }: RecordedDefect): DefectType {
  return make(DefectType, { materialCode, kind, explanation, settledAt, noticeNumber });
}

/** A step, for readers. */
export function toStepType({
  hallCode,
  id,
  place,
  name,
  limit,
  startedAt,
  passedAt,
  passedById,
}: OfCase<CaseStep>): CaseStepType {
  return make(CaseStepType, {
    id: globalId({ hallCode, id }),
    place,
    name,
    limit,
    startedAt,
    passedAt,
    passedById: refOrNull(hallCode, passedById),
  });
}

/** The part of a department, for readers, with its share of the lateness. */
export function toTaskType(task: OfCase<JointTask>, { byTask }: LateMinutes): JointTaskType {
  const { hallCode, id, stage, state, agreed, opinion, givenAt, departmentId, givenById } = task;
  return make(JointTaskType, {
    id: globalId({ hallCode, id }),
    stage,
    state,
    agreed,
    opinion,
    givenAt,
    lateMinutes: byTask.get(id) ?? 0,
    departmentId: refOrNull(hallCode, departmentId),
    givenById: refOrNull(hallCode, givenById),
  });
}

/** A refusal report, for readers. */
export function toRefusalType(report: RefusalReport): RefusalReportType {
  const { hallCode, number, reason, explanation, referToBody, at, readAt } = report;
  return make(RefusalReportType, {
    number,
    reason,
    explanation,
    referToBody,
    at,
    readAt,
    handledById: refOrNull(hallCode, report.handledById),
    readById: refOrNull(hallCode, report.readById),
    referToWindowId: refOrNull(hallCode, report.referToWindowId),
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

/** What a client was told, for readers. */
export function toConsultationType({ hallCode, mode, itemVersion, toldAt, itemId }: Consultation): ConsultationType {
  return make(ConsultationType, { mode, itemVersion, toldAt, itemId: refOrNull(hallCode, itemId) });
}

/** A later touch, for readers. */
export function toTouchType({
  hallCode,
  at,
  note,
  officerId,
}: ContactTouch & { readonly hallCode: string }): ContactTouchType {
  return make(ContactTouchType, { at, note, officerId: refOrNull(hallCode, officerId) });
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

/** A line of the record, for readers. */
export function toActionType({
  hallCode,
  officerId,
  actingForId,
  ...action
}: RecordedAction & Pick<HallKey, 'hallCode'>): CaseActionType {
  const { sequence, kind, at, clause, note } = action;
  return make(CaseActionType, {
    sequence,
    kind,
    at,
    clause,
    note,
    officerId: refOrNull(hallCode, officerId),
    actingForId: refOrNull(hallCode, actingForId),
  });
}

/** A material that was handed in, for readers. */
export function toMaterialType({
  code,
  receivedAt,
}: {
  readonly code: string;
  readonly receivedAt: Date;
}): SubmittedMaterialType {
  return make(SubmittedMaterialType, { code, receivedAt });
}
