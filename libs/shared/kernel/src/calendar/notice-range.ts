import { toDayNumber, weekdayOfDayNumber } from '../plain-date';
import { firstDayOfYear } from './calendar-year';
import type { WorkCalendar } from './work-calendar';

/**
 * How far a notice can move days around a holiday. The numbers hold for every notice since 2008 (a test replays them
 * all); they are wide enough for the days the law makes up for when a holiday falls on a weekend. A day that the
 * State Council adds outside the yearly notice, as in September 2015 and February 2020, is beyond any forecast.
 */
const ranges = {
  LONG: { offBefore: 2, offAfter: 5, weekdaysOff: 6, makeUpWithin: 11, makeUpDays: 2 },
  SHORT: { offBefore: 2, offAfter: 2, weekdaysOff: 3, makeUpWithin: 5, makeUpDays: 2 },
} as const;

/** Holidays around which whole weeks are arranged; the others get a long weekend. */
const longHolidays: ReadonlySet<string> = new Set(['春节', '劳动节', '国庆节']);

const isWeekday = (day: number): boolean => weekdayOfDayNumber(day) <= 5;

/** The days one notice may still turn, by day number, with the holidays they may be turned for. */
interface Movable {
  readonly candidates: ReadonlyMap<number, readonly number[]>;
  /** How many days may be turned for each holiday. */
  readonly limits: readonly number[];
}

/** Statutory days of each holiday that is not arranged yet; the New Year of a notice reaches back into December. */
function unarrangedHolidays(calendar: WorkCalendar): { readonly name: string; readonly days: readonly number[] }[] {
  const holidays = calendar.years
    .filter(({ status }) => status === 'PROVISIONAL')
    .flatMap((year) => year.holidays.map(({ name, off }) => ({ name, days: off.map(toDayNumber) })));
  return [...holidays, { name: '元旦', days: [firstDayOfYear(calendar.lastYear + 1)] }];
}

function movableDays(calendar: WorkCalendar, turned: 'OFF' | 'WORKED'): Movable {
  const candidates = new Map<number, number[]>();
  const limits = unarrangedHolidays(calendar).map(({ name, days }, holiday) => {
    const range = ranges[longHolidays.has(name) ? 'LONG' : 'SHORT'];
    const [before, after] =
      turned === 'OFF' ? [range.offBefore, range.offAfter] : [range.makeUpWithin, range.makeUpWithin];
    const from = Math.max(days[0]! - before, calendar.firstDay);
    const to = Math.min(days.at(-1)! + after, calendar.lastDay);
    for (let day = from; day <= to; day++) {
      if (days.includes(day) || isWeekday(day) !== (turned === 'OFF')) continue;
      candidates.set(day, [...(candidates.get(day) ?? []), holiday]);
    }
    return turned === 'OFF' ? range.weekdaysOff - days.filter(isWeekday).length : range.makeUpDays;
  });
  return { candidates, limits };
}

/**
 * Asked day after day, in order: whether this day is worked under the arrangement that suits best. Of a day that
 * matters only in part (`inPart`), the answer spends nothing of what a notice can turn: another day may need it more.
 */
export type Arrangement = (day: number, inPart?: boolean) => boolean;

/**
 * The two extremes of what notices can still do: the arrangement under which working days come soonest (make-up days
 * as early as they can be, nothing off but what the law says), and the one under which they come latest.
 */
export class NoticeRange {
  private static readonly known = new WeakMap<WorkCalendar, NoticeRange>();
  private readonly worked: Movable;
  private readonly off: Movable;

  private constructor(private readonly calendar: WorkCalendar) {
    this.worked = movableDays(calendar, 'WORKED');
    this.off = movableDays(calendar, 'OFF');
  }

  /** What notices can still do to a calendar; computed once for each. */
  static of(calendar: WorkCalendar): NoticeRange {
    let range = this.known.get(calendar);
    if (!range) this.known.set(calendar, (range = new NoticeRange(calendar)));
    return range;
  }

  /** Working days come as soon as any notice could make them. */
  soonest(): Arrangement {
    const turn = turner(this.worked);
    return (day, inPart) =>
      this.calendar.isWorkdayAtDay(day) || (this.calendar.kindAtDay(day) === 'WEEKEND' && turn(day, inPart));
  }

  /** Working days come as late as any notice could make them. */
  latest(): Arrangement {
    const turn = turner(this.off);
    return (day, inPart) => this.calendar.isWorkdayAtDay(day) && !turn(day, inPart);
  }
}

/** Turns candidates in the order in which they are asked for, until their holidays have no day left. */
function turner({ candidates, limits }: Movable): Arrangement {
  const left = [...limits];
  return (day, inPart = false) => {
    const holiday = candidates.get(day)?.find((index) => left[index]! > 0);
    if (holiday === undefined) return false;
    if (!inPart) left[holiday]!--;
    return true;
  };
}
