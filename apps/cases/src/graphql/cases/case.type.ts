import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import {
  AllowedTo,
  connectionTypes,
  enumOf,
  Link,
  PostRef,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
  VisibleTo,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { caseActionNames } from '../../domain/cases/allowed-actions';
import { caseActionKinds } from '../../domain/cases/case-record';
import type { CaseActionKind } from '../../domain/cases/case-record';
import { applicantKinds, caseStatuses, deliveryMethods } from '../../domain/cases/case';
import type { ApplicantKind, CaseStatus, DeliveryMethod } from '../../domain/cases/case';
import type { HandlingType } from '../../domain/catalogue/service-item';
import { HandlingTypeEnum, ServiceItemType, ServiceItemVersionType } from '../catalogue/item.type';
import { CaseStepType, JointTaskType } from './part.type';
import { ContactType } from '../contacts/contact.type';
import { CorrectionNoticeType, DefectType, RejectionReportType, AcceptanceSlipType } from './paper.type';
import { Loaded } from '../loaded';
import { resultOf } from '../results';
import { CommitmentType } from '../deadlines/commitment.type';

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

@VisibleTo(...staffRoles, 'APPLICANT')
@ObjectType('Applicant', { description: '申请人；个人信息默认脱敏 / Applicant; personal data is masked' })
export class ApplicantType {
  @Field(() => ApplicantKindEnum, { description: '个人或单位 / A person or an organisation' })
  kind!: ApplicantKind;

  @Field(() => String, { description: '姓名（脱敏） / Name, masked' })
  name!: string;

  @Field(() => String, { description: '身份证号或统一社会信用代码（脱敏） / Identity number or credit code, masked' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话（脱敏） / Phone, masked' })
  phone!: string | null;
}

@VisibleTo('SIGNED_IN')
@ObjectType('SubmittedMaterial', { description: '已收材料 / A material that was handed in' })
export class SubmittedMaterialType {
  @Field(() => ID, { description: '材料编码 / Code' })
  code!: string;

  @Field(() => Date, { description: '收件时刻 / When' })
  receivedAt!: Date;

  readonly caseId!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('Decision', { description: '决定 / Decision' })
export class DecisionType {
  @Field(() => Boolean, { description: '是否准予 / Whether it was granted' })
  approved!: boolean;

  @Field(() => String, { description: '理由与依据 / Grounds' })
  grounds!: string;

  @Field(() => Date, { description: '决定时刻 / When' })
  decidedAt!: Date;

  @Link(() => StaffRef, '决定人 / By whom')
  readonly decidedById!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('Delivery', { description: '送达（S3.4c） / How the result was handed over' })
export class DeliveryType {
  @Field(() => Date, { description: '送达时刻 / When' })
  deliveredAt!: Date;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  @Field(() => DeliveryMethodEnum, { description: '送达方式 / How' })
  method!: DeliveryMethod;

  @Link(() => ServiceWindowRef, '送达窗口 / At which window')
  readonly windowId!: string;

  @Link(() => StaffRef, '送达人 / By whom')
  readonly deliveredById!: string;
}

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

@VisibleTo('SIGNED_IN')
@ObjectType('CaseAction', {
  description: '办件记录：谁、代谁、依据（S5.4c） / Who did what, for whom, on which clause',
})
export class CaseActionType {
  @Field(() => Int, { description: '序号 / Place in the record' })
  sequence!: number;

  @Field(() => CaseActionKindEnum, { description: '事由 / What happened' })
  kind!: CaseActionKind;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: '依据条款 / Clause' })
  clause!: string | null;

  @Field(() => String, { nullable: true, description: '说明 / Note' })
  note!: string | null;

  @Link(() => StaffRef, '经办人；系统所为则为 null / Who did it; null for the system', { nullable: true })
  readonly officerId!: string | null;

  @Link(() => StaffRef, '代谁办理 / On whose behalf', { nullable: true })
  readonly actingForId!: string | null;
}

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

@Directive('@key(fields: "id")')
@VisibleTo('SIGNED_IN')
@ObjectType('Case', { description: '办件 / One application in process' })
export class CaseType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '办件编号 / Case number' })
  number!: string;

  @Field(() => HandlingTypeEnum, { description: '办理类型 / How it is handled' })
  handlingType!: HandlingType;

  @Field(() => CaseStatusEnum, { description: '状态 / State' })
  status!: CaseStatus;

  @Field(() => Date, { description: '收件时刻 / When it was handed in' })
  receivedAt!: Date;

  @Field(() => Date, { nullable: true, description: '受理时刻；未受理为 null / When it was accepted; null before' })
  acceptedAt!: Date | null;

  @Field(() => [String], {
    description: '申请人的情形，决定所需材料 / Circumstances that decide which materials are needed',
  })
  situations!: readonly string[];

  @Field(() => DecisionType, { nullable: true, description: '决定；未决为 null / Decision; null before it' })
  decision!: DecisionType | null;

  @Field(() => DeliveryType, { nullable: true, description: '送达；未送达为 null / Delivery; null before it' })
  delivery!: DeliveryType | null;

  /** See {@link itemVersionId}. */
  @Loaded(
    'itemVersion',
    () => ServiceItemVersionType,
    '受理时的版本；此后修订不影响本件 / The version the case was accepted under',
  )
  readonly itemVersionId!: string;

  @Loaded('item', () => ServiceItemType, '事项 / The item')
  readonly itemId!: string;

  @Loaded('applicant', () => ApplicantType, '申请人（脱敏） / Applicant, masked')
  @AllowedTo(...staffRoles, 'APPLICANT')
  readonly applicant: Later;

  @Link(() => ServiceWindowRef, '受理窗口，也是领取窗口（S3.4c） / The one window the applicant deals with')
  readonly windowId!: string;

  @Link(() => PostRef, '经办岗位 / Post that handles it')
  readonly postId!: string;

  @Link(() => StaffRef, '受理人 / Who accepted it', { nullable: true })
  readonly acceptedById!: string | null;

  @Link(() => StaffRef, '当前责任人：始终恰有一人（S5.2a） / The one person who answers for the case now')
  readonly responsibleId!: string;

  @Loaded('contact', () => ContactType, '首次接待 / The first contact it came from', { nullable: true })
  readonly contactId!: string | null;

  @Loaded('materials', () => [SubmittedMaterialType], '已收材料 / Materials that were handed in')
  readonly materials: Later;

  @Link(
    () => ServiceWindowRef,
    '替代领取窗口；未指定为 null（A-11） / The one window that stands in; null without one',
    { nullable: true },
  )
  readonly substituteWindowId!: string | null;

  @Loaded('defects', () => [DefectType], '材料问题及补正情况 / What was found wanting, and when it was settled')
  readonly defects: Later;

  @Loaded('refusal', () => RejectionReportType, '不予受理（决定）报备 / The refusal that was reported upwards', {
    nullable: true,
  })
  readonly refusal: Later;

  @Loaded('steps', () => [CaseStepType], '环节（S2.3b） / Steps inside the department')
  readonly steps: Later;

  @Loaded('notices', () => [CorrectionNoticeType], '全部通知书，最新在前 / Every notice, the newest first')
  readonly correctionNotices: Later;

  @Loaded('timeline', () => [CaseActionType], '办件记录 / Who did what')
  readonly timeline: Later;

  @Loaded(
    'slips',
    () => [AcceptanceSlipType],
    '全部受理单，最新在前，含作废的 / Every slip, the newest first, voided ones included',
  )
  readonly slips: Later;

  @Loaded('slip', () => AcceptanceSlipType, '有效的受理单（S3.4b） / Acceptance slip in force', { nullable: true })
  readonly slip: Later;

  @Loaded(
    'notice',
    () => CorrectionNoticeType,
    '最近一次补齐通知书（S4.1b） / The latest notice to complete the materials',
    { nullable: true },
  )
  readonly correctionNotice: Later;

  @Loaded('participants', () => [JointTaskType], '联办部门的事项（S3.4d） / The parts of a joint case')
  readonly participants: Later;

  @Loaded('commitment', () => CommitmentType, '服务承诺 / The promise', { nullable: true })
  readonly commitment: Later;
}

/** A page of cases. */
export const { connection: CaseConnection } = connectionTypes('Case', () => CaseType);

@VisibleTo(...staffRoles)
@ObjectType('RevealedApplicant', {
  description: '申请人完整信息；每次查看均记录用途 / The applicant in full; every look is recorded with its purpose',
})
export class RevealedApplicantType {
  @Field(() => String, { description: '姓名 / Name' })
  name!: string;

  @Field(() => String, { description: '身份证号 / Identity number' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话 / Phone' })
  phone!: string | null;
}

/** See {@link resultOf}. */
export const SubmitCaseResult = resultOf('SubmitCaseResult', CaseType);
/** See {@link resultOf}. */
export const CaseResult = resultOf('CaseResult', CaseType);
/** See {@link resultOf}. */
export const RevealResult = resultOf('RevealResult', RevealedApplicantType);
