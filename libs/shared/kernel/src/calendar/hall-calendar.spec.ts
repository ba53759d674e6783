import * as fc from 'fast-check';
import { aNotice, noticeOf } from '../../test/support/notices';
import { addDays, fromDayNumber, plainDate, toDayNumber, yearOf } from '../plain-date';
import type { CalendarYear } from './calendar-year';
import { isWeekend } from './calendar-year';
import { hallCalendar, hallCalendarWith, officialYears } from './hall-calendar';
import { yearOfNotice } from './notice';
import type { CalendarNotice } from './notice';
import type { WorkCalendar } from './work-calendar';

const published = (...notices: CalendarNotice[]): WorkCalendar => hallCalendarWith(notices.map(yearOfNotice));
/** Every day of 2004–2027, which both calendars know. */
const anyDay = fc
  .integer({ min: hallCalendar.firstDay, max: hallCalendar.lastDay })
  .map((day) => ({ day, year: yearOf(fromDayNumber(day)) }));
/** A notice that gives one more weekday off and has one more weekend day worked than the built-in one. */
const anyCorrection = fc
  .tuple(fc.constantFrom(...officialYears), fc.integer({ min: 100, max: 110 }), fc.integer({ min: 150, max: 160 }))
  .map(([known, off, makeUp]): CalendarNotice => {
    const notice = noticeOf(known);
    const dayAfter = (count: number, wanted: boolean) => {
      let day = addDays(plainDate(`${known.year}-01-01`), count);
      while (isWeekend(day) !== wanted || notice.off.includes(day) || notice.makeUp.includes(day))
        day = addDays(day, 1);
      return day;
    };
    return {
      ...notice,
      reference: '更正',
      off: [...notice.off, dayAfter(off, false)],
      makeUp: [...notice.makeUp, dayAfter(makeUp, true)],
    };
  });

describe('A-30 the calendar of a hall that has published years', () => {
  it('is the built-in one without any, and with the built-in years themselves', () => {
    expect(hallCalendarWith([])).toBe(hallCalendar);
    fc.assert(
      fc.property(fc.shuffledSubarray([...officialYears]), (years) => {
        expect(hallCalendarWith(years)).toBe(hallCalendar);
        expect(published(...years.map(noticeOf))).toBe(hallCalendar);
      }),
    );
  });

  it('is the built-in one when a notice names weekend days besides', () => {
    const { off, ...rest } = noticeOf(officialYears.find(({ year }) => year === 2026)!);
    expect(published({ ...rest, off: [...off, plainDate('2026-10-03'), plainDate('2026-10-04')] })).toBe(hallCalendar);
  });

  it('makes 2027 official and the year after it provisional', () => {
    const calendar = published(aNotice);
    expect([2026, 2027, 2028, 2029].map((year) => calendar.statusOf(year))).toEqual([
      'OFFICIAL',
      'OFFICIAL',
      'PROVISIONAL',
      'MISSING',
    ]);
    expect(calendar.isWorkday(plainDate('2027-02-20'))).toBe(true);
    expect(calendar.dayOf(plainDate('2027-02-09'))).toMatchObject({ kind: 'HOLIDAY', holiday: '春节' });
    expect(calendar.version).toMatch(/^cn-2027\./);
  });

  it('knows the years between as the law alone gives them', () => {
    const calendar = published({ ...aNotice, year: 2028, off: [], makeUp: [] });
    expect([2027, 2028, 2029].map((year) => calendar.statusOf(year))).toEqual([
      'PROVISIONAL',
      'OFFICIAL',
      'PROVISIONAL',
    ]);
  });

  it('leaves every day outside the published year as it was', () => {
    const calendar = published(aNotice);
    fc.assert(
      fc.property(anyDay, ({ day, year }) => {
        if (year !== 2027) expect(calendar.kindAtDay(day)).toBe(hallCalendar.kindAtDay(day));
      }),
    );
  });

  it('differs from the built-in one only on the days that a correction turns', () => {
    fc.assert(
      fc.property(anyCorrection, anyDay, (notice, { day }) => {
        const calendar = published(notice);
        const turned = [notice.off.at(-1)!, notice.makeUp.at(-1)!].map(toDayNumber);
        expect(turned.map((each) => calendar.isWorkdayAtDay(each))).toEqual([false, true]);
        expect(calendar.isWorkdayAtDay(day) !== hallCalendar.isWorkdayAtDay(day)).toBe(turned.includes(day));
        expect(calendar.version).not.toBe(hallCalendar.version);
      }),
    );
  });

  it('is the same object for the same years in any order, and another version for any other content', () => {
    const correction: CalendarYear = yearOfNotice({ ...noticeOf(officialYears.at(-1)!), reference: '更正' });
    const next = yearOfNotice(aNotice);
    expect(hallCalendarWith([correction, next])).toBe(hallCalendarWith([next, correction]));
    const versions = [
      hallCalendar,
      hallCalendarWith([correction]),
      hallCalendarWith([next]),
      hallCalendarWith([correction, next]),
    ].map(({ version }) => version);
    expect(new Set(versions).size).toBe(4);
  });
});
