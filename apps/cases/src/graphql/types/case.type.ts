import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDateScalar } from '@hall/platform/graphql';
import { caseStatuses } from '../../domain/case';
import type { CaseStatus } from '../../domain/case';
import { contactChannels, contactOutcomes } from '../../domain/contact';
import type { ContactChannel, ContactOutcome } from '../../domain/contact';
import type { HandlingType } from '../../domain/service-item';
import { HandlingTypeEnum } from './item.type';

export const CaseStatusEnum = enumOf('CaseStatus', caseStatuses, '办件状态 / State of a case', {
  AWAITING_CORRECTION: '待补正 / Waits for corrected materials',
  ACCEPTED: '已受理 / Accepted',
  IN_PROGRESS: '办理中 / In progress',
  DECIDED: '已决定，待领取 / Decided, waits to be collected',
  COMPLETED: '已办结 / Completed',
  NOT_ACCEPTED: '不予受理 / Not accepted',
  WITHDRAWN: '已撤回 / Withdrawn',
  RETURNED: '退件 / Returned',
});
export const ContactChannelEnum = enumOf(
  'ContactChannel',
  contactChannels,
  '窗口、电话、信函、网上 / How a visitor reached the hall',
  { WINDOW: '窗口 / At a window', PHONE: '电话 / By telephone', LETTER: '信函 / By letter', ONLINE: '网上 / Online' },
);
export const ContactOutcomeEnum = enumOf(
  'ContactOutcome',
  contactOutcomes,
  '解答、服务、受理、导办（S2.1b） / How a contact ended',
  {
    ANSWERED: '解答 / Answered',
    SERVED: '服务 / Served',
    ACCEPTED: '受理 / An application was accepted',
    REFERRED: '导办 / Guided to another window',
  },
);

@ObjectType('Contact', { description: '首次接待记录（S2.1a） / A visitor’s first contact' })
export class ContactType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => ContactChannelEnum, { description: '渠道 / Channel' })
  channel!: ContactChannel;

  @Field(() => String, { description: '来意 / What it was about' })
  subject!: string;

  @Field(() => Date, { description: '接待时刻 / When' })
  receivedAt!: Date;

  @Field(() => ContactOutcomeEnum, {
    nullable: true,
    description: '结果；未结束为 null（S2.1b） / How it ended; null while open',
  })
  outcome!: ContactOutcome | null;

  @Field(() => Date, { nullable: true, description: '结束时刻 / When it ended' })
  closedAt!: Date | null;

  readonly firstOfficerId!: string;
  readonly ownerId!: string;
  readonly windowId!: string | null;
  readonly caseId!: string | null;
}

@ObjectType('Applicant', { description: '申请人；个人信息默认脱敏 / Applicant; personal data is masked' })
export class ApplicantType {
  @Field(() => String, { description: '姓名（脱敏） / Name, masked' })
  name!: string;

  @Field(() => String, { description: '身份证号（脱敏） / Identity number, masked' })
  idNumber!: string;

  @Field(() => String, { nullable: true, description: '电话（脱敏） / Phone, masked' })
  phone!: string | null;
}

@ObjectType('SubmittedMaterial', { description: '已收材料 / A material that was handed in' })
export class SubmittedMaterialType {
  @Field(() => ID, { description: '材料编码 / Code' })
  code!: string;

  @Field(() => Date, { description: '收件时刻 / When' })
  receivedAt!: Date;
}

@ObjectType('AcceptanceSlip', { description: '受理单：写明办结日期（S3.4b） / The slip that says when it is done' })
export class AcceptanceSlipType {
  @Field(() => String, { description: '受理单号 / Number' })
  number!: string;

  @Field(() => Date, { description: '出具时刻 / When it was issued' })
  issuedAt!: Date;

  @Field(() => LocalDateScalar, { description: '办结日期 / Due date' })
  dueOn!: string;

  @Field(() => Boolean, {
    description: '次年日历未公布，日期为暂定 / Touches a year whose calendar is not official yet',
  })
  provisional!: boolean;

  readonly pickupWindowId!: string;
}

@ObjectType('Decision', { description: '决定 / Decision' })
export class DecisionType {
  @Field(() => Boolean, { description: '是否准予 / Whether it was granted' })
  approved!: boolean;

  @Field(() => String, { description: '理由与依据 / Grounds' })
  grounds!: string;

  @Field(() => Date, { description: '决定时刻 / When' })
  decidedAt!: Date;

  readonly decidedById!: string;
}

@ObjectType('Delivery', { description: '送达（S3.4c） / How the result was handed over' })
export class DeliveryType {
  @Field(() => Date, { description: '送达时刻 / When' })
  deliveredAt!: Date;

  @Field(() => Boolean, { description: '已核验领取人身份 / Identity of the recipient was checked' })
  identityChecked!: boolean;

  readonly windowId!: string;
  readonly deliveredById!: string;
}

@ObjectType('CaseAction', {
  description: '办件记录：谁、代谁、依据（S5.4c） / Who did what, for whom, on which clause',
})
export class CaseActionType {
  @Field(() => Int, { description: '序号 / Place in the record' })
  sequence!: number;

  @Field(() => String, { description: '事由 / What happened' })
  kind!: string;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: '依据条款 / Clause' })
  clause!: string | null;

  @Field(() => String, { nullable: true, description: '说明 / Note' })
  note!: string | null;

  readonly officerId!: string | null;
  readonly actingForId!: string | null;
}

@Directive('@key(fields: "id")')
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

  @Field(() => Date, { description: '受理时刻 / When it was accepted' })
  acceptedAt!: Date;

  @Field(() => DecisionType, { nullable: true, description: '决定；未决为 null / Decision; null before it' })
  decision!: DecisionType | null;

  @Field(() => DeliveryType, { nullable: true, description: '送达；未送达为 null / Delivery; null before it' })
  delivery!: DeliveryType | null;

  @Field(() => [String], { description: '当前可办的操作 / Mutations that are possible now' })
  allowedActions!: readonly string[];

  readonly itemId!: string;
  readonly itemVersion!: number;
  readonly contactId!: string | null;
  readonly windowId!: string;
  readonly postId!: string;
  readonly acceptedById!: string;
  readonly responsibleId!: string;
}
