import * as fc from 'fast-check';
import { LunarDay, SolarTerm } from 'tyme4ts';
import type { SolarDay } from 'tyme4ts';
import { hallHours, statusOf } from '../../test/support/clock';
import { timeUnits } from '../commitment';
import { evaluateCommitment } from '../commitment';
import { plainDateOf } from '../hall-time';
import { addDays, dayNumber, plainDate } from '../plain-date';
import type { PlainDate } from '../plain-date';
import type { CalendarYear } from './calendar-year';
import { officialYears } from './hall-calendar';
import { WorkCalendar } from './work-calendar';

const dateOf = (day: SolarDay): PlainDate =>
  plainDate([day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-'));

/** A year as it was known before its notice, under the law of the time: eve of Spring Festival and 2 May came and went. */
function beforeNotice(year: number): CalendarYear {
  const springFestival = dateOf(LunarDay.fromYmd(year, 1, 1).getSolarDay());
  const [first, last] = year >= 2025 ? [-1, 2] : year <= 2013 ? [-1, 1] : [0, 2];
  const run = (from: PlainDate, days: number): PlainDate[] =>
    Array.from({ length: days }, (_, index) => addDays(from, index));
  const holiday = (name: string, off: PlainDate[]) => ({ name, off, makeUp: [] });
  return {
    year,
    status: 'PROVISIONAL',
    sources: ['the law of the time'],
    holidays: [
      holiday('元旦', [plainDate(`${year}-01-01`)]),
      holiday('春节', run(addDays(springFestival, first), last - first + 1)),
      holiday('清明节', [dateOf(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay())]),
      holiday('劳动节', run(plainDate(`${year}-05-01`), year >= 2025 ? 2 : 1)),
      holiday('端午节', [dateOf(LunarDay.fromYmd(year, 5, 5).getSolarDay())]),
      holiday('中秋节', [dateOf(LunarDay.fromYmd(year, 8, 15).getSolarDay())]),
      holiday('国庆节', run(plainDate(`${year}-10-01`), 3)),
    ],
  };
}

const officialYear = (year: number): CalendarYear => officialYears.find((each) => each.year === year)!;

/** The year before, without the December days that the notice of the next year brought. */
function withoutNextNewYear(year: number): CalendarYear {
  const known = officialYear(year);
  return { ...known, holidays: known.holidays.filter(({ name }) => name !== `${year + 1}年元旦`) };
}

/** What the State Council added outside the yearly notice: an anniversary, and the epidemic. */
const beyondForecast: ReadonlySet<number> = new Set([2015, 2020]);
const backtestedYears = officialYears
  .map(({ year }) => year)
  .filter((year) => year >= 2008 && !beyondForecast.has(year));
const calendars = new Map(
  backtestedYears.map((year) => [
    year,
    {
      guess: WorkCalendar.of([withoutNextNewYear(year - 1), beforeNotice(year)]),
      truth: WorkCalendar.of([officialYear(year - 1), officialYear(year)]),
    },
  ]),
);

describe('A-30 how far a provisional date can move', () => {
  it('is never further than it did in any year since 2008', () => {
    const hours = hallHours;
    fc.assert(
      fc.property(
        fc.constantFrom(...backtestedYears),
        fc.constantFrom(...timeUnits),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: -45, max: 330 }),
        fc.option(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 20 }))),
        (year, unit, amount, dayOfYear, paused) => {
          const { guess, truth } = calendars.get(year)!;
          const start = new Date((dayNumber(year, 1, 1) + dayOfYear) * 86_400_000 + 3 * 3_600_000);
          const later = (days: number): Date => new Date(start.getTime() + days * 86_400_000);
          const events = paused
            ? [
                { kind: 'PAUSE', at: later(paused[0]), ground: 'APPRAISAL' } as const,
                { kind: 'RESUME', at: later(paused[0] + paused[1]) } as const,
              ]
            : [];
          const history = { limit: { amount, unit }, start, hours, events };
          const asOf = later(paused ? paused[0] + paused[1] : 0);
          const guessed = evaluateCommitment(history, guess, asOf);
          const settled = evaluateCommitment(history, truth, asOf);
          if (
            guessed.kind !== 'STATUS' ||
            settled.kind !== 'STATUS' ||
            !guessed.provisional ||
            guessed.state !== 'RUNNING'
          )
            return;
          const { earliest, latest } = guessed.explanation;
          const on = plainDateOf(settled.dueAt!);
          expect([earliest! <= on, latest === null || on <= latest!]).toEqual([true, true]);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('is told for a term that reaches into 2027', () => {
    const { explanation, dueAt } = statusOf({ amount: 10, start: '2026-12-21 10:15' });
    expect(plainDateOf(dueAt!)).toBe('2027-01-05');
    expect([explanation.earliest, explanation.latest]).toEqual(['2027-01-02', '2027-01-07']);
    // Spring Festival: two of its four days fall on a weekend and will be made up for.
    const spring = statusOf({ amount: 5, start: '2027-02-04 10:15' });
    expect([plainDateOf(spring.dueAt!), spring.explanation.earliest, spring.explanation.latest]).toEqual([
      '2027-02-15',
      '2027-02-13',
      '2027-02-19',
    ]);
  });

  it('is open when the latest date may lie beyond the last known year', () => {
    const { explanation, dueAt } = statusOf({ amount: 5, start: '2027-12-24 10:15' });
    expect(plainDateOf(dueAt!)).toBe('2027-12-31');
    expect(explanation.latest).toBeNull();
  });

  it('is not told of a date that is certain', () => {
    const { explanation } = statusOf({ amount: 5, start: '2026-11-23 10:15' });
    expect(explanation).not.toHaveProperty('earliest');
  });
});
