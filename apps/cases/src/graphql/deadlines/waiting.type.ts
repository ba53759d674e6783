import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { TimedWaitingFields, waitingEnums } from '@hall/platform/deadline-graph';
import { connectionTypes, OfHall, staffRoles, VisibleTo } from '@hall/platform/graphql';
import { waitingKinds } from '../../domain/deadlines/waiting';
import type { WaitingKind, WaitingSubject } from '../../domain/deadlines/waiting';
import { CaseType } from '../cases/case.type';
import { JointTaskType } from '../cases/part.type';
import { ServiceItemType } from '../catalogue/item.type';
import { ContactType } from '../contacts/contact.type';
import { MessageType } from '../contacts/front-desk.type';
import { MajorMatterType } from '../major-matters/major-matter.type';
import { ServiceRatingType } from '../ratings/rating.type';

const { KindEnum, AnswerEnum } = waitingEnums<WaitingKind>('Waiting', waitingKinds);

/** See {@link waitingKinds}. */
export const WaitingKindEnum = KindEnum;

/** See {@link WaitingSubject}. */
export const WaitingSubjectUnion = createUnionType({
  name: 'WaitingSubject',
  description: '等待办理所涉 / What something that waits is about',
  types: () =>
    [CaseType, JointTaskType, ContactType, MajorMatterType, ServiceRatingType, ServiceItemType, MessageType] as const,
});

@VisibleTo(...staffRoles)
@ObjectType('Waiting', {
  description:
    '等待本人办理的一项，及其期限与可作的答复 / Something that waits for its reader, with its clock and what answers it',
})
export class WaitingType extends TimedWaitingFields {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: WaitingKind;

  @Field(() => [AnswerEnum], {
    description:
      '本人现可作答复的操作；无此权限（如未在岗）为空 / The mutations with which the reader can answer it now; none without the authority that they take, as when not on duty',
  })
  answers!: readonly string[];

  readonly about!: WaitingSubject;
  readonly subjectId!: string;
}

/** A page of what waits. */
export const { connection: WaitingConnection } = connectionTypes('Waiting', () => WaitingType);

@VisibleTo(...staffRoles)
@OfHall()
@ObjectType('WaitingCount', { description: '某一种类等待办理的件数 / How much of a kind waits' })
export class WaitingCountType {
  @Field(() => KindEnum, { description: '种类 / Kind' })
  kind!: WaitingKind;

  @Field(() => Int, { description: '件数 / How many' })
  count!: number;

  @Field(() => Int, { description: '其中已逾期 / Of these, late' })
  overdue!: number;

  readonly hallCode!: string;
}
