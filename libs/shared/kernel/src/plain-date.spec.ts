import * as fc from 'fast-check';
import {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  firstDayOf,
  fromDayNumber,
  isPlainDate,
  isYearMonth,
  lastDayOf,
  plainDate,
  toDayNumber,
  yearMonth,
  yearOf,
} from './plain-date';

const anyDay = fc.integer({ min: toDayNumber(plainDate('0001-01-01')), max: toDayNumber(plainDate('9999-12-31')) });

describe('plain date', () => {
  it('is a real date', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].every(isPlainDate)).toBe(true);
    expect(
      ['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-06-31', ''].some(isPlainDate),
    ).toBe(false);
    expect(() => plainDate('2026-02-30')).toThrow(RangeError);
  });

  it('agrees with the proleptic calendar of the platform', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const expected = new Date(day * 86_400_000);
        const date = fromDayNumber(day);
        expect(date).toBe(expected.toISOString().slice(0, 10));
        expect(toDayNumber(date)).toBe(day);
        expect(dayOfWeek(date) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it('adds and counts days', () => {
    expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(plainDate('2026-01-01'), -1)).toBe('2025-12-31');
    expect(compareDates(plainDate('2026-09-30'), plainDate('2026-10-01'))).toBeLessThan(0);
  });

  it('knows months', () => {
    const month = yearMonth('2026-12');
    expect([isYearMonth('2026-13'), isYearMonth('2026-00')]).toEqual([false, false]);
    expect(() => yearMonth('2026')).toThrow(RangeError);
    expect([addMonths(month, 1), addMonths(month, -12), addMonths(month, -24)]).toEqual([
      '2027-01',
      '2025-12',
      '2024-12',
    ]);
    expect([firstDayOf(month), lastDayOf(month), lastDayOf(yearMonth('2024-02'))]).toEqual([
      '2026-12-01',
      '2026-12-31',
      '2024-02-29',
    ]);
    expect(yearOf(month)).toBe(2026);
  });
});
