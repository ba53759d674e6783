import { assertNever } from '../assert-never';
import type { WorkCalendar } from '../calendar/work-calendar';
import { dayNumberOf, msAt, toIsoWithOffset } from '../hall-time';
import type { CommitmentEvent, CommitmentHistory, TimeUnit } from './commitment';
import type { DaySpan, DeadlineExplanation, ExplanationStep } from './explanation';
import { dueDateRange } from './due-date-range';
import type { Passage } from './deadline-walker';

const minuteMs = 60_000;

/** The rule of each unit, in words; the same words for every term. */
const rules: Readonly<Record<TimeUnit, { readonly counts: string; readonly endsAt: string }>> = {
  WORKING_DAY: {
    counts: 'each working day after the start day whose close passes while the clock is running',
    endsAt: 'the first close of a working day at which nothing remains',
  },
  CALENDAR_DAY: {
    counts: 'each day after the start day whose close passes while the clock is running',
    endsAt: 'the first close of a working day at which nothing remains',
  },
  WORKING_HOUR: {
    counts: 'each minute of the sessions of working days while the clock is running',
    endsAt: 'the instant at which nothing remains',
  },
};

/** A day's treatment; days that follow one another with the same treatment become one step. */
type Treatment =
  | Pick<Extract<ExplanationStep, { kind: 'COUNTED' }>, 'kind' | 'reason'>
  | Pick<Extract<ExplanationStep, { kind: 'SKIPPED' }>, 'kind' | 'reason'>;

const countedCalendarDay: Treatment = { kind: 'COUNTED', reason: 'CALENDAR_DAY' };
const startDaySkipped: Treatment = { kind: 'SKIPPED', reason: 'START_DAY' };
/** The due day of a term that comes to it with nothing left, e.g. of zero days: it ends the term without being used up. */
const nothingLeft: Treatment = { kind: 'SKIPPED', reason: 'NOTHING_LEFT' };
const outsideSessions: Treatment = { kind: 'SKIPPED', reason: 'OUTSIDE_SESSIONS' };
const byKind = {
  WORKDAY: { kind: 'COUNTED', reason: 'WORKDAY' },
  MAKE_UP_WORKDAY: { kind: 'COUNTED', reason: 'MAKE_UP_WORKDAY' },
  WEEKEND: { kind: 'SKIPPED', reason: 'WEEKEND' },
  HOLIDAY: { kind: 'SKIPPED', reason: 'HOLIDAY' },
} as const satisfies Record<string, Treatment>;

/** A step of days while it is being written. */
interface DayStep extends DaySpan {
  readonly kind: Treatment['kind'];
  readonly reason: Treatment['reason'];
  holiday?: string;
  minutes?: number;
  remaining?: number;
}

/** Writes the steps of one walk. */
class StepWriter {
  readonly steps: ExplanationStep[] = [];
  private open:
    { treatment: Treatment; holiday: string | undefined; from: number; minutes: number | undefined } | undefined;

  constructor(
    private readonly history: CommitmentHistory,
    private readonly calendar: WorkCalendar,
  ) {}

  write(passage: Passage): void {
    switch (passage.kind) {
      case 'CLOSES':
        return passage.passing === 'RUNNING' ? this.countCloses(passage) : this.stand(passage);
      case 'TIME':
        return passage.passing === 'RUNNING' ? this.countTime(passage) : this.stand(passage);
      case 'EVENT':
        this.steps.push(eventStep(passage.event));
        return;
      case 'PROJECTED':
        this.steps.push({ kind: 'PROJECTED', at: iso(passage.from) });
        return;
      default:
        assertNever(passage);
    }
  }

  private countCloses({ from, to, budget }: Extract<Passage, { kind: 'CLOSES' }>): void {
    const startDay = dayNumberOf(this.history.start.getTime());
    const everyDay = this.history.limit.unit === 'CALENDAR_DAY';
    let remaining = budget;
    for (let day = from; day <= to; day++) {
      const ofKind = byKind[this.calendar.kindAtDay(day)];
      const treatment =
        remaining === 0 && ofKind.kind === 'COUNTED'
          ? nothingLeft
          : day <= startDay
            ? startDaySkipped
            : everyDay && remaining > 0
              ? countedCalendarDay
              : ofKind;
      this.put(day, treatment, remaining);
      if (treatment.kind === 'COUNTED') remaining--;
    }
    this.close(to, remaining);
  }

