import { hallCalendar, isRefused, movableFeastsOf, plainDate, provisionalYear } from '@hall/kernel';
import type { CalendarNotice, PlainDate } from '@hall/kernel';
import { calendarInForce, decideCalendarYear } from './calendar-year';
import type { PublishedYear } from './calendar-year';

/** A notice that gives what the law gives in a year after the known ones, and nothing else. */
function lawOf(year: number): CalendarNotice {
  const { holidays } = provisionalYear(year, movableFeastsOf(year)!);
  return { year, reference: '通知', off: [...new Set(holidays.flatMap(({ off }) => off))], makeUp: [] };
}
const dates = (...texts: string[]): PlainDate[] => texts.map(plainDate);
/** The notice that the program knows of a year. */
function built(year: number): CalendarNotice {
  const { sources, holidays } = hallCalendar.years.find((known) => known.year === year)!;
  const days = (kind: 'off' | 'makeUp'): PlainDate[] => holidays.flatMap((each) => each[kind]);
  return { year, reference: sources.at(-1)!, off: days('off'), makeUp: days('makeUp') };
}
const law2027 = lawOf(2027);
const and = (notice: CalendarNotice, ...off: string[]): CalendarNotice => ({
  ...notice,
  reference: '更正',
  off: [...notice.off, ...dates(...off)],
});
const revision = (notice: CalendarNotice, number = 1): PublishedYear => ({
  ...notice,
  hallCode: 'demo',
  revision: number,
  publishedAt: new Date('2026-11-01T09:00:00+08:00'),
});
const decide = (notice: CalendarNotice, today = '2026-11-23', published: readonly PublishedYear[] = []) =>
  decideCalendarYear({
    hallCode: 'demo',
    notice,
    published,
    now: new Date(`${today}T09:00:00+08:00`),
    today: plainDate(today),
  });

describe('publishing a year of the calendar', () => {
  test.each<[what: string, notice: CalendarNotice, today: string, published: PublishedYear[], expected: string]>([
    ['a provisional year becomes official', law2027, '2026-11-23', [], 'revision 1'],
    ['the year after it', lawOf(2028), '2026-11-23', [], 'revision 1'],
    ['the year after an unknown one', lawOf(2029), '2026-11-23', [], 'CALENDAR_YEAR_FAULTY'],
    ['a built-in year again', built(2026), '2026-11-23', [], 'CALENDAR_YEAR_UNCHANGED'],
    ['a built-in year under another number', and(built(2026)), '2026-11-23', [], 'revision 1 replaces'],
    ['a published year again', law2027, '2026-11-23', [revision(law2027)], 'CALENDAR_YEAR_UNCHANGED'],
    [
      'weekend days besides',
      { ...law2027, off: [...law2027.off, ...dates('2027-01-02')] },
      '2026-11-23',
      [revision(law2027)],
      'CALENDAR_YEAR_UNCHANGED',
    ],
    ['a correction', and(law2027, '2027-10-04'), '2026-11-23', [revision(law2027, 2)], 'revision 3 replaces'],
    [
      'a correction taken back',
      built(2026),
      '2026-11-23',
      [revision(and(built(2026), '2026-12-01'))],
      'revision 2 replaces',
    ],
    ['today', and(built(2026), '2026-11-23'), '2026-11-23', [], 'revision 1 replaces'],
    [
      'yesterday',
      and(built(2026), '2026-11-20', '2026-11-24'),
      '2026-11-21',
      [],
      'CALENDAR_PAST_DAY_CHANGED 2026-11-20',
    ],
    ['a year that is over', and(built(2025), '2025-12-31'), '2026-11-23', [], 'CALENDAR_PAST_DAY_CHANGED 2025-12-31'],
    [
      'a correction of one year that leaves another alone',
      and(lawOf(2028), '2028-12-29'),
      '2026-11-23',
      [revision(law2027, 4), revision(lawOf(2028), 2)],
      'revision 3 replaces',
    ],
    ['a past day that was only provisional', and(law2027, '2027-02-09'), '2027-03-01', [], 'revision 1'],
  ])('A-30 %s', (_what, notice, today, published, expected) => {
    const decided = decide(notice, today, published);
    const told = isRefused(decided)
      ? [decided.refusal.code, ...((decided.refusal.details?.['days'] ?? []) as string[])]
      : [`revision ${decided.value.revision}`, ...(decided.value.replaces ? ['replaces'] : [])];
    expect(told.join(' ')).toBe(expected);
  });

  test('A-30 what is published is the notice, its days in order', () => {
    const off = [...law2027.off].reverse();
    expect(decide({ ...law2027, off, makeUp: dates('2027-02-14', '2027-01-09') })).toMatchObject({
      value: {
        hallCode: 'demo',
        year: 2027,
        reference: '通知',
        off: law2027.off.toSorted(),
        makeUp: ['2027-01-09', '2027-02-14'],
      },
    });
    expect(decide(built(2026))).toMatchObject({
      refusal: { code: 'CALENDAR_YEAR_UNCHANGED', details: { year: 2026 } },
    });
  });

  test('A-30 the last day of a year that is over counts, the first of the next one does not', () => {
    expect(decide(and(built(2026), '2026-12-31'), '2027-01-05')).toMatchObject({
      refusal: { code: 'CALENDAR_PAST_DAY_CHANGED', details: { days: ['2026-12-31'] } },
    });
  });

  test('A-30 the Labour Day of 2019 was moved a month before, and only the days to come with it', () => {
    const first: CalendarNotice = {
      ...built(2019),
      reference: '国办发明电〔2018〕15号',
      off: built(2019).off.filter((day) => day !== '2019-05-02' && day !== '2019-05-03'),
      makeUp: built(2019).makeUp.filter((day) => day !== '2019-04-28' && day !== '2019-05-05'),
    };
    const moved = decide(built(2019), '2019-03-25', [revision(first)]);
    expect(moved).toMatchObject({ kind: 'DONE', value: { revision: 2, replaces: true } });
    const tooLate = decide(built(2019), '2019-05-04', [revision(first)]);
    expect(tooLate).toMatchObject({
      refusal: { clause: 'A-30', details: { days: ['2019-04-28', '2019-05-02', '2019-05-03'] } },
    });
  });

  test('A-30 every fault is told at once, in both languages', () => {
    const decided = decide({ ...law2027, reference: '', off: and(law2027, '2026-12-31').off.slice(1) });
    expect(decided).toMatchObject({
      refusal: {
        code: 'CALENDAR_YEAR_FAULTY',
        details: {
          zh: ['缺少通知文号', '2026-12-31 不在该年内', '2027-01-01 (元旦) 法定节假日未放假'],
          en: [
            'the number of the notice is missing',
            '2026-12-31 is not in the year',
            '2027-01-01 (元旦) is a statutory holiday but not off',
          ],
        },
      },
    });
  });

  test('A-30 a hall that has published nothing works by the built-in calendar', () => {
    expect(calendarInForce([])).toBe(hallCalendar);
    expect(calendarInForce([law2027]).statusOf(2027)).toBe('OFFICIAL');
  });
});
