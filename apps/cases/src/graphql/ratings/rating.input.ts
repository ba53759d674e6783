import { Length, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A visitor's rating. */
@InputType({ description: '评价 / What a visitor says of a service' })
export class RateServiceInput {
  @Field(() => ID, {
    description: '接待标识、办件编号或受理单号 / Id of the contact, or number of the case or slip',
  })
  @Length(3, 80)
  service!: string;

  @Field(() => String, {
    nullable: true,
    description:
      '窗口出示的评价码，或受理单上的查询码；本人登录评价自己的办件可省略 / Code shown at the window or printed on the slip; applicants who signed in need none for their own case',
  })
  @Length(10, 10)
  code?: string;

  @Field(() => Int, { description: '等级：5 非常满意 … 1 非常不满意 / From 5 very satisfied to 1 very dissatisfied' })
  @Min(1)
  @Max(5)
  level!: number;

  @Field(() => String, { nullable: true, description: '留言，1–500 字 / Remark' })
  @Length(1, 500)
  remark?: string;
}
