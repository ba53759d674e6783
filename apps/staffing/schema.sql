-- What the migrations of staffing make. Generated: npm run fix:rows

create extension if not exists btree_gist with schema public;

create table calendar_years (
  hall_code text not null,
  make_up_days date[] not null,
  notice_reference text not null,
  off_days date[] not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  revision integer not null,
  year integer not null,
  constraint calendar_years_pkey PRIMARY KEY (hall_code, year, revision),
  constraint calendar_years_revision_check CHECK ((revision > 0))
);
grant insert, select on calendar_years to staffing_app;

create table conduct_actions (
  at timestamp with time zone not null,
  by_id uuid,
  hall_code text not null,
  kind text not null,
  note text,
  record_id uuid not null,
  sequence bigint not null generated always as identity,
  constraint conduct_actions_pkey PRIMARY KEY (hall_code, record_id, sequence)
);
grant insert, select on conduct_actions to staffing_app;

create table conduct_records (
  case_id uuid,
  cause_id uuid,
  clause text not null,
  decided_by_id uuid,
  facts text,
  finding text,
  hall_code text not null,
  id uuid not null,
  is_upheld boolean,
  most_points integer not null,
  occurred_at timestamp with time zone not null,
  points integer,
  recorded_at timestamp with time zone not null,
  recorded_by_id uuid,
  source text not null,
  staff_id uuid not null,
  status text not null,
  constraint conduct_records_pkey PRIMARY KEY (hall_code, id),
  constraint conduct_records_source_check CHECK ((source = ANY (ARRAY['SYSTEM'::text, 'INSPECTION'::text, 'COMPLAINT'::text, 'SELF_CHECK'::text]))),
  constraint conduct_records_status_check CHECK ((status = ANY (ARRAY['RECORDED'::text, 'STATEMENT_GIVEN'::text, 'DECIDED'::text, 'APPEALED'::text, 'UPHELD'::text, 'OVERTURNED'::text]))),
  constraint somebody_or_something_says_so CHECK (((source = 'SYSTEM'::text) = ((finding IS NOT NULL) AND (cause_id IS NOT NULL) AND (facts IS NULL)))),
  constraint what_counts_was_decided CHECK (((is_upheld IS NULL) = ((points IS NULL) AND (decided_by_id IS NULL))))
);
CREATE INDEX conduct_records_newest ON conduct_records USING btree (hall_code, recorded_at, id);
CREATE UNIQUE INDEX conduct_records_of_cause ON conduct_records USING btree (hall_code, cause_id) WHERE (cause_id IS NOT NULL);
CREATE INDEX conduct_records_of_staff ON conduct_records USING btree (hall_code, staff_id, occurred_at);
CREATE INDEX conduct_records_open ON conduct_records USING btree (hall_code, staff_id) WHERE (status = ANY (ARRAY['RECORDED'::text, 'STATEMENT_GIVEN'::text, 'APPEALED'::text]));
grant insert, select, update on conduct_records to staffing_app;

create table conduct_rule_revisions (
  clause text not null,
  hall_code text not null,
  is_active boolean not null,
  points integer not null,
  reason text not null,
  revised_at timestamp with time zone not null,
  revised_by text not null,
  sequence bigint not null generated always as identity,
  constraint conduct_rule_revisions_pkey PRIMARY KEY (hall_code, clause, sequence),
  constraint conduct_rule_revisions_points_check CHECK (((points >= 0) AND (points <= 100)))
);
grant insert, select on conduct_rule_revisions to staffing_app;

create table covers (
  absent_id uuid,
  acting_id uuid not null,
  cause text not null,
  during tstzrange not null,
  hall_code text not null,
  id uuid not null,
  post_id uuid not null,
  constraint covers_pkey PRIMARY KEY (hall_code, id),
  constraint covers_one_per_post EXCLUDE USING gist (hall_code WITH =, post_id WITH =, during WITH &&),
  constraint covers_cause_check CHECK ((cause = ANY (ARRAY['PLANNED_LEAVE'::text, 'MISSED_CHECK_IN'::text, 'LEFT_POST'::text, 'REPORTED_ABSENCE'::text, 'NO_LEAD'::text]))),
  constraint covers_check CHECK ((acting_id <> absent_id))
);
grant insert, select on covers to staffing_app;
grant update (during) on covers to staffing_app;

create table dead_letters (
  attempts integer not null,
  consumer text not null,
  died_at timestamp with time zone not null default now(),
  id bigint not null generated always as identity,
  payload text not null,
  reason text not null,
  replayed_at timestamp with time zone,
  subject text not null,
  constraint dead_letters_pkey PRIMARY KEY (id)
);
grant insert, select on dead_letters to staffing_app;
grant update (replayed_at) on dead_letters to staffing_app;

