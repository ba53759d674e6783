import { Field, Int, ObjectType } from 'type-graphql';
import { WaitingFields, waitingEnums } from '@hall/platform/deadline-graph';
import { connectionTypes, OfHall, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { staffWaitingKinds } from '../../domain/conduct/waiting';
import type { StaffWaitingKind } from '../../domain/conduct/waiting';

const { KindEnum, AnswerEnum } = waitingEnums<StaffWaitingKind>('StaffWaiting', staffWaitingKinds);

/** See {@link staffWaitingKinds}. */
export const StaffWaitingKindEnum = KindEnum;

@VisibleTo(...staffRoles)
@ObjectType('StaffWaiting', {
  description: '等待本人办理的行为记录、职责阅知 / A record of conduct, or duties, that wait for their reader',
})
export class StaffWaitingType extends WaitingFields {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: StaffWaitingKind;

  @Field(() => [AnswerEnum], {
    description: '本人现可作答复的操作 / The mutations with which the reader can answer it now',
  })
  answers!: readonly string[];

  readonly about!: 'conduct' | 'post';
  readonly subjectId!: string;
}

/** A page of what waits. */
export const { connection: StaffWaitingConnection } = connectionTypes('StaffWaiting', () => StaffWaitingType);

@VisibleTo(...staffRoles)
@OfHall()
@ObjectType('StaffWaitingCount', { description: '某一种类等待办理的件数 / How much of a kind waits' })
export class StaffWaitingCountType {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: StaffWaitingKind;

  @Field(() => Int, { description: '件数 / How many' })
  count!: number;

  readonly hallCode!: string;
}
