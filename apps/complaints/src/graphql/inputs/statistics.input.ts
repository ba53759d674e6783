import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId, LocalDateScalar, YearMonthScalar } from '@hall/platform/graphql';
import type { ComplaintChannel, ComplaintGround, TimeClass } from '../../domain/complaint';
import type { Dimension, Measure } from '../../domain/statistics';
import { ComplaintChannelEnum, ComplaintGroundEnum, TimeClassEnum } from '../types/complaint.type';
import { StatisticsDimensionEnum, StatisticsMeasureEnum } from '../types/statistics.type';

/** Which complaints are counted. */
@InputType()
export class StatisticsFilter {
  @Field(() => ID, { nullable: true })
  @IsGlobalId()
  windowId?: string;

  @Field(() => ComplaintChannelEnum, { nullable: true })
  channel?: ComplaintChannel;

  @Field(() => ComplaintGroundEnum, { nullable: true })
  ground?: ComplaintGround;

  @Field(() => TimeClassEnum, { nullable: true })
  timeClass?: TimeClass;
}

/** A statistical question. */
@InputType({ description: '统计问题：month，或 from 与 to（含） / Either month, or from and to (inclusive)' })
export class StatisticsInput {
  @Field(() => ID, {
    nullable: true,
    description: '大厅编号；缺省为登录者所在大厅 / Hall; the caller’s own when absent',
  })
  @Length(1, 32)
  hallCode?: string;

  @Field(() => YearMonthScalar, { nullable: true })
  month?: string;

  @Field(() => LocalDateScalar, { nullable: true })
  from?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: '含当日 / Inclusive' })
  to?: string;

  @Field(() => [StatisticsMeasureEnum])
  @ArrayNotEmpty()
  @ArrayUnique()
  measures!: Measure[];

  @Field(() => [StatisticsDimensionEnum], { nullable: true, description: '至多三个 / At most three' })
  @ArrayMaxSize(3)
  @ArrayUnique()
  groupBy?: Dimension[];

  @Field(() => StatisticsFilter, { nullable: true })
  @ValidateNested()
  filter?: StatisticsFilter;

  @Field(() => Date, {
    nullable: true,
    description: '以此刻所知为准；缺省为现在 / What was known then; now when absent',
  })
  asOf?: Date;
}
