import { fromDayNumber, toDayNumber, weekdayOfDayNumber, yearOf } from '../plain-date';
import type { PlainDate } from '../plain-date';
import { CalendarMissingError } from './calendar-missing';
import { faultsOfYear, firstDayOfYear } from './calendar-year';
import type { CalendarYear, YearStatus } from './calendar-year';
import { checksum } from './checksum';

/** What a day is: an ordinary working day, a weekend day that is worked, a weekend day, or a day off by arrangement. */
export type DayKind = 'WORKDAY' | 'MAKE_UP_WORKDAY' | 'WEEKEND' | 'HOLIDAY';

/** One day of the calendar. */
export interface CalendarDay {
  readonly date: PlainDate;
  readonly kind: DayKind;
  /** The holiday that makes the day off, or for which it is worked. */
  readonly holiday?: string;
}

const kinds: readonly DayKind[] = ['WORKDAY', 'MAKE_UP_WORKDAY', 'WEEKEND', 'HOLIDAY'];
const [workday, makeUpWorkday, weekend, dayOff] = [0, 1, 2, 3];

/**
 * The working-day calendar (工作日历): an unbroken run of years, each official or provisional. It never changes;
 * publishing a year makes another calendar with another version. Outside its years it answers with
 * {@link CalendarMissingError}, never with a guess.
 *
 * Working days are numbered once, so counting and adding take the same time for three days and for three years.
 * Methods that end in `Day` take day numbers (days since 1970-01-01) for callers that walk many days.
 *
 * @regulation A-30
 */
export class WorkCalendar {
  /** Differs whenever any day, status or source differs; equal data has the same version everywhere. */
  readonly version: string;
  readonly firstYear: number;
  readonly lastYear: number;
  /** Day number of 1 January of the first year. */
  readonly firstDay: number;
  /** Day number of 31 December of the last year. */
  readonly lastDay: number;
  /** Number of working days in the calendar. */
  readonly size: number;

  /** Kind of each day, by day number minus `firstDay`. */
  private readonly kindOfDay: Uint8Array;
  /** How many working days the calendar has before each day; one entry more than days. */
  private readonly workdaysBefore: Int32Array;
  /** Day number of each working day. */
  private readonly workdays: Int32Array;
  private readonly holidayOfDay = new Map<number, string>();
  private readonly dates: PlainDate[];
  private readonly firstProvisionalDay: number;

  private constructor(readonly years: readonly CalendarYear[]) {
    this.firstYear = years[0]!.year;
    this.lastYear = years.at(-1)!.year;
    this.firstDay = firstDayOfYear(this.firstYear);
    this.lastDay = firstDayOfYear(this.lastYear + 1) - 1;
    const days = this.lastDay - this.firstDay + 1;
    this.kindOfDay = Uint8Array.from({ length: days }, (_, i) =>
      weekdayOfDayNumber(this.firstDay + i) >= 6 ? weekend! : workday!,
    );
    for (const { holidays } of years) {
      for (const { name, off, makeUp } of holidays) {
        for (const date of off) this.mark(date, dayOff!, name);
        for (const date of makeUp) this.mark(date, makeUpWorkday!, name);
      }
    }
    this.workdaysBefore = new Int32Array(days + 1);
    const workdays: number[] = [];
    for (let i = 0; i < days; i++) {
      if (this.kindOfDay[i]! <= makeUpWorkday!) workdays.push(this.firstDay + i);
      this.workdaysBefore[i + 1] = workdays.length;
    }
    this.workdays = Int32Array.from(workdays);
    this.size = workdays.length;
    this.dates = Array.from({ length: days }, (_, i) => fromDayNumber(this.firstDay + i));
    const provisional = years.find(({ status }) => status === 'PROVISIONAL');
    this.firstProvisionalDay = provisional ? firstDayOfYear(provisional.year) : Infinity;
    const lastOfficial = years.findLast(({ status }) => status === 'OFFICIAL')?.year ?? 'none';
    this.version = `cn-${lastOfficial}.${checksum(JSON.stringify(years))}`;
  }

  /**
   * Makes a calendar of these years.
   *
   * @throws RangeError when a year is faulty, or the years leave a gap that a term would silently jump over
   */
  static of(years: readonly CalendarYear[]): WorkCalendar {
    const ordered = [...years].sort((a, b) => a.year - b.year);
    if (ordered.length === 0) throw new RangeError('a calendar needs at least one year');
    for (const [index, year] of ordered.entries()) {
      const faults = faultsOfYear(year);
      if (faults.length > 0) throw new RangeError(`calendar ${year.year}: ${faults.join('; ')}`);
      if (index > 0 && year.year !== ordered[index - 1]!.year + 1) {
        throw new RangeError(`calendar ${year.year} does not follow ${ordered[index - 1]!.year}`);
      }
    }
    return new WorkCalendar(ordered);
  }

