import { dayNumber, dayOfWeek, isPlainDate, yearOf } from '../plain-date';
import type { PlainDate } from '../plain-date';

/**
 * Whether a year has been announced by the State Council. `PROVISIONAL` is what the law alone says: weekends and the
 * thirteen statutory days, before the notice moves weekends around them.
 */
export type YearStatus = 'OFFICIAL' | 'PROVISIONAL';

/** One holiday of a year: weekdays that are off, and weekend days that are worked for it (调休上班). */
export interface HolidayArrangement {
  /** As the notice calls it, e.g. 春节. */
  readonly name: string;
  readonly off: readonly PlainDate[];
  readonly makeUp: readonly PlainDate[];
}

/** The arrangement of one year, and the notices it comes from. Days that are not named here follow the week. */
export interface CalendarYear {
  readonly year: number;
  readonly status: YearStatus;
  /** Numbers of the notices, e.g. 国办发明电〔2025〕7号; the last one changed what the earlier ones said. */
  readonly sources: readonly string[];
  readonly holidays: readonly HolidayArrangement[];
}

/** Whether a date is a Saturday or Sunday. */
export function isWeekend(date: PlainDate): boolean {
  return dayOfWeek(date) >= 6;
}

/** First day number of a year. */
export function firstDayOfYear(year: number): number {
  return dayNumber(year, 1, 1);
}

/**
 * Everything that is wrong with a year's arrangement, in words; empty when it can be published.
 *
 * A day must be real, inside the year and named once (only two holidays may share a day off, as National Day and
 * Mid-Autumn sometimes do); a make-up day must be a Saturday or Sunday, because a notice cannot turn a working day
 * into a working day.
 */
export function faultsOfYear({ year, sources, holidays }: CalendarYear): string[] {
  const faults: string[] = [];
  if (!Number.isInteger(year) || year < 1000 || year > 9999) faults.push(`not a year: ${year}`);
  if (sources.length === 0) faults.push('no source is named');
  const allOff = new Set<string>();
  const allMakeUp = new Set<string>();
  for (const { name, off, makeUp } of holidays) {
    if (name === '') faults.push('a holiday has no name');
    for (const date of [...off, ...makeUp]) {
      if (!isPlainDate(date)) faults.push(`${name}: not a date: ${String(date)}`);
      else if (yearOf(date) !== year) faults.push(`${name}: ${date} is not in ${year}`);
    }
    const inThis = [...off, ...makeUp].filter((date, index, all) => all.indexOf(date) < index);
    const inOthers = [
      ...off.filter((date) => allMakeUp.has(date)),
      ...makeUp.filter((date) => allOff.has(date) || allMakeUp.has(date)),
    ];
    for (const date of [...inThis, ...inOthers]) faults.push(`${name}: ${date} is named twice`);
    for (const date of off) allOff.add(date);
    for (const date of makeUp) allMakeUp.add(date);
    for (const date of makeUp) {
      if (isPlainDate(date) && !isWeekend(date)) faults.push(`${name}: ${date} is no weekend day`);
    }
  }
  return faults;
}
