import type { YearMonth } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { CaseFigures, MonthlyCaseReport } from '../../domain/reports/monthly-case-report';
import { countMonth, findReport } from './report-store';

/** The read side of monthly reports. */
export class ReportQueries {
  constructor(private readonly database: Database) {}

  /** The figures of a month as the facts stand at this instant. */
  count(hallCode: string, month: YearMonth, now: Date): Promise<CaseFigures[]> {
    return countMonth(this.database, hallCode, month, now);
  }

  /** What was handed in for a month. */
  submitted(hallCode: string, month: YearMonth): Promise<MonthlyCaseReport | undefined> {
    return findReport(this.database, hallCode, month);
  }
}
