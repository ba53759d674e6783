import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { isPlainDate, isYearMonth, toIsoWithOffset } from '@hall/kernel';

const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

function refuseValue(type: string, expected: string): GraphQLError {
  return new GraphQLError(`${type} 应为 / must be ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Years that can be reckoned with: whoever adds or takes away months and days never leaves the years of four digits. */
const range = '1900–2999';
const inRange = (text: string): boolean => /^(19|2\d)/.test(text);
const isRealDate = (text: string): boolean => isPlainDate(text) && inRange(text);

/** Parses an instant with an offset; a local time without one would mean another instant in another place. */
function parseInstant(value: unknown): Date {
  const isWritten = typeof value === 'string' && instantPattern.test(value) && isRealDate(value.slice(0, 10));
  const instant = isWritten ? new Date(value) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw refuseValue('DateTime', `ISO 8601 with offset, ${range}`);
  return instant;
}

/** A scalar whose values are strings of a fixed form. */
function textScalar(
  name: string,
  description: string,
  expected: string,
  isValid: (text: string) => boolean,
): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !isValid(value)) throw refuseValue(name, expected);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: parse,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** `DateTime`: an instant, shown with the hall’s offset. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: '时刻，ISO 8601，带时区偏移 / Instant, ISO 8601 with offset',
  serialize: (value) => toIsoWithOffset(value instanceof Date ? value : parseInstant(value)),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

/** `LocalDate`: a date that exists. */
export const LocalDateScalar = textScalar(
  'LocalDate',
  '大厅当地日期 / Date in the hall’s time zone',
  `YYYY-MM-DD, ${range}`,
  isRealDate,
);

/** `YearMonth`: a month of a year. */
export const YearMonthScalar = textScalar(
  'YearMonth',
  '年月 / Month of a year',
  `YYYY-MM, ${range}`,
  (text) => isYearMonth(text) && inRange(text),
);
