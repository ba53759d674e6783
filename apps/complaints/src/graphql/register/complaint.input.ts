import { ArrayUnique, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { ComplaintChannel, ComplaintGround } from '../../domain/register/complaint';
import { ComplaintChannelEnum, ComplaintGroundEnum } from './complaint.type';

/** Who complains. */
@InputType({ description: '投诉人；加密存储 / Complainant; stored encrypted' })
export class ComplainantInput {
  @TextField('姓名 / Name', 100)
  name!: string;

  @TextField('电话 / Phone', 30, { nullable: true, least: 3 })
  phone!: string | null;
}

/** A complaint that reaches the desk. */
@InputType({ description: '投诉 / A complaint' })
export class RegisterComplaintInput extends CreatingInput {
  @Field(() => ID, {
    nullable: true,
    description: '大厅编号；缺省为登录者所在大厅 / Hall; the caller’s own when absent',
  })
  @Length(1, 32)
  hallCode?: string;

  @Field(() => ComplaintChannelEnum, { description: '渠道 / Channel' })
  channel!: ComplaintChannel;

  @TextField('投诉内容 / What it is about', 4000)
  summary!: string;

  @KeyField('所涉窗口 / Window it is about', { nullable: true })
  windowId!: HallKey | null;

  @KeyField('被投诉人 / The member of staff it is about', { nullable: true })
  respondentId!: HallKey | null;

  @KeyField('所涉办件 / The case it is about', { nullable: true })
  caseId!: HallKey | null;

  @Field(() => [ComplaintGroundEnum], { nullable: true, description: '投诉情形 / Grounds' })
  @ArrayUnique()
  grounds?: ComplaintGround[];

  @Field(() => ComplainantInput, { nullable: true, description: '缺省为匿名（A-23） / Anonymous when absent' })
  @ValidateNested()
  complainant?: ComplainantInput;
}
