import type { HallKey, YearMonth } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { CaseFigures, MonthlyCaseReport } from '../../domain/reports/monthly-case-report';
import { readOne } from '@hall/platform/postgres';
import { countMonth, findReport } from './report-store';

/** The read side of monthly reports. */
export class ReportQueries {
  constructor(private readonly database: Database) {}

  /** The figures of a month as the facts stand at this instant. */
  count(hallCode: string, month: YearMonth, now: Date): Promise<CaseFigures[]> {
    return countMonth(this.database, hallCode, month, now);
  }

  /** The deadline of a month's report; nothing before the month is over. */
  due(hallCode: string, month: YearMonth): Promise<(HallKey & { readonly dueAt: Date | null }) | undefined> {
    return readOne<HallKey & { readonly dueAt: Date | null }>(
      this.database,
      `select d.hall_code, d.id, d.due_at from report_months m join deadlines d on d.hall_code = m.hall_code and d.id = m.id
        where m.hall_code = $1 and m.month = $2`,
      [hallCode, month],
    );
  }

  /** What was handed in for a month. */
  submitted(hallCode: string, month: YearMonth): Promise<MonthlyCaseReport | undefined> {
    return findReport(this.database, hallCode, month);
  }
}
