import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  AllowedTo,
  connectionTypes,
  Link,
  OfHall,
  StaffRef,
  staffRoles,
  VisibleTo,
  VisibleToAnyone,
} from '@hall/platform/graphql';
import type { Later } from '@hall/platform/graphql';
import { Loaded } from '../loaded';
import type { PriorityGroup, QueueActKind } from '../../domain/contacts/queue';
import { resultOf } from '../results';
import { PriorityGroupEnum, QueueActKindEnum } from './contact.enum';

@VisibleTo('SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@OfHall()
@ObjectType('RepeatVisits', { description: '重复来访（S4.4a） / How many clients of a matter came again' })
export class RepeatVisitsType {
  @Field(() => String, { description: '事项 / Matter' })
  matter!: string;

  @Field(() => Int, { description: '来访人数 / Clients' })
  clients!: number;

  @Field(() => Int, { description: '其中来过不止一次的，同日亦计 / Of these, more than once, also on one day' })
  repeated!: number;

  @Field(() => Int, { description: '来访总次数 / Trips of all of them' })
  trips!: number;

  readonly hallCode!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('Message', { description: '留言（S1.6g） / A message for somebody who was not there' })
export class MessageType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '留言人 / From' })
  from!: string;

  @Field(() => String, { nullable: true, description: '电话 / Phone' })
  phone!: string | null;

  @Field(() => String, { description: '内容 / Text' })
  text!: string;

  @Field(() => Date, { description: '记录时刻 / When it was taken' })
  takenAt!: Date;

  @Field(() => Date, { nullable: true, description: '本人阅知时刻 / When it was read' })
  deliveredAt!: Date | null;

  @Link(() => StaffRef, '给谁 / For whom')
  readonly forStaffId!: string;

  @Link(() => StaffRef, '记录人 / Who took it')
  readonly takenById!: string;
}

@VisibleTo(...staffRoles)
@ObjectType('QueueAct', { description: '叫号记录（S1.2j） / What a window did with a place in its queue' })
export class QueueActType {
  @Field(() => QueueActKindEnum, { description: '事由 / What was done' })
  kind!: QueueActKind;

  @Field(() => Date, { description: '时刻 / When' })
  at!: Date;

  @Field(() => PriorityGroupEnum, {
    nullable: true,
    description: '据以优先的人群；按序为 null（A-03） / The group that went before others; null in turn',
  })
  priorityGroup!: PriorityGroup | null;

  @Field(() => String, { nullable: true, description: '理由 / Reason' })
  reason!: string | null;

  @Link(() => StaffRef, '经办人 / By whom')
  readonly officerId!: string;

  @Link(() => StaffRef, '代谁办理 / On whose behalf', { nullable: true })
  readonly actingForId!: string | null;
}

@VisibleToAnyone()
@ObjectType('QueueTicket', { description: '排队号（S1.2j） / A place in the queue of a window' })
export class QueueTicketType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => Int, { description: '当日序号 / Number of the day' })
  number!: number;

  @Field(() => PriorityGroupEnum, { nullable: true, description: '优先人群 / Group that may go first' })
  @AllowedTo(...staffRoles)
  priorityGroup!: PriorityGroup | null;

  @Field(() => Date, { description: '取号时刻 / When it was taken' })
  takenAt!: Date;

  @Field(() => Date, { nullable: true, description: '叫号时刻 / When it was called' })
  calledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: '插号理由；按序为 null（A-03） / Why it went first; null in turn',
  })
  @AllowedTo(...staffRoles)
  outOfTurnReason!: string | null;

  readonly noShowAt!: Date | null;

  @Loaded('queueActs', () => [QueueActType], '叫号记录 / What was done with it')
  @AllowedTo(...staffRoles)
  readonly acts: Later;

  @Link(() => StaffRef, '叫号人 / Who called it', { nullable: true })
  @AllowedTo(...staffRoles)
  readonly calledById!: string | null;
}

/** See {@link resultOf}. */
export const MessageResult = resultOf('MessageResult', MessageType);
/** See {@link resultOf}. */
export const QueueTicketResult = resultOf('QueueTicketResult', QueueTicketType);

/** A page of messages. */
export const { connection: MessageConnection } = connectionTypes('Message', () => MessageType);
/** A page of a queue. */
export const { connection: QueueTicketConnection } = connectionTypes('QueueTicket', () => QueueTicketType);
/** A page of matters. */
export const { connection: RepeatVisitsConnection } = connectionTypes('RepeatVisits', () => RepeatVisitsType);
