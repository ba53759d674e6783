import { plainDate } from '../plain-date';
import type { CalendarYear } from './calendar-year';
import officialYearData from './official-years.json';
import { provisionalYear } from './provisional-year';
import { WorkCalendar } from './work-calendar';

/** The years announced by the State Council, 2004–2026, with the notice of each. */
export const officialYears = officialYearData as readonly unknown[] as readonly CalendarYear[];

/** Years that are not announced yet, as the law alone gives them. */
export const provisionalYears: readonly CalendarYear[] = [
  provisionalYear(2027, {
    springFestival: plainDate('2027-02-06'),
    qingming: plainDate('2027-04-05'),
    dragonBoat: plainDate('2027-06-09'),
    midAutumn: plainDate('2027-09-15'),
  }),
];

/** The calendar every hall starts with. An administrator publishes later years with {@link WorkCalendar.withYears}. */
export const hallCalendar = WorkCalendar.of([...officialYears, ...provisionalYears]);
