import type { CalendarYear } from './calendar-year';
import type { MovableFeasts } from './movable-feasts';
import { statutoryHolidays } from './statutory-holidays';

/**
 * A year before its notice: the thirteen days that the Measures on holidays (全国年节及纪念日放假办法, 2024) give to
 * everybody, and nothing else. The notice will move weekends around them; how far it can is `calendar-bounds`.
 */
export function provisionalYear(year: number, feasts: MovableFeasts): CalendarYear {
  return {
    year,
    status: 'PROVISIONAL',
    sources: ['全国年节及纪念日放假办法（国务院令第795号）'],
    holidays: statutoryHolidays(year, feasts).map(({ name, days }) => ({ name, off: days, makeUp: [] })),
  };
}
