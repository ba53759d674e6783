import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '@hall/platform/graphql';
import { coverCauses, postRoles } from '../../domain/authority/authority';
import type { CoverCause, PostRole } from '../../domain/authority/authority';

export const PostRoleEnum = enumOf('PostRole', postRoles, 'A岗、B岗、临时顶岗 / In which role somebody holds a post', {
  LEAD: 'A岗，主办 / Lead',
  DEPUTY: 'B岗，协办顶岗 / Deputy, acting for the lead',
  TEMPORARY: '临时顶岗（A-18） / Temporary, named by a leader',
});

export const CoverCauseEnum = enumOf('CoverCause', coverCauses, '顶岗原因 / Why a deputy acts', {
  PLANNED_LEAVE: '计划离岗（S5.3a） / Planned leave',
  MISSED_CHECK_IN: '开门未到岗（A-20） / Not there at opening',
  LEFT_POST: '离开岗位 / Left the post',
  REPORTED_ABSENCE: '被报告缺岗（S5.3b） / Reported absent',
});

@Directive('@key(fields: "id")')
@ObjectType('Post', { description: '岗位，设A岗与B岗（S5.1a） / Post with its lead and deputy' })
export class PostType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => String, { description: '岗位编号 / Code in the hall' })
  code!: string;

  @Field(() => String, { description: '岗位名称 / Name' })
  name!: string;

  @Field(() => [String], { description: '岗位职责 / Duties' })
  duties!: readonly string[];

  readonly windowId!: string;
  readonly leadId!: string;
  readonly deputyId!: string;
}

@ObjectType('Cover', { description: '顶岗区间（S5.2a） / The interval in which a deputy holds a post' })
export class CoverType {
  @Field(() => ID, { description: '标识 / Id' })
  id!: string;

  @Field(() => CoverCauseEnum, { description: '顶岗原因 / Why a deputy acts' })
  cause!: CoverCause;

  @Field(() => Date, { description: '起始时刻 / Since when' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: '结束时刻；进行中为 null / End; null while it lasts' })
  to!: Date | null;

  readonly postId!: string;
  readonly absentId!: string;
  readonly actingId!: string;
}

@ObjectType('OfficerOnDuty', { description: '当前行使岗位职责的人（S5.4b） / Who holds the post’s authority' })
export class OfficerOnDutyType {
  @Field(() => PostRoleEnum, { description: '以何身份在岗 / In which role' })
  role!: PostRole;

  @Field(() => Date, { description: '自何时起 / Since when' })
  since!: Date;

  readonly postId!: string;
  readonly staffId!: string;
  readonly actingForId!: string | null;
  readonly coverId!: string | null;
}

@ObjectType('Vacancy', {
  description:
    '岗位空缺：服务时间内无人在岗，须有人负责（S5.1c） / Nobody holds the post in opening hours; somebody answers for that',
})
export class VacancyType {
  @Field(() => Date, { description: '自何时起 / Since when' })
  since!: Date;

  @Field(() => String, { description: '原因 / Why nobody holds it' })
  reason!: string;

  readonly ownerId!: string;
}
