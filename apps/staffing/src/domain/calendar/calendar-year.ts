import { addDays, done, hallCalendarWith, plainDate, readNotice, yearOfNotice } from '@hall/kernel';
import type { CalendarNotice, Outcome, PlainDate, WorkCalendar, YearStatus } from '@hall/kernel';
import { tellFaults } from './notice-faults';
import type { YearFault } from './notice-faults';
import { refuse } from '../refusals';

/** What is known of a year. */
export const calendarYearStatuses = ['OFFICIAL', 'PROVISIONAL', 'MISSING'] as const satisfies readonly (
  YearStatus | 'MISSING'
)[];
/** One of {@link calendarYearStatuses}. */
export type CalendarYearStatus = (typeof calendarYearStatuses)[number];

/** A year of the calendar as a hall published it. A correction is another revision; none is ever changed. */
export interface PublishedYear extends CalendarNotice {
  readonly hallCode: string;
  /** Which publication of this year it is, from 1. */
  readonly revision: number;
  readonly publishedAt: Date;
}

/** A publication that is allowed. */
export interface NewYear extends PublishedYear {
  /** Whether another arrangement of the year had been announced before. */
  readonly replaces: boolean;
}

/** What is decided on, and what is known when it is. */
export interface YearToPublish {
  readonly hallCode: string;
  readonly notice: CalendarNotice;
  /** The last revision of each year that the hall has published. */
  readonly published: readonly PublishedYear[];
  readonly now: Date;
  /** The date of `now` in the hall. */
  readonly today: PlainDate;
}

/** The working-day calendar in force in a hall that has published these years. */
export function calendarInForce(published: readonly CalendarNotice[]): WorkCalendar {
  return hallCalendarWith(published.map(yearOfNotice));
}

/**
 * Whether a hall may publish a year. A correction of a running year is allowed, as in April 2019 and January 2020, but
 * what was certain yesterday stays: terms have been counted with it. A provisional day was never certain.
 *
 * @regulation A-30
 * @refuses CALENDAR_YEAR_FAULTY naming every fault, CALENDAR_YEAR_UNCHANGED, CALENDAR_PAST_DAY_CHANGED naming the days
 */
export function decideCalendarYear({ hallCode, notice, published, now, today }: YearToPublish): Outcome<NewYear> {
  const { year } = notice;
  const before = calendarInForce(published);
  const faults: readonly YearFault[] = [...faultsOf(notice), ...gapBefore(year, before)];
  if (faults.length > 0) return refuse('CALENDAR_YEAR_FAULTY', { year, ...tellFaults(faults) });
  const after = calendarInForce([...published.filter((known) => known.year !== year), notice]);
  if (after.version === before.version) return refuse('CALENDAR_YEAR_UNCHANGED', { year });
  const replaces = before.statusOf(year) === 'OFFICIAL';
  const days = replaces ? pastDaysTurned(year, before, after, today) : [];
  if (days.length > 0) return refuse('CALENDAR_PAST_DAY_CHANGED', { days });
  const last = published.find((known) => known.year === year);
  return done({ hallCode, ...inOrder(notice), revision: (last?.revision ?? 0) + 1, publishedAt: now, replaces });
}

function faultsOf(notice: CalendarNotice): readonly YearFault[] {
  const reading = readNotice(notice);
  return reading.kind === 'FAULTY' ? reading.faults : [];
}

/** A year follows the known ones: nobody announces the year after next. */
function gapBefore(year: number, { lastYear }: WorkCalendar): readonly YearFault[] {
  return year > lastYear + 1 ? [{ code: 'YEAR_TOO_FAR' }] : [];
}

/** Days before today that were working days and are none any more, or the reverse. */
function pastDaysTurned(year: number, before: WorkCalendar, after: WorkCalendar, today: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  const end = plainDate(`${year + 1}-01-01`);
  for (let day = plainDate(`${year}-01-01`); day < today && day < end; day = addDays(day, 1)) {
    if (before.isWorkday(day) !== after.isWorkday(day)) days.push(day);
  }
  return days;
}

function inOrder({ year, reference, off, makeUp }: CalendarNotice): CalendarNotice {
  return { year, reference, off: [...off].sort(), makeUp: [...makeUp].sort() };
}
