import type { WorkCalendar } from '../calendar/work-calendar';
import type { TimeLimit } from './commitment';
import { OpeningHours } from './opening-hours';
import type { OpeningSession } from './opening-hours';

/** What limits of different units are compared by: the calendar in force, and the opening time of a day. */
export interface Yardstick {
  readonly calendar: WorkCalendar;
  /** Opening time of a whole day, in milliseconds. */
  readonly dayMs: number;
}

/** The yardstick of a hall: its calendar and its hours. @throws RangeError for hours that are none */
export function yardstickOf(calendar: WorkCalendar, sessions: readonly OpeningSession[]): Yardstick {
  const hours = OpeningHours.of(sessions);
  if (!hours) throw new RangeError('no opening hours');
  return { calendar, dayMs: hours.dayMs };
}

/** An instant as the clock sees it: a day, and how much of its opening time has passed; beyond the close, one more. */
interface Place {
  readonly day: number;
  readonly opened: number;
}

const hourMs = 3_600_000;

/** Answers that are known already; a catalogue of thousands of items has few pairs of limits. */
const known = new WeakMap<WorkCalendar, Map<string, boolean>>();
const answersKept = 1_000;

/**
 * Whether what may take so long can end after a limit that began with it, on any day of the calendar: the worst case,
 * for a promise holds whenever it is given.
 *
 * Limits of one unit are compared, and added up, as numbers. Of different units both clocks are started on every day of
 * the calendar, at its opening, at its close and after it, between which nothing else can come out.
 *
 * @param stages one after the other; the limits of one stage run side by side
 * @regulation S3.5 A-08
 */
export function mayOutlast(stages: readonly (readonly TimeLimit[])[], cap: TimeLimit, by: Yardstick): boolean {
  if (stages.flat().every(({ unit }) => unit === cap.unit)) {
    return stages.reduce((sum, stage) => sum + Math.max(0, ...stage.map(({ amount }) => amount)), 0) > cap.amount;
  }
  let answers = known.get(by.calendar);
  if (!answers) known.set(by.calendar, (answers = new Map()));
  const question = JSON.stringify([stages, cap, by.dayMs]);
  let answer = answers.get(question);
  if (answer === undefined) {
    if (answers.size >= answersKept) answers.clear();
    answers.set(question, (answer = outlastsOnSomeDay(stages, cap, by)));
  }
  return answer;
}

/** The most working days that never outlast a limit; undefined when even the day itself may. */
export function mostWorkingDaysWithin(cap: TimeLimit, by: Yardstick): number | undefined {
  const fits = (amount: number): boolean => !mayOutlast([[{ amount, unit: 'WORKING_DAY' }]], cap, by);
  if (!fits(0)) return undefined;
  // A working day is a calendar day, and has an hour at the least.
  let [most, tooMany] = [0, cap.unit === 'WORKING_HOUR' ? Math.ceil((cap.amount * hourMs) / by.dayMs) : cap.amount + 1];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return most;
}

function outlastsOnSomeDay(stages: readonly (readonly TimeLimit[])[], cap: TimeLimit, by: Yardstick): boolean {
  const { firstDay, lastDay } = by.calendar;
  for (let day = firstDay; day <= lastDay; day++) {
    for (const opened of [0, by.dayMs, by.dayMs + 1]) {
      const start = { day, opened };
      const due = dueOf(start, cap, by);
      // Later starts have no due date in the calendar either.
      if (!due) return false;
      if (isAfter(endOf(start, stages, by), due)) return true;
    }
  }
  return false;
}

/** Where the stages end; undefined beyond the calendar. */
function endOf(start: Place, stages: readonly (readonly TimeLimit[])[], by: Yardstick): Place | undefined {
  let at: Place | undefined = start;
  for (const stage of stages) {
    const from: Place = at;
    let latest: Place = from;
    for (const limit of stage) {
      const due = dueOf(from, limit, by);
      if (!due) return undefined;
      if (isAfter(due, latest)) latest = due;
    }
    at = latest;
  }
  return at;
}

function isAfter(place: Place | undefined, other: Place): boolean {
  return !place || place.day > other.day || (place.day === other.day && place.opened > other.opened);
}

/** When a limit that begins there is due, as the clock counts; undefined beyond the calendar. */
function dueOf({ day, opened }: Place, { amount, unit }: TimeLimit, { calendar, dayMs }: Yardstick): Place | undefined {
  if (day > calendar.lastDay) return undefined;
  const rankOn = calendar.rankOfDay(day);
  const nth = (rank: number, time: number): Place | undefined =>
    rank <= calendar.size ? { day: calendar.workdayOfRank(rank), opened: time } : undefined;
  if (unit === 'WORKING_HOUR') {
    const today = calendar.isWorkdayAtDay(day) ? Math.max(0, dayMs - opened) : 0;
    const budget = amount * hourMs - today;
    if (budget <= 0) return { day, opened: opened + amount * hourMs };
    const days = Math.ceil(budget / dayMs);
    return nth(rankOn + days, budget - (days - 1) * dayMs);
  }
  if (unit === 'WORKING_DAY' && amount > 0) return nth(rankOn + amount, dayMs);
  const first = amount > 0 ? day + amount : opened > dayMs ? day + 1 : day;
  return first > calendar.lastDay ? undefined : nth(calendar.rankOfDay(first - 1) + 1, dayMs);
}
