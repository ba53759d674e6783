/** Things that happen to a complaint and can be counted; each has its own instant, which decides the period it falls in. */
export const countedFacts = [
  'RECEIVED',
  'CLOSED',
  'OPEN_AT_END',
  'DUE',
  'ON_TIME',
  'LATE',
  'DECIDED',
  'UPHELD',
  'TELLABLE',
  'TOLD',
] as const;
/** One of {@link countedFacts}. */
export type CountedFact = (typeof countedFacts)[number];

/** What can be asked for. */
export const measures = [
  'RECEIVED',
  'CLOSED',
  'OPEN_AT_END',
  'DUE',
  'ON_TIME',
  'LATE',
  'ON_TIME_RATE',
  'UPHELD',
  'UPHELD_RATE',
  'FEEDBACK_RATE',
] as const;
/** One of {@link measures}. */
export type Measure = (typeof measures)[number];

/** By what figures can be broken down. */
export const dimensions = [
  'DAY',
  'MONTH',
  'CHANNEL',
  'GROUND',
  'TIME_CLASS',
  'WINDOW',
  'DEPARTMENT',
  'FINDING',
  'STATUS',
] as const;
/** One of {@link dimensions}. */
export type Dimension = (typeof dimensions)[number];

/** What a measure counts, said so that anybody can count again. A rate declares its denominator. */
export interface MeasureDefinition {
  readonly measure: Measure;
  readonly zh: string;
  readonly en: string;
  /** Facts that are added up. */
  readonly numerator: readonly CountedFact[];
  /** Facts below the line; empty for a plain count. */
  readonly denominator: readonly CountedFact[];
}

/** The definition of every measure. */
export const measureDefinitions: Record<Measure, Omit<MeasureDefinition, 'measure'>> = {
  RECEIVED: { zh: '期内登记的投诉件', en: 'Registered in the period', numerator: ['RECEIVED'], denominator: [] },
  CLOSED: { zh: '期内办结的投诉件', en: 'Closed in the period', numerator: ['CLOSED'], denominator: [] },
  OPEN_AT_END: {
    zh: '期末未办结的投诉件',
    en: 'Not closed when the period ends',
    numerator: ['OPEN_AT_END'],
    denominator: [],
  },
  DUE: { zh: '到期日在期内的投诉件', en: 'Due in the period', numerator: ['DUE'], denominator: [] },
  ON_TIME: {
    zh: '期内到期且按时作出决定',
    en: 'Due in the period and decided in time',
    numerator: ['ON_TIME'],
    denominator: [],
  },
  LATE: {
    zh: '期内到期而逾期，含逾期未决',
    en: 'Due in the period and late; open and late counts as late',
    numerator: ['LATE'],
    denominator: [],
  },
  ON_TIME_RATE: {
    zh: '按时率＝按时÷（按时＋逾期）',
    en: 'On time of all whose due instant has passed',
    numerator: ['ON_TIME'],
    denominator: ['ON_TIME', 'LATE'],
  },
  UPHELD: {
    zh: '期内决定属实或部分属实',
    en: 'Decided in the period as upheld, wholly or partly',
    numerator: ['UPHELD'],
    denominator: [],
  },
  UPHELD_RATE: {
    zh: '属实率＝属实÷已决定',
    en: 'Upheld of all decided in the period',
    numerator: ['UPHELD'],
    denominator: ['DECIDED'],
  },
  FEEDBACK_RATE: {
    zh: '反馈率＝已反馈÷应反馈（具名且已决定）',
    en: 'Told of all decided in the period whose complainant is named',
    numerator: ['TOLD'],
    denominator: ['TELLABLE'],
  },
};

/** A figure of one group. */
export interface Figure {
  readonly measure: Measure;
  /** A count, or a ratio from 0 to 1; null for a rate that is withheld or has nothing to divide by. */
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

/**
 * Makes the figures of a group from its counts.
 *
 * @param smallest a rate over fewer complaints is withheld
 */
export function figuresOf(
  counts: ReadonlyMap<CountedFact, number>,
  asked: readonly Measure[],
  smallest: number,
): readonly Figure[] {
  const sum = (facts: readonly CountedFact[]): number =>
    facts.reduce((total, fact) => total + (counts.get(fact) ?? 0), 0);
  return asked.map((measure) => {
    const { numerator, denominator } = measureDefinitions[measure];
    const above = sum(numerator);
    if (denominator.length === 0) return { measure, value: above, numerator: above, denominator: null };
    const below = sum(denominator);
    return {
      measure,
      value: below >= smallest ? above / below : null,
      numerator: above,
      denominator: below,
    };
  });
}

/** Which facts must be counted to answer some measures. */
export function factsOf(asked: readonly Measure[]): readonly CountedFact[] {
  return [
    ...new Set(
      asked.flatMap((measure) => [
        ...measureDefinitions[measure].numerator,
        ...measureDefinitions[measure].denominator,
      ]),
    ),
  ];
}
