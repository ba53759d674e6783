import { hallCalendar } from '../calendar';
import { isRefused } from '../outcome';
import { toIsoWithOffset } from '../hall-time';
import { levelsOf } from './escalation-levels';
import type { DeadlineEvent } from './deadline-ledger';

const ladder = {
  warnAtLastOfParts: 3,
  urgentAtLastDaysOrHours: 1,
  sectionHeadAfterWorkingDays: 1,
  centreLeaderAfterWorkingDays: 3,
};
const sessions = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const at = (text: string): Date => new Date(`${text}+08:00`);
const start = (amount: number, unit: 'WORKING_DAY' | 'WORKING_HOUR' = 'WORKING_DAY'): DeadlineEvent => ({
  kind: 'START',
  at: at('2026-11-23T10:00:00'),
  limit: { amount, unit },
  sessions,
});
function planned(ledger: readonly DeadlineEvent[], asOf: string, by = ladder): string[] {
  const outcome = levelsOf(ledger, hallCalendar, at(asOf), by);
  if (isRefused(outcome)) throw new Error(outcome.refusal.code);
  return outcome.value.map(({ level, at }) => `${level} ${toIsoWithOffset(at).slice(0, 16)}`);
}

describe('the levels of a deadline', () => {
  test('S3.5 five days: amber when a third is left, red when the last day begins, then breach and the ladder', () => {
    expect(planned([start(5)], '2026-11-23T10:00:00')).toEqual([
      'AMBER 2026-11-27T17:00',
      'RED 2026-11-27T17:00',
      'BREACHED 2026-11-30T17:00',
      'SECTION_HEAD 2026-12-01T17:00',
      'CENTRE_LEADER 2026-12-03T17:00',
    ]);
  });

  test('A-30 the numbers are the hall’s: what comes first in time is first, whatever it is called', () => {
    const other = { ...ladder, urgentAtLastDaysOrHours: 2, sectionHeadAfterWorkingDays: 4 };
    expect(planned([start(5)], '2026-11-23T10:00:00', other)).toEqual([
      'RED 2026-11-26T17:00',
      'AMBER 2026-11-27T17:00',
      'BREACHED 2026-11-30T17:00',
      'CENTRE_LEADER 2026-12-03T17:00',
      'SECTION_HEAD 2026-12-04T17:00',
    ]);
  });

  test('S3.5 a same-day term has no warning before its breach', () => {
    expect(planned([start(0)], '2026-11-23T10:00:00')[0]).toBe('BREACHED 2026-11-23T17:00');
  });

  test('S3.5 hours are warned of in hours', () => {
    expect(planned([start(3, 'WORKING_HOUR')], '2026-11-23T10:00:00').slice(0, 3)).toEqual([
      'AMBER 2026-11-23T14:00',
      'RED 2026-11-23T14:00',
      'BREACHED 2026-11-23T15:00',
    ]);
  });

  test('A-30 a term that stands still is not warned of; resumed, its levels have moved', () => {
    const paused: DeadlineEvent = { kind: 'PAUSE', at: at('2026-11-24T09:00:00'), ground: 'HEARING' };
    expect(planned([start(5), paused], '2026-11-24T10:00:00')).toEqual([]);
    const resumed: DeadlineEvent = { kind: 'RESUME', at: at('2026-11-26T09:00:00') };
    expect(planned([start(5), paused, resumed], '2026-11-26T10:00:00')[2]).toBe('BREACHED 2026-12-02T17:00');
  });

  test('A-30 an extension moves all levels, also a warning that has passed', () => {
    const extended: DeadlineEvent = { kind: 'EXTEND', at: at('2026-11-30T09:00:00'), amount: 1 };
    expect(planned([start(5), extended], '2026-11-30T10:00:00').slice(0, 3)).toEqual([
      'AMBER 2026-11-27T17:00',
      'RED 2026-11-30T17:00',
      'BREACHED 2026-12-01T17:00',
    ]);
  });

  test('A-30 a breach stays when the act comes late; nobody is sent up the ladder for what is done', () => {
    const late: DeadlineEvent = { kind: 'FINISH', at: at('2026-12-01T09:00:00') };
    expect(planned([start(5), late], '2026-12-02T10:00:00')).toEqual(['BREACHED 2026-11-30T17:00']);
    const inTime: DeadlineEvent = { kind: 'FINISH', at: at('2026-11-30T17:00:00') };
    expect(planned([start(5), inTime], '2026-12-02T10:00:00')).toEqual([]);
  });

  test('A-30 a pause after the breach changes nothing', () => {
    const paused: DeadlineEvent = { kind: 'PAUSE', at: at('2026-12-01T09:00:00'), ground: 'HEARING' };
    expect(planned([start(5), paused], '2026-12-01T10:00:00')[2]).toBe('BREACHED 2026-11-30T17:00');
  });
});
