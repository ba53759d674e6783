import { LunarDay, SolarTerm } from 'tyme4ts';
import type { SolarDay } from 'tyme4ts';
import { aNotice, noticeOf } from '../../test/support/notices';
import { plainDate } from '../plain-date';
import type { PlainDate } from '../plain-date';
import type { CalendarYear } from './calendar-year';
import { officialYears } from './hall-calendar';
import { movableFeastsOf } from './movable-feasts';
import { readNotice } from './notice';
import type { CalendarNotice } from './notice';
import { statutoryHolidays } from './statutory-holidays';

const faultsIn = (change: Partial<CalendarNotice>): string[] => {
  const reading = readNotice({ ...aNotice, ...change });
  if (reading.kind === 'YEAR') return [];
  return reading.faults.map(({ code, day = '', holiday = '' }) => `${code} ${day}${holiday}`.trim());
};
const dates = (...texts: string[]): PlainDate[] => texts as PlainDate[];
const without = (...days: string[]): PlainDate[] => aNotice.off.filter((day) => !days.includes(day));
const withOff = (...days: string[]): PlainDate[] => [...aNotice.off, ...dates(...days)];
const withMakeUp = (...days: string[]): PlainDate[] => [...aNotice.makeUp, ...dates(...days)];

describe('A-30 reading a notice', () => {
  it.each<[what: string, change: Partial<CalendarNotice>, faults: string[]]>([
    ['nothing is wrong', {}, []],
    ['a weekend day may be named off', { off: withOff('2027-01-02', '2027-01-03') }, []],
    ['a day the law does not give may be off', { off: withOff('2027-09-03') }, []],
    ['a weekend holiday need not be named', { off: without('2027-05-01', '2027-05-02') }, []],
    ['a year whose feasts are not known', { year: 2099, off: dates('2099-01-01'), makeUp: [] }, ['YEAR_UNKNOWN']],
    ['a year before the calendar', { year: 2003, off: dates('2003-01-01'), makeUp: [] }, ['YEAR_UNKNOWN']],
    ['no number', { reference: ' ' }, ['REFERENCE_MISSING']],
    ['nothing is off', { off: [] }, ['NO_DAY_OFF']],
    ['a day that does not exist', { off: withOff('2027-02-30') }, ['NOT_A_DATE 2027-02-30']],
    ['a day off in another year', { off: withOff('2026-12-31') }, ['NOT_IN_YEAR 2026-12-31']],
    ['a make-up day in another year', { makeUp: withMakeUp('2028-01-08') }, ['NOT_IN_YEAR 2028-01-08']],
    ['a day off named twice', { off: withOff('2027-01-01') }, ['NAMED_TWICE 2027-01-01']],
    ['a make-up day named three times', { makeUp: withMakeUp('2027-02-20', '2027-02-20') }, ['NAMED_TWICE 2027-02-20']],
    ['off and worked at once', { off: withOff('2027-02-20') }, ['OFF_AND_WORKED 2027-02-20']],
    [
      'a working day that is made a working day',
      { makeUp: withMakeUp('2027-03-01') },
      ['NOT_A_WEEKEND_DAY 2027-03-01'],
    ],
    ['a day of the law forgotten', { off: without('2027-04-05') }, ['STATUTORY_DAY_WORKED 2027-04-05清明节']],
    [
      'a day of the law on a weekend is worked',
      { off: without('2027-05-01'), makeUp: withMakeUp('2027-05-01') },
      ['STATUTORY_DAY_WORKED 2027-05-01劳动节'],
    ],
    [
      'everything at once',
      { reference: '', off: [...without('2027-01-01'), ...dates('2028-01-01')], makeUp: dates('2027-03-01') },
      [
        'REFERENCE_MISSING',
        'NOT_IN_YEAR 2028-01-01',
        'NOT_A_WEEKEND_DAY 2027-03-01',
        'STATUTORY_DAY_WORKED 2027-01-01元旦',
      ],
    ],
  ])('%s', (_what, change, faults) => {
    expect(faultsIn(change)).toEqual(faults);
  });

  it('finds no fault with any notice since 2004, and deals the days out as the notice did', () => {
    const arranged = ({ holidays }: CalendarYear): string[] =>
      holidays.map(({ name, off, makeUp }) => `${name} ${[...off].sort().join()} ${[...makeUp].sort().join()}`).sort();
    for (const known of officialYears) {
      const reading = readNotice(noticeOf(known));
      if (reading.kind === 'FAULTY') throw new Error(JSON.stringify([known.year, reading.faults]));
      // The anniversary of 2015 has a name that its days alone do not tell.
      if (known.year !== 2015) expect(arranged(reading.year)).toEqual(arranged(known));
    }
  });

  it('gives thirteen days from 2025 on, eleven before, ten until 2007', () => {
    const daysOf = (year: number): number =>
      statutoryHolidays(year, movableFeastsOf(year)!).flatMap(({ days }) => days).length;
    expect([2007, 2008, 2014, 2024, 2025, 2027].map(daysOf)).toEqual([10, 11, 11, 11, 13, 13]);
  });
});

describe('A-30 feasts of moon and sun', () => {
  const dateOf = (day: SolarDay): PlainDate =>
    plainDate([day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-'));

  it('agree with the astronomical library from 2004 to 2050, and are not known beyond', () => {
    for (let year = 2004; year <= 2050; year++) {
      expect(movableFeastsOf(year)).toEqual({
        springFestival: dateOf(LunarDay.fromYmd(year, 1, 1).getSolarDay()),
        qingming: dateOf(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay()),
        dragonBoat: dateOf(LunarDay.fromYmd(year, 5, 5).getSolarDay()),
        midAutumn: dateOf(LunarDay.fromYmd(year, 8, 15).getSolarDay()),
      });
    }
    expect([2003, 2051].map(movableFeastsOf)).toEqual([undefined, undefined]);
  });
});
