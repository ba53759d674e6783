import { addDays, plainDate } from '../plain-date';
import type { PlainDate } from '../plain-date';
import type { CalendarYear, HolidayArrangement } from './calendar-year';

/** The dates of a year that follow the moon and the sun. */
export interface MovableFeasts {
  /** First day of the first lunar month (正月初一). */
  readonly springFestival: PlainDate;
  /** Day of the solar term 清明. */
  readonly qingming: PlainDate;
  /** Fifth day of the fifth lunar month (端午). */
  readonly dragonBoat: PlainDate;
  /** Fifteenth day of the eighth lunar month (中秋). */
  readonly midAutumn: PlainDate;
}

/**
 * A year before its notice: the thirteen days that the Measures on holidays (全国年节及纪念日放假办法, 2024) give to
 * everybody, and nothing else. The notice will move weekends around them; how far it can is `calendar-bounds`.
 */
export function provisionalYear(year: number, feasts: MovableFeasts): CalendarYear {
  const holiday = (name: string, first: PlainDate, days: number): HolidayArrangement => ({
    name,
    off: Array.from({ length: days }, (_, index) => addDays(first, index)),
    makeUp: [],
  });
  return {
    year,
    status: 'PROVISIONAL',
    sources: ['全国年节及纪念日放假办法（国务院令第795号）'],
    holidays: [
      holiday('元旦', plainDate(`${year}-01-01`), 1),
      holiday('春节', addDays(feasts.springFestival, -1), 4),
      holiday('清明节', feasts.qingming, 1),
      holiday('劳动节', plainDate(`${year}-05-01`), 2),
      holiday('端午节', feasts.dragonBoat, 1),
      holiday('中秋节', feasts.midAutumn, 1),
      holiday('国庆节', plainDate(`${year}-10-01`), 3),
    ],
  };
}
