import { BaselineMigration } from '@hall/platform/postgres';

const create = `
create extension if not exists btree_gist with schema public;

create table halls (
  hall_code text not null,
  name text not null,
  time_zone text not null,
  sessions jsonb not null,
  registered_at timestamptz not null,
  preparation text not null default 'FIRST_SESSION',
  constraint halls_pkey primary key (hall_code),
  constraint halls_preparation_check check (preparation in ('FIRST_SESSION', 'EVERY_SESSION'))
);
grant insert, select, update on halls to staffing_app;

create table departments (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  head_id uuid,
  constraint departments_pkey primary key (hall_code, id),
  constraint departments_code_unique unique (hall_code, code),
  constraint departments_hall_code_fkey foreign key (hall_code) references halls(hall_code)
);
grant insert, select, update on departments to staffing_app;

create table staff (
  hall_code text not null,
  id uuid not null,
  account text not null,
  badge_number text not null,
  name text not null,
  department_id uuid not null,
  roles text[] not null,
  constraint staff_pkey primary key (hall_code, id),
  constraint staff_account_unique unique (hall_code, account),
  constraint staff_badge_unique unique (hall_code, badge_number),
  constraint staff_hall_code_department_id_fkey foreign key (hall_code, department_id) references departments(hall_code, id)
);
grant insert, select, update on staff to staffing_app;

create table absences (
  hall_code text not null,
  id uuid not null,
  staff_id uuid not null,
  during tstzrange not null,
  reason text not null,
  reported_by text not null,
  constraint absences_pkey primary key (hall_code, id),
  constraint absences_one_at_a_time exclude using gist (hall_code with =, staff_id with =, during with &&),
  constraint absences_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id)
);
grant insert, select on absences to staffing_app;
grant update (during) on absences to staffing_app;

-- Each hall takes a notice over for itself. A correction is another revision; the highest one is in force (A-30).
create table calendar_years (
  hall_code text not null,
  year integer not null,
  revision integer not null,
  notice_reference text not null,
  off_days date[] not null,
  make_up_days date[] not null,
  published_at timestamptz not null,
  published_by text not null,
  constraint calendar_years_pkey primary key (hall_code, year, revision),
  constraint calendar_years_revision_check check ((revision > 0)),
  constraint calendar_years_hall_code_fkey foreign key (hall_code) references halls(hall_code)
);
grant insert, select on calendar_years to staffing_app;

create table conduct_records (
  hall_code text not null,
  id uuid not null,
  staff_id uuid not null,
  clause text not null,
  source text not null,
  finding text,
  facts text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by_id uuid,
  cause_id uuid,
  case_id uuid,
  status text not null,
  most_points integer not null,
  is_upheld boolean,
  points integer,
  decided_by_id uuid,
  constraint conduct_records_pkey primary key (hall_code, id),
  constraint conduct_records_source_check check (source in ('SYSTEM', 'INSPECTION', 'COMPLAINT', 'SELF_CHECK')),
  constraint conduct_records_status_check check (status in ('RECORDED', 'STATEMENT_GIVEN', 'DECIDED', 'APPEALED', 'UPHELD', 'OVERTURNED')),
  -- A person says what was seen, the system where it knows it from.
  constraint somebody_or_something_says_so check (((source = 'SYSTEM') = ((finding is not null) and (cause_id is not null) and (facts is null)))),
  constraint what_counts_was_decided check (((is_upheld is null) = ((points is null) and (decided_by_id is null)))),
  constraint conduct_records_hall_code_fkey foreign key (hall_code) references halls(hall_code),
  constraint conduct_records_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id)
);
create index conduct_records_newest on conduct_records (hall_code, recorded_at, id);
-- One event makes one record, however often it is heard.
create unique index conduct_records_of_cause on conduct_records (hall_code, cause_id) where (cause_id is not null);
create index conduct_records_of_staff on conduct_records (hall_code, staff_id, occurred_at);
grant insert, select, update on conduct_records to staffing_app;

-- What was said about a record, by whom: the statement, the decision, the appeal.
create table conduct_actions (
  hall_code text not null,
  record_id uuid not null,
  sequence bigint not null generated always as identity,
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  note text,
  constraint conduct_actions_pkey primary key (hall_code, record_id, sequence),
  constraint conduct_actions_hall_code_record_id_fkey foreign key (hall_code, record_id) references conduct_records(hall_code, id)
);
grant insert, select on conduct_actions to staffing_app;

-- A hall's own points for a rule of conduct; the latest revision is in force (A-17).
create table conduct_rule_revisions (
  hall_code text not null,
  clause text not null,
  sequence bigint not null generated always as identity,
  points integer not null,
  is_active boolean not null,
  reason text not null,
  revised_by text not null,
  revised_at timestamptz not null,
  constraint conduct_rule_revisions_pkey primary key (hall_code, clause, sequence),
  constraint conduct_rule_revisions_points_check check (((points >= 0) and (points <= 100))),
  constraint conduct_rule_revisions_hall_code_fkey foreign key (hall_code) references halls(hall_code)
);
grant insert, select on conduct_rule_revisions to staffing_app;

create table service_windows (
  hall_code text not null,
  id uuid not null,
  number text not null,
  name text not null,
  department_id uuid not null,
  status text not null,
  version integer not null,
  constraint service_windows_pkey primary key (hall_code, id),
  constraint service_windows_number_unique unique (hall_code, number),
  constraint service_windows_status_check check (status in ('CLOSED', 'PREPARING', 'OPEN', 'SUSPENDED')),
  constraint service_windows_hall_code_department_id_fkey foreign key (hall_code, department_id) references departments(hall_code, id)
);
create index service_windows_by_department on service_windows (hall_code, department_id);
grant insert, select, update on service_windows to staffing_app;

create table posts (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  duties text[] not null,
  window_id uuid not null,
  version integer not null,
  constraint posts_pkey primary key (hall_code, id),
  constraint posts_code_unique unique (hall_code, code),
  constraint posts_hall_code_window_id_fkey foreign key (hall_code, window_id) references service_windows(hall_code, id)
);
create index posts_by_window on posts (hall_code, window_id);
grant insert, select, update on posts to staffing_app;

create table covers (
  hall_code text not null,
  id uuid not null,
  post_id uuid not null,
  absent_id uuid not null,
  acting_id uuid not null,
  cause text not null,
  during tstzrange not null,
  constraint covers_pkey primary key (hall_code, id),
  constraint covers_one_per_post exclude using gist (hall_code with =, post_id with =, during with &&),
  constraint covers_cause_check check (cause in ('PLANNED_LEAVE', 'MISSED_CHECK_IN', 'LEFT_POST', 'REPORTED_ABSENCE')),
  constraint covers_check check ((acting_id <> absent_id)),
  constraint covers_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id)
);
grant insert, select on covers to staffing_app;
grant update (during) on covers to staffing_app;

create table dead_letters (
  id bigint not null generated always as identity,
  consumer text not null,
  subject text not null,
  payload text not null,
  reason text not null,
  attempts integer not null,
  died_at timestamptz not null default now(),
  replayed_at timestamptz,
  constraint dead_letters_pkey primary key (id)
);
grant insert, select on dead_letters to staffing_app;
grant update (replayed_at) on dead_letters to staffing_app;

-- Who has read which duties of a post; other duties have to be read again (S2.4a).
create table duty_receipts (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  duties text[] not null,
  read_at timestamptz not null,
  constraint duty_receipts_pkey primary key (hall_code, post_id, staff_id, read_at),
  constraint duty_receipts_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id)
);
grant insert, select on duty_receipts to staffing_app;

create table idempotency_keys (
  hall_code text not null,
  actor text not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  result jsonb,
  created_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (hall_code, actor, operation, key)
);
grant insert, select on idempotency_keys to staffing_app;
grant update (result) on idempotency_keys to staffing_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  constraint inbox_pkey primary key (consumer, event_id)
);
grant insert, select on inbox to staffing_app;

create table outbox (
  id bigint not null generated always as identity,
  event_id uuid not null,
  hall_code text not null,
  type text not null,
  aggregate_id text not null,
  sequence bigint not null,
  envelope jsonb not null,
  occurred_at timestamptz not null,
  published_at timestamptz,
  publications integer not null default 0,
  attempts integer not null default 0,
  last_error text,
  constraint outbox_pkey primary key (id),
  constraint outbox_event_unique unique (event_id)
);
create index outbox_by_time on outbox using brin (occurred_at);
create index outbox_pending on outbox (id) where (published_at is null);
grant insert, select on outbox to staffing_app;
grant update (attempts, last_error, publications, published_at) on outbox to staffing_app;

-- Who is lead and who is deputy of a post, and since when (S5.1a). The second constraint is S5.1b:
-- nobody can be both at the same time.
create table post_assignments (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  role text not null,
  during tstzrange not null,
  constraint post_assignments_one_holder exclude using gist (hall_code with =, post_id with =, role with =, during with &&),
  constraint post_assignments_two_people exclude using gist (hall_code with =, post_id with =, staff_id with =, during with &&),
  constraint post_assignments_during_check check ((not isempty(during))),
  constraint post_assignments_role_check check (role in ('LEAD', 'DEPUTY')),
  constraint post_assignments_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id),
  constraint post_assignments_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id)
);
create index post_assignments_by_staff on post_assignments (hall_code, staff_id);
grant insert, select on post_assignments to staffing_app;
grant update (during) on post_assignments to staffing_app;

-- The recorded history of authority: who held a post at any past instant (S5.1c, S5.4b).
create table post_duties (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  role text not null,
  acting_for_id uuid,
  cover_id uuid,
  during tstzrange not null,
  constraint post_duties_one_holder exclude using gist (hall_code with =, post_id with =, during with &&),
  constraint post_duties_role_check check (role in ('LEAD', 'DEPUTY', 'TEMPORARY')),
  constraint post_duties_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id)
);
grant insert, select on post_duties to staffing_app;
grant update (during) on post_duties to staffing_app;

-- When somebody was at work. A person is in one place at a time.
create table presences (
  hall_code text not null,
  id uuid not null,
  staff_id uuid not null,
  window_id uuid not null,
  day date not null,
  during tstzrange not null,
  mark text not null,
  checklist text[] not null,
  ended_by text,
  constraint presences_pkey primary key (hall_code, id),
  constraint presences_one_place exclude using gist (hall_code with =, staff_id with =, during with &&),
  constraint presences_ended_by_check check (ended_by in ('CHECK_OUT', 'ABSENCE', 'DAY_END')),
  constraint presences_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id),
  constraint presences_hall_code_window_id_fkey foreign key (hall_code, window_id) references service_windows(hall_code, id)
);
create index presences_by_day on presences (hall_code, staff_id, day);
grant insert, select on presences to staffing_app;
grant update (during, ended_by) on presences to staffing_app;

create table trainings (
  hall_code text not null,
  id uuid not null,
  kind text not null,
  topic text not null,
  held_on date not null,
  minutes integer not null,
  notes text not null,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  constraint trainings_pkey primary key (hall_code, id),
  constraint trainings_kind_check check (kind in ('POLICY', 'LAW', 'HALL_RULES', 'BUSINESS', 'COMPUTER', 'ETIQUETTE')),
  constraint trainings_minutes_check check ((minutes > 0)),
  constraint trainings_hall_code_fkey foreign key (hall_code) references halls(hall_code)
);
create index trainings_newest on trainings (hall_code, held_on, id);
grant insert, select on trainings to staffing_app;

create table training_attendances (
  hall_code text not null,
  training_id uuid not null,
  staff_id uuid not null,
  constraint training_attendances_pkey primary key (hall_code, staff_id, training_id),
  constraint training_attendances_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id),
  constraint training_attendances_hall_code_training_id_fkey foreign key (hall_code, training_id) references trainings(hall_code, id)
);
grant insert, select on training_attendances to staffing_app;

create table vacancies (
  hall_code text not null,
  post_id uuid not null,
  owner_id uuid not null,
  reason text not null,
  during tstzrange not null,
  constraint vacancies_one_per_post exclude using gist (hall_code with =, post_id with =, during with &&),
  constraint vacancies_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id)
);
grant insert, select on vacancies to staffing_app;
grant update (during) on vacancies to staffing_app;
`;

/** The whole schema of staffing. */
export class Baseline1795550570000 extends BaselineMigration {
  protected readonly create = create;
  /** Nothing has changed since. */
  protected readonly upgrade = '';
  protected readonly replaces = [
    'CreateMessaging1790000000000',
    'CreateStaffing1790000000001',
    'CreateCalendarYears1790000000003',
    'KeepConduct1790000000011',
  ];
}