  private countTime({ from, to, budget }: Extract<Passage, { kind: 'TIME' }>): void {
    if (from === to) return;
    const { hours } = this.history;
    let remaining = budget;
    const last = dayNumberOf(to - 1);
    for (let day = dayNumberOf(from); day <= last; day++) {
      const midnight = msAt(day, 0);
      const ofKind = byKind[this.calendar.kindAtDay(day)];
      const passed =
        ofKind.kind === 'COUNTED'
          ? hours.openedBefore(Math.min(to, msAt(day + 1, 0)) - midnight) -
            hours.openedBefore(Math.max(from, midnight) - midnight)
          : 0;
      const treatment = ofKind.kind === 'COUNTED' && passed === 0 ? outsideSessions : ofKind;
      // Whole days stand together, a part of a day stands alone.
      if (passed > 0 && passed < hours.dayMs) this.close(day - 1, remaining / minuteMs);
      this.put(day, treatment, remaining / minuteMs);
      if (passed > 0) this.open!.minutes = (this.open!.minutes ?? 0) + passed / minuteMs;
      remaining -= passed;
      if (passed > 0 && passed < hours.dayMs) this.close(day, remaining / minuteMs);
    }
    this.close(last, remaining / minuteMs);
  }

  private stand(passage: Extract<Passage, { kind: 'CLOSES' | 'TIME' }>): void {
    if (passage.passing === 'RUNNING') return;
    const [from, to] =
      passage.kind === 'CLOSES' ? [passage.from, passage.to] : [dayNumberOf(passage.from), dayNumberOf(passage.to)];
    this.steps.push({
      kind: 'PASSED_PAUSED',
      reason: passage.passing,
      from: this.calendar.dateAtDay(from),
      to: this.calendar.dateAtDay(to),
      days: to - from + 1,
    });
  }

  /** Adds a day to the open span, or begins another one. */
  private put(day: number, treatment: Treatment, remaining: number): void {
    const holiday = this.calendar.holidayAtDay(day);
    const named = treatment.reason === 'HOLIDAY' || treatment.reason === 'MAKE_UP_WORKDAY' ? holiday : undefined;
    if (this.open && this.open.treatment === treatment && this.open.holiday === named) return;
    this.close(day - 1, remaining);
    this.open = { treatment, holiday: named, from: day, minutes: undefined };
  }

  private close(to: number, remaining: number): void {
    if (!this.open) return;
    const { treatment, holiday, from, minutes } = this.open;
    this.open = undefined;
    // Filled in one by one: there are ten of these for every term, and copying objects together is what takes time.
    const step: DayStep = {
      kind: treatment.kind,
      reason: treatment.reason,
      from: this.calendar.dateAtDay(from),
      to: this.calendar.dateAtDay(to),
      days: to - from + 1,
    };
    if (holiday !== undefined) step.holiday = holiday;
    if (minutes !== undefined) step.minutes = minutes;
    if (treatment.kind === 'COUNTED') step.remaining = remaining;
    this.steps.push(step as ExplanationStep);
  }
}

function iso(ms: number): string {
  return toIsoWithOffset(new Date(ms));
}

function eventStep(event: CommitmentEvent): ExplanationStep {
  const at = toIsoWithOffset(event.at);
  switch (event.kind) {
    case 'PAUSE':
      return { kind: 'EVENT', event: event.kind, at, ground: event.ground };
    case 'EXTEND':
      return { kind: 'EVENT', event: event.kind, at, amount: event.amount };
    default:
      return { kind: 'EVENT', event: event.kind, at };
  }
}

/** Writes down how a due date came about, from what the walk passed. */
export function explain(
  history: CommitmentHistory,
  calendar: WorkCalendar,
  walked: { readonly trace: readonly Passage[]; readonly dueAt: number | null; readonly provisional: boolean },
): DeadlineExplanation {
  const { limit, start, hours } = history;
  const writer = new StepWriter(history, calendar);
  for (const passage of walked.trace) writer.write(passage);
  const dueAt = walked.dueAt === null ? null : iso(walked.dueAt);
  if (dueAt !== null) writer.steps.push({ kind: 'DUE', at: dueAt });
  return {
    clauses: ['A-30'],
    rule: {
      unit: limit.unit,
      amount: limit.amount,
      start: toIsoWithOffset(start),
      sessions: hours.sessions.map(({ from, to }) => [from, to] as const),
      ...rules[limit.unit],
    },
    calendarVersion: calendar.version,
    steps: writer.steps,
    dueAt,
    ...(walked.provisional && walked.dueAt !== null && dueDateRange(history, calendar, walked.trace, walked.dueAt)),
  };
}