  /** The calendar in which these years replace what was known of them, or continue it. */
  withYears(...years: readonly CalendarYear[]): WorkCalendar {
    const replaced = new Set(years.map(({ year }) => year));
    return WorkCalendar.of([...this.years.filter(({ year }) => !replaced.has(year)), ...years]);
  }

  /** Whether a year is announced, only known from the law, or not known at all. */
  statusOf(year: number): YearStatus | 'MISSING' {
    return this.years[year - this.firstYear]?.status ?? 'MISSING';
  }

  /** What a date is. */
  dayOf(date: PlainDate): CalendarDay {
    const day = toDayNumber(date);
    const kind = this.kindAtDay(day);
    const holiday = this.holidayAtDay(day);
    return { date, kind, ...(holiday !== undefined && { holiday }) };
  }

  /** Whether a date is a working day: make-up days are, holidays are not. */
  isWorkday(date: PlainDate): boolean {
    return this.isWorkdayAtDay(toDayNumber(date));
  }

  /** Working days after one date up to and including another; negative when `to` is the earlier one. */
  countWorkdays(from: PlainDate, to: PlainDate): number {
    return this.rankOfDay(toDayNumber(to)) - this.rankOfDay(toDayNumber(from));
  }

  /**
   * The date so many working days after a date, which itself does not count; before it for a negative number. Zero
   * days from a day off is the next working day, as for a term of zero days.
   */
  addWorkdays(date: PlainDate, workdays: number): PlainDate {
    const day = toDayNumber(date);
    if (workdays < 0) return fromDayNumber(this.workdayOfRank(this.rankOfDay(day - 1) + workdays + 1));
    if (workdays === 0) return fromDayNumber(this.workdayOfRank(this.rankOfDay(day - 1) + 1));
    return fromDayNumber(this.workdayOfRank(this.rankOfDay(day) + workdays));
  }

  /** What a day is, by day number. */
  kindAtDay(day: number): DayKind {
    return kinds[this.kindOfDay[this.indexOf(day)]!]!;
  }

  /** The holiday for which a day is off or worked, by day number. */
  holidayAtDay(day: number): string | undefined {
    return this.holidayOfDay.get(day);
  }

  /** Whether a day is a working day, by day number. */
  isWorkdayAtDay(day: number): boolean {
    return this.kindOfDay[this.indexOf(day)]! <= makeUpWorkday!;
  }

  /** The date of a day number; also of days outside the calendar. */
  dateAtDay(day: number): PlainDate {
    return this.dates[day - this.firstDay] ?? fromDayNumber(day);
  }

  /** Number of the last working day up to and including this day; 0 before the first one. */
  rankOfDay(day: number): number {
    // The day before the first year has a rank too: it is where the first year is counted from.
    return this.workdaysBefore[day === this.firstDay - 1 ? 0 : this.indexOf(day) + 1]!;
  }

  /** Day number of the working day with this number. */
  workdayOfRank(rank: number): number {
    const day = this.workdays[rank - 1];
    if (day === undefined) throw new CalendarMissingError(rank < 1 ? this.firstYear - 1 : this.lastYear + 1);
    return day;
  }

  /** Whether any day of this span lies in a year that is not announced yet. */
  touchesProvisional(from: number, to: number): boolean {
    if (to < this.firstProvisionalDay) return false;
    const [first, last] = [yearOf(this.dateAtDay(from)), yearOf(this.dateAtDay(to))];
    return this.years.some(({ year, status }) => status === 'PROVISIONAL' && first <= year && year <= last);
  }

  /** Fails unless every day of this span is in a known year. */
  requireDays(from: number, to: number): void {
    this.indexOf(from);
    this.indexOf(to);
  }

  private mark(date: PlainDate, kind: number, holiday: string): void {
    const day = toDayNumber(date);
    this.kindOfDay[day - this.firstDay] = kind;
    this.holidayOfDay.set(day, holiday);
  }

  private indexOf(day: number): number {
    if (day < this.firstDay || day > this.lastDay) throw new CalendarMissingError(yearOf(fromDayNumber(day)));
    return day - this.firstDay;
  }
}
