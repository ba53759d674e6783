import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, msAt } from '../hall-time';
import type { CommitmentHistory, PauseGround } from './commitment';
import type { OpeningHours } from './opening-hours';
import type { Passage, DeadlineWalker } from './deadline-walker';

const hourMs = 3_600_000;

/**
 * A term in working hours: opening time of working days, while the clock is running. It is due at the instant at
 * which nothing is left, so a term that ends with a session is due at its end, not when the next one opens.
 *
 * @regulation A-30
 */
export class HourWalker implements DeadlineWalker {
  budget: number;
  touchesProvisional = false;
  private readonly hours: OpeningHours;
  private now: number;

  constructor(
    { limit, start, hours }: CommitmentHistory,
    private readonly calendar: WorkCalendar,
    private readonly trace: Passage[],
  ) {
    this.budget = limit.amount * hourMs;
    this.hours = hours;
    this.now = start.getTime();
  }

  run(to: number): number | undefined {
    if (to < this.now) return undefined;
    const day = dayNumberOf(this.now);
    this.calendar.requireDays(day, day);
    const dueAt = this.dueAt(day);
    const reached = dueAt !== undefined && dueAt <= to;
    const end = reached ? dueAt : Math.min(to, msAt(this.calendar.lastDay + 1, 0));
    const endDay = dayNumberOf(end);
    this.calendar.requireDays(day, endDay);
    const passed = reached ? this.budget : this.openedBy(endDay, end) - this.openedBy(day, this.now);
    this.trace.push({ kind: 'TIME', from: this.now, to: end, passing: 'RUNNING', budget: this.budget });
    this.touchesProvisional ||= this.calendar.touchesProvisional(day, endDay);
    this.budget -= passed;
    this.now = end;
    return reached ? end : undefined;
  }

  stand(to: number, ground: PauseGround): void {
    if (to <= this.now) return;
    this.trace.push({ kind: 'TIME', from: this.now, to, passing: ground, budget: this.budget });
    this.now = to;
  }

  extend(amount: number): void {
    this.budget += amount * hourMs;
  }

  /** The instant at which the budget runs out if the clock keeps running; nothing when it lies beyond the calendar. */
  private dueAt(day: number): number | undefined {
    if (this.budget === 0) return this.now;
    const { dayMs } = this.hours;
    const opened = this.openedBy(day, this.now) + this.budget;
    const rank = Math.ceil(opened / dayMs);
    if (rank > this.calendar.size) return undefined;
    const dueDay = this.calendar.workdayOfRank(rank);
    return msAt(dueDay, 0) + this.hours.timeWhenOpened(opened - (rank - 1) * dayMs);
  }

  /** Opening time from the beginning of the calendar to an instant of a day. */
  private openedBy(day: number, instant: number): number {
    const today = this.calendar.isWorkdayAtDay(day) ? this.hours.openedBefore(instant - msAt(day, 0)) : 0;
    return this.calendar.rankOfDay(day - 1) * this.hours.dayMs + today;
  }
}
