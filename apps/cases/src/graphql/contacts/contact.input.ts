import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, IsGlobalId } from '@hall/platform/graphql';
import type { ContactChannel } from '../../domain/contacts/contact';
import type { PriorityGroup } from '../../domain/contacts/queue';
import { ContactChannelEnum, PriorityGroupEnum } from './contact.type';

/** A first contact. */
@InputType({ description: '首次接待（S2.1a） / A first contact' })
export class RecordContactInput extends CreatingInput {
  @Field(() => ContactChannelEnum, { description: '渠道 / Channel' })
  channel!: ContactChannel;

  @Field(() => ID, { nullable: true, description: '接待窗口；电话等可为空 / Window; absent for a call' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => String, { description: '来意，勿写个人信息 / What it is about; no personal data' })
  @Length(1, 500)
  subject!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '办事人的证件号或电话，只存加盐散列；同人同事同日为一次接待（A-06） / Identity number or phone, kept as a keyed hash only; same client, matter and day is one contact',
  })
  @Length(4, 40)
  client?: string;

  @Field(() => String, { nullable: true, description: '所办事项的编码或名称 / Code or name of the matter' })
  @Length(1, 200)
  matter?: string;
}

/** A message for a colleague. */
@InputType({ description: '留言（S1.6g） / A message for somebody who is not there' })
export class TakeMessageInput extends CreatingInput {
  @Field(() => ID, { description: '给谁 / For whom' })
  @IsGlobalId()
  forStaffId!: string;

  @Field(() => String, { description: '留言人 / From' })
  @Length(1, 100)
  from!: string;

  @Field(() => String, { nullable: true, description: '回电号码 / Phone to call back' })
  @Length(5, 40)
  phone?: string;

  @Field(() => String, { description: '内容 / Text' })
  @Length(1, 1000)
  text!: string;
}

/** A place in a queue. */
@InputType({ description: '取号（S1.2j） / A place in the queue of a window' })
export class TakeTicketInput extends CreatingInput {
  @Field(() => ID, { description: '窗口 / Window' })
  @IsGlobalId()
  windowId!: string;

  @Field(() => PriorityGroupEnum, { nullable: true, description: '优先人群（A-03） / Group that may go first' })
  priorityGroup?: PriorityGroup;
}
