import { NoticeRange } from '../calendar/notice-range';
import type { Arrangement } from '../calendar/notice-range';
import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, msAt } from '../hall-time';
import type { PlainDate } from '../plain-date';
import type { CommitmentHistory } from './commitment';
import type { Passage } from './term';

/** The dates between which a provisional due date will end up. */
export interface DueDateRange {
  readonly earliest: PlainDate;
  /** Null when it may lie beyond the last known year. */
  readonly latest: PlainDate | null;
}

/**
 * Walks the ledger again, day by day, under the two extremes of what notices can still do.
 *
 * Spans that the ledger shows as passed stay passed: a term that was extended or resumed went on, whatever the notice
 * says of the days before.
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

function walkDays(
  { limit, start }: CommitmentHistory,
  calendar: WorkCalendar,
  trace: readonly Passage[],
  works: Arrangement,
): number | undefined {
  const startDay = dayNumberOf(start.getTime());
  const everyDay = limit.unit === 'CALENDAR_DAY';
  const lastRunning = trace.findLastIndex((passage) => passage.kind === 'CLOSES' && passage.passing === 'RUNNING');
  let budget = limit.amount;
  for (const [index, passage] of trace.entries()) {
    if (passage.kind === 'EVENT' && passage.event.kind === 'EXTEND') budget += passage.event.amount;
    if (passage.kind !== 'CLOSES' || passage.passing !== 'RUNNING') continue;
    const to = index === lastRunning ? calendar.lastDay : passage.to;
    for (let day = passage.from; day <= to; day++) {
      if (everyDay) {
        if (day > startDay && budget > 0) budget--;
        if (index === lastRunning && budget === 0 && works(day)) return day;
      } else if (works(day)) {
        if (day > startDay && budget > 0) budget--;
        if (index === lastRunning && budget === 0) return day;
      }
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
  const lastRunning = trace.findLastIndex((passage) => passage.kind === 'TIME' && passage.passing === 'RUNNING');
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
      if (opened > 0 && works(day)) budget = Math.max(0, budget - opened);
      if (index === lastRunning && budget === 0) return day;
    }
  }
  return undefined;
}
