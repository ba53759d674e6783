import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes, Link, ServiceWindowRef, StaffRef, VisibleTo } from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import type { ConsultationMode, ContactChannel, ContactOutcome } from '../../domain/contacts/contact';
import type { ReferralState } from '../../domain/contacts/referral';
import { Loaded } from '../loaded';
import { ServiceItemType } from '../catalogue/item.type';
import { resultOf } from '../results';
import {
  ConsultationModeEnum,
  ContactChannelEnum,
  ContactFollowUpKindEnum,
  ContactOutcomeEnum,
  ReferralStateEnum,
} from './contact.enum';

@VisibleTo('SIGNED_IN')
@ObjectType('Consultation', {
  description:
    '咨询告知：一次告知事项的全部内容（S3.4e、S4.1a） / What a client was told about an item, all of it at once',
})
export class ConsultationType {
  @Field(() => ConsultationModeEnum, { description: '方式 / How' })
  mode!: ConsultationMode;

  @Field(() => Int, { description: '所告知的版本 / The version of the guide' })
  itemVersion!: number;

  @Field(() => [String], { description: '所告知的材料编码 / Codes of the materials on the list that was told' })
  materialCodes!: readonly string[];

  @Field(() => Date, { description: '时刻 / When' })
  toldAt!: Date;

  @Loaded('item', () => ServiceItemType, '事项 / Item')
  readonly itemId!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('Referral', { description: '导办：接收前责任不转移（S2.2c） / A contact offered to another window' })
export class ReferralType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '理由 / Why' })
  reason!: string;

  @Field(() => Date, { description: '提出时刻 / When it was offered' })
  offeredAt!: Date;

  @Field(() => ReferralStateEnum, { description: '状态 / Where it stands' })
  state!: ReferralState;

  @Field(() => Date, { nullable: true, description: '接收时刻 / When it was acknowledged' })
  acknowledgedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: '退回并告警的时刻 / When it returned and the leader was told' })
  returnedAt!: Date | null;

  readonly contactId!: string;

  @Link(() => ServiceWindowRef, '去向窗口 / Window', { name: 'to' })
  readonly toWindowId!: string;

  @Link(() => StaffRef, '接收人 / Who acknowledged', { nullable: true })
  readonly acknowledgedById!: string | null;

  @Link(() => StaffRef, '逾时未接收时该窗口的在岗人（S1.2e） / Who was on duty there and did not take it in time', {
    nullable: true,
  })
  readonly ignoredById!: string | null;
}

@VisibleTo('SIGNED_IN')
@ObjectType('ContactFollowUp', { description: '再次来访或换人负责（A-06、S5.2a） / What happened to a contact later' })
export class ContactFollowUpType {
  @Field(() => ContactFollowUpKindEnum, { description: '种类 / Kind' })
  kind!: keyof typeof ContactFollowUpKindEnum;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => String, { nullable: true, description: '说明 / Note' })
  note!: string | null;

  @Field(() => ContactOutcomeEnum, {
    nullable: true,
    description: '上一次来访的结果（A-06） / How the visit before ended; only of ENDED',
  })
  outcome!: ContactOutcome | null;

  @Field(() => String, { nullable: true, description: '上一次的答复 / What the client was told then' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: '上一次导办至 / Body outside the hall, then' })
  referredTo!: string | null;

  readonly caseId!: string | null;

  @Link(() => StaffRef, '接待人 / Who met the client')
  readonly officerId!: string;
}

@VisibleTo('SIGNED_IN')
@ObjectType('DeskConsultation', { description: '咨询台待答复（A-16） / A consultation at the desk' })
export class DeskConsultationType {
  @Field(() => String, { description: '待查明的问题 / What has to be found out' })
  question!: string;

  @Field(() => Date, { description: '转咨询台时刻 / When it went there' })
  since!: Date;

  @Field(() => Date, {
    nullable: true,
    description: '接手时刻；等候中为 null / When it was taken; null while it waits',
  })
  takenAt!: Date | null;

  @Link(() => StaffRef, '接手人 / Who took it', { nullable: true })
  readonly takenById!: string | null;
}

@VisibleTo('SIGNED_IN')
@ObjectType('Contact', { description: '首次接待记录（S2.1a） / A visitor’s first contact' })
export class ContactType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => ContactChannelEnum, { description: '渠道 / Channel' })
  channel!: ContactChannel;

  @Field(() => String, { description: '来意 / What it was about' })
  subject!: string;

  @Field(() => String, { nullable: true, description: '所办事项 / The matter' })
  matter!: string | null;

  @Field(() => Date, { description: '接待时刻 / When' })
  receivedAt!: Date;

  @Field(() => ContactOutcomeEnum, {
    nullable: true,
    description: '结果；未结束为 null（S2.1b） / How it ended; null while open',
  })
  outcome!: ContactOutcome | null;

  @Field(() => String, { nullable: true, description: '答复内容 / What the client was told' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: '导办至的机关及联系方式（A-16） / Body outside the hall' })
  referredTo!: string | null;

  @Field(() => DeskConsultationType, {
    nullable: true,
    description: '在咨询台的情况；未转过为 null（A-16） / What became of it at the desk; null when it was never there',
  })
  desk!: DeskConsultationType | null;

  @Field(() => Date, { nullable: true, description: '结束时刻 / When it ended' })
  closedAt!: Date | null;

  @Field(() => Int, {
    description: '被导办次数；超过一次即推诿（S1.2e） / How often it was referred; more than once is passing the buck',
  })
  referralCount!: number;

  readonly caseId!: string | null;

  @Loaded('item', () => ServiceItemType, '所办事项 / The item that it is about', { nullable: true })
  readonly itemId!: string | null;

  @Link(() => StaffRef, '首问责任人 / First-contact officer')
  readonly firstOfficerId!: string;

  @Link(() => StaffRef, '当前负责人 / Who answers for it now')
  readonly ownerId!: string;

  @Link(() => ServiceWindowRef, '接待窗口 / Window', { nullable: true })
  readonly windowId!: string | null;

  @Loaded('referrals', () => [ReferralType], '导办记录 / Referrals, in order')
  readonly referrals: Later;

  @Loaded(
    'followUps',
    () => [ContactFollowUpType],
    '再次来访与换人负责，按时间（A-06） / What happened later, in order',
  )
  readonly followUps: Later;

  @Loaded('consultations', () => [ConsultationType], '咨询告知记录 / What the client was told about items')
  readonly consultations: Later;
}

/** A page of contacts. */
export const { connection: ContactConnection } = connectionTypes('Contact', () => ContactType);

/** See {@link resultOf}. */
export const RecordContactResult = resultOf('RecordContactResult', ContactType);
/** See {@link resultOf}. */
export const ContactResult = resultOf('ContactResult', ContactType);