create table departments (
  code text not null,
  hall_code text not null,
  head_id uuid,
  id uuid not null,
  name text not null,
  constraint departments_pkey PRIMARY KEY (hall_code, id),
  constraint departments_code_unique UNIQUE (hall_code, code)
);
grant insert, select, update on departments to staffing_app;

create table duty_receipts (
  duties text[] not null,
  hall_code text not null,
  post_id uuid not null,
  read_at timestamp with time zone not null,
  staff_id uuid not null,
  constraint duty_receipts_pkey PRIMARY KEY (hall_code, post_id, staff_id, read_at)
);
grant insert, select on duty_receipts to staffing_app;

create table halls (
  hall_code text not null,
  name text not null,
  preparation text not null default 'FIRST_SESSION'::text,
  registered_at timestamp with time zone not null,
  sessions jsonb not null,
  time_zone text not null,
  constraint halls_pkey PRIMARY KEY (hall_code),
  constraint halls_preparation_check CHECK ((preparation = ANY (ARRAY['FIRST_SESSION'::text, 'EVERY_SESSION'::text])))
);
grant insert, select, update on halls to staffing_app;

create table handover_acceptances (
  accepted_at timestamp with time zone not null,
  accepted_by_id uuid not null,
  hall_code text not null,
  leave_id uuid not null,
  post_id uuid not null,
  revision integer not null,
  constraint handover_acceptances_pkey PRIMARY KEY (hall_code, leave_id, post_id, revision)
);
grant insert, select on handover_acceptances to staffing_app;

create table idempotency_keys (
  actor text not null,
  created_at timestamp with time zone not null default now(),
  hall_code text not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  result jsonb,
  constraint idempotency_keys_pkey PRIMARY KEY (hall_code, actor, operation, key)
);
grant insert, select on idempotency_keys to staffing_app;
grant update (result) on idempotency_keys to staffing_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamp with time zone not null default now(),
  constraint inbox_pkey PRIMARY KEY (consumer, event_id)
);
grant insert, select on inbox to staffing_app;

create table leaves (
  begins_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  decided_at timestamp with time zone,
  decided_by_id uuid,
  ended_at timestamp with time zone,
  ended_by_id uuid,
  ends_at timestamp with time zone not null,
  hall_code text not null,
  handover_notes text,
  handover_prepared_at timestamp with time zone,
  handover_revision integer not null default 0,
  id uuid not null,
  kind text not null,
  reason text not null,
  refused_because text,
  requested_at timestamp with time zone not null,
  requested_by_id uuid not null,
  staff_id uuid not null,
  status text not null,
  constraint leaves_pkey PRIMARY KEY (hall_code, id),
  constraint leaves_of_one_person_do_not_overlap EXCLUDE USING gist (hall_code WITH =, staff_id WITH =, tstzrange(begins_at, LEAST(ends_at, ended_at)) WITH &&) WHERE ((status <> ALL (ARRAY['REFUSED'::text, 'CANCELLED'::text]))),
  constraint a_leave_ends_after_it_begins CHECK ((begins_at < ends_at)),
  constraint a_leave_ends_when_it_has_begun CHECK ((begins_at <= ended_at)),
  constraint leaves_kind_check CHECK ((kind = ANY (ARRAY['STUDY'::text, 'OFFICIAL_TRIP'::text, 'ANNUAL'::text, 'SICK'::text, 'PERSONAL'::text, 'EMERGENCY'::text]))),
  constraint leaves_status_check CHECK ((status = ANY (ARRAY['REQUESTED'::text, 'APPROVED'::text, 'REFUSED'::text, 'CANCELLED'::text, 'ENDED'::text]))),
  constraint nobody_grants_themselves_leave CHECK ((decided_by_id <> staff_id)),
  constraint what_is_decided_says_by_whom CHECK (((decided_at IS NULL) = (decided_by_id IS NULL)))
);
CREATE INDEX leaves_newest ON leaves USING btree (hall_code, begins_at, id);
grant insert, select, update on leaves to staffing_app;

create table outbox (
  aggregate_id text not null,
  attempts integer not null default 0,
  envelope jsonb not null,
  event_id uuid not null,
  hall_code text not null,
  id bigint not null generated always as identity,
  last_error text,
  occurred_at timestamp with time zone not null,
  publications integer not null default 0,
  published_at timestamp with time zone,
  sequence bigint not null,
  type text not null,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_event_unique UNIQUE (event_id)
);
CREATE INDEX outbox_by_time ON outbox USING brin (occurred_at);
CREATE INDEX outbox_pending ON outbox USING btree (id) WHERE (published_at IS NULL);
grant insert, select on outbox to staffing_app;
grant update (attempts, last_error, publications, published_at) on outbox to staffing_app;

