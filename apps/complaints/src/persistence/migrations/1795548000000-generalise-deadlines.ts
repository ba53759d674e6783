import type { MigrationInterface, QueryRunner } from 'typeorm';

const deadlines = `
-- A budget of time that hangs on a complaint; what is derived from the ledger is kept to be found by, never the truth.
create table deadlines (
  hall_code text not null,
  id uuid not null,
  subject text not null constraint deadlines_subject_check check (subject in ('COMPLAINT')),
  owner_kind text not null constraint deadlines_owner_kind_check check (owner_kind in ('COMPLAINT')),
  owner_id uuid not null,
  notified text[] not null default '{}',
  is_open boolean not null,
  due_at timestamptz,
  provisional boolean not null,
  next_level_at timestamptz,
  calendar_version text not null,
  constraint deadlines_pkey primary key (hall_code, id)
);
create index deadlines_due on deadlines (next_level_at) where next_level_at is not null;
create index deadlines_open_by_calendar on deadlines (hall_code, calendar_version) where is_open;
create index deadlines_open_by_owner on deadlines (hall_code, owner_kind, owner_id) where is_open;

create table deadline_events (
  hall_code text not null,
  deadline_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  details jsonb not null,
  constraint deadline_events_pkey primary key (hall_code, deadline_id, sequence)
);

-- The claim: one row per deadline, promise and level, whoever inserts it notifies it. A later start is another promise.
create table deadline_levels (
  hall_code text not null,
  deadline_id uuid not null,
  promise integer not null,
  level text not null constraint deadline_levels_level_check
    check (level in ('AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER')),
  at timestamptz not null,
  notified_at timestamptz not null,
  answerable_id uuid not null,
  constraint deadline_levels_pkey primary key (hall_code, deadline_id, promise, level)
);

-- What a calendar change has moved, once per deadline and calendar.
create table deadline_moves (
  hall_code text not null,
  deadline_id uuid not null,
  calendar_version text not null,
  due_before timestamptz,
  due_after timestamptz,
  reason text not null,
  at timestamptz not null,
  constraint deadline_moves_pkey primary key (hall_code, deadline_id, calendar_version)
);

-- The calendar that each hall has in force; none for the built-in one.
create table hall_calendars (
  hall_code text not null,
  version text not null,
  constraint hall_calendars_pkey primary key (hall_code)
);

-- The ledgers that complaints kept by themselves; the first sweep works out what is derived.
insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details)
  select hall_code, complaint_id, row_number() over (partition by hall_code, complaint_id order by sequence), kind, at, details
    from complaint_term_events;
insert into deadlines (hall_code, id, subject, owner_kind, owner_id, is_open, due_at, provisional, next_level_at, calendar_version)
  select c.hall_code, c.id, 'COMPLAINT', 'COMPLAINT', c.id, not e.is_over, c.due_at, false,
         case when not e.is_over then c.received_at end, 'unknown'
    from complaints c
   cross join lateral (select exists (
     select from complaint_term_events t
      where t.hall_code = c.hall_code and t.complaint_id = c.id and t.kind in ('FINISH', 'CANCEL')) as is_over) e;
drop table complaint_term_events;

grant select, insert, update on deadlines, hall_calendars to complaints_app;
grant select, insert on deadline_events, deadline_levels, deadline_moves to complaints_app;
`;

/** Deadlines in the tables that every service has. */
export class GeneraliseDeadlines1795548000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(deadlines);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
