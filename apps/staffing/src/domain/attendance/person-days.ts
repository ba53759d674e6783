import { addDays, compareDates, instantAt } from '@hall/kernel';
import type { PlainDate, WorkCalendar } from '@hall/kernel';
import type { Hall } from '../structure/hall';
import type { DayFacts } from './day-facts';
import { markOfDay, marksOfDay } from './marks';
import type { MarkRules, SessionMark } from './marks';
import type { AttendanceMark } from './attendance';
import type { Span } from './spans';

/** Days of a hall, both included. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What is on record of a person for some days; instants in milliseconds. */
export interface PersonFacts extends Omit<DayFacts, 'sessions'> {
  readonly staffId: string;
  /** When the person was assigned to a post, whichever and in whichever role. */
  readonly assigned: readonly { readonly from: number; readonly to: number | null }[];
}

/** How a person attended on a day; sessions that are not over have no mark yet. */
export interface PersonDayMarks {
  readonly staffId: string;
  readonly day: PlainDate;
  readonly mark: AttendanceMark | null;
  readonly sessions: readonly SessionMark[];
}

/** A working day of a hall. */
export interface WorkingDay extends Span {
  readonly day: PlainDate;
  readonly sessions: readonly Span[];
}

/** The working days among these, with their sessions. @throws CalendarMissingError where a year is not known */
export function workingDaysOf({ sessions }: Pick<Hall, 'sessions'>, calendar: WorkCalendar, days: Days): WorkingDay[] {
  const found: WorkingDay[] = [];
  for (let { from: day } = days; compareDates(day, days.to) <= 0; day = addDays(day, 1)) {
    if (!calendar.isWorkday(day)) continue;
    const at = (time: string): number => instantAt(day, time).getTime();
    const spans = sessions.map(({ from, to }) => ({ from: at(from), to: at(to) }));
    found.push({ day, sessions: spans, from: at('00:00'), to: at('24:00') });
  }
  return found;
}

/**
 * How a person attended on these working days, from what is on record: in the sessions at whose beginning they were assigned to
 * a post. A day without one is left out.
 *
 * @regulation S1.3a S1.5a A-04
 */
export function personDaysOf(
  { staffId, assigned, acts, excuses, work }: PersonFacts,
  days: readonly WorkingDay[],
  rules: MarkRules,
  now: number,
): PersonDayMarks[] {
  const isOnDuty = ({ from: at }: Span): boolean =>
    assigned.some(({ from, to }) => from <= at && at < (to ?? Infinity));
  return days.flatMap(({ day, from, to, sessions }) => {
    const onDuty = sessions.filter(isOnDuty);
    if (onDuty.length === 0) return [];
    const ofDay = acts.filter(({ at }) => from <= at && at < to);
    const marked = marksOfDay({ sessions: onDuty, acts: ofDay, excuses, work }, rules, now);
    return [{ staffId, day, mark: markOfDay(marked), sessions: marked }];
  });
}
