import { hallCalendar, toIsoWithOffset } from '@hall/kernel';
import type { DeadlineEvent } from '@hall/kernel';
import { at } from '../../../test/support/case-fixtures';
import { dueRungs, openTerm, planTerm, withEvent } from './term';

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
const term = openTerm(
  { hallCode: 'demo', id: 't', subject: 'CASE', caseId: 't', responsibleId: 'A', ledger: [start] },
  hallCalendar,
  at('2026-11-23T10:00:00'),
);

describe('what follows from a ledger', () => {
  test('S3.5 a new term knows when it is due and when somebody is to be warned', () => {
    expect(term.plan).toMatchObject({ isOpen: true, provisional: false, calendarVersion: hallCalendar.version });
    expect(toIsoWithOffset(term.plan.dueAt!)).toBe('2026-11-30T17:00:00+08:00');
    expect(toIsoWithOffset(term.plan.nextRungAt!)).toBe('2026-11-27T17:00:00+08:00');
  });

  test('A-30 while the clock stands still there is neither a date nor a rung', () => {
    const paused = withEvent(
      term,
      { kind: 'PAUSE', at: at('2026-11-24T09:00:00'), ground: 'HEARING' },
      hallCalendar,
      at('2026-11-24T09:00:00'),
    );
    expect(paused.plan).toMatchObject({ isOpen: true, dueAt: null, nextRungAt: null });
  });

  test('A-30 done in time there is nothing more to tell; done late the breach is still told', () => {
    const inTime = withEvent(
      term,
      { kind: 'FINISH', at: at('2026-11-25T09:00:00') },
      hallCalendar,
      at('2026-11-25T09:00:00'),
    );
    expect(inTime.plan).toMatchObject({ isOpen: false, nextRungAt: null });
    const late = withEvent(
      term,
      { kind: 'FINISH', at: at('2026-12-01T09:00:00') },
      hallCalendar,
      at('2026-12-01T09:00:00'),
    );
    expect(dueRungs(late, hallCalendar, at('2026-12-01T09:00:01')).map(({ rung }) => rung)).toEqual(['BREACHED']);
  });

  test('S3.5 a sleeping worker tells everything that has become due meanwhile, in order', () => {
    const rungs = dueRungs(term, hallCalendar, at('2026-12-31T09:00:00')).map(({ rung }) => rung);
    expect(rungs).toEqual(['AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER']);
    expect(
      dueRungs({ ...term, told: ['AMBER', 'RED', 'BREACHED'] }, hallCalendar, at('2026-12-31T09:00:00')),
    ).toHaveLength(2);
  });

  test('A-30 a year that nobody has announced leaves the date open', () => {
    const far: DeadlineEvent = { ...start, limit: { amount: 900, unit: 'WORKING_DAY' } };
    expect(planTerm([far], [], hallCalendar, at('2026-11-23T10:00:00'))).toMatchObject({
      dueAt: null,
      nextRungAt: null,
      provisional: true,
    });
  });
});
