import { maskCreditCode, maskIdNumber, maskName, maskPhone } from '@hall/kernel';
import { createType, fromRow } from '@hall/platform/graphql';
import type { Case } from '../../domain/cases/case';
import type { LateMinutes } from '../../domain/cases/joint';
import type { StoredApplicant } from '../../persistence/cases/case-queries';
import type { AssignedTask } from '../../persistence/cases/joint-task-queries';
import { itemVersionId } from '../catalogue/to-item';
import { ApplicantType, CaseType, DecisionType } from './case.type';
import { DeliveryChoiceType, DeliveryType } from './delivery.type';
import { JointTaskType } from './part.type';

/** A case, for readers. */
export function toCaseType(current: Case): CaseType {
  const { hallCode, itemId, itemVersion, decision, delivery, deliveryChoice } = current;
  return fromRow(CaseType, current, {
    itemVersionId: itemVersionId({ hallCode, id: itemId }, itemVersion),
    decision: decision && fromRow(DecisionType, { hallCode, ...decision }),
    deliveryChoice: deliveryChoice && fromRow(DeliveryChoiceType, { hallCode, ...deliveryChoice }),
    delivery: delivery && fromRow(DeliveryType, { hallCode, method: 'WINDOW', recipient: 'APPLICANT', ...delivery }),
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

/** The part of a department, for readers, with its share of the lateness. */
export function toTaskType(task: AssignedTask, { byTask }: LateMinutes): JointTaskType {
  return fromRow(JointTaskType, task, { lateMinutes: byTask.get(task.id) ?? 0 });
}
