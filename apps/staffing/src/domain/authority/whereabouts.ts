import { dayNumberOf, minuteOfDay, msAt } from '@hall/kernel';
import type { OpeningHours, WorkCalendar } from '@hall/kernel';

/** What people do that says where they are: come, go home, leave the post for a while, come back; or others say they are not there. */
export const presenceActs = ['CHECK_IN', 'CHECK_OUT', 'LEAVE_POST', 'RETURN', 'REPORT_ABSENCE'] as const;
/** One of {@link presenceActs}. */
export type PresenceAct = (typeof presenceActs)[number];

/** What is known of a person on a day: nothing yet, at the post, gone home, away for a while, reported absent. */
export const whereaboutsKinds = ['NONE', 'IN', 'OUT', 'LEFT', 'REPORTED'] as const;
/** One of {@link whereaboutsKinds}. */
export type Whereabouts = (typeof whereaboutsKinds)[number];

/** A person's day up to an instant. */
export interface PersonDay {
  readonly whereabouts: Whereabouts;
  /** Since when, in milliseconds. */
  readonly since: number;
}

/** Every day begins with nothing known. */
export const dayBegins: PersonDay = { whereabouts: 'NONE', since: -Infinity };

/** What each act makes of what was known; a pair that is not listed changes nothing. */
const moves: Readonly<Record<PresenceAct, Readonly<Partial<Record<Whereabouts, Whereabouts>>>>> = {
  CHECK_IN: { NONE: 'IN', OUT: 'IN', LEFT: 'IN', REPORTED: 'IN' },
  CHECK_OUT: { IN: 'OUT', LEFT: 'OUT' },
  LEAVE_POST: { IN: 'LEFT' },
  RETURN: { LEFT: 'IN' },
  REPORT_ABSENCE: { NONE: 'REPORTED', IN: 'REPORTED', OUT: 'REPORTED', LEFT: 'REPORTED' },
};

/** A person's day after an act. */
export function afterAct(day: PersonDay, act: PresenceAct, at: number): PersonDay {
  const whereabouts = moves[act][day.whereabouts];
  return whereabouts === undefined ? day : { whereabouts, since: at };
}

/** The numbers and the calendar by which a hall's days go. */
export interface HallRules {
  readonly hours: OpeningHours;
  readonly calendar: WorkCalendar;
  /** So long after a session has begun somebody who did not come is away. */
  readonly graceMinutes: number;
  /** So long after the last session whoever is still there still holds the post. */
  readonly overtimeMinutes: number;
}

/** A civil day of the hall; instants in milliseconds. */
export interface HallDay {
  readonly from: number;
  readonly to: number;
  /** The sessions of a working day; none on a day off. */
  readonly sessions: readonly { readonly from: number; readonly to: number }[];
  /** From then on nobody is taken to be at work; may lie beyond midnight. */
  readonly end: number;
  readonly graceMs: number;
}

const minuteMs = 60_000;

/** The hall's day in which an instant lies. @throws CalendarMissingError where its year is not known */
export function hallDayOf(at: number, { hours, calendar, graceMinutes, overtimeMinutes }: HallRules): HallDay {
  const day = dayNumberOf(at);
  const from = msAt(day, 0);
  const instantOf = (time: string): number => from + minuteOfDay(time) * minuteMs;
  return {
    from,
    to: msAt(day + 1, 0),
    sessions: calendar.isWorkdayAtDay(day)
      ? hours.sessions.map((session) => ({ from: instantOf(session.from), to: instantOf(session.to) }))
      : [],
    end: from + (hours.closeMinute + overtimeMinutes) * minuteMs,
    graceMs: graceMinutes * minuteMs,
  };
}

/** When the session began that is on at this instant; null outside service. */
export function sessionStart({ sessions }: HallDay, at: number): number | null {
  return sessions.find(({ from, to }) => from <= at && at < to)?.from ?? null;
}

/** Whether a person is at work, known to be away, expected any minute, or off. */
export const presences = ['PRESENT', 'AWAY', 'AWAITED', 'OFF'] as const;
/** One of {@link presences}. */
export type Presence = (typeof presences)[number];

/**
 * A person's presence at an instant: leave beats whatever the person did; after the day's end nobody is at work; in service
 * somebody who is not there is away, but for the grace that a session's beginning gives to who has not come yet.
 *
 * @regulation S5.2a A-20
 */
export function presenceAt({ whereabouts, since }: PersonDay, isOnLeave: boolean, day: HallDay, at: number): Presence {
  if (isOnLeave) return 'AWAY';
  if (at < day.end && whereabouts === 'IN') return 'PRESENT';
  if (at < day.end && whereabouts === 'REPORTED') return 'AWAY';
  const began = sessionStart(day, at);
  if (began === null) return 'OFF';
  const hasLeft = whereabouts === 'LEFT' || (whereabouts === 'OUT' && since >= began);
  return hasLeft || at >= began + day.graceMs ? 'AWAY' : 'AWAITED';
}

/** Why somebody who is away is away. */
export const coverCauses = ['PLANNED_LEAVE', 'MISSED_CHECK_IN', 'LEFT_POST', 'REPORTED_ABSENCE', 'NO_LEAD'] as const;
/** One of {@link coverCauses}; `NO_LEAD` where nobody is appointed to be away. */
export type CoverCause = (typeof coverCauses)[number];

/** Why somebody is away who is. */
export function causeOfAbsence(
  { whereabouts, since }: PersonDay,
  isOnLeave: boolean,
  day: HallDay,
  at: number,
): CoverCause {
  if (isOnLeave) return 'PLANNED_LEAVE';
  if (whereabouts === 'REPORTED') return 'REPORTED_ABSENCE';
  const isGone = whereabouts === 'LEFT' || (whereabouts === 'OUT' && since >= (sessionStart(day, at) ?? Infinity));
  return isGone ? 'LEFT_POST' : 'MISSED_CHECK_IN';
}
