import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** The report of a month is owed from the month's end on, like everything else that has a day. */
export class OweReports1795594700000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table report_months (
  hall_code text not null,
  month text not null check (month ~ '^\\d{4}-\\d{2}$'),
  id uuid not null,
  primary key (hall_code, month),
  unique (hall_code, id)
);
grant select, insert on report_months to cases_app;
alter table known_halls add column began_at timestamptz;
update known_halls h set began_at = coalesce(least(
  (select min(c.received_at) from cases c where c.hall_code = h.hall_code),
  (select min(k.received_at) from contacts k where k.hall_code = h.hall_code)), now());
alter table deadlines drop constraint deadlines_owner_kind_check;
alter table deadlines add constraint deadlines_owner_kind_check
  check (owner_kind in ('CASE', 'MAJOR_MATTER', 'RATING', 'CONTACT', 'REPORT'));
alter table deadlines drop constraint deadlines_subject_check;
alter table deadlines add constraint deadlines_subject_check check (subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'NOTICE',
  'CORRECTION', 'PAUSE', 'MAJOR_MATTER', 'RATING', 'CONTACT', 'CONSULTATION', 'REPORT'));
`);
  }
}
