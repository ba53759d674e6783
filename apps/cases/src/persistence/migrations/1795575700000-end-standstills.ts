import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** A clock is stopped on a paper, and for as long as is expected; a leader finds what stands still. */
export class EndStandstills1795575700000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table case_standstills (
  hall_code text not null,
  id uuid not null,
  case_id uuid not null,
  ground text not null,
  since timestamptz not null,
  expected_end date not null,
  evidence text not null,
  body text,
  stopped_by_id uuid not null,
  primary key (hall_code, id),
  foreign key (hall_code, case_id) references cases (hall_code, id)
);
grant select, insert on case_standstills to cases_app;
create index case_standstills_by_case on case_standstills (hall_code, case_id, since);
create index cases_at_rest on cases (hall_code) where paused_on is not null;
alter table deadlines drop constraint deadlines_subject_check;
alter table deadlines add constraint deadlines_subject_check check (subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'NOTICE',
  'CORRECTION', 'PAUSE', 'MAJOR_MATTER', 'RATING', 'CONTACT', 'CONSULTATION'));
`);
  }
}
