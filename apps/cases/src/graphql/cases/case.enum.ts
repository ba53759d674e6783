import { enumOf } from '@hall/platform/graphql';
import { caseActionNames } from '../../domain/cases/allowed-actions';
import { caseActionKinds } from '../../domain/cases/case-record';
import { applicantKinds, caseStatuses, deliveryMethods } from '../../domain/cases/case';

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

export const CaseActionKindEnum = enumOf(
  'CaseActionKind',
  caseActionKinds,
  '办件记录的事由 / What a line of the record is about',
  {
    RECEIVED: '收件 / Handed in',
    CHECKED: '审查完毕 / Checked',
    ACCEPTED: '受理 / Accepted',
    DEEMED_ACCEPTED: '逾期未告知，视为受理（A-13） / Not told in time: deemed accepted',
    CORRECTION_REQUESTED: '一次性告知（S4.1b） / One notice of everything',
    SECOND_NOTICE_ISSUED: '再次告知（A-14） / Another notice',
    NOTICE_RULE_BROKEN: '首次遗漏，记为违规（A-14） / An omission: the rule was broken',
    MATERIAL_SUPPLIED: '补交材料（S4.3c） / Materials supplied',
    CORRECTED_ON_SPOT: '当场更正（S4.2c） / Corrected on the spot',
    NOT_ACCEPTED: '不予受理（S4.4c） / Not accepted',
    RETURNED: '退件 / Returned',
    WITHDRAWN: '撤回 / Withdrawn at the window',
    WITHDRAWN_BY_APPLICANT: '申请人自行撤回 / Withdrawn by the applicant',
    STEP_PASSED: '移交下一环节（S2.3b） / A step was passed on',
    OPINION_GIVEN: '联办意见（S3.4d） / A department gave its opinion',
    PAUSED: '中止计时（A-30） / The clock stopped',
    RESUMED: '恢复计时（A-30） / The clock went on',
    EXTENDED: '延期（S3.5） / More time was given',
    DEFERRED: '即办转承诺（A-07） / Deferred',
    SLIP_REISSUED: '重开受理单（S3.4b） / A slip was issued again',
    SUBSTITUTE_NAMED: '指定替代窗口（A-11） / A window that stands in was named',
    RESPONSIBLE_CHANGED: '换人负责（S5.2a） / Somebody else answers for it',
    DATE_MOVED: '改期（A-30） / The calendar moved the date',
    WARNED_AMBER: '预警 / A third of the time is left',
    WARNED_RED: '临期 / The last day or hour',
    COMMITMENT_BREACHED: '逾期 / The promise was broken',
    ESCALATED_TO_SECTION_HEAD: '报部门负责人 / Told to the section head',
    ESCALATED_TO_CENTRE_LEADER: '报中心领导 / Told to the centre’s leader',
    DECIDED: '决定 / Decided',
    COMPLETED: '办结 / Completed',
    DELIVERED: '送达（S3.4c） / Handed over',
  },
);

export const CaseActionNameEnum = enumOf(
  'CaseActionName',
  caseActionNames,
  '可对办件做的操作，与变更同名 / What can be done with a case; called as the mutations are',
  {
    checkMaterials: '审查收件（A-13） / Check what was received',
    correctOnSpot: '当场更正（S4.2c） / Correct on the spot',
    supplyCorrection: '补交材料（S4.3c） / Take in what a notice asked for',
    issueSecondNotice: '再次告知（A-14） / Issue another notice',
    declineCase: '不予受理（S4.4c） / Decline',
    passStep: '移交下一环节（S2.3b） / Pass the step on',
    giveOpinion: '提出联办意见（S3.4d） / Give an opinion',
    pauseCommitment: '中止计时（A-30） / Stop the clock',
    resumeCommitment: '恢复计时（A-30） / Let the clock go on',
    extendCommitment: '延期（S3.5） / Give more time',
    deferInstantCase: '即办转承诺（A-07） / Defer',
    decideCase: '决定 / Decide',
    substituteWindow: '指定替代窗口（A-11） / Name a window that stands in',
    reissueSlip: '重开受理单（S3.4b） / Issue the slip again',
    deliverResult: '送达（S3.4c） / Hand the result over',
    withdrawCase: '撤回 / Withdraw',
  },
);
