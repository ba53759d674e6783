import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes, enumOf, staffRoles, VisibleTo } from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { leaveKinds, leaveStatuses } from '../../domain/leave/leave';
import type { LeaveKind, LeaveStatus } from '../../domain/leave/leave';
import { Loaded } from '../loaded';
import { resultOf } from '../results';
import { PostType, StaffType } from '../structure/structure.type';

export const LeaveKindEnum = enumOf('LeaveKind', leaveKinds, '请假类别 / What leave is for', {
  STUDY: '学习 / Study',
  OFFICIAL_TRIP: '公出 / Official trip',
  ANNUAL: '年休假 / Annual leave',
  SICK: '病假 / Sick leave',
  PERSONAL: '事假 / Personal leave',
  EMERGENCY: '紧急请假，无法事先交接（S5.3b） / An emergency for which nobody could prepare',
});

export const LeaveStatusEnum = enumOf('LeaveStatus', leaveStatuses, '请假状态 / What has become of a leave', {
  REQUESTED: '待审批 / Waits for a decision',
  AWAITING_HANDOVER: '待交接（S5.3a） / Waits for its hand-over',
  APPROVED: '已批准，尚未开始 / Approved, not begun',
  REFUSED: '未批准 / Refused',
  ACTIVE: '休假中 / Under way',
  ENDED: '已结束 / Over',
  CANCELLED: '已撤销 / Taken back',
});

@VisibleTo(...staffRoles)
@ObjectType('HandoverAcceptance', { description: '接收工作交接 / The deputy of a post has accepted its hand-over' })
export class HandoverAcceptanceType {
  @Field(() => Date, { description: '接收时刻 / When' })
  acceptedAt!: Date;

  @Loaded('post', () => PostType, '岗位 / Of which post')
  readonly postId!: string;

  @Loaded('staff', () => StaffType, '接收人 / By whom')
  readonly acceptedById!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('Handover', { description: '工作交接（S5.3a） / What has to be known while somebody is away' })
export class HandoverType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '交接内容 / What has to be known' })
  notes!: string;

  @Field(() => Date, { description: '填写时刻 / When it was written' })
  preparedAt!: Date;

  @Loaded('acceptancesOfLeave', () => [HandoverAcceptanceType], '各岗位的接收 / Who has accepted it, by post')
  readonly acceptances: Later;
}

@VisibleTo(...staffRoles)
@ObjectType('Leave', { description: '请假（S5.3a） / A leave of a member of staff; from, to: half-open' })
export class LeaveType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => LeaveKindEnum, { description: '类别 / What it is for' })
  kind!: LeaveKind;

  @Field(() => Date, { description: '起 / From' })
  from!: Date;

  @Field(() => Date, { description: '止，不含 / To, exclusive' })
  to!: Date;

  @Field(() => LeaveStatusEnum, { description: '状态 / What has become of it' })
  status!: LeaveStatus;

  /** Shown to the person and those who decide. */
  readonly hiddenReason!: string;

  @Field(() => Date, { description: '申请时刻 / When it was asked for' })
  requestedAt!: Date;

  @Loaded('staff', () => StaffType, '申请人；可代电话请假者申请 / Who asked for it; whoever was told by telephone')
  readonly requestedById!: string;

  @Field(() => Date, { nullable: true, description: '审批时刻 / When it was decided' })
  decidedAt!: Date | null;

  @Loaded('staff', () => StaffType, '审批人 / Who decided', { nullable: true })
  readonly decidedById!: string | null;

  @Field(() => String, { nullable: true, description: '不批准的理由 / Why it was refused' })
  refusedBecause!: string | null;

  @Field(() => HandoverType, { nullable: true, description: '工作交接（S5.3a） / What is handed over' })
  handover!: HandoverType | null;

  @Field(() => Date, { nullable: true, description: '销假时刻 / When the return was recorded' })
  endedAt!: Date | null;

  @Loaded('staff', () => StaffType, '请假人 / Whose leave it is')
  readonly staffId!: string;
}

/** A page of leaves. */
export const { connection: LeaveConnection } = connectionTypes('Leave', () => LeaveType);

/** See {@link resultOf}. */
export const RequestLeaveResult = resultOf('RequestLeaveResult', LeaveType);
/** See {@link resultOf}. */
export const ApproveLeaveResult = resultOf('ApproveLeaveResult', LeaveType);
/** See {@link resultOf}. */
export const RefuseLeaveResult = resultOf('RefuseLeaveResult', LeaveType);
/** See {@link resultOf}. */
export const CancelLeaveResult = resultOf('CancelLeaveResult', LeaveType);
/** See {@link resultOf}. */
export const EndLeaveResult = resultOf('EndLeaveResult', LeaveType);
/** See {@link resultOf}. */
export const PrepareHandoverResult = resultOf('PrepareHandoverResult', LeaveType);
/** See {@link resultOf}. */
export const AcceptHandoverResult = resultOf('AcceptHandoverResult', LeaveType);
