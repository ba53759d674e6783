import published from 'chinese-days/dist/chinese-days.json';

const known = new Map<number, boolean>();

/**
 * Whether a day, by number since 1970-01-01, is a working day; from a published library, not from our own data.
 *
 * Its data file is read and not its functions, because those answer for another day when the machine is west of UTC.
 */
export function isPublishedWorkday(day: number): boolean {
  let works = known.get(day);
  if (works === undefined) {
    const midnight = new Date(day * 86_400_000);
    const date = midnight.toISOString().slice(0, 10);
    const isWeekday = midnight.getUTCDay() % 6 !== 0;
    works = date in published.workdays || (isWeekday && !(date in published.holidays));
    known.set(day, works);
  }
  return works;
}
