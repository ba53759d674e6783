import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitmentType } from '@hall/platform/deadline-graph';
import {
  AllowedTo,
  connectionTypes,
  Link,
  OfHall,
  PostRef,
  ServiceWindowRef,
  StaffRef,
  staffRoles,
  VisibleTo,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import type { ApplicantKind, CaseActionKind, CaseStatus } from '../../domain/cases/case';
import type { HandlingType } from '../../domain/catalogue/service-item';
import { HandlingTypeEnum, ServiceItemType, ServiceItemVersionType } from '../catalogue/item.type';
import { CaseStepType, JointTaskType } from './part.type';
import { ContactType } from '../contacts/contact.type';
import { CorrectionNoticeType, DefectType, RejectionReportType, AcceptanceSlipType } from './paper.type';
import { StandstillType } from './standstill.type';
import { Loaded } from '../loaded';
import { resultOf } from '../results';
import { ApplicantKindEnum, CaseActionKindEnum, CaseStatusEnum } from './case.enum';
import { DeliveryChoiceType, DeliveryType } from './delivery.type';

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

  @Field(() => DeliveryChoiceType, {
    nullable: true,
    description:
      '送达方式的选择；早于登记制度的为 null / The choice of delivery; null for what is older than the record',
  })
  deliveryChoice!: DeliveryChoiceType | null;

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

  @Loaded('rejection', () => RejectionReportType, '不予受理（决定）报备 / The refusal that was reported upwards', {
    nullable: true,
  })
  readonly rejection: Later;

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

  @Loaded(
    'standstill',
    () => StandstillType,
    '正在中止的计时；未中止为 null（A-30） / Why its clock stands still; null while it runs',
    {
      nullable: true,
    },
  )
  @AllowedTo(...staffRoles)
  readonly standstill: Later;

  @Loaded('participants', () => [JointTaskType], '联办部门的事项（S3.4d） / The parts of a joint case')
  readonly participants: Later;

  @Loaded('commitment', () => CommitmentType, '服务承诺 / The promise', { nullable: true })
  readonly commitment: Later;
}

/** A page of cases. */
export const { connection: CaseConnection } = connectionTypes('Case', () => CaseType);

@VisibleTo(...staffRoles)
@OfHall()
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

  @Field(() => String, { nullable: true, description: '代领人姓名 / Who received the result for the applicant' })
  agentName!: string | null;

  readonly hallCode!: string;
}

/** See {@link resultOf}. */
export const SubmitCaseResult = resultOf('SubmitCaseResult', CaseType);
/** See {@link resultOf}. */
export const CaseResult = resultOf('CaseResult', CaseType);
/** See {@link resultOf}. */
export const RevealResult = resultOf('RevealResult', RevealedApplicantType);
