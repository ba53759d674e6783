import * as fc from 'fast-check';
import { evaluateCommitment, hallCalendar, OpeningHours, pauseGrounds, timeUnits } from '../../src';
import type { CommitmentEvaluation, CommitmentEvent, PauseGround } from '../../src';
import type { WalkedHistory } from './minute-walk';

const dayMinutes = 24 * 60;
const offset = 8 * 60;
const firstStart = Date.UTC(2007, 0, 1) / 60_000 - offset;
const lastStart = Date.UTC(2026, 2, 1) / 60_000 - offset;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const sessionSets = [
  [
    ['08:30', '11:30'],
    ['13:30', '17:00'],
  ],
  [['09:00', '12:00']],
  [
    ['08:30', '12:00'],
    ['12:00', '14:15'],
    ['18:00', '20:00'],
  ],
  [['00:00', '24:00']],
].map((sessions) => sessions.map(([from, to]) => [minutesOf(from!), minutesOf(to!)] as const));

/** One step of a ledger: how far the clock goes on, and what happens then. */
const step = fc.record({
  gap: fc.oneof(
    { weight: 40, arbitrary: fc.integer({ min: 0, max: 5 * dayMinutes }) },
    { weight: 10, arbitrary: fc.constant(0) },
    // Far enough to pause over the longest holiday.
    { weight: 10, arbitrary: fc.integer({ min: 0, max: 30 * dayMinutes }) },
    // Backwards: out of order.
    { weight: 1, arbitrary: fc.integer({ min: -dayMinutes, max: -1 }) },
  ),
  // Most mistakes hide where an event meets a close or the edge of a session.
  snap: fc.constantFrom('NONE', 'NONE', 'CLOSE', 'OPENING'),
  // Usually what is possible next; sometimes anything.
  kind: fc.constantFrom('TOGGLE', 'TOGGLE', 'TOGGLE', 'TOGGLE', 'EXTEND', 'FINISH', 'PAUSE', 'RESUME', 'CANCEL'),
  amount: fc.integer({ min: 0, max: 8 }),
});

/** Random histories over the published years, most of them possible, with events that like to meet a close. */
export const anyHistory: fc.Arbitrary<WalkedHistory> = fc
  .record({
    unit: fc.constantFrom(...timeUnits),
    amount: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 30 })),
    start: fc.oneof(
      fc.integer({ min: firstStart, max: lastStart }),
      // The weeks around Spring Festival and National Day, where a calendar can be wrong.
      fc
        .tuple(
          fc.integer({ min: 2007, max: 2025 }),
          fc.constantFrom(10, 270),
          fc.integer({ min: 0, max: 45 * dayMinutes }),
        )
        .map(([year, day, minutes]) => Date.UTC(year, 0, day) / 60_000 - offset + minutes),
    ),
    startSnap: fc.constantFrom('NONE', 'NONE', 'CLOSE', 'OPENING'),
    sessions: fc.constantFrom(...sessionSets),
    steps: fc.array(step, { maxLength: 7 }),
    asOf: step,
  })
  .map(({ unit, amount, start: rawStart, startSnap, sessions, steps, asOf }) => {
    const snapped = (minute: number, snap: string): number => {
      const midnight = Math.floor((minute + offset) / dayMinutes) * dayMinutes - offset;
      return snap === 'CLOSE'
        ? midnight + sessions.at(-1)![1]
        : snap === 'OPENING'
          ? midnight + sessions[0]![0]
          : minute;
    };
    const start = snapped(rawStart, startSnap);
    let now = start;
    let paused = false;
    const least = unit === 'WORKING_HOUR' ? 1 : 0;
    const events = steps.map((each) => {
      const at = snapped(now + each.gap, each.snap);
      now = each.gap < 0 ? at : Math.max(now, at);
      const kind = each.kind === 'TOGGLE' ? (paused ? 'RESUME' : 'PAUSE') : each.kind;
      if (kind === 'PAUSE') paused = true;
      if (kind === 'RESUME') paused = false;
      return { kind, at: now, ...(kind === 'EXTEND' && { amount: Math.max(least, each.amount) }) };
    });
    const end = Math.max(start, ...events.map(({ at }) => at));
    return {
      unit,
      amount: Math.max(least, amount),
      start,
      sessions,
      events,
      asOf: asOf.kind === 'CANCEL' ? start + Math.abs(asOf.gap) : Math.max(start, snapped(end + asOf.gap, asOf.snap)),
    };
  });

export const anyGround = fc.constantFrom(...pauseGrounds);

const instant = (minute: number): Date => new Date(minute * 60_000);
const time = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What the engine says of a random history; every pause has the same ground. */
export function evaluateWalked(walked: WalkedHistory, ground: PauseGround): CommitmentEvaluation {
  const { amount, unit, start, sessions, events, asOf } = walked;
  const hours = OpeningHours.of(sessions.map(([from, to]) => ({ from: time(from), to: time(to) })))!;
  const ledger = events.map((event) => ({ ...event, at: instant(event.at), ground }) as CommitmentEvent);
  const history = { limit: { amount, unit }, start: instant(start), hours, events: ledger };
  return evaluateCommitment(history, hallCalendar, instant(asOf));
}