create table post_assignments (
  appointed_by_id uuid,
  during tstzrange not null,
  hall_code text not null,
  post_id uuid not null,
  reason text,
  role text not null,
  staff_id uuid not null,
  constraint post_assignments_one_holder EXCLUDE USING gist (hall_code WITH =, post_id WITH =, role WITH =, during WITH &&) WHERE ((role <> 'TEMPORARY'::text)),
  constraint post_assignments_two_people EXCLUDE USING gist (hall_code WITH =, post_id WITH =, staff_id WITH =, during WITH &&),
  constraint a_temporary_is_appointed CHECK (((role <> 'TEMPORARY'::text) OR ((reason IS NOT NULL) AND (appointed_by_id IS NOT NULL) AND (NOT upper_inf(during))))),
  constraint post_assignments_during_check CHECK ((NOT isempty(during))),
  constraint post_assignments_role_check CHECK ((role = ANY (ARRAY['LEAD'::text, 'DEPUTY'::text, 'TEMPORARY'::text])))
);
CREATE INDEX post_assignments_by_staff ON post_assignments USING btree (hall_code, staff_id);
grant insert, select on post_assignments to staffing_app;
grant update (during) on post_assignments to staffing_app;

create table post_duties (
  acting_for_id uuid,
  cover_id uuid,
  during tstzrange not null,
  hall_code text not null,
  post_id uuid not null,
  role text not null,
  staff_id uuid not null,
  constraint post_duties_one_holder EXCLUDE USING gist (hall_code WITH =, post_id WITH =, during WITH &&),
  constraint post_duties_role_check CHECK ((role = ANY (ARRAY['LEAD'::text, 'DEPUTY'::text, 'TEMPORARY'::text])))
);
grant insert, select on post_duties to staffing_app;
grant update (during) on post_duties to staffing_app;

create table posts (
  code text not null,
  duties text[] not null,
  hall_code text not null,
  id uuid not null,
  look_again_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  looked_at timestamp with time zone,
  name text not null,
  version integer not null,
  window_id uuid not null,
  constraint posts_pkey PRIMARY KEY (hall_code, id),
  constraint posts_code_unique UNIQUE (hall_code, code)
);
CREATE INDEX posts_by_window ON posts USING btree (hall_code, window_id);
CREATE INDEX posts_to_look_at ON posts USING btree (look_again_at);
grant insert, select, update on posts to staffing_app;

create table service_windows (
  department_id uuid not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  number text not null,
  status text not null,
  version integer not null,
  constraint service_windows_pkey PRIMARY KEY (hall_code, id),
  constraint service_windows_number_unique UNIQUE (hall_code, number),
  constraint service_windows_status_check CHECK ((status = ANY (ARRAY['CLOSED'::text, 'PREPARING'::text, 'OPEN'::text, 'SUSPENDED'::text])))
);
CREATE INDEX service_windows_by_department ON service_windows USING btree (hall_code, department_id);
grant insert, select, update on service_windows to staffing_app;

create table staff (
  account text not null,
  badge_number text not null,
  department_id uuid not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  roles text[] not null,
  constraint staff_pkey PRIMARY KEY (hall_code, id),
  constraint staff_account_unique UNIQUE (hall_code, account),
  constraint staff_badge_unique UNIQUE (hall_code, badge_number)
);
grant insert, select, update on staff to staffing_app;

create table staff_acts (
  at timestamp with time zone not null,
  checklist text[],
  hall_code text not null,
  id uuid not null,
  kind text not null,
  mark text,
  reason text,
  recorded_at timestamp with time zone not null,
  recorded_by_id uuid,
  sequence bigint not null generated always as identity,
  staff_id uuid not null,
  undone_at timestamp with time zone,
  undone_by_id uuid,
  undone_reason text,
  window_id uuid,
  constraint staff_acts_pkey PRIMARY KEY (hall_code, id),
  constraint an_arrival_says_where CHECK (((kind = 'CHECK_IN'::text) = ((window_id IS NOT NULL) AND (mark IS NOT NULL) AND (checklist IS NOT NULL)))),
  constraint staff_acts_kind_check CHECK ((kind = ANY (ARRAY['CHECK_IN'::text, 'CHECK_OUT'::text, 'LEAVE_POST'::text, 'RETURN'::text, 'REPORT_ABSENCE'::text]))),
  constraint what_is_undone_says_by_whom CHECK (((undone_at IS NULL) = (undone_reason IS NULL)))
);
CREATE INDEX staff_acts_of_staff ON staff_acts USING btree (hall_code, staff_id, at);
grant insert, select on staff_acts to staffing_app;
grant update (undone_at, undone_by_id, undone_reason) on staff_acts to staffing_app;

