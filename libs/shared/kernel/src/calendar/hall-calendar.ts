import type { CalendarYear } from './calendar-year';
import { movableFeastsOf } from './movable-feasts';
import officialYearData from './official-years.json';
import { provisionalYear } from './provisional-year';
import { WorkCalendar } from './work-calendar';

/** The years announced by the State Council, 2004–2026, with the notice of each. */
export const officialYears = officialYearData as readonly unknown[] as readonly CalendarYear[];

/** Years that are not announced yet, as the law alone gives them: the one after the last announced year. */
export const provisionalYears: readonly CalendarYear[] = continued(officialYears).filter(
  ({ status }) => status === 'PROVISIONAL',
);

/** The calendar every hall starts with. Later years, and corrections, are published: {@link hallCalendarWith}. */
export const hallCalendar = WorkCalendar.of([...officialYears, ...provisionalYears]);

/** Halls take the same notices over, so there are few calendars, and building one takes thousands of times longer. */
const calendarsKept = 32;
const built = new Map<string, WorkCalendar>();

/**
 * The calendar in force where these years have been published: each replaces what was known of its year, and the
 * horizon moves, so that the year after the last announced one is provisional. A published year that says what the
 * built-in one says changes nothing. The same years give the same object, so that what is derived from it is kept too.
 *
 * @regulation A-30
 * @throws RangeError when a year is faulty, or lies so far ahead that the years before it are unknown
 */
export function hallCalendarWith(published: readonly CalendarYear[]): WorkCalendar {
  const news = published.filter((year) => !officialYears.some((known) => saysTheSame(year, known)));
  if (news.length === 0) return hallCalendar;
  const key = JSON.stringify([...news].sort((a, b) => a.year - b.year));
  const known = built.get(key);
  if (known) return known;
  const replaced = new Set(news.map(({ year }) => year));
  const announced = [...officialYears.filter(({ year }) => !replaced.has(year)), ...news];
  const calendar = WorkCalendar.of(continued(announced));
  if (built.size >= calendarsKept) built.delete(built.keys().next().value!);
  built.set(key, calendar);
  return calendar;
}

/** Announced years, with those that are missing between them and the one after them as the law alone gives them. */
function continued(announced: readonly CalendarYear[]): readonly CalendarYear[] {
  const byYear = new Map(announced.map((year) => [year.year, year]));
  const first = Math.min(...byYear.keys());
  const last = Math.max(...byYear.keys());
  return Array.from({ length: last - first + 2 }, (_, index) => first + index).flatMap((year) => {
    const feasts = movableFeastsOf(year);
    return byYear.get(year) ?? (feasts ? provisionalYear(year, feasts) : []);
  });
}

/** Whether a published year turns the very days that a known one does, by a notice of that one. */
function saysTheSame(published: CalendarYear, known: CalendarYear): boolean {
  return (
    published.year === known.year &&
    published.status === known.status &&
    published.sources.every((source) => known.sources.includes(source)) &&
    turnedDays(published) === turnedDays(known)
  );
}

/** The days that are not what the week makes them, in order. */
function turnedDays({ holidays }: CalendarYear): string {
  const days = (kind: 'off' | 'makeUp'): string => [...new Set(holidays.flatMap((each) => each[kind]))].sort().join();
  return `${days('off')};${days('makeUp')}`;
}
