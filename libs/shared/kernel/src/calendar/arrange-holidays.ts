import { fromDayNumber, toDayNumber, weekdayOfDayNumber } from '../plain-date';
import type { PlainDate } from '../plain-date';
import { firstDayOfYear } from './calendar-year';
import type { HolidayArrangement } from './calendar-year';
import { movableFeastsOf } from './movable-feasts';
import { statutoryHolidays } from './statutory-holidays';

/** What a notice does to the days of its year, without saying for which holiday. */
export interface NamedDays {
  readonly off: readonly PlainDate[];
  readonly makeUp: readonly PlainDate[];
}

/** A holiday while the days of a notice are dealt out. */
interface Share {
  readonly name: string;
  readonly days: readonly number[];
  readonly off: number[];
  readonly makeUp: number[];
}

/** A day off that lies beside no holiday of the law: an anniversary, an emergency. */
const extraordinary = '另行放假';

/** No weekend day was ever worked for a holiday that is further away. */
const makeUpWithin = 21;

const isWeekday = (day: number): boolean => weekdayOfDayNumber(day) <= 5;

/**
 * Deals the days of a notice out to the holidays of its year, so that an explanation can say for which holiday a day is
 * off or worked. A weekday off belongs to its own holiday, else to the longest in the same stretch of days off; a weekend
 * day is worked for the nearest holiday that has taken more weekdays than the law gives it. Only weekdays are named off:
 * weekends are so anyway.
 */
export function arrangeHolidays(year: number, { off, makeUp }: NamedDays): readonly HolidayArrangement[] {
  const worked = makeUp.map(toDayNumber);
  const weekdaysOff = off.map(toDayNumber).filter(isWeekday).sort(ascending);
  const rests = new Set(weekdaysOff);
  const isOff = (day: number): boolean => rests.has(day) || (!isWeekday(day) && !worked.includes(day));
  const shares = sharesOf(year);
  const rest: Share = { name: extraordinary, days: [], off: [], makeUp: [] };
  for (const day of weekdaysOff) {
    const [from, to] = [endOfStretch(day, -1, isOff), endOfStretch(day, 1, isOff)];
    const beside = shares.filter(({ days }) => days.some((each) => from <= each && each <= to));
    (beside.find(({ days }) => days.includes(day)) ?? beside[0] ?? rest).off.push(day);
  }
  for (const day of worked.sort(ascending)) {
    const near = shares.filter((share) => distance(share, day) <= makeUpWithin);
    const owing = near.filter(({ days, off: taken, makeUp: given }) => taken.length - given.length > days.length);
    (nearest(owing, day) ?? nearest(near, day) ?? rest).makeUp.push(day);
  }
  return [...shares, rest]
    .filter((share) => share.off.length + share.makeUp.length > 0)
    .map((share) => ({
      name: share.name,
      off: share.off.map(fromDayNumber),
      makeUp: share.makeUp.map(fromDayNumber),
    }));
}

/** The holidays of the year, the longer ones first, and the New Year after it, which may reach back into December. */
function sharesOf(year: number): readonly Share[] {
  const feasts = movableFeastsOf(year);
  const holidays = feasts ? statutoryHolidays(year, feasts) : [];
  const share = (name: string, days: readonly number[]): Share => ({ name, days, off: [], makeUp: [] });
  return [
    ...holidays.map(({ name, days }) => share(name, days.map(toDayNumber))),
    share(`${year + 1}年元旦`, [firstDayOfYear(year + 1)]),
  ].sort((a, b) => b.days.length - a.days.length);
}

/** The last day of a stretch of days off, in one direction. */
function endOfStretch(day: number, step: 1 | -1, isOff: (day: number) => boolean): number {
  return isOff(day + step) ? endOfStretch(day + step, step, isOff) : day + step;
}

/** Days from a day to the nearest one of a holiday. */
function distance({ days }: Share, day: number): number {
  return Math.min(...days.map((each) => Math.abs(each - day)));
}

/** The holiday nearest to a day; of equals the longer. */
function nearest(shares: readonly Share[], day: number): Share | undefined {
  return shares.reduce<Share | undefined>(
    (best, share) => (best && distance(best, day) <= distance(share, day) ? best : share),
    undefined,
  );
}

function ascending(a: number, b: number): number {
  return a - b;
}
