import { fromDayNumber, isPlainDate, toDayNumber } from './plain-date';
import type { PlainDate } from './plain-date';

/**
 * Every hall lives in this zone. It has had one offset since 1991, so the conversions are plain arithmetic and never
 * ask the machine for its own zone.
 */
export const hallTimeZone = 'Asia/Shanghai';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const offsetMs = 8 * 60 * minuteMs;

const timePattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** The civil date in the hall at this instant. */
export function plainDateOf(instant: Date): PlainDate {
  return fromDayNumber(dayNumberOf(instant.getTime()));
}

/** Day number of the hall's civil date at an instant given in milliseconds. */
export function dayNumberOf(ms: number): number {
  return Math.floor((ms + offsetMs) / dayMs);
}

/** Instant, in milliseconds, of a minute of the hall's civil day. */
export function msAt(days: number, minuteOfDay: number): number {
  return days * dayMs - offsetMs + minuteOfDay * minuteMs;
}

/** Whether the text is a time of day `HH:MM`, `24:00` being the end of the day. */
export function isTimeOfDay(text: string): boolean {
  return timePattern.test(text);
}

/**
 * Minutes from midnight to a time of day `HH:MM` (`24:00` is 1440).
 *
 * @throws RangeError when the text is no time of day
 */
export function minuteOfDay(time: string): number {
  if (!isTimeOfDay(time)) throw new RangeError(`not a time of day: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/**
 * The instant at which the hall's clocks show this date and time.
 *
 * @param time `HH:MM`; `24:00` is midnight at the end of the date
 * @throws RangeError when the time is no time of day
 */
export function instantAt(date: PlainDate, time: string): Date {
  return new Date(msAt(toDayNumber(date), minuteOfDay(time)));
}

/** Whether the hall's clocks stand within one of these spans of time, each half-open. */
export function isWithin(spans: readonly { readonly from: string; readonly to: string }[], instant: Date): boolean {
  const day = plainDateOf(instant);
  return spans.some(({ from, to }) => instantAt(day, from) <= instant && instant < instantAt(day, to));
}

/** The instant in hall time, ISO 8601 with offset: `2026-11-23T10:00:00+08:00`; milliseconds only when there are any. */
export function toIsoWithOffset(instant: Date): string {
  const text = new Date(instant.getTime() + offsetMs).toISOString();
  return `${text.slice(0, instant.getTime() % 1000 === 0 ? 19 : 23)}+08:00`;
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an instant, ISO 8601 with an offset; seconds and their fraction (cut to milliseconds) may be left out.
 * Nothing when the text is not one: a time without an offset would mean another instant in another place, and
 * 30 February would silently become March.
 */
export function parseInstant(text: string): Date | undefined {
  const match = instantPattern.exec(text);
  if (!match) return undefined;
  const [, date, hour, minute, second = '0', fraction = '', offset] = match as unknown as string[];
  if (!isPlainDate(date!) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const offsetMinutes =
    offset === 'Z' ? 0 : Number(`${offset![0]}1`) * (Number(offset!.slice(1, 3)) * 60 + Number(offset!.slice(4)));
  const time = (Number(hour) * 60 + Number(minute) - offsetMinutes) * minuteMs + Number(second) * 1000;
  return new Date(toDayNumber(date) * dayMs + time + Number(fraction.padEnd(3, '0').slice(0, 3)));
}
