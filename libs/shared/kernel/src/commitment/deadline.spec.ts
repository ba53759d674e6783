import { hallCalendar } from '../calendar';
import { toIsoWithOffset } from '../hall-time';
import { createDeadline, dueLevels, planDeadline, withEvent } from './deadline';
import type { DeadlineEvent } from './deadline-ledger';

const at = (text: string): Date => new Date(`${text}+08:00`);
const counting = {
  calendar: hallCalendar,
  ladder: {
    warnAtLastOfParts: 3,
    urgentAtLastDaysOrHours: 1,
    sectionHeadAfterWorkingDays: 1,
    centreLeaderAfterWorkingDays: 3,
  },
};

const sessions = [
  { from: '08:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
];
const start: DeadlineEvent = {
  kind: 'START',
  at: at('2026-11-23T10:00:00'),
  limit: { amount: 5, unit: 'WORKING_DAY' },
  sessions,
};
const deadline = createDeadline(
  { hallCode: 'demo', id: 't', subject: 'CASE', owner: { kind: 'CASE', id: 't' }, ledger: [start] },
  counting,
  at('2026-11-23T10:00:00'),
);

describe('what follows from a ledger', () => {
  test('S3.5 a new deadline knows when it is due and when somebody is to be warned', () => {
    expect(deadline.plan).toMatchObject({ isOpen: true, provisional: false, calendarVersion: hallCalendar.version });
    expect(toIsoWithOffset(deadline.plan.dueAt!)).toBe('2026-11-30T17:00:00+08:00');
    expect(toIsoWithOffset(deadline.plan.nextLevelAt!)).toBe('2026-11-27T17:00:00+08:00');
  });

  test('A-30 while the clock stands still there is neither a date nor a level', () => {
    const paused = withEvent(
      deadline,
      { kind: 'PAUSE', at: at('2026-11-24T09:00:00'), ground: 'HEARING' },
      counting,
      at('2026-11-24T09:00:00'),
    );
    expect(paused.plan).toMatchObject({ isOpen: true, dueAt: null, nextLevelAt: null });
  });

  test('A-30 done in time there is nothing more to tell; done late the breach is still told', () => {
    const inTime = withEvent(
      deadline,
      { kind: 'FINISH', at: at('2026-11-25T09:00:00') },
      counting,
      at('2026-11-25T09:00:00'),
    );
    expect(inTime.plan).toMatchObject({ isOpen: false, nextLevelAt: null });
    const late = withEvent(
      deadline,
      { kind: 'FINISH', at: at('2026-12-01T09:00:00') },
      counting,
      at('2026-12-01T09:00:00'),
    );
    expect(dueLevels(late, counting, at('2026-12-01T09:00:01')).map(({ level }) => level)).toEqual(['BREACHED']);
  });

  test('S3.5 a sleeping worker tells everything that has become due meanwhile, in order', () => {
    const levels = dueLevels(deadline, counting, at('2026-12-31T09:00:00')).map(({ level }) => level);
    expect(levels).toEqual(['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER']);
    expect(
      dueLevels({ ...deadline, notified: ['AMBER', 'RED', 'BREACHED'] }, counting, at('2026-12-31T09:00:00')),
    ).toHaveLength(2);
  });

  test('A-30 a year that nobody has announced leaves the date open', () => {
    const far: DeadlineEvent = { ...start, limit: { amount: 900, unit: 'WORKING_DAY' } };
    expect(planDeadline({ ledger: [far], notified: [] }, counting, at('2026-11-23T10:00:00'))).toMatchObject({
      dueAt: null,
      nextLevelAt: null,
      provisional: true,
    });
  });
});
