import { maskCreditCode, maskIdNumber, maskName, maskPhone } from '@hall/kernel';
import { globalId, make, refOrNull } from '@hall/platform/graphql';
import type { HallKey } from '@hall/platform/graphql';
import { allowedActions } from '../../domain/cases/allowed-actions';
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
