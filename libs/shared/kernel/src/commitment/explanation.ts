import type { DayKind } from '../calendar/work-calendar';
import type { PlainDate } from '../plain-date';
import type { EventKind, PauseGround, TimeUnit } from './commitment';

/** Why days used up budget. */
type CountedReason = 'WORKDAY' | 'MAKE_UP_WORKDAY' | 'CALENDAR_DAY';

/**
 * Why days did not: the start day never counts, the hall was closed, no opening time was left that day, or nothing was
 * left of the budget, so that the term is due on this working day.
 */
type SkippedReason = 'START_DAY' | Exclude<DayKind, CountedReason> | 'OUTSIDE_SESSIONS' | 'NOTHING_LEFT';

/** Days that follow one another and were treated alike, both ends included. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
}

/** One step of the way from the start to the due instant. Instants are ISO 8601 in hall time. */
export type ExplanationStep =
  | (DaySpan & {
      readonly kind: 'COUNTED';
      readonly reason: CountedReason;
      /** The holiday for which these weekend days were worked. */
      readonly holiday?: string;
      /** Opening time used, for terms in hours. */
      readonly minutes?: number;
      /** What was left afterwards: days, or minutes for terms in hours. */
      readonly remaining: number;
    })
  | (DaySpan & { readonly kind: 'SKIPPED'; readonly reason: SkippedReason; readonly holiday?: string })
  | (DaySpan & { readonly kind: 'PASSED_PAUSED'; readonly reason: PauseGround })
  | {
      readonly kind: 'EVENT';
      readonly event: EventKind;
      readonly at: string;
      readonly ground?: PauseGround;
      readonly amount?: number;
    }
  /** From here on the clock is assumed to keep running. */
  | { readonly kind: 'PROJECTED'; readonly at: string }
  | { readonly kind: 'DUE'; readonly at: string };

/**
 * Everything needed to compute a due date again by hand (时限说明): the rule and its clauses, the calendar's version,
 * every day that counted, was skipped or passed paused, and the events between them.
 */
export interface DeadlineExplanation {
  /** Clause ids of the regulation. */
  readonly clauses: readonly string[];
  readonly rule: {
    readonly unit: TimeUnit;
    readonly amount: number;
    readonly start: string;
    readonly sessions: readonly (readonly [from: string, to: string])[];
    /** What uses up one of the budget, and when the term ends. */
    readonly counts: string;
    readonly endsAt: string;
  };
  readonly calendarVersion: string;
  readonly steps: readonly ExplanationStep[];
  readonly dueAt: string | null;
  /** The earliest date a provisional due date can become; absent when it is certain. */
  readonly earliest?: PlainDate;
  /** The latest date it can become; null when that may lie beyond the last known year. */
  readonly latest?: PlainDate | null;
}
