import * as fc from 'fast-check';
import { hallCalendar } from '../calendar';
import { fromDayNumber } from '../plain-date';
import { evaluateCommitment, OpeningHours } from '.';
import type { TimeLimit, TimeUnit } from '.';
import { mayOutlast, mostWorkingDaysWithin, yardstickOf } from './compare-limits';

const sessions = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const hours = OpeningHours.of(sessions)!;
const by = yardstickOf(hallCalendar, sessions);
const limit = (amount: number, unit: TimeUnit): TimeLimit => ({ amount, unit });
const working = (amount: number): TimeLimit => limit(amount, 'WORKING_DAY');
const calendar = (amount: number): TimeLimit => limit(amount, 'CALENDAR_DAY');
const hour = (amount: number): TimeLimit => limit(amount, 'WORKING_HOUR');

/** When a limit is due by the clock itself. */
function dueOf(promise: TimeLimit, start: Date): number | undefined {
  const asOf = start;
  const status = evaluateCommitment({ limit: promise, start, hours, events: [] }, hallCalendar, asOf);
  return status.kind === 'STATUS' ? status.dueAt?.getTime() : undefined;
}

const anyLimit = fc.record({
  unit: fc.constantFrom<TimeUnit>('WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR'),
  amount: fc.integer({ min: 1, max: 40 }),
});
const anyDay = fc.integer({ min: hallCalendar.firstDay, max: hallCalendar.lastDay - 130 });
const at = (day: number, time: string): Date => new Date(`${fromDayNumber(day)}T${time}+08:00`);

describe('limits of different units', () => {
  test.each([
    ['sixty working days under sixty calendar days', working(60), calendar(60), true],
    ['thirty calendar days under twenty working days', calendar(30), working(20), true],
    ['twenty-seven calendar days under twenty working days', calendar(27), working(20), true],
    ['five working days under sixty calendar days', working(5), calendar(60), false],
    // Eight days off in a row, and a week-end before them.
    ['five working days under seven calendar days', working(5), calendar(7), true],
    ['thirteen hours from the evening under two working days', hour(13), working(2), false],
    ['fourteen hours from the evening under two working days', hour(14), working(2), true],
    ['the day itself under six hours', working(0), hour(6), true],
    ['the day itself under seven hours', working(0), hour(7), false],
  ])('S3.5 A-08 %s: may end later: %s', (_what, promise, cap, expected) => {
    expect(mayOutlast([[promise]], cap, by)).toBe(expected);
  });

  test('A-08 a promise that is let pass is due no later than its limit, whenever it begins', () => {
    fc.assert(
      fc.property(
        anyLimit,
        anyLimit,
        anyDay,
        fc.constantFrom('00:10', '08:30', '10:00', '16:59', '17:00', '23:00'),
        (promise, cap, day, time) => {
          fc.pre(!mayOutlast([[promise]], cap, by));
          const start = at(day, time);
          expect(dueOf(promise, start)!).toBeLessThanOrEqual(dueOf(cap, start)!);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('A-08 a promise that is refused is due later than its limit at least once in the calendar', () => {
    fc.assert(
      fc.property(anyLimit, anyLimit, (promise, cap) => {
        if (!mayOutlast([[promise]], cap, by)) return;
        for (let day = hallCalendar.firstDay; day <= hallCalendar.lastDay - 130; day++) {
          for (const time of ['08:30', '17:00', '17:01']) {
            const start = at(day, time);
            if (dueOf(promise, start)! > dueOf(cap, start)!) return;
          }
        }
        throw new Error(`${JSON.stringify([promise, cap])} never comes later`);
      }),
      { numRuns: 60 },
    );
  });

  test('S2.3b S3.4d stages follow each other, and of one stage the longest counts', () => {
    expect(mayOutlast([[working(2), working(3)], [working(2)]], working(5), by)).toBe(false);
    expect(mayOutlast([[working(2), working(3)], [working(3)]], working(5), by)).toBe(true);
    expect(mayOutlast([[working(2), calendar(90)], [working(1)]], working(5), by)).toBe(true);
    expect(mayOutlast([[hour(3)], [working(1)], [hour(3)]], working(3), by)).toBe(false);
    expect(mayOutlast([[hour(6)], [hour(8)], [working(1)]], working(2), by)).toBe(true);
  });

  test('A-08 the longest promise under a limit is the last one that fits', () => {
    for (const cap of [calendar(60), calendar(3), hour(20), working(20), calendar(1)]) {
      const most = mostWorkingDaysWithin(cap, by);
      if (most === undefined) continue;
      expect(mayOutlast([[working(most)]], cap, by)).toBe(false);
      expect(mayOutlast([[working(most + 1)]], cap, by)).toBe(true);
    }
    expect(mostWorkingDaysWithin(working(20), by)).toBe(20);
    expect(mostWorkingDaysWithin(calendar(60), by)).toBeLessThan(42);
    expect(mostWorkingDaysWithin(hour(2), by)).toBeUndefined();
  });
});
