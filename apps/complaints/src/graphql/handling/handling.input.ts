import { ArrayNotEmpty, ArrayUnique } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { ComplaintGround, Finding, TimeClass } from '../../domain/register/complaint';
import { ComplaintGroundEnum, FindingEnum, TimeClassEnum } from '../register/complaint.type';

/** The three class fields. */
@InputType({ description: '分类：三项必填（S6.5.2） / The three class fields' })
export class ClassifyComplaintInput {
  @KeyField('投诉件 / Complaint')
  complaintId!: HallKey;

  @Field(() => TimeClassEnum, { description: '时间要求 / Time class' })
  timeClass!: TimeClass;

  @KeyField('办理窗口 / Window', { nullable: true })
  windowId!: HallKey | null;

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
  @KeyField('投诉件 / Complaint')
  complaintId!: HallKey;

  @Field(() => FindingEnum, { description: '结论 / Finding' })
  finding!: Finding;

  @TextField('处理意见 / Opinion', 4000)
  opinion!: string;
}

/** How the complainant was told. */
@InputType({ description: '反馈（S6.4g） / How the complainant was told' })
export class FeedbackInput {
  @KeyField('投诉件 / Complaint')
  complaintId!: HallKey;

  @TextField('方式，如 PHONE / Mode', 50)
  mode!: string;

  @TextField('反馈内容 / What was said', 4000)
  content!: string;

  @TextField('投诉人意见 / What the complainant said to it', 2000, { nullable: true })
  complainantView!: string | null;
}
