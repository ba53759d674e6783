import { hallCalendarWith, promiseOf } from '@hall/kernel';
import { at } from '../../../test/support/case-fixtures';
import { isInTime, reportDueOn, reportStart, openMonthlyReport } from './monthly-case-report';

const calendar = hallCalendarWith([]);
const report = { hallCode: 'demo', month: '2026-09', rows: [], remark: '正常', submittedById: 'O' } as const;

test('S1.2i a month is reported by the fifth working day of the next one', () => {
  // October begins with the National Day holiday: the first working days are 8, 9, 10 (made up), 12 and 13.
  expect(reportDueOn('2026-09' as never, calendar, 5)).toBe('2026-10-13');
  expect(reportDueOn('2026-10' as never, calendar, 5)).toBe('2026-11-06');
  expect(isInTime('2026-10-13' as never, at('2026-10-13T23:59:59'))).toBe(true);
  expect(isInTime('2026-10-13' as never, at('2026-10-14T00:00:00'))).toBe(false);
});

test.each(['2026-02', '2026-09', '2026-11'])(
  'A-27 the deadline of %s ends on the day by which it is reported',
  (month) => {
    const sessions = [
      { from: '08:30', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ];
    const due = promiseOf(reportStart(month as never, sessions as never, 5), calendar);
    expect(due).toMatchObject({ value: { dueOn: reportDueOn(month as never, calendar, 5) } });
  },
);

test('S1.2i no month is reported before it is over, a late one is', () => {
  const submit = (when: string) => openMonthlyReport({ ...report, submittedAt: at(when) } as never, calendar, 5);
  expect(submit('2026-09-30T23:59:59')).toMatchObject({ refusal: { code: 'REPORT_MONTH_OPEN', clause: 'S1.2i' } });
  expect(submit('2026-10-01T00:00:00')).toMatchObject({ value: { dueOn: '2026-10-13' } });
  expect(submit('2026-11-01T09:00:00')).toMatchObject({ value: { dueOn: '2026-10-13' } });
});

test('S1.2i where no calendar reaches there is no day, and no report', () => {
  expect(reportDueOn('2027-12' as never, calendar, 5)).toBeUndefined();
  const far = { ...report, month: '2027-12', submittedAt: at('2028-01-03T09:00:00') };
  expect(openMonthlyReport(far as never, calendar, 5)).toMatchObject({ refusal: { code: 'CALENDAR_MISSING' } });
});
