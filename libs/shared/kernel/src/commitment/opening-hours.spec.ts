import { OpeningHours } from './opening-hours';

const read = (...sessions: [string, string][]) => OpeningHours.of(sessions.map(([from, to]) => ({ from, to })));

describe('opening hours', () => {
  it('know their close and their length', () => {
    const hours = read(['08:30', '11:30'], ['13:30', '17:00'])!;
    expect([hours.closeMinute, hours.dayMs]).toEqual([17 * 60, 6.5 * 3_600_000]);
  });

  it.each([
    [[]],
    [[['11:30', '08:30']]],
    [[['08:30', '08:30']]],
    [
      [
        ['08:30', '12:00'],
        ['11:00', '17:00'],
      ],
    ],
    [
      [
        ['13:30', '17:00'],
        ['08:30', '11:30'],
      ],
    ],
    [[['8:30', '11:30']]],
    [[['08:30', '24:30']]],
  ] as [string, string][][][])('are not %j', (sessions) => expect(read(...sessions)).toBeUndefined());

  it('turn opening time into time of day and back', () => {
    const hours = read(['08:30', '11:30'], ['11:30', '12:00'], ['13:30', '24:00'])!;
    for (let opened = 1; opened <= hours.dayMs / 60_000; opened++) {
      expect(hours.openedBefore(hours.timeWhenOpened(opened * 60_000))).toBe(opened * 60_000);
    }
    expect(() => hours.timeWhenOpened(hours.dayMs + 1)).toThrow(RangeError);
  });
});
