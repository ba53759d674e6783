-- What the migrations of complaints make. Generated: npm run fix:rows

create sequence complaint_numbers start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1;
grant usage on sequence complaint_numbers to complaints_app;

create table complainants (
  complaint_id uuid not null,
  hall_code text not null,
  name_sealed text not null,
  phone_sealed text,
  constraint complainants_pkey PRIMARY KEY (hall_code, complaint_id)
);
grant insert, select on complainants to complaints_app;

create table complaint_actions (
  at timestamp with time zone not null,
  clause text,
  complaint_id uuid not null,
  hall_code text not null,
  kind text not null,
  note text,
  officer_id uuid,
  sequence integer not null,
  constraint complaint_actions_pkey PRIMARY KEY (hall_code, complaint_id, sequence)
);
grant insert, select on complaint_actions to complaints_app;

create table complaint_states (
  at timestamp with time zone not null,
  complaint_id uuid not null,
  department_id uuid,
  due_at timestamp with time zone,
  fed_back boolean not null,
  finding text,
  grounds text[] not null,
  hall_code text not null,
  sequence integer not null,
  status text not null,
  time_class text,
  window_id uuid,
  constraint complaint_states_pkey PRIMARY KEY (hall_code, complaint_id, sequence)
);
grant insert, select on complaint_states to complaints_app;

create table complaints (
  anonymous boolean not null,
  case_id uuid,
  channel text not null,
  closed_at timestamp with time zone,
  concerned_ids uuid[] not null,
  due_at timestamp with time zone,
  feedback jsonb,
  finding text,
  grounds text[] not null,
  hall_code text not null,
  id uuid not null,
  number text not null,
  opinion text,
  owner_id uuid not null,
  received_at timestamp with time zone not null,
  registered_by text not null,
  respondent_id uuid,
  status text not null,
  summary text not null,
  time_class text,
  version integer not null,
  window_id uuid,
  constraint complaints_pkey PRIMARY KEY (hall_code, id),
  constraint complaints_number_unique UNIQUE (hall_code, number),
  constraint complaints_owner_not_concerned CHECK ((NOT (owner_id = ANY (concerned_ids))))
);
CREATE INDEX complaints_by_month ON complaints USING brin (received_at);
CREATE INDEX complaints_by_registrar ON complaints USING btree (hall_code, registered_by);
CREATE INDEX complaints_open_by_owner ON complaints USING btree (hall_code, owner_id) WHERE (status = ANY (ARRAY['REGISTERED'::text, 'CLASSIFIED'::text, 'INVESTIGATING'::text, 'ESCALATED'::text, 'ORDERED'::text, 'DECIDED'::text, 'FED_BACK'::text]));
grant insert, select, update on complaints to complaints_app;

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
grant insert, select on dead_letters to complaints_app;
grant update (replayed_at) on dead_letters to complaints_app;

create table deadline_events (
  at timestamp with time zone not null,
  deadline_id uuid not null,
  details jsonb not null,
  hall_code text not null,
  kind text not null,
  sequence integer not null,
  constraint deadline_events_pkey PRIMARY KEY (hall_code, deadline_id, sequence)
);
grant insert, select on deadline_events to complaints_app;

create table deadline_levels (
  answerable_id uuid not null,
  at timestamp with time zone not null,
  deadline_id uuid not null,
  hall_code text not null,
  level text not null,
  notified_at timestamp with time zone not null,
  promise integer not null,
  constraint deadline_levels_pkey PRIMARY KEY (hall_code, deadline_id, promise, level),
  constraint deadline_levels_level_check CHECK ((level = ANY (ARRAY['AMBER'::text, 'RED'::text, 'BREACHED'::text, 'SECTION_HEAD'::text, 'CENTRE_LEADER'::text])))
);
grant insert, select on deadline_levels to complaints_app;

create table deadline_moves (
  at timestamp with time zone not null,
  calendar_version text not null,
  deadline_id uuid not null,
  due_after timestamp with time zone,
  due_before timestamp with time zone,
  hall_code text not null,
  id bigint not null generated always as identity,
  reason text not null,
  constraint deadline_moves_pkey PRIMARY KEY (hall_code, deadline_id, id)
);
grant insert, select on deadline_moves to complaints_app;

