import { done, isRefused } from '@hall/kernel';
import type { Outcome, YearMonth } from '@hall/kernel';
import { findCalendar, findOfficer } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { ownDeadlineOf } from '../../domain/deadlines/subjects';
import { refuse } from '../../domain/refusals';
import { openMonthlyReport } from '../../domain/reports/monthly-case-report';
import { finishDeadlines } from '../deadlines/owner-deadlines';
import { reportStore } from '../../persistence/reports/report-store';
import type { CasePorts } from '../ports';
import { reportDue } from './owe-report';

/** Which month is handed in, and what its author has to say about it. */
export interface SubmitMonthlyReport {
  readonly hallCode: string;
  readonly month: YearMonth;
  readonly remark: string;
}

/**
 * Counts a month and keeps the figures as they are now, with author and time; that ends its deadline, late or not.
 *
 * @regulation S1.2i
 * @refuses STAFF_NOT_KNOWN, REPORT_MONTH_OPEN, REPORT_SUBMITTED, CALENDAR_MISSING
 */
export function submitMonthlyReport(
  ports: CasePorts,
  command: Command<SubmitMonthlyReport>,
): Promise<Outcome<{ hallCode: string; month: YearMonth }>> {
  const { hallCode, month, remark } = command.input;
  return ports.run(command, { operation: 'submitMonthlyCaseReport', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const calendar = await findCalendar(tx, hallCode);
    const by = { submittedById: officer.value.id, submittedAt: ports.clock.now() };
    const rows = await reportStore.countMonth(tx, hallCode, month, by.submittedAt);
    const report = openMonthlyReport(
      { hallCode, month, remark, rows, ...by },
      calendar,
      ports.settings['A-27'].reportOnWorkingDay,
    );
    if (isRefused(report)) return report;
    const due = await reportDue(ports, tx, hallCode, month);
    if (!(await reportStore.insertReport(tx, report.value))) return refuse('REPORT_SUBMITTED', { month });
    if (due) await finishDeadlines({ ports, tx }, hallCode, ownDeadlineOf(due, 'REPORT').owner);
    return done({ hallCode, month });
  });
}
