-- The schema of complaints as the migrations of commit 57c272c made it, and some rows. Frozen.

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

create table complaint_term_events (
  at timestamp with time zone not null,
  complaint_id uuid not null,
  details jsonb not null,
  hall_code text not null,
  kind text not null,
  sequence integer not null,
  constraint complaint_term_events_pkey PRIMARY KEY (hall_code, complaint_id, sequence)
);
grant insert, select on complaint_term_events to complaints_app;

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
alter table complaint_term_events add constraint complaint_term_events_hall_code_complaint_id_fkey FOREIGN KEY (hall_code, complaint_id) REFERENCES complaints(hall_code, id);

create table migrations (id serial primary key, timestamp bigint not null, name varchar not null);
insert into migrations (timestamp, name) values
  (1790000000000, 'CreateMessaging1790000000000'),
  (1790000000001, 'CreateComplaints1790000000001'),
  (1790000000002, 'CreateDirectory1790000000002'),
  (1790000000003, 'ExtendDirectory1790000000003');

-- One complaint that is open and one that is closed, with the terms that complaints kept by themselves.
insert into complaints (hall_code, id, number, anonymous, channel, concerned_ids, grounds, owner_id, received_at, registered_by, status,
    summary, version, due_at, closed_at) values
  ('h', '00000000-0000-0000-0000-0000000000c1', 'h-1', true, 'PHONE', '{}', '{}', '00000000-0000-0000-0000-0000000000a1',
   '2026-11-23T09:00:00+08:00', 'desk', 'REGISTERED', '态度', 1, '2026-11-30T17:00:00+08:00', null),
  ('h', '00000000-0000-0000-0000-0000000000c2', 'h-2', true, 'PHONE', '{}', '{}', '00000000-0000-0000-0000-0000000000a1',
   '2026-11-20T09:00:00+08:00', 'desk', 'CLOSED', '态度', 2, '2026-11-27T17:00:00+08:00', '2026-11-24T09:00:00+08:00');
insert into complaint_term_events (hall_code, complaint_id, sequence, kind, at, details) values
  ('h', '00000000-0000-0000-0000-0000000000c1', 1, 'START', '2026-11-23T09:00:00+08:00', '{}'),
  ('h', '00000000-0000-0000-0000-0000000000c2', 1, 'START', '2026-11-20T09:00:00+08:00', '{}'),
  ('h', '00000000-0000-0000-0000-0000000000c2', 5, 'FINISH', '2026-11-24T09:00:00+08:00', '{}');
