import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, Length, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId, LocalDateScalar, YearMonthScalar } from '@hall/platform/graphql';
import type { ComplaintChannel, ComplaintGround, TimeClass } from '../../domain/register/complaint';
import type { Dimension, Measure } from '../../domain/statistics/statistics';
import { ComplaintChannelEnum, ComplaintGroundEnum, TimeClassEnum } from '../register/complaint.type';
import { StatisticsDimensionEnum, StatisticsMeasureEnum } from './statistics.type';

/** Which complaints are counted. */
@InputType({ description: '统计筛选 / Which complaints are counted' })
export class StatisticsFilter {
  @Field(() => ID, { nullable: true, description: '窗口 / Window' })
  @IsGlobalId()
  windowId?: string;

  @Field(() => ComplaintChannelEnum, { nullable: true, description: '渠道 / Channel' })
  channel?: ComplaintChannel;

  @Field(() => ComplaintGroundEnum, { nullable: true, description: '投诉情形 / Ground' })
  ground?: ComplaintGround;

  @Field(() => TimeClassEnum, { nullable: true, description: '时间要求 / Time class' })
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

  @Field(() => YearMonthScalar, { nullable: true, description: '月份 / Month' })
  month?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: '起始日，含 / From, inclusive' })
  from?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: '含当日 / Inclusive' })
  to?: string;

  @Field(() => [StatisticsMeasureEnum], { description: '所问指标 / What is asked for' })
  @ArrayNotEmpty()
  @ArrayUnique()
  measures!: Measure[];

  @Field(() => [StatisticsDimensionEnum], { nullable: true, description: '至多三个 / At most three' })
  @ArrayMaxSize(3)
  @ArrayUnique()
  groupBy?: Dimension[];

  @Field(() => StatisticsFilter, { nullable: true, description: '筛选 / Which complaints are counted' })
  @ValidateNested()
  filter?: StatisticsFilter;

  @Field(() => Date, {
    nullable: true,
    description: '以此刻所知为准；缺省为现在 / What was known then; now when absent',
  })
  asOf?: Date;
}
