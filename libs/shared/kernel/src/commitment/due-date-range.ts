import { NoticeRange } from '../calendar/notice-range';
import type { Arrangement } from '../calendar/notice-range';
import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, msAt } from '../hall-time';
import type { PlainDate } from '../plain-date';
import type { CommitmentHistory } from './commitment';
import type { Passage } from './deadline-walker';

/** The dates between which a provisional due date will end up. */
export interface DueDateRange {
  readonly earliest: PlainDate;
  /** Null when it may lie beyond the last known year. */
  readonly latest: PlainDate | null;
}

/**
 * Walks the ledger again, day by day, under the two extremes of what notices can still do.
 *
 * The last span in which the clock ran has no end here. An extension that was given stays given: before it the term
 * cannot come to be due, whatever a notice says of those days later.
 */
export function dueDateRange(
  history: CommitmentHistory,
  calendar: WorkCalendar,
  trace: readonly Passage[],
  dueAt: number,
): DueDateRange {
  const range = NoticeRange.of(calendar);
  const dueDay = dueDayOf(history, dueAt);
  const walk = history.limit.unit === 'WORKING_HOUR' ? walkHours : walkDays;
  const earliest = walk(history, calendar, trace, range.soonest()) ?? dueDay;
  const latest = walk(history, calendar, trace, range.latest());
  return {
    earliest: calendar.dateAtDay(Math.min(earliest, dueDay)),
    latest: latest === undefined ? null : calendar.dateAtDay(Math.max(latest, dueDay)),
  };
}

/** The day on which a term is due; a session that ends at 24:00 belongs to the day before. */
function dueDayOf({ hours }: CommitmentHistory, dueAt: number): number {
  const day = dayNumberOf(dueAt);
  return hours.closeMinute === 24 * 60 && dueAt === msAt(day, 0) ? day - 1 : day;
}

/** Places in a trace: the last span in which the clock ran, and the extension (−1 without one). */
function landmarksOf(trace: readonly Passage[]): { readonly lastRunning: number; readonly lastExtension: number } {
  return {
    lastRunning: trace.findLastIndex((passage) => 'passing' in passage && passage.passing === 'RUNNING'),
    lastExtension: trace.findLastIndex((passage) => passage.kind === 'EVENT' && passage.event.kind === 'EXTEND'),
  };
}

function walkDays(
  { limit, start }: CommitmentHistory,
  calendar: WorkCalendar,
  trace: readonly Passage[],
  works: Arrangement,
): number | undefined {
  const startDay = dayNumberOf(start.getTime());
  const everyDay = limit.unit === 'CALENDAR_DAY';
  const { lastRunning, lastExtension } = landmarksOf(trace);
  let budget = limit.amount;
  for (const [index, passage] of trace.entries()) {
    if (passage.kind === 'EVENT' && passage.event.kind === 'EXTEND') budget += passage.event.amount;
    if (passage.kind !== 'CLOSES' || passage.passing !== 'RUNNING') continue;
    const to = index === lastRunning ? calendar.lastDay : passage.to;
    for (let day = passage.from; day <= to; day++) {
      if (day > startDay && everyDay && budget > 0) budget--;
      // A day is only asked about when it matters: a notice has few days to turn, and the extreme spends none in vain.
      const matters = budget === 0 || (day > startDay && !everyDay);
      if (!matters || !works(day)) continue;
      if (day > startDay && !everyDay && budget > 0) budget--;
      if (budget === 0 && index > lastExtension) return day;
    }
  }
  return undefined;
}

function walkHours(
  { limit, hours }: CommitmentHistory,
  calendar: WorkCalendar,
  trace: readonly Passage[],
  works: Arrangement,
): number | undefined {
  const hourMs = 3_600_000;
  const { lastRunning, lastExtension } = landmarksOf(trace);
  let budget = limit.amount * hourMs;
  for (const [index, passage] of trace.entries()) {
    if (passage.kind === 'EVENT' && passage.event.kind === 'EXTEND') budget += passage.event.amount * hourMs;
    if (passage.kind !== 'TIME' || passage.passing !== 'RUNNING') continue;
    const to = index === lastRunning ? msAt(calendar.lastDay + 1, 0) : passage.to;
    for (let day = dayNumberOf(passage.from); msAt(day, 0) < to; day++) {
      const midnight = msAt(day, 0);
      const opened =
        hours.openedBefore(Math.min(to, msAt(day + 1, 0)) - midnight) -
        hours.openedBefore(Math.max(passage.from, midnight) - midnight);
      if (opened > 0 && works(day, opened < hours.dayMs)) budget = Math.max(0, budget - opened);
      if (index > lastExtension && budget === 0) return day;
    }
  }
  return undefined;
}
