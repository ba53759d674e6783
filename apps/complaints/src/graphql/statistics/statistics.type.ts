import { Field, Float, Int, ObjectType } from 'type-graphql';
import { enumOf, OfHall, VisibleTo } from '@hall/platform/graphql';
import { countedFacts, dimensions, measures } from '../../domain/statistics/statistics';
import type { CountedFact, Dimension, Measure } from '../../domain/statistics/statistics';

/** Measures. */
export const StatisticsMeasureEnum = enumOf('StatisticsMeasure', measures, '统计指标 / What can be asked for', {
  RECEIVED: '登记数 / Registered in the period',
  CLOSED: '办结数 / Closed in the period',
  OPEN_AT_END: '期末未结 / Open when the period ends',
  DUE: '到期数 / Due in the period',
  ON_TIME: '按时数 / Due and decided in time',
  LATE: '逾期数，含逾期未决 / Due and late, open ones included',
  ON_TIME_RATE: '按时率 / On time of all whose due instant has passed',
  UPHELD: '属实数 / Upheld in the period',
  UPHELD_RATE: '属实率 / Upheld of all decided',
  FEEDBACK_RATE: '反馈率 / Told of all that must be told',
});
/** Dimensions. */
export const StatisticsDimensionEnum = enumOf(
  'StatisticsDimension',
  dimensions,
  '统计维度 / By what figures are broken down',
  {
    DAY: '日 / Day of the fact',
    MONTH: '月 / Month of the fact',
    CHANNEL: '渠道 / Channel',
    GROUND: '投诉情形 / Ground; a complaint with several counts under each',
    TIME_CLASS: '时间要求 / Time class',
    WINDOW: '窗口 / Window',
    DEPARTMENT: '部门 / Department of the window',
    FINDING: '结论 / Finding',
    STATUS: '状态 / Status',
  },
);
/** Facts that are counted. */
const CountedFactEnum = enumOf(
  'CountedFact',
  countedFacts,
  '计数事实 / What is counted; each falls into the period of its own instant',
  {
    RECEIVED: '登记 / Registered',
    CLOSED: '办结 / Closed',
    OPEN_AT_END: '期末未结 / Not closed when the period ends',
    DUE: '到期 / Its due instant',
    ON_TIME: '按时决定 / Due, decided in time',
    LATE: '逾期 / Due, not decided in time',
    DECIDED: '作出决定 / Decided',
    UPHELD: '属实或部分属实 / Decided as upheld, wholly or partly',
    TELLABLE: '应反馈 / Decided, complainant is named',
    TOLD: '已反馈 / Decided, named complainant was told',
  },
);

/** What a measure counts. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('MeasureDefinition', {
  description: '指标定义：分子与分母 / What a measure counts; a rate declares its denominator',
})
export class MeasureDefinitionType {
  @Field(() => StatisticsMeasureEnum, { description: '指标 / Measure' })
  measure!: Measure;

  @Field(() => String, { description: '中文定义 / In Chinese' })
  zh!: string;

  @Field(() => String, { description: '英文定义 / In English' })
  en!: string;

  @Field(() => [CountedFactEnum], { description: '分子（相加） / Facts that are added up' })
  numerator!: readonly CountedFact[];

  @Field(() => [CountedFactEnum], { description: '计数指标为空 / Empty for a plain count' })
  denominator!: readonly CountedFact[];
}

/** One figure of a group. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('StatisticsFigure', { description: '一个数字 / One figure' })
export class StatisticsFigureType {
  @Field(() => StatisticsMeasureEnum, { description: '指标 / Measure' })
  measure!: Measure;

  @Field(() => Float, {
    nullable: true,
    description:
      '件数，或 0–1 的比率；样本过少的比率为 null / Count, or ratio from 0 to 1; null for a rate over too few',
  })
  value!: number | null;

  @Field(() => Int, { description: '分子件数 / Count above the line' })
  numerator!: number;

  @Field(() => Int, {
    nullable: true,
    description: '分母件数；计数指标为 null / Count below the line; null for a plain count',
  })
  denominator!: number | null;
}

/** What a group is. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('StatisticsKey', { description: '分组键 / What a group is' })
export class StatisticsKeyType {
  @Field(() => StatisticsDimensionEnum, { description: '维度 / Dimension' })
  dimension!: Dimension;

  @Field(() => String, {
    nullable: true,
    description: '窗口、部门为标识；null 为未定 / Ids for windows and departments; null where undecided',
  })
  value!: string | null;
}

/** The figures of one group. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('StatisticsRow', { description: '一组数字 / The figures of one group' })
export class StatisticsRowType {
  @Field(() => [StatisticsKeyType], { description: '分组键，按所问次序 / What the group is, in the order asked for' })
  keys!: readonly StatisticsKeyType[];

  @Field(() => [StatisticsFigureType], { description: '数字，按所问次序 / Figures, in the order asked for' })
  figures!: readonly StatisticsFigureType[];
}

/** A rate that is withheld. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@ObjectType('Suppression', { description: '未给出的比率 / A rate that is shown as counts only' })
export class SuppressionType {
  @Field(() => [StatisticsKeyType], { description: '哪一组 / Which group' })
  keys!: readonly StatisticsKeyType[];

  @Field(() => StatisticsMeasureEnum, { description: '哪一指标 / Which measure' })
  measure!: Measure;

  @Field(() => String, { description: '原因 / Why' })
  reason!: string;
}

/** An answer with everything needed to trust it. */
@VisibleTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
@OfHall()
@ObjectType('StatisticsResult', {
  description: '统计结果；同一 asOf 同一结果 / The same question as of the same instant has the same answer',
})
export class StatisticsResultType {
  @Field(() => Date, { description: '以此刻所知为准 / What was known at this instant' })
  asOf!: Date;

  @Field(() => [MeasureDefinitionType], { description: '所问指标的定义 / What was counted' })
  definition!: readonly MeasureDefinitionType[];

  @Field(() => [StatisticsRowType], {
    description: '各组数字，按分组键排序 / Figures by group, in order of their keys',
  })
  rows!: readonly StatisticsRowType[];

  @Field(() => [String], { description: '未采用的参数 / Parameters that were not applied' })
  ignored!: readonly string[];

  @Field(() => [SuppressionType], { description: '因样本过少未给出的比率 / Rates over too few, shown as counts' })
  suppressed!: readonly SuppressionType[];

  readonly hallCode!: string;
}
