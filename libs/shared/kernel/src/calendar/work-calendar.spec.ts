import * as fc from 'fast-check';
import { LegalHoliday, LunarDay, SolarTerm } from 'tyme4ts';
import type { SolarDay } from 'tyme4ts';
import { isPublishedWorkday } from '../../test/support/published-days';
import { addDays, fromDayNumber, isPlainDate, plainDate, toDayNumber } from '../plain-date';
import type { PlainDate } from '../plain-date';
import { CalendarMissingError } from './calendar-missing';
import { faultsOfYear, isWeekend } from './calendar-year';
import type { CalendarYear } from './calendar-year';
import { hallCalendar, officialYears, provisionalYears } from './hall-calendar';
import { WorkCalendar } from './work-calendar';

const days = (from: string, to: string): PlainDate[] =>
  Array.from({ length: toDayNumber(plainDate(to)) - toDayNumber(plainDate(from)) + 1 }, (_, index) =>
    addDays(plainDate(from), index),
  );
const anyDate = (from: string, to: string): fc.Arbitrary<PlainDate> =>
  fc.integer({ min: toDayNumber(plainDate(from)), max: toDayNumber(plainDate(to)) }).map(fromDayNumber);

/** Days people remember, and days that published libraries get wrong. */
const goldenDays: readonly (readonly [date: string, works: boolean])[] = [
  ['2008-09-27', true],
  ['2011-12-31', true],
  ['2013-04-07', true],
  ['2013-10-12', true],
  ['2015-09-03', false],
  ['2015-09-04', false],
  ['2015-09-06', true],
  ['2018-01-01', false],
  ['2018-12-29', true],
  ['2018-12-31', false],
  ['2019-05-03', false],
  ['2019-05-05', true],
  ['2020-01-19', true],
  ['2020-01-31', false],
  ['2020-02-01', false],
  ['2020-02-02', false],
  ['2020-02-03', true],
  ['2023-01-03', true],
  ['2024-02-04', true],
  ['2024-02-09', true],
  ['2024-02-18', true],
  ['2025-01-26', true],
  ['2025-01-28', false],
  ['2025-02-08', true],
  ['2025-10-01', false],
  ['2025-10-08', false],
  ['2026-01-02', false],
  ['2026-01-04', true],
  ['2026-02-14', true],
  ['2026-02-23', false],
  ['2026-02-28', true],
  ['2026-05-09', true],
  ['2026-09-20', true],
  ['2026-10-10', true],
  ['2027-01-01', false],
  ['2027-02-05', false],
  ['2027-02-09', true],
  ['2027-04-05', false],
  ['2027-06-09', false],
  ['2027-09-15', false],
  ['2027-10-04', true],
];

