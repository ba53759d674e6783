import type { MigrationInterface, QueryRunner } from 'typeorm';

const ratings = `
-- One service is rated once, by the visitor, of their own will; who says nothing has not rated (S2.2a, S3.1a).
create table ratings (
  hall_code text not null,
  id uuid not null,
  subject text not null check (subject in ('CONTACT', 'CASE')),
  subject_id uuid not null,
  window_id uuid,
  staff_id uuid not null,
  level smallint not null check (level between 1 and 5),
  remark_sealed text,
  rated_at timestamptz not null,
  finding text check (finding in ('CONFIRMED', 'NOT_CONFIRMED')),
  measures text,
  answered_by_id uuid,
  answered_at timestamptz,
  primary key (hall_code, id),
  constraint one_service_one_rating unique (hall_code, subject, subject_id)
);
create index ratings_newest on ratings (hall_code, rated_at, id);
create index ratings_to_answer on ratings (hall_code, rated_at, id) where level <= 2 and answered_at is null;
grant select, insert, update on ratings to cases_app;

-- A bad rating is looked into within a time of its own.
alter table terms drop constraint terms_subject_check;
alter table terms add constraint terms_subject_check
  check (subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'CORRECTION', 'MAJOR_MATTER', 'RATING'));
`;

/** Visitors rate how they were received and how their matter was handled. */
export class TakeRatings1790000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(ratings);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
