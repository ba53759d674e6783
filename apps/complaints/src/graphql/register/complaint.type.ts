import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitmentType } from '@hall/platform/deadline-graph';
import {
  AllowedTo,
  CaseRef,
  enumOf,
  enumOfTexts,
  Link,
  ServiceWindowRef,
  StaffRef,
  VisibleTo,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import {
  complaintActionKinds,
  complaintChannels,
  complaintGrounds,
  complaintStatuses,
  findings,
  timeClasses,
} from '../../domain/register/complaint';
import type {
  ComplaintActionKind,
  ComplaintChannel,
  ComplaintGround,
  ComplaintStatus,
  Finding,
  TimeClass,
} from '../../domain/register/complaint';
import { complaintActs } from '../../domain/handling/handle-complaint';
import { complaintDesk } from '../../domain/register/viewer';
import { Loaded } from '../loaded';
import { resultOf } from '../results';

/** How a complaint reached the desk. */
export const ComplaintChannelEnum = enumOf(
  'ComplaintChannel',
  complaintChannels,
  '电话、信函、来访、网上、转办 / How a complaint reached the desk',
  {
    PHONE: '电话 / Telephone',
    LETTER: '信函 / Letter',
    VISIT: '来访口头 / Visit',
    ONLINE: '网上 / Online',
    PARTNER: '其他机构转来 / Handed on by another body',
  },
);
/** Grounds g1 to g7. */
export const ComplaintGroundEnum = enumOf(
  'ComplaintGround',
  complaintGrounds,
  '投诉情形 g1–g7（S6.3b） / Grounds of complaint',
  {
    IMPROPER_GAIN_OR_CHARGE: 'g1 吃拿卡要、乱收费 / Improper gain or charge',
    NOT_TOLD_ONCE: 'g2 未一次讲清，多跑空跑 / Not told at once',
    DISCOURTESY: 'g3 不热情、不文明、争执 / Discourtesy',
    SHIRKING_OR_ABSENCE: 'g4 推诿、不履职、擅离岗位 / Shirking or absence',
    LOST_MATERIALS: 'g5 遗失资料 / Lost materials',
    UNLAWFUL_OR_OVERDUE: 'g6 不依法、未按期办理 / Unlawful or overdue',
    OTHER: 'g7 其他不良影响 / Other',
  },
);
/** Time classes. */
export const TimeClassEnum = enumOf(
  'TimeClass',
  timeClasses,
  '时间要求：当场、一般、复杂、紧急（A-29） / How fast it must be handled',
  {
    ON_THE_SPOT: '当场，当日办结 / On the spot, the same day',
    ORDINARY: '一般，按大厅时限 / Ordinary, within the hall’s limit',
    COMPLEX: '复杂，时限较长 / Complex, within a longer limit',
    URGENT: '紧急，时限较短 / Urgent, within a shorter limit',
  },
);
/** States. */
const ComplaintStatusEnum = enumOf(
  'ComplaintStatus',
  complaintStatuses,
  '投诉件状态（S6.5.0） / State of a complaint',
  {
    REGISTERED: '已登记 / In the register',
    CLASSIFIED: '已分类 / Classified',
    INVESTIGATING: '调查中 / Being investigated',
    ESCALATED: '已报领导 / Before a leader',
    ORDERED: '已责成办理 / A unit was ordered to act',
    DECIDED: '已决定 / Decided',
    FED_BACK: '已反馈 / The complainant was told',
    CLOSED: '已办结 / Closed',
    DECLINED: '不予受理 / Declined',
    WITHDRAWN: '已撤回 / Withdrawn',
  },
);
/** What a line of the record is about. */
const ComplaintActionKindEnum = enumOf(
  'ComplaintActionKind',
  complaintActionKinds,
  '办理记录的事由 / What a line of the record is about',
  {
    REGISTERED: '登记 / Taken into the register',
    CLASSIFIED: '分类 / Classified',
    DECIDED: '决定 / Decided',
    FED_BACK: '反馈 / The complainant was told',
    CLOSED: '办结 / Closed',
    WARNED_AMBER: '预警 / A third of the time is left',
    WARNED_RED: '临期 / The last day has begun',
    COMMITMENT_BREACHED: '逾期 / The term was broken',
    ESCALATED_TO_SECTION_HEAD: '报科室负责人 / Told to the section head',
    ESCALATED_TO_CENTRE_LEADER: '报中心领导 / Told to the centre’s leader',
    DATE_MOVED: '改期（A-30） / The calendar moved the date',
  },
);
/** What can be done with a complaint. */
export const ComplaintActionNameEnum = enumOfTexts(
  'ComplaintActionName',
  '可对投诉件做的操作，与变更同名 / What can be done with a complaint; called as the mutations are',
  complaintActs,
);
/** Findings. */
export const FindingEnum = enumOf('Finding', findings, '调查结论 / What was found out', {
  UPHELD: '属实 / Upheld',
  PARTLY_UPHELD: '部分属实 / Partly upheld',
  NOT_UPHELD: '不属实 / Not upheld',
  UNVERIFIABLE: '无法核实 / Cannot be verified',
});

/** Who complains. */
@VisibleTo(...complaintDesk, 'APPLICANT')
@ObjectType('Complainant', { description: '投诉人；个人信息脱敏 / Complainant; masked' })
export class ComplainantType {
  @Field(() => String, { description: '姓名（脱敏） / Name, masked' })
  name!: string;

  @Field(() => String, { nullable: true, description: '电话（脱敏） / Phone, masked' })
  phone!: string | null;
}

/** How the complainant was told. */
@VisibleTo('SIGNED_IN')
@ObjectType('Feedback', { description: '反馈（S6.4g） / How the complainant was told the result' })
export class FeedbackType {
  @Field(() => String, { description: '方式 / Mode' })
  mode!: string;

  @Field(() => String, { description: '反馈内容 / What was said' })
  content!: string;

  @Field(() => String, { nullable: true, description: '投诉人意见 / What the complainant said to it' })
  complainantView!: string | null;

  @Field(() => Date, { description: '反馈时刻 / When' })
  givenAt!: Date;

  @Link(() => StaffRef, '反馈人 / By whom')
  readonly givenById!: string;
}

/** One line of the record. */
@VisibleTo('SIGNED_IN')
@ObjectType('ComplaintAction', { description: '投诉件办理记录 / Who did what, on which clause' })
export class ComplaintActionType {
  @Field(() => Int, { description: '序号 / Place in the record' })
  sequence!: number;

  @Field(() => ComplaintActionKindEnum, { description: '事由 / What happened' })
  kind!: ComplaintActionKind;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => ID, { nullable: true, description: '依据条款 / Clause' })
  clause!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '说明；改期时为原、现到期时刻及原因 / In words; of a move from when to when, and why',
  })
  note!: string | null;

  @Link(() => StaffRef, '经办人；投诉人自行登记或到时为 null / Who did it; null when the complainant did, or time', {
    nullable: true,
  })
  readonly officerId!: string | null;
}

