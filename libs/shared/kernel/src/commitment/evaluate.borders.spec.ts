import { cancel, evaluate, extend, finish, inWords, pause, resume, statusOf } from '../../test/support/clock';
import { hallCalendar, officialYears } from '../calendar';
import { plainDate } from '../plain-date';

describe('A-30 a ledger that cannot be', () => {
  const term = { amount: 5, start: '2026-11-23 10:00', asOf: '2026-12-31 09:00' };
  const late = [pause('2026-11-24 09:00'), resume('2026-11-25 09:00'), pause('2026-11-24 10:00')];

  it.each([
    ['an event before the start', [pause('2026-11-23 09:59')], 0],
    ['events out of order', late, 2],
    ['a pause while paused', [pause('2026-11-24 09:00'), pause('2026-11-24 09:00')], 1],
    ['a resume while running', [resume('2026-11-24 09:00')], 0],
    ['a second extension', [extend('2026-11-24 09:00', 1), extend('2026-11-24 09:00', 1)], 1],
    [
      'an extension after breach',
      [pause('2026-12-01 09:00'), extend('2026-12-01 10:00', 1), finish('2026-11-01 09:00')],
      1,
    ],
    ['anything after the end', [finish('2026-11-24 09:00'), cancel('2026-11-24 09:00')], 1],
    ['an extension by half a day', [extend('2026-11-24 09:00', 0.5)], 0],
    ['an extension backwards', [extend('2026-11-24 09:00', -1)], 0],
  ])('has %s', (_what, events, index) => {
    expect(evaluate({ ...term, events })).toMatchObject({ kind: 'INVALID_HISTORY', at: index });
  });

  it.each([
    { amount: -1 },
    { amount: 1.5 },
    { amount: Number.NaN },
    { amount: 0, unit: 'WORKING_HOUR' as const },
    { amount: 1, unit: 'WEEK' as 'WORKING_DAY' },
  ])('has an impossible limit: %j', (limit) => {
    expect(evaluate({ ...term, ...limit })).toMatchObject({ kind: 'INVALID_HISTORY', at: -1 });
  });

  it('is invalid before it is missing a calendar', () => {
    expect(
      evaluate({
        amount: 5,
        start: '2030-01-02 10:00',
        events: [resume('2030-01-03 10:00')],
        asOf: '2030-01-04 10:00',
      }),
    ).toMatchObject({ at: 0 });
  });
});

describe('A-30 a change of the calendar', () => {
  it('moves the date of a running term, as the Labour Day notice of March 2019 did', () => {
    const before = hallCalendar.withYears({
      ...officialYears.find(({ year }) => year === 2019)!,
      holidays: [{ name: '劳动节', off: [plainDate('2019-05-01')], makeUp: [] }],
    });
    const term = { amount: 4, start: '2019-04-26 10:00' };
    expect(inWords({ ...term, calendar: before })).toBe('RUNNING 2019-05-03 17:00');
    expect(inWords(term)).toBe('RUNNING 2019-05-05 17:00');
    expect(statusOf({ ...term, calendar: before }).explanation.calendarVersion).toBe(before.version);
    expect(before.version).not.toBe(hallCalendar.version);
  });
});

describe('A-30 the horizon', () => {
  it('is provisional as soon as the walk touches a year that is not announced', () => {
    expect(statusOf({ amount: 5, start: '2026-12-23 10:00' }).provisional).toBe(false);
    expect(statusOf({ amount: 8, start: '2026-12-23 10:00' }).provisional).toBe(true);
    expect(statusOf({ amount: 20, unit: 'CALENDAR_DAY', start: '2026-12-23 10:00' }).provisional).toBe(true);
    expect(statusOf({ amount: 80, unit: 'WORKING_HOUR', start: '2026-12-23 10:00' }).provisional).toBe(true);
    expect(
      statusOf({ amount: 8, start: '2026-12-23 10:00', events: [pause('2026-12-24 10:00')], asOf: '2027-02-01 09:00' })
        .provisional,
    ).toBe(false);
  });

  it.each([
    ['2027-12-20 10:00', 2028],
    ['2029-03-01 10:00', 2029],
    ['2003-12-31 10:00', 2003],
  ])('of a term begun at %s is a missing year, never a guess', (start, year) => {
    for (const unit of ['WORKING_DAY', 'CALENDAR_DAY', 'WORKING_HOUR'] as const) {
      expect(evaluate({ amount: 90, unit, start })).toEqual({ kind: 'CALENDAR_MISSING', year });
      expect(evaluate({ amount: 90, unit, start, asOf: '2032-01-01 09:00' })).toEqual({
        kind: 'CALENDAR_MISSING',
        year,
      });
    }
  });

  it('does not matter to a term that was over before', () => {
    expect(inWords({ amount: 3, start: '2026-11-23 10:00', asOf: '2032-01-01 09:00' })).toBe(
      'BREACHED 2026-11-26 17:00',
    );
  });
});
