import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, msAt } from '../hall-time';
import type { CommitmentHistory, PauseGround } from './commitment';
import type { Passage, DeadlineWalker } from './deadline-walker';

/**
 * A term in working days or calendar days. It walks closes: the ends of the last session of each day. The start day
 * never counts; the term is due at the first close of a working day at which nothing is left.
 *
 * Spans of days are taken in one step with the calendar's numbering of working days.
 *
 * @regulation A-30
 */
export class DayWalker implements DeadlineWalker {
  budget: number;
  touchesProvisional = false;
  private readonly startDay: number;
  private readonly closeMinute: number;
  private readonly countsEveryDay: boolean;
  /** The next day whose close has not been passed. */
  private nextDay: number;

  constructor(
    { limit, start, hours }: CommitmentHistory,
    private readonly calendar: WorkCalendar,
    private readonly trace: Passage[],
  ) {
    this.budget = limit.amount;
    this.countsEveryDay = limit.unit === 'CALENDAR_DAY';
    this.closeMinute = hours.closeMinute;
    this.startDay = dayNumberOf(start.getTime());
    this.nextDay = start.getTime() <= msAt(this.startDay, this.closeMinute) ? this.startDay : this.startDay + 1;
  }

  run(to: number): number | undefined {
    const last = this.lastCloseBy(to);
    if (last < this.nextDay) return undefined;
    const dueDay = this.dueDay();
    const reached = dueDay !== undefined && dueDay <= last;
    // Without a due day in the calendar the walk goes beyond it, and asking for the last day says which year is missing.
    const end = reached ? dueDay : Math.min(last, this.calendar.lastDay + 1);
    this.calendar.requireDays(this.nextDay, end);
    const counted = reached ? this.budget : this.countOf(end);
    this.trace.push({ kind: 'CLOSES', from: this.nextDay, to: end, passing: 'RUNNING', budget: this.budget });
    this.touchesProvisional ||= this.calendar.touchesProvisional(this.nextDay, end);
    this.budget = Math.max(0, this.budget - counted);
    this.nextDay = end + 1;
    return reached ? msAt(end, this.closeMinute) : undefined;
  }

  stand(to: number, ground: PauseGround): void {
    const last = this.lastCloseBy(to);
    if (last < this.nextDay) return;
    this.trace.push({ kind: 'CLOSES', from: this.nextDay, to: last, passing: ground, budget: this.budget });
    this.nextDay = last + 1;
  }

  extend(amount: number): void {
    this.budget += amount;
  }

  /** The day at whose close the term is due if it keeps running; nothing when that lies beyond the calendar. */
  private dueDay(): number | undefined {
    const { calendar, budget } = this;
    const first = this.firstCountingDay();
    const atZero = this.countsEveryDay && budget > 0 ? first + budget - 1 : this.nextDay;
    if (atZero > calendar.lastDay) return undefined;
    const rank =
      this.countsEveryDay || budget === 0 ? calendar.rankOfDay(atZero - 1) + 1 : calendar.rankOfDay(first - 1) + budget;
    return rank <= calendar.size ? calendar.workdayOfRank(rank) : undefined;
  }

  /** How many of the days up to and including `end` use up budget. */
  private countOf(end: number): number {
    const first = this.firstCountingDay();
    if (end < first) return 0;
    return this.countsEveryDay ? end - first + 1 : this.calendar.rankOfDay(end) - this.calendar.rankOfDay(first - 1);
  }

  private firstCountingDay(): number {
    return Math.max(this.nextDay, this.startDay + 1);
  }

  private lastCloseBy(to: number): number {
    const day = dayNumberOf(to);
    return msAt(day, this.closeMinute) <= to ? day : day - 1;
  }
}
