import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDateScalar, staffRoles, VisibleTo, connectionTypes } from '@hall/platform/graphql';
import { trainingKinds } from '../../domain/training/training';
import type { TrainingKind } from '../../domain/training/training';
import { Loaded } from '../loaded';
import { StaffType } from '../structure/structure.type';
import { resultOf } from '../results';

export const TrainingKindEnum = enumOf('TrainingKind', trainingKinds, '培训内容 / What a training is about', {
  POLICY: '政策 / Policy',
  LAW: '法律法规 / Law',
  HALL_RULES: '大厅制度 / Rules of the hall',
  BUSINESS: '业务 / The business itself',
  COMPUTER: '计算机 / Computers',
  ETIQUETTE: '职业道德与礼仪 / Ethics and manners',
});

@VisibleTo(...staffRoles)
@ObjectType('Training', { description: '学习培训记录（S2.4b） / A training that was held' })
export class TrainingType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => TrainingKindEnum, { description: '内容 / What it is about' })
  kind!: TrainingKind;

  @Field(() => String, { description: '主题 / Topic' })
  topic!: string;

  @Field(() => LocalDateScalar, { description: '日期 / Day' })
  heldOn!: string;

  @Field(() => Int, { description: '时长，分钟 / Minutes' })
  minutes!: number;

  @Field(() => String, { description: '纪要 / Notes' })
  notes!: string;

  @Loaded('staff', () => [StaffType], '参加人 / Who was there')
  readonly attendeeIds!: readonly string[];
}

/** A page of trainings. */
export const { connection: TrainingConnection } = connectionTypes('Training', () => TrainingType);

@VisibleTo(...staffRoles, 'ADMIN')
@ObjectType('DutyReceipt', { description: '岗位职责的阅知（S2.4a） / Somebody has read the duties of a post' })
export class DutyReceiptType {
  @Field(() => Date, { description: '阅知时刻 / When' })
  readAt!: Date;

  @Field(() => Boolean, { description: '所阅是否现行职责 / Whether these are the duties as they are now' })
  current!: boolean;

  @Loaded('staff', () => StaffType, '何人 / Who')
  readonly staffId!: string;
}

/** See {@link resultOf}. */
export const RecordTrainingResult = resultOf('RecordTrainingResult', TrainingType);
