import { at, cancel, evaluate, extend, finish, inWords, pause, resume, statusOf } from '../../test/support/clock';
import { toIsoWithOffset } from '../hall-time';
import { OpeningHours } from './opening-hours';

const hours = (...sessions: [string, string][]): OpeningHours =>
  OpeningHours.of(sessions.map(([from, to]) => ({ from, to })))!;

describe('A-30 working-day terms', () => {
  it('does not count the start day and ends at the close of the last day', () => {
    expect(inWords({ amount: 5, start: '2026-11-23 10:15' })).toBe('RUNNING 2026-11-30 17:00');
    expect(inWords({ amount: 5, start: '2026-11-23 00:00' })).toBe('RUNNING 2026-11-30 17:00');
    expect(inWords({ amount: 5, start: '2026-11-23 23:59' })).toBe('RUNNING 2026-11-30 17:00');
  });

  it('counts make-up days and skips holidays', () => {
    expect(inWords({ amount: 3, start: '2025-01-24 10:15' })).toBe('RUNNING 2025-02-05 17:00');
    expect(inWords({ amount: 1, start: '2026-02-13 09:00' })).toBe('RUNNING 2026-02-14 17:00');
    expect(inWords({ amount: 2, start: '2026-02-13 09:00' })).toBe('RUNNING 2026-02-24 17:00');
  });

  it('of zero days is due at the close of the start day, or of the next working day', () => {
    expect(inWords({ amount: 0, start: '2026-11-23 10:00' })).toBe('RUNNING 2026-11-23 17:00');
    expect(inWords({ amount: 0, start: '2026-11-23 17:00' })).toBe('RUNNING 2026-11-23 17:00');
    expect(inWords({ amount: 0, start: '2026-11-23 17:01' })).toBe('RUNNING 2026-11-24 17:00');
    expect(inWords({ amount: 0, start: '2026-11-21 10:00' })).toBe('RUNNING 2026-11-23 17:00');
  });

  it('starts from a day off like from any other day', () => {
    expect(inWords({ amount: 1, start: '2026-10-03 10:00' })).toBe('RUNNING 2026-10-08 17:00');
  });

  it('is one working day, not twenty-four or eight hours', () => {
    const shortDay = hours(['09:00', '12:00']);
    expect(inWords({ amount: 1, start: '2026-11-27 16:00', hours: shortDay })).toBe('RUNNING 2026-11-30 12:00');
  });

  it('is due at the last of several sessions, and at midnight in a hall that never closes', () => {
    const three = hours(['08:30', '11:30'], ['13:30', '17:00'], ['18:30', '20:00']);
    expect(inWords({ amount: 1, start: '2026-11-23 12:00', hours: three })).toBe('RUNNING 2026-11-24 20:00');
    const always = hours(['00:00', '24:00']);
    expect(inWords({ amount: 1, start: '2026-11-23 12:00', hours: always })).toBe('RUNNING 2026-11-25 00:00');
    expect(inWords({ amount: 0, start: '2026-11-23 00:00', hours: always })).toBe('RUNNING 2026-11-24 00:00');
  });
});

describe('A-30 calendar-day terms', () => {
  const unit = 'CALENDAR_DAY';

  it('counts every day', () => {
    expect(inWords({ unit, amount: 30, start: '2026-10-26 10:00' })).toBe('RUNNING 2026-11-25 17:00');
  });

  it('that ends on a holiday rolls to the next working day', () => {
    expect(inWords({ unit, amount: 3, start: '2026-09-30 10:00' })).toBe('RUNNING 2026-10-08 17:00');
    expect(inWords({ unit, amount: 1, start: '2026-02-13 10:00' })).toBe('RUNNING 2026-02-14 17:00');
  });
});

describe('A-30 working-hour terms', () => {
  const unit = 'WORKING_HOUR';

  it('counts opening time across the lunch break', () => {
    expect(inWords({ unit, amount: 2, start: '2026-11-23 10:30' })).toBe('RUNNING 2026-11-23 14:30');
  });

  it('ends with the session, not when the next one opens', () => {
    expect(inWords({ unit, amount: 1, start: '2026-11-23 10:30' })).toBe('RUNNING 2026-11-23 11:30');
    expect(inWords({ unit, amount: 3, start: '2026-11-23 17:30' })).toBe('RUNNING 2026-11-24 11:30');
  });

  it.each(['2026-11-23 06:00', '2026-11-22 12:00', '2026-11-20 17:00'])(
    'started outside hours (%s) begins at the next opening',
    (start) => {
      expect(inWords({ unit, amount: 1, start })).toBe('RUNNING 2026-11-23 09:30');
    },
  );

  it('loses no minute at midnight', () => {
    expect(inWords({ unit, amount: 24, start: '2026-11-23 12:00', hours: hours(['00:00', '24:00']) })).toBe(
      'RUNNING 2026-11-24 12:00',
    );
  });

  it('goes on over a holiday with make-up days', () => {
    expect(inWords({ unit, amount: 13, start: '2026-02-13 08:30' })).toBe('RUNNING 2026-02-14 17:00');
    expect(inWords({ unit, amount: 14, start: '2026-02-13 08:30' })).toBe('RUNNING 2026-02-24 09:30');
  });

  it('stands still to the minute while paused', () => {
    const events = [
      pause('2026-11-23 09:07'),
      resume('2026-11-23 09:08'),
      pause('2026-11-23 09:08'),
      resume('2026-11-23 09:10'),
    ];
    expect(inWords({ unit, amount: 1, start: '2026-11-23 08:30', events, asOf: '2026-11-23 09:20' })).toBe(
      'RUNNING 2026-11-23 09:33',
    );
  });

  it('says how many minutes remain', () => {
    expect(statusOf({ unit, amount: 2, start: '2026-11-23 10:30', asOf: '2026-11-23 14:00' }).remaining).toBe(30);
  });
});

