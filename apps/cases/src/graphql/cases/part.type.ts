import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CommitmentType, TimeLimitType } from '@hall/platform/deadline-graph';
import { connectionTypes, DepartmentRef, Link, StaffRef, VisibleTo, enumOf } from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { jointTaskStates } from '../../domain/cases/joint';
import type { JointTaskState } from '../../domain/cases/joint';
import { Loaded } from '../loaded';

@VisibleTo('SIGNED_IN')
@ObjectType('CaseStep', { description: '办件环节（S2.3b） / A step of a case inside its department' })
export class CaseStepType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => Int, { description: '次序，从 1 起 / Place, from 1' })
  place!: number;

  @Field(() => String, { description: '名称 / Name' })
  name!: string;

  @Field(() => TimeLimitType, { description: '时限 / Limit' })
  limit!: TimeLimitType;

  @Field(() => Date, { nullable: true, description: '开始时刻 / When it began' })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: '移交时刻 / When it was passed on' })
  passedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: '未移交、随决定结束的时刻（S2.3b） / When a decision ended it without its being passed on',
  })
  closedAt!: Date | null;

  @Link(() => StaffRef, '移交人 / Who passed it on', { nullable: true })
  readonly passedById!: string | null;

  @Loaded('commitment', () => CommitmentType, '环节时限（S2.3b） / The limit of the step', { nullable: true })
  readonly commitment: Later;
}

export const JointTaskStateEnum = enumOf('JointTaskState', jointTaskStates, '联办事项状态 / Where a part stands', {
  WAITING: '未开始 / Waits for an earlier stage',
  OPEN: '在办 / In hand',
  GIVEN: '已提意见 / The opinion was given',
  ENDED: '随办件结束 / Ended with the case',
});

@VisibleTo('SIGNED_IN')
@ObjectType('JointTask', {
  description: '联办件中一个部门的事项（S3.4d） / The part of one department in a joint case',
})
export class JointTaskType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => Int, { description: '阶段，同阶段并行 / Stage; one stage works side by side' })
  stage!: number;

  @Field(() => JointTaskStateEnum, { description: '状态 / Where it stands' })
  state!: JointTaskState;

  @Field(() => Boolean, { nullable: true, description: '是否同意 / Whether it agrees' })
  agreed!: boolean | null;

  @Field(() => String, { nullable: true, description: '意见 / Opinion' })
  opinion!: string | null;

  @Field(() => Date, { nullable: true, description: '提出时刻 / When' })
  givenAt!: Date | null;

  @Field(() => Int, {
    description:
      '归责于该部门的迟延分钟；各部门与牵头部门之和等于总迟延 / Minutes of lateness that are its fault; the parts sum up to the whole',
  })
  lateMinutes!: number;

  @Field(() => Date, { nullable: true, description: '承接时刻 / When somebody took it' })
  takenAt!: Date | null;

  @Link(() => StaffRef, '承接人 / Who took it', { nullable: true })
  readonly takenById!: string | null;

  @Link(
    () => StaffRef,
    '责任人：承接人，承接前为部门负责人（S3.4d） / Who answers for it: its department’s head until somebody takes it',
  )
  readonly responsibleId!: string;

  @Link(() => DepartmentRef, '部门 / Department')
  readonly departmentId!: string;

  @Link(() => StaffRef, '提出人 / Who gave the opinion', { nullable: true })
  readonly givenById!: string | null;

  readonly caseId!: string;

  @Loaded(
    'commitment',
    () => CommitmentType,
    '该部门的时限；未开始为 null（S3.4d） / The department’s own limit; null before it starts',
    { nullable: true },
  )
  readonly commitment: Later;
}

/** A page of the parts of joint cases. */
export const { connection: JointTaskConnection } = connectionTypes('JointTask', () => JointTaskType);
