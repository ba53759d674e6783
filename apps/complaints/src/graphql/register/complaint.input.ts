import { ArrayNotEmpty, ArrayUnique, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CreatingInput, IsGlobalId } from '@hall/platform/graphql';
import type { ComplaintChannel, ComplaintGround, Finding, TimeClass } from '../../domain/register/complaint';
import { ComplaintChannelEnum, ComplaintGroundEnum, FindingEnum, TimeClassEnum } from './complaint.type';

/** Who complains. */
@InputType({ description: '投诉人；加密存储 / Complainant; stored encrypted' })
export class ComplainantInput {
  @Field(() => String, { description: '姓名 / Name' })
  @Length(1, 100)
  name!: string;

  @Field(() => String, { nullable: true, description: '电话 / Phone' })
  @Length(3, 30)
  phone?: string;
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

  @Field(() => String, { description: '投诉内容 / What it is about' })
  @Length(1, 4000)
  summary!: string;

  @Field(() => ID, { nullable: true, description: '所涉窗口 / Window it is about' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => ID, { nullable: true, description: '被投诉人 / The member of staff it is about' })
  @IsGlobalId()
  respondentId?: string;

  @Field(() => ID, { nullable: true, description: '所涉办件 / The case it is about' })
  @IsGlobalId()
  caseId?: string;

  @Field(() => [ComplaintGroundEnum], { nullable: true, description: '投诉情形 / Grounds' })
  @ArrayUnique()
  grounds?: ComplaintGround[];

  @Field(() => ComplainantInput, { nullable: true, description: '缺省为匿名（A-23） / Anonymous when absent' })
  @ValidateNested()
  complainant?: ComplainantInput;
}

/** The three class fields. */
@InputType({ description: '分类：三项必填（S6.5.2） / The three class fields' })
export class ClassifyComplaintInput {
  @Field(() => ID, { description: '投诉件 / Complaint' })
  @IsGlobalId()
  complaintId!: string;

  @Field(() => TimeClassEnum, { description: '时间要求 / Time class' })
  timeClass!: TimeClass;

  @Field(() => ID, { nullable: true, description: '办理窗口 / Window' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => Boolean, { defaultValue: false, description: '办理窗口不明 / The window is unclear' })
  windowUnclear!: boolean;

  @Field(() => [ComplaintGroundEnum], { description: '问题性质 / Grounds' })
  @ArrayNotEmpty()
  @ArrayUnique()
  grounds!: ComplaintGround[];
}

/** A decision on a complaint. */
@InputType({ description: '处理决定 / A decision' })
export class DecideComplaintInput {
  @Field(() => ID, { description: '投诉件 / Complaint' })
  @IsGlobalId()
  complaintId!: string;

  @Field(() => FindingEnum, { description: '结论 / Finding' })
  finding!: Finding;

  @Field(() => String, { description: '处理意见 / Opinion' })
  @Length(1, 4000)
  opinion!: string;
}

/** How the complainant was told. */
@InputType({ description: '反馈（S6.4g） / How the complainant was told' })
export class FeedbackInput {
  @Field(() => ID, { description: '投诉件 / Complaint' })
  @IsGlobalId()
  complaintId!: string;

  @Field(() => String, { description: '方式，如 PHONE / Mode' })
  @Length(1, 50)
  mode!: string;

  @Field(() => String, { description: '反馈内容 / What was said' })
  @Length(1, 4000)
  content!: string;

  @Field(() => String, { nullable: true, description: '投诉人意见 / What the complainant said to it' })
  @Length(1, 2000)
  complainantView?: string;
}
