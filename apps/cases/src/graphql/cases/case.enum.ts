import { enumOf, enumOfTexts } from '@hall/platform/graphql';
import { applicantKinds, caseActionKinds, caseStatuses } from '../../domain/cases/case';
import { deliveryMethods, recipients } from '../../domain/cases/delivery';
import { caseOffers } from '../../domain/cases/offered-actions';

export const CaseStatusEnum = enumOf('CaseStatus', caseStatuses, '办件状态 / State of a case', {
  RECEIVED: '已收件，尚未审查告知（A-13） / Handed in, not yet checked and told',
  AWAITING_CORRECTION: '待补正 / Waits for corrected materials',
  ACCEPTED: '已受理 / Accepted',
  IN_PROGRESS: '办理中 / In progress',
  DECIDED: '已决定，待领取 / Decided, waits to be collected',
  COMPLETED: '已办结 / Completed',
  NOT_ACCEPTED: '不予受理 / Not accepted',
  WITHDRAWN: '已撤回 / Withdrawn',
  RETURNED: '退件 / Returned',
});

export const ApplicantKindEnum = enumOf('ApplicantKind', applicantKinds, '申请人种类 / Who applies', {
  PERSON: '个人 / A person',
  ORGANISATION: '单位 / An organisation',
});

export const DeliveryMethodEnum = enumOf(
  'DeliveryMethod',
  deliveryMethods,
  '送达方式；窗口以外须由申请人选择（A-11） / How a result is handed over; other than at the window only by the applicant’s choice',
  { WINDOW: '窗口领取 / Collected at the window', POST: '邮寄 / By post', ELECTRONIC: '电子送达 / Electronically' },
);

export const RecipientEnum = enumOf('Recipient', recipients, '领取人 / Who receives a result', {
  APPLICANT: '申请人本人 / The applicant',
  AGENT: '代理人 / Somebody for the applicant',
});

/** What the domain calls the lines of a case’s record. */
export const CaseActionKindEnum = enumOfTexts(
  'CaseActionKind',
  '办件记录的事由 / What a line of the record is about',
  caseActionKinds,
);

/** The acts on a case, as the domain lists them. */
export const CaseActionNameEnum = enumOfTexts(
  'CaseActionName',
  '可对办件做的操作，与变更同名 / What can be done with a case; called as the mutations are',
  caseOffers,
);
