import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { addDays, addMonths, firstDayOf, instantAt, plainDate, yearMonth } from '@hall/kernel';
import { AllowedTo, badInput, globalId, idsOfHall, keyOf, createType, notYourHall } from '@hall/platform/graphql';
import { factsOf, figuresOf, measureDefinitions } from '../../domain/statistics/statistics';
import type { Dimension, Measure } from '../../domain/statistics/statistics';
import type { CountedGroup } from '../../persistence/statistics/statistics-queries';
import { StatisticsInput } from './statistics.input';
import type { ComplaintContext, ComplaintParts } from '../loaders';
import {
  MeasureDefinitionType,
  StatisticsFigureType,
  StatisticsKeyType,
  StatisticsResultType,
  StatisticsRowType,
  SuppressionType,
} from './statistics.type';

/** Figures about complaints: reproducible, with their definitions, and none that tells a person of a complaint about them. */
@Resolver()
export class StatisticsResolver {
  constructor(private readonly parts: ComplaintParts) {}

  @Query(() => StatisticsResultType, { description: '投诉统计 / Complaint statistics' })
  @AllowedTo('DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_OFFICE', 'CENTRE_LEADER', 'ANALYST')
  async complaintStatistics(
    @Arg('input', () => StatisticsInput, { description: '统计问题 / The question' }) input: StatisticsInput,
    @Ctx() { actor }: ComplaintContext,
  ) {
    const hallCode = input.hallCode ?? actor.hallCode;
    if (hallCode === undefined || hallCode !== actor.hallCode) throw notYourHall();
    const { measures, groupBy = [], filter = {}, asOf = this.parts.clock.now() } = input;
    const { windowId, ...rest } = filter;
    const of = idsOfHall(hallCode, { windowId: windowId == null ? null : keyOf(windowId, 'filter.windowId') });
    const groups = await this.parts.reads.statistics.countFacts({
      hallCode,
      ...periodOf(input),
      asOf: asOf ?? this.parts.clock.now(),
      facts: factsOf(measures),
      groupBy: groupBy ?? [],
      filter: { ...rest, ...(of.windowId !== null && { windowId: of.windowId }) },
      account: actor.account ?? '',
    });
    const { rateFromComplaints: smallest } = this.parts.ports.settings['S6.4i'];
    return toResult(hallCode, input, groups, asOf ?? this.parts.clock.now(), smallest);
  }
}

/** The period of a question, half-open. */
function periodOf({ month, from, to }: StatisticsInput): { readonly from: Date; readonly to: Date } {
  if (month != null && from == null && to == null) {
    const first = yearMonth(month);
    return { from: instantAt(firstDayOf(first), '00:00'), to: instantAt(firstDayOf(addMonths(first, 1)), '00:00') };
  }
  if (month == null && from != null && to != null && from <= to) {
    return { from: instantAt(plainDate(from), '00:00'), to: instantAt(addDays(plainDate(to), 1), '00:00') };
  }
  throw badInput({
    field: 'month',
    reason: '填 month，或 from 与 to 且不倒置 / either month, or from and to in order',
  });
}

function toResult(
  hallCode: string,
  input: StatisticsInput,
  groups: readonly CountedGroup[],
  asOf: Date,
  smallest: number,
): StatisticsResultType {
  const dimensions = input.groupBy ?? [];
  // Without a breakdown there is one group even when nothing happened: nothing is a figure too.
  const answered = groups.length === 0 && dimensions.length === 0 ? [{ keys: [], counts: new Map() }] : groups;
  const rows = answered.map(({ keys, counts }) => {
    const figures = figuresOf(counts, input.measures, smallest).map((figure) =>
      createType(StatisticsFigureType, figure),
    );
    return createType(StatisticsRowType, {
      keys: keys.map((value, i) => toKey(hallCode, dimensions[i]!, value)),
      figures,
    });
  });
  const suppressed = rows.flatMap(({ keys, figures }) =>
    figures
      .filter(({ value, denominator }) => value === null && denominator !== null && denominator > 0)
      .map(({ measure }) => createType(SuppressionType, { keys, measure, reason: `denominator below ${smallest}` })),
  );
  return createType(StatisticsResultType, {
    hallCode,
    asOf,
    rows,
    suppressed,
    ignored: [],
    definition: input.measures.map(toDefinition),
  });
}

/** Ids leave as global ids, so that they can be looked up. */
function toKey(hallCode: string, dimension: Dimension, value: string | null): StatisticsKeyType {
  const isId = dimension === 'WINDOW' || dimension === 'DEPARTMENT';
  return createType(StatisticsKeyType, {
    dimension,
    value: isId && value !== null ? globalId({ hallCode, id: value }) : value,
  });
}

function toDefinition(measure: Measure): MeasureDefinitionType {
  return createType(MeasureDefinitionType, { measure, ...measureDefinitions[measure] });
}
