import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import type { ValueNode } from 'graphql';
import { isPlainDate, isYearMonth, toIsoWithOffset } from '@hall/kernel';

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

function refuseValue(type: string, expected: string): GraphQLError {
  return new GraphQLError(`${type} 应为 / must be ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** Parses an instant with an offset; a local time without one would mean another instant in another place. */
function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && instantPattern.test(value) ? new Date(value) : undefined;
  if (!instant || Number.isNaN(instant.getTime())) throw refuseValue('DateTime', 'ISO 8601 with offset');
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
  'YYYY-MM-DD',
  isPlainDate,
);

/** `YearMonth`: a month of a year. */
export const YearMonthScalar = textScalar('YearMonth', '年月 / Month of a year', 'YYYY-MM', isYearMonth);
