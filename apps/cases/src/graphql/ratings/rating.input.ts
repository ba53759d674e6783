import { Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingInput, KeyField, TextField } from '@hall/platform/graphql';
import type { HallKey } from '@hall/kernel';
import type { RatingFinding } from '../../domain/ratings/rating';
import { RatingFindingEnum } from './rating.type';

/** A visitor's rating. */
@InputType({ description: '评价 / What a visitor says of a service' })
export class RateServiceInput {
  @Field(() => ID, {
    description: '接待标识、办件编号或受理单号 / Id of the contact, or number of the case or slip',
  })
  @Length(3, 80)
  service!: string;

  @TextField(
    '窗口出示的评价码，或受理单上的查询码；本人登录评价自己的办件可省略 / Code shown at the window or printed on the slip; applicants who signed in need none for their own case',
    10,
    { nullable: true, least: 10 },
  )
  code!: string | null;

  @Field(() => Int, { description: '等级：5 非常满意 … 1 非常不满意 / From 5 very satisfied to 1 very dissatisfied' })
  @Min(1)
  @Max(5)
  level!: number;

  @TextField('留言，1–500 字 / Remark', 500, { nullable: true })
  remark!: string | null;
}

/** What the look into a bad rating has shown. */
@InputType({ description: '核查差评（S2.2a） / What the look into a bad rating has shown' })
export class AnswerRatingInput extends CreatingInput {
  @KeyField('评价 / Rating')
  ratingId!: HallKey;

  @Field(() => RatingFindingEnum, { description: '核查结论 / What was found' })
  finding!: RatingFinding;

  @TextField('整改措施或说明，1–2000 字 / What is done about it, or why nothing', 2000)
  measures!: string;
}
