import { BaselineMigration } from '@hall/platform/postgres';

const create = `
create sequence complaint_numbers;
grant usage on sequence complaint_numbers to complaints_app;

create table complaints (
  hall_code text not null,
  id uuid not null,
  number text not null,
  channel text not null,
  summary text not null,
  received_at timestamptz not null,
  registered_by text not null,
  anonymous boolean not null,
  window_id uuid,
  respondent_id uuid,
  case_id uuid,
  concerned_ids uuid[] not null,
  grounds text[] not null,
  time_class text,
  status text not null,
  owner_id uuid not null,
  due_at timestamptz,
  finding text,
  opinion text,
  feedback jsonb,
  closed_at timestamptz,
  version integer not null,
  constraint complaints_pkey primary key (hall_code, id),
  constraint complaints_number_unique unique (hall_code, number),
  constraint complaints_owner_not_concerned check ((not (owner_id = any (concerned_ids))))
);
create index complaints_by_month on complaints using brin (received_at);
create index complaints_by_registrar on complaints (hall_code, registered_by);
grant insert, select, update on complaints to complaints_app;

-- Personal data apart from the complaint, sealed.
create table complainants (
  hall_code text not null,
  complaint_id uuid not null,
  name_sealed text not null,
  phone_sealed text,
  constraint complainants_pkey primary key (hall_code, complaint_id),
  constraint complainants_hall_code_complaint_id_fkey foreign key (hall_code, complaint_id) references complaints(hall_code, id)
);
grant insert, select on complainants to complaints_app;

create table complaint_actions (
  hall_code text not null,
  complaint_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  officer_id uuid,
  clause text,
  note text,
  constraint complaint_actions_pkey primary key (hall_code, complaint_id, sequence),
  constraint complaint_actions_hall_code_complaint_id_fkey foreign key (hall_code, complaint_id) references complaints(hall_code, id)
);
grant insert, select on complaint_actions to complaints_app;

-- What a complaint was like from an instant on: the source of every statistic, as it was known at any time.
create table complaint_states (
  hall_code text not null,
  complaint_id uuid not null,
  sequence integer not null,
  at timestamptz not null,
  status text not null,
  window_id uuid,
  department_id uuid,
  grounds text[] not null,
  time_class text,
  due_at timestamptz,
  finding text,
  fed_back boolean not null,
  constraint complaint_states_pkey primary key (hall_code, complaint_id, sequence),
  constraint complaint_states_hall_code_complaint_id_fkey foreign key (hall_code, complaint_id) references complaints(hall_code, id)
);
grant insert, select on complaint_states to complaints_app;

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
grant insert, select on dead_letters to complaints_app;
grant update (replayed_at) on dead_letters to complaints_app;

create table deadline_events (
  hall_code text not null,
  deadline_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  details jsonb not null,
  constraint deadline_events_pkey primary key (hall_code, deadline_id, sequence)
);
grant insert, select on deadline_events to complaints_app;

-- The claim: one row per deadline, promise and level, whoever inserts it notifies it. A later start is another promise.
create table deadline_levels (
  hall_code text not null,
  deadline_id uuid not null,
  promise integer not null,
  level text not null,
  at timestamptz not null,
  notified_at timestamptz not null,
  answerable_id uuid not null,
  constraint deadline_levels_pkey primary key (hall_code, deadline_id, promise, level),
  constraint deadline_levels_level_check check (level in ('AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER'))
);
grant insert, select on deadline_levels to complaints_app;

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
grant insert, select on deadline_moves to complaints_app;

-- A budget of time that hangs on a complaint; what is derived from the ledger is kept to be found by, never the truth.
create table deadlines (
  hall_code text not null,
  id uuid not null,
  subject text not null,
  owner_kind text not null,
  owner_id uuid not null,
  notified text[] not null default '{}',
  is_open boolean not null,
  due_at timestamptz,
  provisional boolean not null,
  next_level_at timestamptz,
  calendar_version text not null,
  constraint deadlines_pkey primary key (hall_code, id),
  constraint deadlines_owner_kind_check check ((owner_kind = 'COMPLAINT')),
  constraint deadlines_subject_check check ((subject = 'COMPLAINT'))
);
create index deadlines_due on deadlines (next_level_at) where (next_level_at is not null);
create index deadlines_open_by_calendar on deadlines (hall_code, calendar_version) where is_open;
create index deadlines_open_by_owner on deadlines (hall_code, owner_kind, owner_id) where is_open;
grant insert, select, update on deadlines to complaints_app;

-- The calendar that each hall has in force; none for the built-in one.
create table hall_calendars (
  hall_code text not null,
  version text not null,
  constraint hall_calendars_pkey primary key (hall_code)
);
grant insert, select, update on hall_calendars to complaints_app;

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
grant insert, select on idempotency_keys to complaints_app;
grant update (result) on idempotency_keys to complaints_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  constraint inbox_pkey primary key (consumer, event_id)
);
grant insert, select on inbox to complaints_app;

create table known_calendar_years (
  hall_code text not null,
  year integer not null,
  revision integer not null,
  notice_reference text not null,
  off_days date[] not null,
  make_up_days date[] not null,
  published_at timestamptz not null,
  constraint known_calendar_years_pkey primary key (hall_code, year)
);
grant insert, select, update on known_calendar_years to complaints_app;

create table known_cases (
  hall_code text not null,
  id uuid not null,
  number text not null,
  window_id uuid not null,
  department_id uuid not null,
  handler_ids uuid[] not null,
  sequence bigint not null,
  constraint known_cases_pkey primary key (hall_code, id)
);
grant delete, insert, select, update on known_cases to complaints_app;

create table known_departments (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  sequence bigint not null,
  constraint known_departments_pkey primary key (hall_code, id)
);
grant delete, insert, select, update on known_departments to complaints_app;

create table known_halls (
  hall_code text not null,
  name text not null,
  sessions jsonb not null,
  sequence bigint not null,
  constraint known_halls_pkey primary key (hall_code)
);
grant delete, insert, select, update on known_halls to complaints_app;

create table known_posts (
  hall_code text not null,
  id uuid not null,
  window_id uuid not null,
  holder_id uuid,
  holder_role text,
  acting_for_id uuid,
  cover_id uuid,
  sequence bigint not null,
  constraint known_posts_pkey primary key (hall_code, id)
);
create index known_posts_by_holder on known_posts (hall_code, holder_id);
grant delete, insert, select, update on known_posts to complaints_app;

create table known_staff (
  hall_code text not null,
  id uuid not null,
  account text not null,
  department_id uuid not null,
  roles text[] not null,
  sequence bigint not null,
  name text,
  badge_number text,
  constraint known_staff_pkey primary key (hall_code, id),
  constraint known_staff_account_unique unique (hall_code, account)
);
grant delete, insert, select, update on known_staff to complaints_app;

create table known_windows (
  hall_code text not null,
  id uuid not null,
  number text not null,
  name text not null,
  department_id uuid not null,
  sequence bigint not null,
  constraint known_windows_pkey primary key (hall_code, id)
);
grant delete, insert, select, update on known_windows to complaints_app;

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
grant insert, select on outbox to complaints_app;
grant update (attempts, last_error, publications, published_at) on outbox to complaints_app;
`;

/** From the schema of commit 57c272c to this one. */
const upgrade = `
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

/** The whole schema of complaints. */
export class Baseline1795550570000 extends BaselineMigration {
  protected readonly create = create;
  protected readonly upgrade = upgrade;
  protected readonly replaces = [
    'CreateMessaging1790000000000',
    'CreateComplaints1790000000001',
    'CreateDirectory1790000000002',
    'ExtendDirectory1790000000003',
  ];
}