create table training_attendances (
  hall_code text not null,
  staff_id uuid not null,
  training_id uuid not null,
  constraint training_attendances_pkey PRIMARY KEY (hall_code, staff_id, training_id)
);
grant insert, select on training_attendances to staffing_app;

create table trainings (
  hall_code text not null,
  held_on date not null,
  id uuid not null,
  kind text not null,
  minutes integer not null,
  notes text not null,
  recorded_at timestamp with time zone not null,
  recorded_by_id uuid not null,
  topic text not null,
  constraint trainings_pkey PRIMARY KEY (hall_code, id),
  constraint trainings_kind_check CHECK ((kind = ANY (ARRAY['POLICY'::text, 'LAW'::text, 'HALL_RULES'::text, 'BUSINESS'::text, 'COMPUTER'::text, 'ETIQUETTE'::text]))),
  constraint trainings_minutes_check CHECK ((minutes > 0))
);
CREATE INDEX trainings_newest ON trainings USING btree (hall_code, held_on, id);
grant insert, select on trainings to staffing_app;

create table vacancies (
  during tstzrange not null,
  hall_code text not null,
  owner_id uuid not null,
  post_id uuid not null,
  reason text not null,
  constraint vacancies_one_per_post EXCLUDE USING gist (hall_code WITH =, post_id WITH =, during WITH &&)
);
grant insert, select on vacancies to staffing_app;
grant update (during) on vacancies to staffing_app;

alter table calendar_years add constraint calendar_years_hall_code_fkey FOREIGN KEY (hall_code) REFERENCES halls(hall_code);
alter table conduct_actions add constraint conduct_actions_hall_code_record_id_fkey FOREIGN KEY (hall_code, record_id) REFERENCES conduct_records(hall_code, id);
alter table conduct_records add constraint conduct_records_hall_code_fkey FOREIGN KEY (hall_code) REFERENCES halls(hall_code);
alter table conduct_records add constraint conduct_records_hall_code_staff_id_fkey FOREIGN KEY (hall_code, staff_id) REFERENCES staff(hall_code, id);
alter table conduct_rule_revisions add constraint conduct_rule_revisions_hall_code_fkey FOREIGN KEY (hall_code) REFERENCES halls(hall_code);
alter table covers add constraint covers_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
alter table departments add constraint departments_hall_code_fkey FOREIGN KEY (hall_code) REFERENCES halls(hall_code);
alter table duty_receipts add constraint duty_receipts_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
alter table handover_acceptances add constraint handover_acceptances_hall_code_leave_id_fkey FOREIGN KEY (hall_code, leave_id) REFERENCES leaves(hall_code, id);
alter table handover_acceptances add constraint handover_acceptances_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
alter table leaves add constraint leaves_hall_code_staff_id_fkey FOREIGN KEY (hall_code, staff_id) REFERENCES staff(hall_code, id);
alter table post_assignments add constraint post_assignments_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
alter table post_assignments add constraint post_assignments_hall_code_staff_id_fkey FOREIGN KEY (hall_code, staff_id) REFERENCES staff(hall_code, id);
alter table post_duties add constraint post_duties_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
alter table posts add constraint posts_hall_code_window_id_fkey FOREIGN KEY (hall_code, window_id) REFERENCES service_windows(hall_code, id);
alter table service_windows add constraint service_windows_hall_code_department_id_fkey FOREIGN KEY (hall_code, department_id) REFERENCES departments(hall_code, id);
alter table staff add constraint staff_hall_code_department_id_fkey FOREIGN KEY (hall_code, department_id) REFERENCES departments(hall_code, id);
alter table staff_acts add constraint staff_acts_hall_code_staff_id_fkey FOREIGN KEY (hall_code, staff_id) REFERENCES staff(hall_code, id);
alter table staff_acts add constraint staff_acts_hall_code_window_id_fkey FOREIGN KEY (hall_code, window_id) REFERENCES service_windows(hall_code, id);
alter table training_attendances add constraint training_attendances_hall_code_staff_id_fkey FOREIGN KEY (hall_code, staff_id) REFERENCES staff(hall_code, id);
alter table training_attendances add constraint training_attendances_hall_code_training_id_fkey FOREIGN KEY (hall_code, training_id) REFERENCES trainings(hall_code, id);
alter table trainings add constraint trainings_hall_code_fkey FOREIGN KEY (hall_code) REFERENCES halls(hall_code);
alter table vacancies add constraint vacancies_hall_code_post_id_fkey FOREIGN KEY (hall_code, post_id) REFERENCES posts(hall_code, id);
