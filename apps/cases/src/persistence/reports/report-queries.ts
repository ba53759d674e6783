import type { YearMonth } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { CaseFigures, MonthlyCaseReport } from '../../domain/reports/monthly-case-report';
import { countMonth, findReport } from './report-store';

/** The read side of monthly reports. */
export class ReportQueries {
  constructor(private readonly database: Database) {}

  /** The figures of a month as the facts stand at this instant. */
  count(hallCode: string, month: YearMonth, now: Date): Promise<CaseFigures[]> {
    return countMonth(this.#asks, hallCode, month, now);
  }

  /** What was handed in for a month. */
  submitted(hallCode: string, month: YearMonth): Promise<MonthlyCaseReport | undefined> {
    return findReport(this.#asks, hallCode, month);
  }

  get #asks() {
    const { database } = this;
    return {
      query: async <Rows extends object[]>(sql: string, values: unknown[]) =>
        (await database.query<Rows[number]>(sql, values)) as Rows,
    };
  }
}