describe('A-30 working days', () => {
  it.each(goldenDays)('%s is a working day: %s', (date, works) => {
    expect(hallCalendar.isWorkday(plainDate(date))).toBe(works);
  });

  it('equal the published ones on every day of 2004–2026', () => {
    const wrong = days('2004-01-01', '2026-12-31').filter(
      (date) => hallCalendar.isWorkday(date) !== isPublishedWorkday(toDayNumber(date)),
    );
    expect(wrong).toEqual([]);
  });

  it('equal those of a second library from 2014 on', () => {
    const wrong = days('2014-01-01', '2026-12-31').filter((date) => {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const arranged = LegalHoliday.fromYmd(year, month, day);
      return hallCalendar.isWorkday(date) !== (arranged ? arranged.isWork() : !isWeekend(date));
    });
    expect(wrong).toEqual([]);
  });

  it('names the holiday of a day off and of a day worked for it', () => {
    expect(hallCalendar.dayOf(plainDate('2026-02-14'))).toEqual({
      date: '2026-02-14',
      kind: 'MAKE_UP_WORKDAY',
      holiday: '春节',
    });
    expect(hallCalendar.dayOf(plainDate('2026-10-01'))).toMatchObject({ kind: 'HOLIDAY', holiday: '国庆节' });
    expect(hallCalendar.dayOf(plainDate('2026-11-22'))).toEqual({ date: '2026-11-22', kind: 'WEEKEND' });
    expect(hallCalendar.dayOf(plainDate('2026-11-23'))).toEqual({ date: '2026-11-23', kind: 'WORKDAY' });
  });

  it('of 2027 are provisional: the moon and sun dates agree with the astronomical library', () => {
    const iso = (day: SolarDay): string =>
      [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-');
    const dateOf = (name: string): string | undefined =>
      provisionalYears[0]?.holidays.find((holiday) => holiday.name === name)?.off[0];
    expect(hallCalendar.statusOf(2027)).toBe('PROVISIONAL');
    expect(dateOf('春节')).toBe(addDays(plainDate(iso(LunarDay.fromYmd(2027, 1, 1).getSolarDay())), -1));
    expect(dateOf('清明节')).toBe(iso(SolarTerm.fromName(2027, '清明').getJulianDay().getSolarDay()));
    expect(dateOf('端午节')).toBe(iso(LunarDay.fromYmd(2027, 5, 5).getSolarDay()));
    expect(dateOf('中秋节')).toBe(iso(LunarDay.fromYmd(2027, 8, 15).getSolarDay()));
    expect(provisionalYears[0]?.holidays.flatMap(({ off }) => off)).toHaveLength(13);
  });
});

describe('A-30 counting working days', () => {
  // Far enough from both ends that nothing asked for is missing.
  const anyInside = anyDate('2005-01-01', '2026-06-30');
  const anyNumber = fc.integer({ min: 1, max: 120 });

  it('never lands on a day off', () => {
    fc.assert(
      fc.property(anyInside, fc.integer({ min: -120, max: 120 }), (date, workdays) => {
        expect(hallCalendar.isWorkday(hallCalendar.addWorkdays(date, workdays))).toBe(true);
      }),
    );
  });

  it('undoes adding them', () => {
    fc.assert(
      fc.property(anyInside, anyNumber, (date, workdays) => {
        const later = hallCalendar.addWorkdays(date, workdays);
        expect(hallCalendar.countWorkdays(date, later)).toBe(workdays);
        expect(hallCalendar.countWorkdays(later, date)).toBe(-workdays);
        // From a day off, going back the same number ends on the working day before it.
        const back = hallCalendar.addWorkdays(later, -workdays);
        expect([back <= date, hallCalendar.countWorkdays(back, date)]).toEqual([true, 0]);
      }),
    );
  });

  it('equals going from day to day', () => {
    fc.assert(
      fc.property(anyInside, anyNumber, (date, workdays) => {
        let day = date;
        for (let left = workdays; left > 0;) {
          day = addDays(day, 1);
          if (hallCalendar.isWorkday(day)) left--;
        }
        expect(hallCalendar.addWorkdays(date, workdays)).toBe(day);
      }),
    );
  });

  it('adds up: first some, then some more', () => {
    fc.assert(
      fc.property(anyInside, anyNumber, anyNumber, (date, first, second) => {
        const there = hallCalendar.addWorkdays(hallCalendar.addWorkdays(date, first), second);
        expect(there).toBe(hallCalendar.addWorkdays(date, first + second));
      }),
    );
  });

  it('rolls zero days from a day off to the next working day', () => {
    expect(hallCalendar.addWorkdays(plainDate('2026-11-23'), 0)).toBe('2026-11-23');
    expect(hallCalendar.addWorkdays(plainDate('2026-02-15'), 0)).toBe('2026-02-24');
    expect(hallCalendar.addWorkdays(plainDate('2026-02-24'), -1)).toBe('2026-02-14');
  });

  it('does not count New Year’s Day, which is not announced but certain', () => {
    expect(hallCalendar.addWorkdays(plainDate('2026-12-21'), 10)).toBe('2027-01-05');
  });
});

describe('A-30 the horizon of the calendar', () => {
  it.each([
    ['2003-12-31', 2003],
    ['2028-01-01', 2028],
  ])('says of %s that the year is missing', (date, year) => {
    expect(hallCalendar.statusOf(year)).toBe('MISSING');
    const missing = new CalendarMissingError(year);
    expect(() => hallCalendar.isWorkday(plainDate(date))).toThrow(missing);
    expect(() => hallCalendar.dayOf(plainDate(date))).toThrow(missing);
  });

  it('never counts beyond it', () => {
    expect(() => hallCalendar.addWorkdays(plainDate('2027-12-20'), 20)).toThrow(new CalendarMissingError(2028));
    expect(() => hallCalendar.addWorkdays(plainDate('2004-01-05'), -20)).toThrow(new CalendarMissingError(2003));
    expect(() => hallCalendar.countWorkdays(plainDate('2027-12-20'), plainDate('2028-01-10'))).toThrow(
      new CalendarMissingError(2028),
    );
  });
});

describe('A-30 publishing a year', () => {
  const announced: CalendarYear = {
    year: 2027,
    status: 'OFFICIAL',
    sources: ['notice'],
    holidays: [{ name: '元旦', off: [plainDate('2027-01-01')], makeUp: [plainDate('2027-01-09')] }],
  };

  it('makes another calendar with another version and leaves the first as it was', () => {
    const before = hallCalendar.version;
    const published = hallCalendar.withYears(announced);
    expect(published.statusOf(2027)).toBe('OFFICIAL');
    expect(published.isWorkday(plainDate('2027-01-09'))).toBe(true);
    expect(published.version).not.toBe(before);
    expect(hallCalendar.version).toBe(before);
    expect(hallCalendar.isWorkday(plainDate('2027-01-09'))).toBe(false);
  });

  it('gives the same version for the same data, in whatever order it arrives', () => {
    const one = WorkCalendar.of([...officialYears, announced]);
    const other = hallCalendar.withYears(announced);
    expect(WorkCalendar.of([...one.years].reverse()).version).toBe(other.version);
    expect(one.version).toBe(other.version);
  });

  it('refuses a gap that a term would jump over', () => {
    expect(() => hallCalendar.withYears({ ...announced, year: 2029, holidays: [] })).toThrow(
      '2029 does not follow 2027',
    );
    expect(() => WorkCalendar.of([])).toThrow(RangeError);
  });

  it('lists everything that is wrong with a pasted notice', () => {
    const faulty: CalendarYear = {
      year: 2027,
      status: 'OFFICIAL',
      sources: [],
      holidays: [
        {
          name: '元旦',
          off: ['2027-01-01', '2027-01-01', '2026-12-31', '2027-02-30'] as PlainDate[],
          makeUp: [plainDate('2027-01-04')],
        },
      ],
    };
    expect(faultsOfYear(faulty)).toEqual([
      'no source is named',
      '元旦: 2026-12-31 is not in 2027',
      '元旦: not a date: 2027-02-30',
      '元旦: 2027-01-01 is named twice',
      '元旦: 2027-01-04 is no weekend day',
    ]);
    expect(() => hallCalendar.withYears(faulty)).toThrow('calendar 2027');
  });

  it('lets two holidays share a day off, but not a day off and a day worked', () => {
    const off = [plainDate('2028-10-03')];
    const year = (makeUp: PlainDate[]): CalendarYear => ({
      year: 2028,
      status: 'PROVISIONAL',
      sources: ['law'],
      holidays: [
        { name: '国庆节', off: [...off, plainDate('2028-10-07')], makeUp: [] },
        { name: '中秋节', off, makeUp },
      ],
    });
    expect(faultsOfYear(year([]))).toEqual([]);
    expect(faultsOfYear(year([plainDate('2028-10-07')]))).toEqual(['中秋节: 2028-10-07 is named twice']);
  });

  it('has faultless data of its own: weekdays off, weekend days worked, a source for each year', () => {
    expect(officialYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    for (const year of officialYears) {
      expect(faultsOfYear(year)).toEqual([]);
      expect(year.holidays.flatMap(({ off }) => off).filter((date) => !isPlainDate(date) || isWeekend(date))).toEqual(
        [],
      );
    }
  });
});
