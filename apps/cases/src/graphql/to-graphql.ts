import { maskIdNumber, maskName, maskPhone } from '@hall/kernel';
import { globalId, make, refOrNull } from '@hall/platform/graphql';
import type { HallKey } from '@hall/platform/graphql';
import { allowedActions } from '../domain/case';
import type { Case, Decision, Delivery } from '../domain/case';
import type { Contact } from '../domain/contact';
import type { ItemVersion, ServiceItem } from '../domain/service-item';
import type { RecordedAction, StoredApplicant } from '../persistence/case-queries';
import type { AcceptanceSlip } from '../use-cases/ports';
import {
  AcceptanceSlipType,
  ApplicantType,
  CaseActionType,
  CaseType,
  ContactType,
  DecisionType,
  DeliveryType,
  SubmittedMaterialType,
} from './types/case.type';
import { ServiceItemType, ServiceItemVersionType } from './types/item.type';

/** A version of an item, for readers. */
export function toVersionType(version: ItemVersion): ServiceItemVersionType {
  return make(ServiceItemVersionType, version);
}

/** An item, for readers. */
export function toItemType(item: ServiceItem): ServiceItemType {
  const { hallCode, code, name, handlingType, regime, departmentId, current } = item;
  return make(ServiceItemType, {
    id: globalId(item),
    code,
    name,
    handlingType,
    regime,
    departmentId: refOrNull(hallCode, departmentId),
    current: toVersionType(current),
  });
}

/** A contact, for readers. */
export function toContactType(contact: Contact): ContactType {
  const { hallCode, channel, subject, receivedAt, outcome, closedAt } = contact;
  return make(ContactType, {
    id: globalId(contact),
    channel,
    subject,
    receivedAt,
    outcome,
    closedAt,
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
  { deliveredAt, identityChecked, windowId, deliveredById }: Delivery,
): DeliveryType {
  return make(DeliveryType, {
    deliveredAt,
    identityChecked,
    windowId: refOrNull(hallCode, windowId),
    deliveredById: refOrNull(hallCode, deliveredById),
  });
}

/** A case, for readers. */
export function toCaseType(current: Case): CaseType {
  const { hallCode, number, handlingType, status, acceptedAt, decision, delivery, itemVersion } = current;
  return make(CaseType, {
    id: globalId(current),
    number,
    handlingType,
    status,
    acceptedAt,
    itemVersion,
    decision: decision && toDecisionType(hallCode, decision),
    delivery: delivery && toDeliveryType(hallCode, delivery),
    allowedActions: allowedActions(current),
    itemId: refOrNull(hallCode, current.itemId),
    contactId: refOrNull(hallCode, current.contactId),
    windowId: refOrNull(hallCode, current.windowId),
    postId: refOrNull(hallCode, current.postId),
    acceptedById: refOrNull(hallCode, current.acceptedById),
    responsibleId: refOrNull(hallCode, current.responsibleId),
  });
}

/** Personal data leaves this service masked. */
export function toApplicantType({ name, idNumber, phone }: StoredApplicant): ApplicantType {
  return make(ApplicantType, {
    name: maskName(name),
    idNumber: maskIdNumber(idNumber),
    phone: phone && maskPhone(phone),
  });
}

/** A slip, for readers. */
export function toSlipType({
  hallCode,
  pickupWindowId,
  number,
  issuedAt,
  dueOn,
  provisional,
}: AcceptanceSlip & Pick<HallKey, 'hallCode'>) {
  return make(AcceptanceSlipType, {
    number,
    issuedAt,
    dueOn,
    provisional,
    pickupWindowId: refOrNull(hallCode, pickupWindowId),
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
