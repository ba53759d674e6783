declare const plainDateBrand: unique symbol;
declare const yearMonthBrand: unique symbol;

/** A civil date `YYYY-MM-DD` without time zone. Dates of the same length compare as text. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** A month of a year, `YYYY-MM`. */
export type YearMonth = string & { readonly [yearMonthBrand]: true };

/** Day of the week as in ISO 8601: Monday is 1, Sunday is 7. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Days from 1970-01-01 to a day of the Gregorian calendar; arithmetic alone, so no time zone can enter. */
export function dayNumber(year: number, month: number, day: number): number {
  // The year begins in March here, which puts the leap day last and makes month lengths regular.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function partsOfDayNumber(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/** Whether the text is a real date written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  return datePattern.test(text) && fromDayNumber(toDayNumber(text as PlainDate)) === text;
}

/**
 * Reads a date that must be one.
 *
 * @throws RangeError when the text is no real date
 */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a date: ${text}`);
  return text;
}

/** Whether the text is a month written `YYYY-MM`. */
export function isYearMonth(text: string): text is YearMonth {
  return monthPattern.test(text);
}

/**
 * Reads a month that must be one.
 *
 * @throws RangeError when the text is no month
 */
export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

/** Days from 1970-01-01 to this date; negative before. */
export function toDayNumber(date: PlainDate): number {
  return dayNumber(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The date so many days after 1970-01-01. */
export function fromDayNumber(days: number): PlainDate {
  const { year, month, day } = partsOfDayNumber(days);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** Orders two dates, or two months: negative when the first is earlier. */
export function compareDates<T extends PlainDate | YearMonth>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Day of the week of a date. */
export function dayOfWeek(date: PlainDate): DayOfWeek {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** Day of the week of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(days: number): DayOfWeek {
  return (((((days + 3) % 7) + 7) % 7) + 1) as DayOfWeek;
}

/** The year of a date or month. */
export function yearOf(date: PlainDate | YearMonth): number {
  return Number(date.slice(0, 4));
}

/** The month so many months later; earlier for a negative number. */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const index = yearOf(month) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}` as YearMonth;
}

/** The first day of a month. */
export function firstDayOf(month: YearMonth): PlainDate {
  return `${month}-01` as PlainDate;
}

/** The last day of a month. */
export function lastDayOf(month: YearMonth): PlainDate {
  return addDays(firstDayOf(addMonths(month, 1)), -1);
}
