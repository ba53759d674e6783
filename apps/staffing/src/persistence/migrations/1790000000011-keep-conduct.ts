import type { MigrationInterface, QueryRunner } from 'typeorm';

const conduct = `
-- A hall's own points for a rule of conduct; the latest revision is in force (A-17).
create table conduct_rule_revisions (
  hall_code text not null references halls,
  clause text not null,
  sequence bigint generated always as identity,
  points integer not null check (points between 0 and 100),
  is_active boolean not null,
  reason text not null,
  revised_by text not null,
  revised_at timestamptz not null,
  primary key (hall_code, clause, sequence)
);

create table conduct_records (
  hall_code text not null references halls,
  id uuid not null,
  staff_id uuid not null,
  clause text not null,
  source text not null check (source in ('SYSTEM', 'INSPECTION', 'COMPLAINT', 'SELF_CHECK')),
  finding text,
  facts text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by_id uuid,
  cause_id uuid,
  case_id uuid,
  status text not null check (status in ('RECORDED', 'STATEMENT_GIVEN', 'DECIDED', 'APPEALED', 'UPHELD', 'OVERTURNED')),
  most_points integer not null,
  is_upheld boolean,
  points integer,
  decided_by_id uuid,
  primary key (hall_code, id),
  foreign key (hall_code, staff_id) references staff (hall_code, id),
  -- A person says what was seen, the system where it knows it from.
  constraint somebody_or_something_says_so check ((source = 'SYSTEM') = (finding is not null and cause_id is not null and facts is null)),
  constraint what_counts_was_decided check ((is_upheld is null) = (points is null and decided_by_id is null))
);
-- One event makes one record, however often it is heard.
create unique index conduct_records_of_cause on conduct_records (hall_code, cause_id) where cause_id is not null;
create index conduct_records_of_staff on conduct_records (hall_code, staff_id, occurred_at);
create index conduct_records_newest on conduct_records (hall_code, recorded_at, id);

-- What was said about a record, by whom: the statement, the decision, the appeal.
create table conduct_actions (
  hall_code text not null,
  record_id uuid not null,
  sequence bigint generated always as identity,
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  note text,
  primary key (hall_code, record_id, sequence),
  foreign key (hall_code, record_id) references conduct_records (hall_code, id)
);
grant select, insert on conduct_rule_revisions, conduct_actions to staffing_app;
grant select, insert, update on conduct_records to staffing_app;
`;

const learning = `
-- Who has read which duties of a post; other duties have to be read again (S2.4a).
create table duty_receipts (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  duties text[] not null,
  read_at timestamptz not null,
  primary key (hall_code, post_id, staff_id, read_at),
  foreign key (hall_code, post_id) references posts (hall_code, id)
);

create table trainings (
  hall_code text not null references halls,
  id uuid not null,
  kind text not null check (kind in ('POLICY', 'LAW', 'HALL_RULES', 'BUSINESS', 'COMPUTER', 'ETIQUETTE')),
  topic text not null,
  held_on date not null,
  minutes integer not null check (minutes > 0),
  notes text not null,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  primary key (hall_code, id)
);
create index trainings_newest on trainings (hall_code, held_on, id);
create table training_attendances (
  hall_code text not null,
  training_id uuid not null,
  staff_id uuid not null,
  primary key (hall_code, staff_id, training_id),
  foreign key (hall_code, training_id) references trainings (hall_code, id),
  foreign key (hall_code, staff_id) references staff (hall_code, id)
);
grant select, insert on duty_receipts, trainings, training_attendances to staffing_app;
`;

const attendance = `
-- Which sessions of a day staff prepare for: the first one, or every one (A-04).
alter table halls add column preparation text not null default 'FIRST_SESSION'
  check (preparation in ('FIRST_SESSION', 'EVERY_SESSION'));
`;

/** Conduct and its assessment, duties that were read, trainings that were attended. */
export class KeepConduct1790000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [conduct, learning, attendance]) await queryRunner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