/** All that a registrar learns of a complaint that concerns them. */
@VisibleTo('SIGNED_IN')
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
@VisibleTo('SIGNED_IN')
@ObjectType('Complaint', {
  description: '投诉件；被投诉人及经办人无从知悉（A-26） / A complaint; absent for everybody whom it concerns',
})
export class ComplaintType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '登记号 / Register number' })
  number!: string;

  @Field(() => ComplaintChannelEnum, { description: '渠道 / Channel' })
  channel!: ComplaintChannel;

  @Field(() => String, { description: '投诉内容 / What it is about' })
  summary!: string;

  @Field(() => Date, { description: '登记时刻，期限自此起算 / When it was received; every term counts from here' })
  receivedAt!: Date;

  @Field(() => [ComplaintGroundEnum], { description: '投诉情形（S6.3b） / Grounds' })
  grounds!: readonly ComplaintGround[];

  @Field(() => TimeClassEnum, {
    nullable: true,
    description: '时间要求；分类前为 null / Time class; null before classification',
  })
  timeClass!: TimeClass | null;

  @Field(() => ComplaintStatusEnum, { description: '状态 / State' })
  status!: ComplaintStatus;

  @Field(() => Date, { nullable: true, description: '应办结时刻（A-25） / When it must be decided' })
  dueAt!: Date | null;

  @Loaded(
    'commitment',
    () => CommitmentType,
    '办理期限及其现状（A-25、A-30） / The term: its limit and where it stands',
    {
      nullable: true,
    },
  )
  readonly commitment: Later;

  @Field(() => FindingEnum, { nullable: true, description: '结论；决定前为 null / Finding; null before the decision' })
  finding!: Finding | null;

  @Field(() => String, { nullable: true, description: '处理意见 / Opinion' })
  opinion!: string | null;

  @Field(() => FeedbackType, { nullable: true, description: '反馈；反馈前为 null / Feedback; null before it' })
  feedback!: FeedbackType | null;

  @Field(() => Date, { nullable: true, description: '办结时刻 / When it was closed' })
  closedAt!: Date | null;

  @Loaded(
    'complainant',
    () => ComplainantType,
    '投诉人（脱敏）；匿名为 null / Complainant, masked; null when anonymous',
    { nullable: true },
  )
  @AllowedTo(...complaintDesk, 'APPLICANT')
  readonly complainant: Later;

  @Link(() => ServiceWindowRef, '所涉窗口；不明为 null / Window; null when unclear', { nullable: true })
  readonly windowId!: string | null;

  @Link(() => StaffRef, '被投诉人 / Whom it is about', { nullable: true })
  readonly respondentId!: string | null;

  @Link(() => CaseRef, '所涉办件 / Case it is about', { nullable: true })
  readonly caseId!: string | null;

  @Link(() => StaffRef, '承办人 / Who answers for it')
  readonly ownerId!: string;

  @Loaded('actions', () => [ComplaintActionType], '办理记录 / Who did what')
  readonly actions: Later;
}

/** See {@link resultOf}. */
export const RegisterComplaintResult = resultOf('RegisterComplaintResult', ComplaintType, ComplaintReceiptType);
/** See {@link resultOf}. */
export const ComplaintResult = resultOf('ComplaintResult', ComplaintType);
