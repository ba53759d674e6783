import { BaselineMigration } from '@hall/platform/postgres';

const create = `
create sequence case_numbers;
grant usage on sequence case_numbers to cases_app;

create table service_items (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  department_id uuid not null,
  handling_type text not null,
  regime text not null,
  window_ids uuid[] not null,
  current_version integer,
  draft jsonb,
  retired_at timestamptz,
  retired_reason text,
  bigrams text[] not null default '{}',
  initials text not null default '',
  searchable text not null default '',
  publish_on date,
  constraint service_items_pkey primary key (hall_code, id),
  constraint service_items_code_unique unique (hall_code, code),
  constraint service_items_handling_type_check check (handling_type in ('INSTANT', 'PROMISED', 'JOINT'))
);
-- Written rarely and read at every keystroke: nothing is put off to a list that each search would have to read.
create index service_items_by_bigrams on service_items using gin (bigrams) with (fastupdate=off);
create index service_items_planned on service_items (publish_on) where (publish_on is not null);
grant insert, select, update on service_items to cases_app;

-- A published version never changes: running cases keep theirs.
create table service_item_versions (
  hall_code text not null,
  item_id uuid not null,
  number integer not null,
  body jsonb not null,
  published_at timestamptz not null,
  constraint service_item_versions_pkey primary key (hall_code, item_id, number),
  constraint service_item_versions_hall_code_item_id_fkey foreign key (hall_code, item_id) references service_items(hall_code, id)
);
grant insert, select on service_item_versions to cases_app;

create table cases (
  hall_code text not null,
  id uuid not null,
  number text not null,
  item_id uuid not null,
  item_code text not null,
  item_version integer not null,
  department_id uuid not null,
  handling_type text not null,
  status text not null,
  contact_id uuid,
  window_id uuid not null,
  post_id uuid not null,
  accepted_by_id uuid,
  responsible_id uuid not null,
  accepted_at timestamptz,
  decision jsonb,
  delivery jsonb,
  due_at timestamptz,
  handler_ids uuid[] not null,
  version integer not null,
  regime text not null,
  received_at timestamptz not null,
  paused_on text,
  situations text[] not null default '{}',
  substitute_window_id uuid,
  constraint cases_pkey primary key (hall_code, id),
  constraint cases_number_unique unique (hall_code, number),
  constraint cases_hall_code_item_id_item_version_fkey foreign key (hall_code, item_id, item_version) references service_item_versions(hall_code, item_id, number)
);
create index cases_by_status on cases (hall_code, status, received_at, id);
-- The orders in which lists are read: newest first, and most urgent first among the open ones.
create index cases_newest on cases (hall_code, received_at, id);
create index cases_newest_of_item on cases (hall_code, item_id, received_at, id);
create index cases_newest_of_person on cases (hall_code, responsible_id, received_at, id);
create index cases_newest_of_window on cases (hall_code, window_id, received_at, id);
create index cases_open_by_post on cases (hall_code, post_id) where (status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED'));
-- Results that wait at one window and nowhere else (A-11).
create index cases_to_collect on cases (hall_code, window_id) where ((status = 'DECIDED') and (substitute_window_id is null));
create index cases_urgent on cases (hall_code, coalesce(due_at, 'infinity'::timestamptz), id) where (status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED'));
create index cases_urgent_of_person on cases (hall_code, responsible_id, coalesce(due_at, 'infinity'::timestamptz), id) where (status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED'));
create index cases_urgent_of_window on cases (hall_code, window_id, coalesce(due_at, 'infinity'::timestamptz), id) where (status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED'));
grant insert, select, update on cases to cases_app;

create table acceptance_slips (
  hall_code text not null,
  number text not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  due_on date not null,
  provisional boolean not null,
  pickup_window_id uuid not null,
  code_of text not null,
  constraint acceptance_slips_pkey primary key (hall_code, number),
  constraint acceptance_slips_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
create index acceptance_slips_by_case on acceptance_slips (hall_code, case_id);
grant insert, select on acceptance_slips to cases_app;

create table applicant_reveals (
  hall_code text not null,
  case_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  purpose text not null,
  constraint applicant_reveals_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
grant insert, select on applicant_reveals to cases_app;

-- Who did what, for whom, on which authority.
create table case_actions (
  hall_code text not null,
  case_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  officer_id uuid,
  post_id uuid,
  acting_for_id uuid,
  cover_id uuid,
  clause text,
  note text,
  constraint case_actions_pkey primary key (hall_code, case_id, sequence),
  constraint case_actions_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
-- Acts of discretion are few, and are looked at by month (A-01).
create index case_actions_of_discretion on case_actions (hall_code, at) where (kind in ('NOTICE_RULE_BROKEN', 'EXTENDED', 'SUBSTITUTE_NAMED', 'DEFERRED'));
create index case_actions_of_ending on case_actions (hall_code, at) where (kind in ('RETURNED', 'WITHDRAWN', 'WITHDRAWN_BY_APPLICANT'));
grant insert, select on case_actions to cases_app;

-- Personal data apart from the case, sealed; the hash finds a person again without opening anything.
create table case_applicants (
  hall_code text not null,
  case_id uuid not null,
  account text,
  name_sealed text not null,
  id_number_sealed text not null,
  id_number_hash text not null,
  phone_sealed text,
  kind text not null default 'PERSON',
  constraint case_applicants_pkey primary key (hall_code, case_id),
  constraint case_applicants_kind_check check (kind in ('PERSON', 'ORGANISATION')),
  constraint case_applicants_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
create index case_applicants_by_account on case_applicants (hall_code, account) where (account is not null);
create index case_applicants_by_id_number on case_applicants (hall_code, id_number_hash);
grant insert, select on case_applicants to cases_app;

create table case_defects (
  hall_code text not null,
  case_id uuid not null,
  sequence bigint not null generated always as identity,
  material_code text not null,
  kind text not null,
  explanation text not null,
  found_at timestamptz not null,
  found_by_id uuid not null,
  newly_supplied boolean not null,
  notice_number text,
  pausing boolean not null,
  settled_at timestamptz,
  constraint case_defects_pkey primary key (hall_code, case_id, sequence),
  constraint case_defects_kind_check check (kind in ('MISSING', 'NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT')),
  -- What can be corrected on the spot is never on a notice (S4.2c).
  constraint on_spot_is_never_noticed check (((kind <> 'ON_SPOT') or ((notice_number is null) and (not pausing)))),
  constraint case_defects_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
grant insert, select, update on case_defects to cases_app;

create table case_materials (
  hall_code text not null,
  case_id uuid not null,
  code text not null,
  received_at timestamptz not null,
  constraint case_materials_pkey primary key (hall_code, case_id, code, received_at),
  constraint case_materials_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
grant insert, select on case_materials to cases_app;

create table case_steps (
  hall_code text not null,
  id uuid not null,
  case_id uuid not null,
  place integer not null,
  name text not null,
  step_limit jsonb not null,
  started_at timestamptz,
  passed_at timestamptz,
  passed_by_id uuid,
  constraint case_steps_pkey primary key (hall_code, id),
  constraint case_steps_hall_code_case_id_place_key unique (hall_code, case_id, place),
  constraint case_steps_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
grant insert, select, update on case_steps to cases_app;

create table contacts (
  hall_code text not null,
  id uuid not null,
  channel text not null,
  subject text not null,
  received_at timestamptz not null,
  window_id uuid,
  first_officer_id uuid not null,
  owner_id uuid not null,
  outcome text,
  case_id uuid,
  closed_at timestamptz,
  version integer not null,
  matter text,
  answer text,
  referred_to text,
  client_hash text,
  day date,
  referral_count integer not null default 0,
  desk_question text,
  desk_since timestamptz,
  desk_taken_by_id uuid,
  desk_taken_at timestamptz,
  constraint contacts_pkey primary key (hall_code, id),
  constraint contacts_channel_check check (channel in ('WINDOW', 'PHONE', 'LETTER', 'ONLINE')),
  constraint contacts_desk_whole check ((((desk_since is null) = (desk_question is null)) and ((desk_taken_at is null) = (desk_taken_by_id is null)) and ((desk_taken_at is null) or (desk_since is not null)))),
  constraint contacts_end_with_an_outcome check (((closed_at is null) = (outcome is null))),
  constraint contacts_outcome_check check (outcome in ('ANSWERED', 'SERVED', 'ACCEPTED', 'REFERRED'))
);
create index contacts_at_desk on contacts (hall_code, received_at, id) where ((desk_since is not null) and (desk_taken_at is null) and (closed_at is null));
-- Clients who come again about the same item (S4.4a).
create index contacts_by_client on contacts (hall_code, matter, client_hash, day) where (client_hash is not null);
-- One contact per client, matter and day (A-06).
create unique index contacts_of_day on contacts (hall_code, client_hash, matter, day) where (client_hash is not null);
create index contacts_open_by_owner on contacts (hall_code, owner_id, received_at) where (closed_at is null);
grant insert, select, update on contacts to cases_app;

-- What a client was told about an item, all at once: which version of the guide, and in which form (S3.4e, S4.1a, S4.3d).
create table consultations (
  hall_code text not null,
  contact_id uuid not null,
  item_id uuid not null,
  item_version integer not null,
  mode text not null,
  told_at timestamptz not null,
  told_by_id uuid not null,
  constraint consultations_pkey primary key (hall_code, contact_id, item_id),
  constraint consultations_mode_check check (mode in ('ORAL', 'PRINTED', 'ELECTRONIC')),
  constraint consultations_hall_code_contact_id_fkey foreign key (hall_code, contact_id) references contacts(hall_code, id),
  constraint consultations_hall_code_item_id_item_version_fkey foreign key (hall_code, item_id, item_version) references service_item_versions(hall_code, item_id, number)
);
grant insert, select on consultations to cases_app;

create table contact_touches (
  hall_code text not null,
  contact_id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  kind text not null,
  note text,
  constraint contact_touches_hall_code_contact_id_fkey foreign key (hall_code, contact_id) references contacts(hall_code, id)
);
create index contact_touches_by_contact on contact_touches (hall_code, contact_id, at);
grant insert, select on contact_touches to cases_app;

create table correction_notices (
  hall_code text not null,
  number text not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  -- Nobody is told anything by nobody (S4.5a).
  issued_by_id uuid not null,
  reply_by date not null,
  ground text,
  basis text,
  approved_by_id uuid,
  constraint correction_notices_pkey primary key (hall_code, number),
  constraint an_omission_is_approved check (((not (ground is distinct from 'OMISSION')) = (approved_by_id is not null))),
  constraint correction_notices_ground_check check (ground in ('NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION')),
  constraint correction_notices_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
create index correction_notices_by_case on correction_notices (hall_code, case_id, issued_at);
-- The second notice without a ground is impossible (S4.1b).
create unique index correction_notices_first on correction_notices (hall_code, case_id) where (ground is null);
grant insert, select on correction_notices to cases_app;

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
grant insert, select on dead_letters to cases_app;
grant update (replayed_at) on dead_letters to cases_app;

-- The ledger of a term: its due date is derived from these rows and never stored as truth.
create table deadline_events (
  hall_code text not null,
  deadline_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  details jsonb not null,
  constraint deadline_events_pkey primary key (hall_code, deadline_id, sequence)
);
grant insert, select on deadline_events to cases_app;

-- The claim: one row per term, promise and rung, whoever inserts it tells it. A later start is another promise.
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
grant insert, select on deadline_levels to cases_app;

-- What a calendar change has moved, once per term and calendar.
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
grant insert, select on deadline_moves to cases_app;

create table deadlines (
  hall_code text not null,
  id uuid not null,
  subject text not null,
  notified text[] not null default '{}',
  -- Derived from the ledger and the calendar; kept to be found by, never the truth.
  is_open boolean not null,
  due_at timestamptz,
  provisional boolean not null,
  next_level_at timestamptz,
  calendar_version text not null,
  owner_kind text not null,
  owner_id uuid not null,
  constraint deadlines_pkey primary key (hall_code, id),
  constraint deadlines_owner_kind_check check (owner_kind in ('CASE', 'MAJOR_MATTER', 'RATING')),
  constraint deadlines_subject_check check (subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'CORRECTION', 'MAJOR_MATTER', 'RATING'))
);
create index deadlines_due on deadlines (next_level_at) where (next_level_at is not null);
-- What has to be looked at, the most urgent first: open terms that have been told of, and referrals that nobody acknowledged.
create index deadlines_notified on deadlines (hall_code, coalesce(due_at, 'infinity'::timestamptz), id) where (is_open and (cardinality(notified) > 0));
create index deadlines_open_by_calendar on deadlines (hall_code, calendar_version) where is_open;
create index deadlines_open_by_owner on deadlines (hall_code, owner_kind, owner_id) where is_open;
grant insert, select, update on deadlines to cases_app;

create table guide_counts (
  hall_code text not null,
  window_id uuid not null,
  item_id uuid not null,
  counted_at timestamptz not null,
  copies integer not null,
  counted_by_id uuid not null,
  constraint guide_counts_pkey primary key (hall_code, window_id, item_id, counted_at),
  constraint guide_counts_copies_check check ((copies >= 0))
);
grant insert, select on guide_counts to cases_app;

-- More copies to be printed: a task with an owner, from the count that was low to the count that was enough (A-10).
create table guide_orders (
  hall_code text not null,
  id uuid not null,
  window_id uuid not null,
  item_id uuid not null,
  owner_id uuid not null,
  opened_at timestamptz not null,
  filled_at timestamptz,
  filled_by_id uuid,
  constraint guide_orders_pkey primary key (hall_code, id)
);
create unique index guide_orders_one_open on guide_orders (hall_code, window_id, item_id) where (filled_at is null);
create index guide_orders_open on guide_orders (hall_code, opened_at) where (filled_at is null);
grant insert, select, update on guide_orders to cases_app;

-- The calendar that each hall has in force; none for the built-in one.
create table hall_calendars (
  hall_code text not null,
  version text not null,
  constraint hall_calendars_pkey primary key (hall_code)
);
grant insert, select, update on hall_calendars to cases_app;

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
grant insert, select on idempotency_keys to cases_app;
grant update (result) on idempotency_keys to cases_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  constraint inbox_pkey primary key (consumer, event_id)
);
grant insert, select on inbox to cases_app;

create table joint_tasks (
  hall_code text not null,
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  stage integer not null,
  task_limit jsonb not null,
  state text not null,
  started_at timestamptz,
  due_at timestamptz,
  agreed boolean,
  opinion text,
  given_by_id uuid,
  given_at timestamptz,
  constraint joint_tasks_pkey primary key (hall_code, id),
  constraint joint_tasks_state_check check (state in ('WAITING', 'OPEN', 'GIVEN', 'ENDED')),
  constraint joint_tasks_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
create index joint_tasks_by_case on joint_tasks (hall_code, case_id, stage);
grant insert, select, update on joint_tasks to cases_app;

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
grant insert, select, update on known_calendar_years to cases_app;

create table known_departments (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  sequence bigint not null,
  constraint known_departments_pkey primary key (hall_code, id)
);
grant delete, insert, select, update on known_departments to cases_app;

create table known_halls (
  hall_code text not null,
  name text not null,
  sessions jsonb not null,
  sequence bigint not null,
  constraint known_halls_pkey primary key (hall_code)
);
grant delete, insert, select, update on known_halls to cases_app;

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
grant delete, insert, select, update on known_posts to cases_app;

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
grant delete, insert, select, update on known_staff to cases_app;

create table known_windows (
  hall_code text not null,
  id uuid not null,
  number text not null,
  name text not null,
  department_id uuid not null,
  sequence bigint not null,
  constraint known_windows_pkey primary key (hall_code, id)
);
grant delete, insert, select, update on known_windows to cases_app;

create table major_matters (
  hall_code text not null,
  id uuid not null,
  kind text not null,
  facts_sealed text not null,
  case_id uuid,
  contact_id uuid,
  occurred_at timestamptz not null,
  reported_by_id uuid not null,
  reported_at timestamptz not null,
  reported_in_time boolean not null,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz,
  constraint major_matters_pkey primary key (hall_code, id)
);
create index major_matters_newest on major_matters (hall_code, reported_at, id);
grant insert, select, update on major_matters to cases_app;

create table messages (
  hall_code text not null,
  id uuid not null,
  for_staff_id uuid not null,
  sealed text not null,
  taken_by_id uuid not null,
  taken_at timestamptz not null,
  delivered_at timestamptz,
  constraint messages_pkey primary key (hall_code, id)
);
create index messages_by_receiver on messages (hall_code, for_staff_id, taken_at);
grant insert, select, update on messages to cases_app;

-- The figures of a month as they were handed in: by whom, when, and whether in time (S1.2i). Never rewritten.
create table monthly_case_reports (
  hall_code text not null,
  month text not null,
  rows jsonb not null,
  remark text not null,
  due_on date not null,
  submitted_by_id uuid not null,
  submitted_at timestamptz not null,
  constraint monthly_case_reports_pkey primary key (hall_code, month),
  constraint monthly_case_reports_month_check check ((month ~ '^\\d{4}-\\d{2}$'))
);
grant insert, select on monthly_case_reports to cases_app;

-- A notice is written: handed over on paper, or by the channel that the applicant chose, and acknowledged (S4.3a, A-15).
create table notice_deliveries (
  hall_code text not null,
  notice_number text not null,
  mode text not null,
  delivered_at timestamptz not null,
  delivered_by_id uuid not null,
  acknowledged_at timestamptz,
  constraint notice_deliveries_pkey primary key (hall_code, notice_number),
  constraint notice_deliveries_mode_check check (mode in ('PRINTED', 'ELECTRONIC')),
  constraint notice_deliveries_hall_code_notice_number_fkey foreign key (hall_code, notice_number) references correction_notices(hall_code, number)
);
grant insert, select, update on notice_deliveries to cases_app;

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
grant insert, select on outbox to cases_app;
grant update (attempts, last_error, publications, published_at) on outbox to cases_app;

create table queue_numbers (
  hall_code text not null,
  window_id uuid not null,
  day date not null,
  last_number integer not null,
  constraint queue_numbers_pkey primary key (hall_code, window_id, day)
);
grant insert, select, update on queue_numbers to cases_app;

create table queue_tickets (
  hall_code text not null,
  id uuid not null,
  window_id uuid not null,
  day date not null,
  number integer not null,
  priority_group text,
  taken_at timestamptz not null,
  called_at timestamptz,
  called_by_id uuid,
  out_of_turn_reason text,
  constraint queue_tickets_pkey primary key (hall_code, id),
  constraint queue_tickets_hall_code_window_id_day_number_key unique (hall_code, window_id, day, number)
);
create index queue_waiting on queue_tickets (hall_code, window_id, day, number) where (called_at is null);
grant insert, select, update on queue_tickets to cases_app;

-- One service is rated once, by the visitor, of their own will; who says nothing has not rated (S2.2a, S3.1a).
create table ratings (
  hall_code text not null,
  id uuid not null,
  subject text not null,
  subject_id uuid not null,
  window_id uuid,
  staff_id uuid not null,
  level smallint not null,
  remark_sealed text,
  rated_at timestamptz not null,
  finding text,
  measures text,
  answered_by_id uuid,
  answered_at timestamptz,
  constraint ratings_pkey primary key (hall_code, id),
  constraint one_service_one_rating unique (hall_code, subject, subject_id),
  constraint ratings_finding_check check (finding in ('CONFIRMED', 'NOT_CONFIRMED')),
  constraint ratings_level_check check (((level >= 1) and (level <= 5))),
  constraint ratings_subject_check check (subject in ('CONTACT', 'CASE'))
);
create index ratings_newest on ratings (hall_code, rated_at, id);
create index ratings_to_answer on ratings (hall_code, rated_at, id) where ((level <= 2) and (answered_at is null));
grant insert, select, update on ratings to cases_app;

create table referrals (
  hall_code text not null,
  id uuid not null,
  contact_id uuid not null,
  to_window_id uuid not null,
  reason text not null,
  offered_by_id uuid not null,
  offered_at timestamptz not null,
  alert_at timestamptz not null,
  state text not null,
  acknowledged_by_id uuid,
  acknowledged_at timestamptz,
  returned_at timestamptz,
  constraint referrals_pkey primary key (hall_code, id),
  constraint referrals_state_check check (state in ('OFFERED', 'ACKNOWLEDGED', 'RETURNED')),
  constraint referrals_hall_code_contact_id_fkey foreign key (hall_code, contact_id) references contacts(hall_code, id)
);
-- A contact is offered to one window at a time.
create unique index referrals_one_offered on referrals (hall_code, contact_id) where (state = 'OFFERED');
create index referrals_returned on referrals (hall_code, returned_at, id) where (state = 'RETURNED');
create index referrals_to_alert on referrals (alert_at) where (state = 'OFFERED');
grant insert, select, update on referrals to cases_app;

create table refusal_reports (
  hall_code text not null,
  number text not null,
  case_id uuid not null,
  reason text not null,
  explanation text not null,
  refer_to_window_id uuid,
  refer_to_body text,
  handled_by_id uuid not null,
  at timestamptz not null,
  read_by_id uuid,
  read_at timestamptz,
  constraint refusal_reports_pkey primary key (hall_code, number),
  constraint refusal_reports_hall_code_case_id_key unique (hall_code, case_id),
  constraint refusal_reports_hall_code_case_id_fkey foreign key (hall_code, case_id) references cases(hall_code, id)
);
create index refusal_reports_unread on refusal_reports (hall_code, at) where (read_at is null);
grant insert, select, update on refusal_reports to cases_app;
`;

