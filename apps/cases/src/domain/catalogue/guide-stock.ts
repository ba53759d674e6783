import { OpeningHours, openTimeBetween } from '@hall/kernel';
import type { DeadlineStart, WorkCalendar } from '@hall/kernel';

/** Printed guides of one item at one window, counted at one moment. */
export interface StockCount {
  readonly hallCode: string;
  readonly windowId: string;
  readonly itemId: string;
  readonly copies: number;
  readonly countedAt: Date;
  readonly countedById: string;
}

/** More copies to be printed: somebody's task, from the count that was low to the count that was enough. */
export interface GuideOrder {
  readonly hallCode: string;
  readonly id: string;
  readonly windowId: string;
  readonly itemId: string;
  readonly ownerId: string;
  readonly openedAt: Date;
}

/**
 * What a count does to the order of more copies: at the minimum one is opened, above it an open one is filled.
 *
 * @regulation S3.3d A-10
 */
export function orderAfterCount(copies: number, minimum: number): 'OPEN' | 'FILL' {
  return copies > minimum ? 'FILL' : 'OPEN';
}

/** Where the stock of one guide stands. */
export interface StockStanding {
  readonly copies: number;
  /** Since when more have to be ordered; null when there are enough. */
  readonly reorderSince: Date | null;
  /** Since when there are none; null while there are some. */
  readonly outSince: Date | null;
  /** Whole minutes of opening time without a single copy, up to now: at night nobody looks for one. */
  readonly stockOutMinutes: number;
}

/** By what the minutes without a copy are counted. */
export interface StockTime {
  readonly now: Date;
  readonly minimum: number;
  readonly calendar: WorkCalendar;
  readonly sessions: DeadlineStart['sessions'];
}

/**
 * Where a stock stands after these counts, in order of time.
 *
 * @regulation S3.3d A-10
 */
export function stockStanding(
  counts: readonly Pick<StockCount, 'copies' | 'countedAt'>[],
  { now, minimum, calendar, sessions }: StockTime,
): StockStanding {
  let reorderSince: Date | null = null;
  let outSince: Date | null = null;
  const hours = OpeningHours.of(sessions);
  const openMs = (from: Date, to: Date): number => (hours ? openTimeBetween(from, to, hours, calendar) : 0);
  let outMs = 0;
  for (const { copies, countedAt } of counts) {
    if (outSince && copies > 0) outMs += openMs(outSince, countedAt);
    outSince = copies > 0 ? null : (outSince ?? countedAt);
    reorderSince = copies > minimum ? null : (reorderSince ?? countedAt);
  }
  if (outSince) outMs += openMs(outSince, now);
  return { copies: counts.at(-1)?.copies ?? 0, reorderSince, outSince, stockOutMinutes: Math.floor(outMs / 60_000) };
}

/** Printed guides of one item at one window. */
export type GuidePlace = Pick<GuideOrder, 'hallCode' | 'windowId' | 'itemId'>;