describe('A-30 a pause', () => {
  const term = { amount: 5, start: '2026-11-23 10:00' };

  it('of three working days moves the date by three working days', () => {
    const events = [pause('2026-11-24 09:00'), resume('2026-11-27 09:00')];
    expect(inWords({ ...term, events, asOf: '2026-11-27 10:00' })).toBe('RUNNING 2026-12-03 17:00');
  });

  it('over a holiday moves it only by the working days that passed', () => {
    const events = [pause('2026-09-30 09:00'), resume('2026-10-09 09:00')];
    expect(inWords({ amount: 5, start: '2026-09-29 10:00', events, asOf: '2026-10-09 10:00' })).toBe(
      'RUNNING 2026-10-14 17:00',
    );
  });

  it('that no close passes moves nothing', () => {
    const events = [pause('2026-11-24 09:00'), resume('2026-11-24 16:59')];
    expect(inWords({ ...term, events, asOf: '2026-11-24 17:00' })).toBe('RUNNING 2026-11-30 17:00');
  });

  it('at the very instant of a close lets the close count; a resume at that instant does not', () => {
    const paused = [pause('2026-11-24 17:00'), resume('2026-11-25 16:59')];
    expect(inWords({ ...term, events: paused, asOf: '2026-11-26 09:00' })).toBe('RUNNING 2026-11-30 17:00');
    const resumed = [pause('2026-11-24 16:59'), resume('2026-11-25 17:00')];
    expect(inWords({ ...term, events: resumed, asOf: '2026-11-26 09:00' })).toBe('RUNNING 2026-12-02 17:00');
  });

  it('shows no due date while it lasts, however long', () => {
    expect(inWords({ ...term, events: [pause('2026-11-24 09:00')], asOf: '2026-11-24 09:00' })).toBe('PAUSED –');
    expect(inWords({ ...term, events: [pause('2026-11-24 09:00')], asOf: '2032-01-01 09:00' })).toBe('PAUSED –');
  });

  it('may come again and again without turning the term overdue', () => {
    const rounds: [string, string][] = [
      ['2026-03-03', '2026-03-09'],
      ['2026-03-10', '2026-03-16'],
      ['2026-03-17', '2026-03-23'],
      ['2026-03-24', '2026-03-30'],
    ];
    // Each begins on a Tuesday morning and ends after Monday's close, so no close passes while the clock runs.
    const events = rounds.flatMap(([from, to]) => [
      pause(`${from} 09:00`, 'AWAITING_CORRECTION'),
      resume(`${to} 18:00`),
    ]);
    expect(inWords({ amount: 2, start: '2026-03-02 10:00', events, asOf: '2026-03-31 09:00' })).toBe(
      'RUNNING 2026-04-01 17:00',
    );
  });

  it('is measured from the ledger and not from the time of asking', () => {
    const events = [pause('2026-11-24 09:00'), resume('2026-11-25 09:00')];
    for (const asOf of ['2026-11-25 09:00', '2026-11-27 23:00', '2026-12-01 17:00']) {
      expect(inWords({ ...term, events, asOf })).toBe('RUNNING 2026-12-01 17:00');
    }
  });

  it('does not hide a breach that happened before it', () => {
    const events = [pause('2026-12-02 09:00'), resume('2026-12-09 09:00')];
    for (const asOf of ['2026-12-02 08:00', '2026-12-05 09:00', '2026-12-10 09:00']) {
      const status = statusOf({ ...term, events, asOf });
      expect([status.state, status.dueAt, status.breachedAt]).toEqual([
        'BREACHED',
        at('2026-11-30 17:00'),
        at('2026-11-30 17:00'),
      ]);
    }
  });

  it('at the very due instant is in time; the term is due again at the first close after it resumes', () => {
    const events = [pause('2026-11-30 17:00'), resume('2026-12-03 17:00')];
    expect(inWords({ ...term, events, asOf: '2026-12-01 09:00' })).toBe('PAUSED –');
    expect(inWords({ ...term, events, asOf: '2026-12-04 09:00' })).toBe('RUNNING 2026-12-04 17:00');
    expect(inWords({ ...term, events, asOf: '2026-12-04 17:01' })).toBe('BREACHED 2026-12-04 17:00');
  });

  it('of no length changes nothing, not even at the due instant', () => {
    const events = [pause('2026-11-30 17:00'), resume('2026-11-30 17:00')];
    expect(inWords({ ...term, events, asOf: '2026-11-30 17:00' })).toBe('RUNNING 2026-11-30 17:00');
    expect(inWords({ ...term, events, asOf: '2026-11-30 17:01' })).toBe('BREACHED 2026-11-30 17:00');
  });
});

