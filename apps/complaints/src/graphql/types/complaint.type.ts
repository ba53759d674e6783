import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '@hall/platform/graphql';
import { complaintChannels, complaintGrounds, complaintStatuses, findings, timeClasses } from '../../domain/complaint';
import type { ComplaintChannel, ComplaintGround, ComplaintStatus, Finding, TimeClass } from '../../domain/complaint';

/** How a complaint reached the desk. */
export const ComplaintChannelEnum = enumOf(
  'ComplaintChannel',
  complaintChannels,
  '电话、信函、来访、网上、转办 / How a complaint reached the desk',
);
/** Grounds g1 to g7. */
export const ComplaintGroundEnum = enumOf(
  'ComplaintGround',
  complaintGrounds,
  '投诉情形 g1–g7（S6.3b） / Grounds of complaint',
);
/** Time classes. */
export const TimeClassEnum = enumOf(
  'TimeClass',
  timeClasses,
  '时间要求：当场、一般、复杂、紧急（A-29） / How fast it must be handled',
);
/** States. */
export const ComplaintStatusEnum = enumOf(
  'ComplaintStatus',
  complaintStatuses,
  '投诉件状态（S6.5.0） / State of a complaint',
);
/** Findings. */
export const FindingEnum = enumOf('Finding', findings, '调查结论 / What was found out');

/** Who complains. */
@ObjectType('Complainant', { description: '投诉人；个人信息脱敏 / Complainant; masked' })
export class ComplainantType {
  @Field(() => String, { description: '姓名（脱敏） / Name, masked' })
  name!: string;

  @Field(() => String, { nullable: true, description: '电话（脱敏） / Phone, masked' })
  phone!: string | null;
}

/** How the complainant was told. */
@ObjectType('Feedback', { description: '反馈（S6.4g） / How the complainant was told the result' })
export class FeedbackType {
  @Field(() => String, { description: '方式 / Mode' })
  mode!: string;

  @Field(() => String)
  content!: string;

  @Field(() => String, { nullable: true, description: '投诉人意见 / What the complainant said to it' })
  complainantView!: string | null;

  @Field(() => Date)
  givenAt!: Date;

  readonly givenById!: string;
}

/** One line of the record. */
@ObjectType('ComplaintAction', { description: '投诉件办理记录 / Who did what, on which clause' })
export class ComplaintActionType {
  @Field(() => Int)
  sequence!: number;

  @Field(() => String)
  kind!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => ID, { nullable: true })
  clause!: string | null;

  readonly officerId!: string | null;
}

/** All that a registrar learns of a complaint that concerns them. */
@ObjectType('ComplaintReceipt', {
  description:
    '登记回执：登记人与投诉有关时只得此回执（A-26） / All that a registrar learns of a complaint that concerns them',
})
export class ComplaintReceiptType {
  @Field(() => String, { description: '登记号 / Register number' })
  number!: string;
}

/** A complaint. */
@Directive('@key(fields: "id")')
@ObjectType('Complaint', {
  description: '投诉件；被投诉人及经办人无从知悉（A-26） / A complaint; absent for everybody whom it concerns',
})
export class ComplaintType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: '登记号 / Register number' })
  number!: string;

  @Field(() => ComplaintChannelEnum)
  channel!: ComplaintChannel;

  @Field(() => String, { description: '投诉内容 / What it is about' })
  summary!: string;

  @Field(() => Date)
  receivedAt!: Date;

  @Field(() => [ComplaintGroundEnum])
  grounds!: readonly ComplaintGround[];

  @Field(() => TimeClassEnum, { nullable: true })
  timeClass!: TimeClass | null;

  @Field(() => ComplaintStatusEnum)
  status!: ComplaintStatus;

  @Field(() => Date, { nullable: true, description: '应办结时刻（A-25） / When it must be decided' })
  dueAt!: Date | null;

  @Field(() => FindingEnum, { nullable: true })
  finding!: Finding | null;

  @Field(() => String, { nullable: true, description: '处理意见 / Opinion' })
  opinion!: string | null;

  @Field(() => FeedbackType, { nullable: true })
  feedback!: FeedbackType | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => [String], { description: '当前可办的操作 / Mutations that are possible now' })
  allowedActions!: readonly string[];

  readonly windowId!: string | null;
  readonly respondentId!: string | null;
  readonly caseId!: string | null;
  readonly ownerId!: string;
}
