import { getDayDetail } from 'chinese-days';

/** Local noon of a civil date: the library reads local getters, and noon is on the same date in every zone. */
function localNoon(date: string): Date {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(year!, month! - 1, day!, 12);
}

const known = new Map<number, boolean>();

/** Whether a day, by number since 1970-01-01, is a working day; from a published library, not from our own data. */
export function isPublishedWorkday(day: number): boolean {
  let works = known.get(day);
  if (works === undefined) {
    known.set(day, (works = getDayDetail(localNoon(new Date(day * 86_400_000).toISOString().slice(0, 10))).work));
  }
  return works;
}