describe('A-30 an extension', () => {
  const term = { amount: 5, start: '2026-11-23 10:00' };

  it('adds to what is left', () => {
    expect(inWords({ ...term, events: [extend('2026-11-26 10:00', 3)], asOf: '2026-11-27 09:00' })).toBe(
      'RUNNING 2026-12-03 17:00',
    );
  });

  it('at the very due instant is in time; a minute later it is invalid', () => {
    expect(inWords({ ...term, events: [extend('2026-11-30 17:00', 1)], asOf: '2026-12-01 09:00' })).toBe(
      'RUNNING 2026-12-01 17:00',
    );
    expect(evaluate({ ...term, events: [extend('2026-11-30 17:01', 1)], asOf: '2026-12-01 09:00' })).toMatchObject({
      kind: 'INVALID_HISTORY',
      at: 0,
    });
  });

  it('may be given while paused', () => {
    const events = [pause('2026-11-24 09:00'), extend('2026-11-24 10:00', 2), resume('2026-11-25 09:00')];
    expect(inWords({ ...term, events, asOf: '2026-11-25 10:00' })).toBe('RUNNING 2026-12-03 17:00');
  });

  it('of a calendar term that waits for a working day begins with the next day', () => {
    // Nothing is left on Saturday; the extension comes on Sunday evening and Monday uses it up.
    const events = [extend('2026-11-22 18:00', 1)];
    expect(
      inWords({ unit: 'CALENDAR_DAY', amount: 1, start: '2026-11-20 10:00', events, asOf: '2026-11-22 19:00' }),
    ).toBe('RUNNING 2026-11-23 17:00');
  });
});

describe('A-30 states', () => {
  const term = { amount: 5, start: '2026-11-23 10:00' };
  const due = '2026-11-30 17:00';

  it('is met by an act at the very due instant, and breached a minute later', () => {
    expect(inWords({ ...term, events: [finish(due)], asOf: '2026-12-05 09:00' })).toBe(`MET ${due}`);
    expect(inWords({ ...term, events: [finish('2026-11-30 17:01')], asOf: '2026-12-05 09:00' })).toBe(
      `BREACHED ${due}`,
    );
    expect(inWords({ ...term, asOf: due })).toBe(`RUNNING ${due}`);
    expect(inWords({ ...term, asOf: '2026-11-30 17:01' })).toBe(`BREACHED ${due}`);
  });

  it('keeps the last due date of a term that is over; none when it ended while paused', () => {
    expect(inWords({ ...term, events: [finish('2026-11-25 09:00')], asOf: '2027-06-01 09:00' })).toBe(`MET ${due}`);
    expect(inWords({ ...term, events: [cancel('2026-11-25 09:00')], asOf: '2027-06-01 09:00' })).toBe(
      `CANCELLED ${due}`,
    );
    expect(inWords({ ...term, events: [pause('2026-11-25 08:00'), finish('2026-11-25 09:00')], asOf: due })).toBe(
      'MET –',
    );
    expect(inWords({ ...term, events: [pause('2026-11-25 08:00'), cancel('2026-11-25 09:00')], asOf: due })).toBe(
      'CANCELLED –',
    );
  });

  it('shows a cancelled term as cancelled but does not forget its breach', () => {
    const status = statusOf({ ...term, events: [cancel('2026-12-02 09:00')], asOf: '2026-12-03 09:00' });
    expect([status.state, status.breachedAt && toIsoWithOffset(status.breachedAt)]).toEqual([
      'CANCELLED',
      '2026-11-30T17:00:00+08:00',
    ]);
  });

  it('does not look at what happened after asOf', () => {
    const events = [pause('2026-11-25 09:00'), pause('2026-11-26 09:00')];
    expect(inWords({ ...term, events, asOf: '2026-11-24 09:00' })).toBe(`RUNNING ${due}`);
    expect(evaluate({ ...term, events, asOf: '2026-11-26 09:00' })).toMatchObject({ at: 1 });
  });

  it('says how many days remain', () => {
    expect(statusOf({ ...term, asOf: '2026-11-25 16:59' }).remaining).toBe(4);
    expect(statusOf({ ...term, asOf: '2026-11-25 17:00' }).remaining).toBe(3);
    expect(statusOf({ ...term, asOf: '2026-12-25 17:00' }).remaining).toBe(0);
  });
});
