import type { MigrationInterface, QueryRunner } from 'typeorm';

const reports = `
-- The figures of a month as they were handed in: by whom, when, and whether in time (S1.2i). Never rewritten.
create table monthly_case_reports (
  hall_code text not null,
  month text not null check (month ~ '^\\d{4}-\\d{2}$'),
  rows jsonb not null,
  remark text not null,
  due_on date not null,
  submitted_by_id uuid not null,
  submitted_at timestamptz not null,
  primary key (hall_code, month)
);
create index case_actions_of_ending on case_actions (hall_code, at) where kind in ('RETURNED', 'WITHDRAWN_BY_APPLICANT');
grant select, insert on monthly_case_reports to cases_app;
`;

/** Monthly figures in the set format. */
export class ReportMonthly1790000000013 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(reports);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
