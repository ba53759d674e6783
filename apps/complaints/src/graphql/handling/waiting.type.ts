import { Field, Int, ObjectType } from 'type-graphql';
import { TimedWaitingFields, waitingEnums } from '@hall/platform/deadline-graph';
import { connectionTypes, OfHall, VisibleTo } from '@hall/platform/graphql';
import { complaintWaitingKinds } from '../../domain/handling/waiting';
import type { ComplaintWaitingKind } from '../../domain/handling/waiting';
import { complaintDesk } from '../../domain/register/viewer';
import { Loaded } from '../loaded';
import { ComplaintType } from '../register/complaint.type';

const { KindEnum, AnswerEnum } = waitingEnums<ComplaintWaitingKind>('ComplaintWaiting', complaintWaitingKinds);

/** See {@link complaintWaitingKinds}. */
export const ComplaintWaitingKindEnum = KindEnum;

/** A complaint of which the next step is the reader's. */
@VisibleTo(...complaintDesk)
@ObjectType('ComplaintWaiting', {
  description:
    '等待本人办理的投诉件一步 / A step of a complaint that waits for its reader, with its clock and what answers it',
})
export class ComplaintWaitingType extends TimedWaitingFields {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: ComplaintWaitingKind;

  @Field(() => [AnswerEnum], {
    description: '本人现可作答复的操作 / The mutations with which the reader can answer it now',
  })
  answers!: readonly string[];

  @Loaded('complaint', () => ComplaintType, '投诉件 / The complaint', { nullable: true })
  readonly complaintId!: string | null;
}

/** A page of what waits. */
export const { connection: ComplaintWaitingConnection } = connectionTypes(
  'ComplaintWaiting',
  () => ComplaintWaitingType,
);

/** How much of a kind waits. */
@VisibleTo(...complaintDesk)
@OfHall()
@ObjectType('ComplaintWaitingCount', { description: '某一种类等待办理的件数 / How much of a kind waits' })
export class ComplaintWaitingCountType {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: ComplaintWaitingKind;

  @Field(() => Int, { description: '件数 / How many' })
  count!: number;

  @Field(() => Int, { description: '其中已逾期 / Of these, late' })
  overdue!: number;

  readonly hallCode!: string;
}
