import { addDays, plainDate } from '../plain-date';
import type { PlainDate } from '../plain-date';
import type { MovableFeasts } from './movable-feasts';

/** A holiday of the law, with the days that everybody has off (法定节假日). */
export interface StatutoryHoliday {
  readonly name: string;
  readonly days: readonly PlainDate[];
}

/**
 * The days off that the Measures on holidays (全国年节及纪念日放假办法) give to everybody, in the version of the year: ten
 * days until 2007, eleven from 2008 on (with the eve of Spring Festival until 2013), thirteen from 2025 on.
 *
 * @regulation A-30
 */
export function statutoryHolidays(year: number, feasts: MovableFeasts): readonly StatutoryHoliday[] {
  const holiday = (name: string, first: PlainDate, count: number): StatutoryHoliday => ({
    name,
    days: Array.from({ length: count }, (_, index) => addDays(first, index)),
  });
  const withEve = year >= 2025 || (year >= 2008 && year <= 2013);
  return [
    holiday('元旦', plainDate(`${year}-01-01`), 1),
    holiday('春节', addDays(feasts.springFestival, withEve ? -1 : 0), year >= 2025 ? 4 : 3),
    ...(year >= 2008 ? [holiday('清明节', feasts.qingming, 1)] : []),
    holiday('劳动节', plainDate(`${year}-05-01`), year >= 2025 ? 2 : year >= 2008 ? 1 : 3),
    ...(year >= 2008 ? [holiday('端午节', feasts.dragonBoat, 1), holiday('中秋节', feasts.midAutumn, 1)] : []),
    holiday('国庆节', plainDate(`${year}-10-01`), 3),
  ];
}
