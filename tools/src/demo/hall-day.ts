import { hallCalendar, instantAt, plainDateOf } from '@hall/kernel';
import type { PlainDate } from '@hall/kernel';

/** When the first people come in; whoever comes an hour later is absent. */
export const firstHour = '08:20';

/**
 * The day on which the journey plays: today, when its first hour is still to come on a working day, else the next working
 * day. Whoever tries the demo in the evening shall not read that everybody was absent.
 */
export function dayOfJourney(now: Date): PlainDate {
  const today = plainDateOf(now);
  const isStillToCome = now.getTime() <= instantAt(today, firstHour).getTime();
  return hallCalendar.isWorkday(today) && isStillToCome ? today : hallCalendar.addWorkdays(today, 1);
}
