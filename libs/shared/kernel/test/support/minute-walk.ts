import { isPublishedWorkday } from './published-days';

/** A history in the terms of the contract: instants are whole minutes since 1970 in UTC, sessions minutes of a day. */
export interface WalkedHistory {
  readonly amount: number;
  readonly unit: 'WORKING_DAY' | 'CALENDAR_DAY' | 'WORKING_HOUR';
  readonly start: number;
  readonly sessions: readonly (readonly [from: number, to: number])[];
  readonly events: readonly { readonly kind: string; readonly at: number; readonly amount?: number }[];
  readonly asOf: number;
}

export type Walked =
  | { readonly invalidAt: number }
  | {
      readonly state: string;
      readonly dueAt: number | null;
      readonly breachedAt: number | null;
      readonly remaining: number;
    };

const dayMinutes = 24 * 60;
const offset = 8 * 60;
// Taken out of the global object once: the test environment makes each look-up there expensive.
const { floor } = Math;
const localDay = (minute: number): number => floor((minute + offset) / dayMinutes);
/**
 * The clock contract, done the slow way: from instant to instant — every minute for hour terms, every close and event
 * for day terms — with nothing computed ahead. At each instant the close passes first, then the events happen, then
 * time goes on. It shares no code and no calendar data with the engine.
 */
export function walkMinutes(history: WalkedHistory): Walked {
  const { unit, start, sessions, asOf } = history;
  const disorder = history.events.findIndex(
    ({ at }, index) => at <= asOf && (at < start || history.events.slice(0, index).some((earlier) => earlier.at > at)),
  );
  const events = history.events.slice(0, disorder === -1 ? undefined : disorder).filter(({ at }) => at <= asOf);
  const hours = unit === 'WORKING_HOUR';
  const close = sessions.at(-1)![1];
  const isOpen = Array.from({ length: dayMinutes }, (_, minute) =>
    sessions.some(([from, to]) => from <= minute && minute < to),
  );
  const startDay = localDay(start);
  let budget = hours ? history.amount * 60 : history.amount;
  let paused = false;
  let due: number | null = null;
  let breachedAt: number | null = null;
  let final: string | undefined;
  let extended = false;
  let next = 0;
  let stoppedAt = start;

  const passClose = (now: number): void => {
    // A close at 24:00 belongs to the day that ends.
    const day = localDay(now - close);
    if (hours || paused || due !== null || now !== day * dayMinutes - offset + close || day < startDay) return;
    const works = isPublishedWorkday(day);
    if (day > startDay && (works || unit === 'CALENDAR_DAY')) budget = Math.max(0, budget - 1);
    if (budget === 0 && works) due = now;
  };
  const runOut = (now: number): void => {
    if (hours && !paused && budget === 0 && due === null && breachedAt === null) due = now;
  };
  const passMinute = (now: number): void => {
    if (due === now) {
      if (paused) due = null;
      else breachedAt ??= now;
    }
    if (!hours || paused || breachedAt !== null) return;
    if (isOpen[(now + offset) % dayMinutes] && isPublishedWorkday(localDay(now))) budget--;
  };
  const nextInstant = (now: number): number => {
    if (hours) return now + 1;
    const closeToday = localDay(now) * dayMinutes - offset + close;
    const candidates = [closeToday - dayMinutes, closeToday, closeToday + dayMinutes, asOf];
    if (next < events.length) candidates.push(events[next]!.at);
    return Math.min(...candidates.filter((instant) => instant > now));
  };

  for (let now = start; ; now = nextInstant(now)) {
    if (breachedAt === null) {
      passClose(now);
      runOut(now);
    }
    for (; next < events.length && events[next]!.at === now; next++) {
      const event = events[next]!;
      const wrong =
        final !== undefined ||
        (event.kind === 'PAUSE' && paused) ||
        (event.kind === 'RESUME' && !paused) ||
        (event.kind === 'EXTEND' && (extended || breachedAt !== null));
      if (wrong) return { invalidAt: next };
      if (event.kind === 'PAUSE') paused = true;
      if (event.kind === 'RESUME') paused = false;
      if (event.kind === 'EXTEND') {
        extended = true;
        budget += event.amount! * (hours ? 60 : 1);
        if (event.amount! > 0) due = null;
      }
      if (event.kind === 'FINISH' || event.kind === 'CANCEL') final = event.kind;
      runOut(now);
    }
    stoppedAt = now;
    // Anything that follows a final event is wrong, so it is enough to look at the next one.
    if (final !== undefined && next < events.length) return { invalidAt: next };
    if (final !== undefined || now >= asOf) break;
    passMinute(now);
  }
  if (disorder !== -1) return { invalidAt: disorder };

  const remaining = budget;
  const stopped = paused && breachedAt === null;
  if (breachedAt === null && !stopped && due === null) {
    let now = stoppedAt;
    while (due === null) {
      passMinute(now);
      now = hours ? now + 1 : nextClose(now, close);
      passClose(now);
      runOut(now);
    }
  }
  const state =
    final === 'CANCEL' ? 'CANCELLED' : breachedAt !== null ? 'BREACHED' : final ? 'MET' : paused ? 'PAUSED' : 'RUNNING';
  return { state, dueAt: stopped ? null : (breachedAt ?? due), breachedAt, remaining };
}

function nextClose(now: number, close: number): number {
  const closeToday = localDay(now) * dayMinutes - offset + close;
  return [closeToday - dayMinutes, closeToday, closeToday + dayMinutes].find((instant) => instant > now)!;
}
