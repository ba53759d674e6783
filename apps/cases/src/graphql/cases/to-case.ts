import { maskCreditCode, maskIdNumber, maskName, maskPhone } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { globalId, createType, globalIdOrNull } from '@hall/platform/graphql';
import type { Case, Decision, Delivery } from '../../domain/cases/case';
import type { JointTask, LateMinutes } from '../../domain/cases/joint';
import type { CaseStep } from '../../domain/cases/steps';
import type { OfCase, RecordedAction, StoredApplicant } from '../../persistence/cases/case-queries';
import {
  ApplicantType,
  CaseActionType,
  CaseType,
  DecisionType,
  DeliveryType,
  SubmittedMaterialType,
} from './case.type';
import { CaseStepType, JointTaskType } from './part.type';

function toDecisionType(hallCode: string, { approved, grounds, decidedAt, decidedById }: Decision): DecisionType {
  return createType(DecisionType, { approved, grounds, decidedAt, decidedById: globalIdOrNull(hallCode, decidedById) });
}

function toDeliveryType(
  hallCode: string,
  { deliveredAt, identityChecked, windowId, deliveredById, method = 'WINDOW' }: Delivery,
): DeliveryType {
  return createType(DeliveryType, {
    deliveredAt,
    identityChecked,
    method,
    windowId: globalIdOrNull(hallCode, windowId),
    deliveredById: globalIdOrNull(hallCode, deliveredById),
  });
}

/** Under which an item's version is loaded. */
function itemVersionId(hallCode: string, { itemId, itemVersion }: Case): string {
  return `${globalId({ hallCode, id: itemId })}#${itemVersion}`;
}

/** A case, for readers. */
export function toCaseType(current: Case): CaseType {
  const { hallCode, number, handlingType, status, receivedAt, acceptedAt, situations, decision, delivery } = current;
  return createType(CaseType, {
    id: globalId(current),
    number,
    handlingType,
    status,
    receivedAt,
    acceptedAt,
    situations,
    itemVersionId: itemVersionId(hallCode, current),
    decision: decision && toDecisionType(hallCode, decision),
    delivery: delivery && toDeliveryType(hallCode, delivery),
    itemId: globalIdOrNull(hallCode, current.itemId),
    contactId: globalIdOrNull(hallCode, current.contactId),
    windowId: globalIdOrNull(hallCode, current.windowId),
    substituteWindowId: globalIdOrNull(hallCode, current.substituteWindowId),
    postId: globalIdOrNull(hallCode, current.postId),
    acceptedById: globalIdOrNull(hallCode, current.acceptedById),
    responsibleId: globalIdOrNull(hallCode, current.responsibleId),
  });
}

/** Personal data leaves this service masked. */
export function toApplicantType({ kind, name, idNumber, phone }: StoredApplicant): ApplicantType {
  const isPerson = kind === 'PERSON';
  return createType(ApplicantType, {
    kind,
    // The name of an organisation is public; its number is masked like every other.
    name: isPerson ? maskName(name) : name,
    idNumber: isPerson ? maskIdNumber(idNumber) : maskCreditCode(idNumber),
    phone: phone && maskPhone(phone),
  });
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
  return createType(CaseStepType, {
    id: globalId({ hallCode, id }),
    place,
    name,
    limit,
    startedAt,
    passedAt,
    passedById: globalIdOrNull(hallCode, passedById),
  });
}

/** The part of a department, for readers, with its share of the lateness. */
export function toTaskType(task: OfCase<JointTask>, { byTask }: LateMinutes): JointTaskType {
  const { hallCode, id, stage, state, agreed, opinion, givenAt, departmentId, givenById } = task;
  return createType(JointTaskType, {
    id: globalId({ hallCode, id }),
    stage,
    state,
    agreed,
    opinion,
    givenAt,
    lateMinutes: byTask.get(id) ?? 0,
    departmentId: globalIdOrNull(hallCode, departmentId),
    givenById: globalIdOrNull(hallCode, givenById),
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
  return createType(CaseActionType, {
    sequence,
    kind,
    at,
    clause,
    note,
    officerId: globalIdOrNull(hallCode, officerId),
    actingForId: globalIdOrNull(hallCode, actingForId),
  });
}

/** A material that was handed in, for readers. */
export function toMaterialType({
  hallCode,
  caseId,
  code,
  receivedAt,
}: OfCase<{ readonly code: string; readonly receivedAt: Date }>): SubmittedMaterialType {
  return createType(SubmittedMaterialType, { code, receivedAt, caseId: globalIdOrNull(hallCode, caseId) });
}
