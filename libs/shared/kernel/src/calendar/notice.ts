import { isPlainDate, yearOf } from '../plain-date';
import type { PlainDate } from '../plain-date';
import { arrangeHolidays } from './arrange-holidays';
import { isWeekend } from './calendar-year';
import type { CalendarYear } from './calendar-year';
import { movableFeastsOf } from './movable-feasts';
import { statutoryHolidays } from './statutory-holidays';

/**
 * A notice on the holidays of one year, as somebody copies it out. It names days of its own year only: a day in the
 * December before, as New Year sometimes needs one, is a correction of that year.
 */
export interface CalendarNotice {
  readonly year: number;
  /** Number of the notice, e.g. 国办发明电〔2025〕7号. */
  readonly reference: string;
  /** Days off; weekend days may be named among them, as notices do. */
  readonly off: readonly PlainDate[];
  /** Weekend days that are worked (调休上班). */
  readonly makeUp: readonly PlainDate[];
}

/** What can be wrong with a notice. */
export type NoticeFaultCode =
  | 'YEAR_UNKNOWN'
  | 'REFERENCE_MISSING'
  | 'NO_DAY_OFF'
  | 'NOT_A_DATE'
  | 'NOT_IN_YEAR'
  | 'NAMED_TWICE'
  | 'OFF_AND_WORKED'
  | 'NOT_A_WEEKEND_DAY'
  | 'STATUTORY_DAY_WORKED';

/** One thing that is wrong with a notice. */
export interface NoticeFault {
  readonly code: NoticeFaultCode;
  /** The day it is about. */
  readonly day?: string;
  /** The holiday whose day of the law is not off. */
  readonly holiday?: string;
}

/** A notice as a year of the calendar, or everything that is wrong with it. */
export type NoticeReading =
  | { readonly kind: 'YEAR'; readonly year: CalendarYear }
  | { readonly kind: 'FAULTY'; readonly faults: readonly NoticeFault[] };

/**
 * Reads a notice: the year it makes, or every fault at once. A year must be one whose feasts are known, days must be real,
 * of that year and named once; a make-up day is a weekend day; and no notice can take a day away that the law gives.
 *
 * @regulation A-30
 */
export function readNotice(notice: CalendarNotice): NoticeReading {
  const faults = faultsOfNotice(notice);
  return faults.length > 0 ? { kind: 'FAULTY', faults } : { kind: 'YEAR', year: yearOfNotice(notice) };
}

/** The year of a notice that was read and found good before, as a store keeps it. */
export function yearOfNotice({ year, reference, ...days }: CalendarNotice): CalendarYear {
  return { year, status: 'OFFICIAL', sources: [reference], holidays: arrangeHolidays(year, days) };
}

function faultsOfNotice(notice: CalendarNotice): NoticeFault[] {
  const { year, reference, off, makeUp } = notice;
  const faults: NoticeFault[] = [];
  if (movableFeastsOf(year) === undefined) faults.push({ code: 'YEAR_UNKNOWN' });
  if (reference.trim() === '') faults.push({ code: 'REFERENCE_MISSING' });
  if (off.length === 0) faults.push({ code: 'NO_DAY_OFF' });
  for (const day of new Set([...off, ...makeUp])) {
    if (!isPlainDate(day)) faults.push({ code: 'NOT_A_DATE', day: String(day) });
    else if (yearOf(day) !== year) faults.push({ code: 'NOT_IN_YEAR', day });
  }
  for (const day of new Set([...repeated(off), ...repeated(makeUp)])) faults.push({ code: 'NAMED_TWICE', day });
  for (const day of new Set(makeUp)) {
    if (off.includes(day)) faults.push({ code: 'OFF_AND_WORKED', day });
    if (isPlainDate(day) && !isWeekend(day)) faults.push({ code: 'NOT_A_WEEKEND_DAY', day });
  }
  return off.length === 0 ? faults : [...faults, ...workedStatutoryDays(notice)];
}

function repeated(days: readonly PlainDate[]): PlainDate[] {
  return days.filter((day, index) => days.indexOf(day) < index);
}

/** Days of the law that the notice would leave to be worked. */
function workedStatutoryDays({ year, off, makeUp }: CalendarNotice): NoticeFault[] {
  const feasts = movableFeastsOf(year);
  const holidays = feasts ? statutoryHolidays(year, feasts) : [];
  return holidays.flatMap(({ name, days }) =>
    days
      .filter((day) => !off.includes(day) && (makeUp.includes(day) || !isWeekend(day)))
      .map((day): NoticeFault => ({ code: 'STATUTORY_DAY_WORKED', day, holiday: name })),
  );
}