create table deadlines (
  calendar_version text not null,
  due_at timestamp with time zone,
  hall_code text not null,
  id uuid not null,
  is_open boolean not null,
  ladder text not null default ''::text,
  next_level_at timestamp with time zone,
  notified text[] not null default '{}'::text[],
  owner_id uuid not null,
  owner_kind text not null,
  provisional boolean not null,
  subject text not null,
  constraint deadlines_pkey PRIMARY KEY (hall_code, id),
  constraint deadlines_owner_kind_check CHECK ((owner_kind = 'COMPLAINT'::text)),
  constraint deadlines_subject_check CHECK ((subject = 'COMPLAINT'::text))
);
CREATE INDEX deadlines_due ON deadlines USING btree (next_level_at) WHERE (next_level_at IS NOT NULL);
CREATE INDEX deadlines_notified ON deadlines USING btree (hall_code, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (is_open AND (cardinality(notified) > 0));
CREATE INDEX deadlines_open_by_counting ON deadlines USING btree (hall_code, calendar_version, ladder) WHERE is_open;
CREATE INDEX deadlines_open_by_owner ON deadlines USING btree (hall_code, owner_kind, owner_id) WHERE is_open;
grant insert, select, update on deadlines to complaints_app;

create table hall_calendars (
  hall_code text not null,
  version text not null,
  constraint hall_calendars_pkey PRIMARY KEY (hall_code)
);
grant insert, select, update on hall_calendars to complaints_app;

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
grant insert, select on idempotency_keys to complaints_app;
grant update (result) on idempotency_keys to complaints_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamp with time zone not null default now(),
  constraint inbox_pkey PRIMARY KEY (consumer, event_id)
);
grant insert, select on inbox to complaints_app;

create table known_calendar_years (
  hall_code text not null,
  make_up_days date[] not null,
  notice_reference text not null,
  off_days date[] not null,
  published_at timestamp with time zone not null,
  revision integer not null,
  year integer not null,
  constraint known_calendar_years_pkey PRIMARY KEY (hall_code, year)
);
grant insert, select, update on known_calendar_years to complaints_app;

create table known_cases (
  department_id uuid not null,
  hall_code text not null,
  handler_ids uuid[] not null,
  id uuid not null,
  number text not null,
  sequence bigint not null,
  window_id uuid not null,
  constraint known_cases_pkey PRIMARY KEY (hall_code, id)
);
grant delete, insert, select, update on known_cases to complaints_app;

create table known_departments (
  code text not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  sequence bigint not null,
  constraint known_departments_pkey PRIMARY KEY (hall_code, id)
);
grant delete, insert, select, update on known_departments to complaints_app;

create table known_halls (
  hall_code text not null,
  name text not null,
  sequence bigint not null,
  sessions jsonb not null,
  constraint known_halls_pkey PRIMARY KEY (hall_code)
);
grant delete, insert, select, update on known_halls to complaints_app;

create table known_posts (
  acting_for_id uuid,
  cover_id uuid,
  hall_code text not null,
  holder_id uuid,
  holder_role text,
  id uuid not null,
  sequence bigint not null,
  window_id uuid not null,
  constraint known_posts_pkey PRIMARY KEY (hall_code, id)
);
CREATE INDEX known_posts_by_holder ON known_posts USING btree (hall_code, holder_id);
grant delete, insert, select, update on known_posts to complaints_app;

create table known_staff (
  account text not null,
  badge_number text,
  department_id uuid not null,
  hall_code text not null,
  id uuid not null,
  name text,
  roles text[] not null,
  sequence bigint not null,
  constraint known_staff_pkey PRIMARY KEY (hall_code, id),
  constraint known_staff_account_unique UNIQUE (hall_code, account)
);
grant delete, insert, select, update on known_staff to complaints_app;

create table known_windows (
  department_id uuid not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  number text not null,
  sequence bigint not null,
  constraint known_windows_pkey PRIMARY KEY (hall_code, id)
);
grant delete, insert, select, update on known_windows to complaints_app;

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
grant insert, select on outbox to complaints_app;
grant update (attempts, last_error, publications, published_at) on outbox to complaints_app;

alter table complainants add constraint complainants_hall_code_complaint_id_fkey FOREIGN KEY (hall_code, complaint_id) REFERENCES complaints(hall_code, id);
alter table complaint_actions add constraint complaint_actions_hall_code_complaint_id_fkey FOREIGN KEY (hall_code, complaint_id) REFERENCES complaints(hall_code, id);
alter table complaint_states add constraint complaint_states_hall_code_complaint_id_fkey FOREIGN KEY (hall_code, complaint_id) REFERENCES complaints(hall_code, id);
