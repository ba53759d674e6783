import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, isTimeOfDay, minuteOfDay, msAt } from '../hall-time';

/** An opening session of a day, `HH:MM` local time, `to` exclusive (服务时段). `24:00` is the end of the day. */
export interface OpeningSession {
  readonly from: string;
  readonly to: string;
}

const minuteMs = 60_000;

/** The sessions of every working day. Instants inside a day are milliseconds from midnight. */
export class OpeningHours {
  private constructor(
    readonly sessions: readonly OpeningSession[],
    private readonly spans: readonly (readonly [from: number, to: number])[],
    /** Close of business (下班时间): end of the last session, in minutes from midnight. */
    readonly closeMinute: number,
    /** Opening time of a whole day, in milliseconds. */
    readonly dayMs: number,
  ) {}

  /** Reads sessions; nothing when there are none, one is not a span of time, or they are out of order or overlap. */
  static of(sessions: readonly OpeningSession[]): OpeningHours | undefined {
    const spans: [number, number][] = [];
    let previous = 0;
    let total = 0;
    for (const { from, to } of sessions) {
      if (!isTimeOfDay(from) || !isTimeOfDay(to)) return undefined;
      const [start, end] = [minuteOfDay(from), minuteOfDay(to)];
      if (start < previous || end <= start) return undefined;
      spans.push([start * minuteMs, end * minuteMs]);
      total += end - start;
      previous = end;
    }
    return spans.length === 0 ? undefined : new OpeningHours(sessions, spans, previous, total * minuteMs);
  }

  /** Opening time that has passed since midnight. */
  openedBefore(timeOfDay: number): number {
    let opened = 0;
    for (const [from, to] of this.spans) {
      if (timeOfDay <= from) break;
      opened += Math.min(timeOfDay, to) - from;
    }
    return opened;
  }

  /** The first time of day at which so much opening time has passed; the end of a session before the next begins. */
  timeWhenOpened(opened: number): number {
    let left = opened;
    for (const [from, to] of this.spans) {
      if (left <= to - from) return from + left;
      left -= to - from;
    }
    throw new RangeError('a day has less opening time than that');
  }
}

/** Opening time between two instants, in milliseconds: that of working days alone. @throws where a year is not known */
export function openTimeBetween(from: Date, to: Date, hours: OpeningHours, calendar: WorkCalendar): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let opened = 0;
  for (let day = dayNumberOf(start); msAt(day, 0) < end; day++) {
    if (!calendar.isWorkdayAtDay(day)) continue;
    const midnight = msAt(day, 0);
    const [first, last] = [Math.max(start, midnight), Math.min(end, msAt(day + 1, 0))];
    opened += hours.openedBefore(last - midnight) - hours.openedBefore(first - midnight);
  }
  return opened;
}
