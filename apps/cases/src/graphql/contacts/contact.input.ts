import { Field, InputType, Int } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { ContactChannel, ConsultationMode } from '../../domain/contacts/contact';
import type { PriorityGroup } from '../../domain/contacts/queue';
import { ContactChannelEnum, PriorityGroupEnum, AnswerOutcomeEnum, ConsultationModeEnum } from './contact.enum';

/** A first contact. */
@InputType({ description: '首次接待（S2.1a） / A first contact' })
export class RecordContactInput extends CreatingInput {
  @Field(() => ContactChannelEnum, { description: '渠道 / Channel' })
  channel!: ContactChannel;

  @KeyField('接待窗口；电话等可为空 / Window; absent for a call', { nullable: true })
  windowId!: HallKey | null;

  @TextField('来意，勿写个人信息 / What it is about; no personal data', 500)
  subject!: string;

  @TextField(
    '办事人的证件号或电话，只存加盐散列；同人同事同日为一次接待（A-06） / Identity number or phone, kept as a keyed hash only; same client, matter and day is one contact',
    40,
    { nullable: true, least: 4 },
  )
  client!: string | null;

  @KeyField('所办事项；同人同事项同日为一次接待（A-06） / The item that it is about', { nullable: true })
  itemId!: HallKey | null;

  @TextField('所办事项的编码或名称 / Code or name of the matter', 200, { nullable: true })
  matter!: string | null;
}

/** A message for a colleague. */
@InputType({ description: '留言（S1.6g） / A message for somebody who is not there' })
export class TakeMessageInput extends CreatingInput {
  @KeyField('给谁 / For whom')
  forStaffId!: HallKey;

  @TextField('留言人 / From', 100)
  from!: string;

  @TextField('回电号码 / Phone to call back', 40, { nullable: true, least: 5 })
  phone!: string | null;

  @TextField('内容 / Text', 1000)
  text!: string;
}

/** A place in a queue. */
@InputType({ description: '取号（S1.2j） / A place in the queue of a window' })
export class TakeTicketInput extends CreatingInput {
  @KeyField('窗口 / Window')
  windowId!: HallKey;

  @Field(() => PriorityGroupEnum, { nullable: true, description: '优先人群（A-03） / Group that may go first' })
  priorityGroup?: PriorityGroup;

  @Field(() => Int, {
    nullable: true,
    description: '周岁，如读证所得；只用于判断，不保存（A-03） / Age in years; only compared, never kept',
  })
  age?: number;
}

/** How a contact is answered. */
@InputType({ description: '解答或服务（S2.1b） / How a contact is answered' })
export class AnswerContactInput extends CreatingInput {
  @KeyField('接待 / Contact')
  contactId!: HallKey;

  @TextField('答复内容，1–2000 字 / What the client was told', 2000)
  answer!: string;

  @Field(() => AnswerOutcomeEnum, {
    defaultValue: 'ANSWERED',
    description: '结果：解答，或还办了事（服务） / Whether it was only answered, or something was done',
  })
  outcome!: keyof typeof AnswerOutcomeEnum;

  @KeyField(
    '所咨询的事项：一次告知全部内容（S3.4e、S4.1a） / The item that was asked about: all of its guide is told at once',
    { nullable: true },
  )
  itemId!: HallKey | null;

  @Field(() => ConsultationModeEnum, {
    defaultValue: 'ORAL',
    description: '告知方式；缺省口头 / How it was told; orally when absent',
  })
  mode!: ConsultationMode;
}

/** A body outside the hall. */
@InputType({ description: '导办至大厅以外（A-16） / A body outside the hall to which a client is guided' })
export class ReferOutsideInput extends CreatingInput {
  @KeyField('接待 / Contact')
  contactId!: HallKey;

  @TextField('机关及联系方式，1–500 字 / Body and how to reach it', 500)
  body!: string;

  @TextField('告知内容，1–2000 字 / What the client was told', 2000)
  answer!: string;
}

/** Another window. */
@InputType({ description: '导办（S2.2c） / Another window to which a contact is offered' })
export class ReferContactInput extends CreatingInput {
  @KeyField('接待 / Contact')
  contactId!: HallKey;

  @KeyField('去向窗口 / Window')
  toWindowId!: HallKey;

  @TextField('理由，1–500 字 / Reason', 500)
  reason!: string;
}

/** A question for the desk. */
@InputType({ description: '转咨询台（A-16） / A question that the desk has to find out about' })
export class ReferToDeskInput extends CreatingInput {
  @KeyField('接待 / Contact')
  contactId!: HallKey;

  @TextField('待查明的问题，1–2000 字 / What has to be found out', 2000)
  question!: string;
}

/** Who goes before others. */
@InputType({ description: '插号（A-03） / Who is called before others, and why' })
export class CallOutOfTurnInput extends CreatingInput {
  @KeyField('窗口 / Window')
  windowId!: HallKey;

  @KeyField('号 / Ticket')
  ticketId!: HallKey;

  @TextField('理由，1–500 字 / Reason', 500)
  reason!: string;
}