/** From the schema of commit 57c272c to this one. */
const upgrade = `
-- A term becomes a deadline: it hangs on an owner, and whoever answers for the owner answers for it.
alter table terms rename to deadlines;
alter table deadlines rename constraint terms_pkey to deadlines_pkey;
alter table deadlines rename constraint terms_subject_check to deadlines_subject_check;
alter table deadlines rename column told to notified;
alter table deadlines rename column next_rung_at to next_level_at;
alter table deadlines add column owner_kind text, add column owner_id uuid;
update deadlines set owner_kind = case when case_id is null then subject else 'CASE' end, owner_id = coalesce(case_id, id);
alter table deadlines alter column owner_kind set not null, alter column owner_id set not null;
alter table deadlines add constraint deadlines_owner_kind_check check (owner_kind in ('CASE', 'MAJOR_MATTER', 'RATING'));
alter index terms_due rename to deadlines_due;
alter index terms_open_by_calendar rename to deadlines_open_by_calendar;
alter index terms_told rename to deadlines_notified;
create index deadlines_open_by_owner on deadlines (hall_code, owner_kind, owner_id) where is_open;

alter table term_events rename to deadline_events;
alter table deadline_events rename constraint term_events_pkey to deadline_events_pkey;
alter table deadline_events rename column term_id to deadline_id;

-- Whoever answered at the level stands beside it for good.
alter table term_rungs rename to deadline_levels;
alter table deadline_levels rename constraint term_rungs_pkey to deadline_levels_pkey;
alter table deadline_levels rename constraint term_rungs_rung_check to deadline_levels_level_check;
alter table deadline_levels rename column term_id to deadline_id;
alter table deadline_levels rename column rung to level;
alter table deadline_levels rename column told_at to notified_at;
alter table deadline_levels add column answerable_id uuid;
update deadline_levels l set answerable_id = d.responsible_id
  from deadlines d where d.hall_code = l.hall_code and d.id = l.deadline_id;
alter table deadline_levels alter column answerable_id set not null;

alter table term_projections rename to deadline_moves;
alter table deadline_moves rename constraint term_projections_pkey to deadline_moves_pkey;
alter table deadline_moves rename column term_id to deadline_id;

alter table deadlines drop column responsible_id, drop column case_id;
`;

/** The whole schema of cases. */
export class Baseline1795550570000 extends BaselineMigration {
  protected readonly create = create;
  protected readonly upgrade = upgrade;
  protected readonly replaces = [
    'CreateMessaging1790000000000',
    'CreateCases1790000000001',
    'CreateDirectory1790000000002',
    'KeepPromises1790000000010',
    'PlanCatalogue1790000000011',
    'TakeRatings1790000000012',
    'ReportMonthly1790000000013',
    'CountEndings1790000000014',
    'NameSubstitutes1790000000015',
    'AskDesk1790000000016',
    'ListAlerts1790000000017',
    'RenewSlips1790000000018',
  ];
}
