import type { CalendarYear } from '@hall/kernel';
import { createType } from '@hall/platform/graphql';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import type { CalendarYearStatus, PublishedYear } from '../../domain/calendar/calendar-year';
import { CalendarYearType } from './calendar.type';

/** A year that the program itself knows, or does not know. */
type BuiltInYear = Omit<CalendarYear, 'status'> & { readonly status: CalendarYearStatus };

/** The calendar of a hall that has published these years, for readers: every known year and the first unknown one. */
export function toCalendarYearTypes(published: readonly PublishedYear[]): readonly CalendarYearType[] {
  const { years, lastYear } = calendarInForce(published);
  const own = new Map(published.map((year) => [year.year, year]));
  const missing = { year: lastYear + 1, status: 'MISSING', sources: [], holidays: [] } as const;
  return [...years, missing].map((known) => {
    const year = own.get(known.year);
    return year ? toPublishedYearType(year) : toBuiltInYearType(known);
  });
}

function toPublishedYearType({ year, reference, off, makeUp, publishedAt, revision }: PublishedYear): CalendarYearType {
  const days = { offDays: off, makeUpDays: makeUp };
  return createType(CalendarYearType, {
    year,
    status: 'OFFICIAL',
    noticeReference: reference,
    ...days,
    publishedAt,
    revision,
  });
}

function toBuiltInYearType({ year, status, sources, holidays }: BuiltInYear): CalendarYearType {
  const days = (kind: 'off' | 'makeUp'): string[] => [...new Set(holidays.flatMap((each) => each[kind]))].sort();
  return createType(CalendarYearType, {
    year,
    status,
    noticeReference: status === 'OFFICIAL' ? sources.join('、') : null,
    offDays: days('off'),
    makeUpDays: days('makeUp'),
    publishedAt: null,
    revision: null,
  });
}
