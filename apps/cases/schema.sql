-- What the migrations of cases make. Generated: npm run fix:rows

create sequence case_numbers start 1 increment 1 minvalue 1 maxvalue 9223372036854775807 cache 1;
grant usage on sequence case_numbers to cases_app;

create table acceptance_slips (
  case_id uuid not null,
  code_of text not null,
  due_on date not null,
  hall_code text not null,
  issued_at timestamp with time zone not null,
  number text not null,
  pickup_window_id uuid not null,
  provisional boolean not null,
  constraint acceptance_slips_pkey PRIMARY KEY (hall_code, number)
);
CREATE INDEX acceptance_slips_by_case ON acceptance_slips USING btree (hall_code, case_id);
grant insert, select on acceptance_slips to cases_app;

create table applicant_reveals (
  at timestamp with time zone not null,
  by_id uuid not null,
  case_id uuid not null,
  hall_code text not null,
  purpose text not null
);
grant insert, select on applicant_reveals to cases_app;

create table case_actions (
  acting_for_id uuid,
  at timestamp with time zone not null,
  case_id uuid not null,
  clause text,
  cover_id uuid,
  hall_code text not null,
  kind text not null,
  note text,
  officer_id uuid,
  post_id uuid,
  sequence integer not null,
  constraint case_actions_pkey PRIMARY KEY (hall_code, case_id, sequence)
);
CREATE INDEX case_actions_of_discretion ON case_actions USING btree (hall_code, at) WHERE (kind = ANY (ARRAY['NOTICE_RULE_BROKEN'::text, 'EXTENDED'::text, 'SUBSTITUTE_NAMED'::text, 'DEFERRED'::text]));
CREATE INDEX case_actions_of_ending ON case_actions USING btree (hall_code, at) WHERE (kind = ANY (ARRAY['RETURNED'::text, 'WITHDRAWN'::text, 'WITHDRAWN_BY_APPLICANT'::text]));
grant insert, select on case_actions to cases_app;

create table case_applicants (
  account text,
  case_id uuid not null,
  hall_code text not null,
  id_number_hash text not null,
  id_number_sealed text not null,
  kind text not null default 'PERSON'::text,
  name_sealed text not null,
  phone_sealed text,
  constraint case_applicants_pkey PRIMARY KEY (hall_code, case_id),
  constraint case_applicants_kind_check CHECK ((kind = ANY (ARRAY['PERSON'::text, 'ORGANISATION'::text])))
);
CREATE INDEX case_applicants_by_account ON case_applicants USING btree (hall_code, account) WHERE (account IS NOT NULL);
CREATE INDEX case_applicants_by_id_number ON case_applicants USING btree (hall_code, id_number_hash);
grant insert, select on case_applicants to cases_app;

create table case_defects (
  case_id uuid not null,
  explanation text not null,
  found_at timestamp with time zone not null,
  found_by_id uuid not null,
  hall_code text not null,
  kind text not null,
  material_code text not null,
  newly_supplied boolean not null,
  notice_number text,
  pausing boolean not null,
  sequence bigint not null generated always as identity,
  settled_at timestamp with time zone,
  constraint case_defects_pkey PRIMARY KEY (hall_code, case_id, sequence),
  constraint case_defects_kind_check CHECK ((kind = ANY (ARRAY['MISSING'::text, 'NOT_LEGAL_FORM'::text, 'WRONG_CONTENT'::text, 'ON_SPOT'::text]))),
  constraint on_spot_is_never_noticed CHECK (((kind <> 'ON_SPOT'::text) OR ((notice_number IS NULL) AND (NOT pausing))))
);
grant insert, select, update on case_defects to cases_app;

create table case_materials (
  case_id uuid not null,
  code text not null,
  hall_code text not null,
  received_at timestamp with time zone not null,
  constraint case_materials_pkey PRIMARY KEY (hall_code, case_id, code, received_at)
);
grant insert, select on case_materials to cases_app;

create table case_standstills (
  body text,
  case_id uuid not null,
  evidence text not null,
  expected_end date not null,
  ground text not null,
  hall_code text not null,
  id uuid not null,
  since timestamp with time zone not null,
  stopped_by_id uuid not null,
  constraint case_standstills_pkey PRIMARY KEY (hall_code, id)
);
CREATE INDEX case_standstills_by_case ON case_standstills USING btree (hall_code, case_id, since);
grant insert, select on case_standstills to cases_app;

create table case_steps (
  case_id uuid not null,
  closed_at timestamp with time zone,
  hall_code text not null,
  id uuid not null,
  name text not null,
  passed_at timestamp with time zone,
  passed_by_id uuid,
  place integer not null,
  started_at timestamp with time zone,
  step_limit jsonb not null,
  constraint case_steps_pkey PRIMARY KEY (hall_code, id),
  constraint case_steps_hall_code_case_id_place_key UNIQUE (hall_code, case_id, place),
  constraint passed_on_or_closed CHECK (((passed_at IS NULL) OR (closed_at IS NULL)))
);
grant insert, select, update on case_steps to cases_app;

create table cases (
  accepted_at timestamp with time zone,
  accepted_by_id uuid,
  contact_id uuid,
  decision jsonb,
  delivery jsonb,
  delivery_choice jsonb,
  department_id uuid not null,
  due_at timestamp with time zone,
  hall_code text not null,
  handler_ids uuid[] not null,
  handling_type text not null,
  id uuid not null,
  item_code text not null,
  item_id uuid not null,
  item_version integer not null,
  number text not null,
  paused_on text,
  post_id uuid not null,
  received_at timestamp with time zone not null,
  regime text not null,
  responsible_id uuid not null,
  situations text[] not null default '{}'::text[],
  status text not null,
  substitute_window_id uuid,
  version integer not null,
  window_id uuid not null,
  constraint cases_pkey PRIMARY KEY (hall_code, id),
  constraint cases_number_unique UNIQUE (hall_code, number)
);
CREATE INDEX cases_at_rest ON cases USING btree (hall_code) WHERE (paused_on IS NOT NULL);
CREATE INDEX cases_by_status ON cases USING btree (hall_code, status, received_at, id);
CREATE INDEX cases_newest ON cases USING btree (hall_code, received_at, id);
CREATE INDEX cases_newest_of_item ON cases USING btree (hall_code, item_id, received_at, id);
CREATE INDEX cases_newest_of_person ON cases USING btree (hall_code, responsible_id, received_at, id);
CREATE INDEX cases_newest_of_window ON cases USING btree (hall_code, window_id, received_at, id);
CREATE INDEX cases_open_by_post ON cases USING btree (hall_code, post_id) WHERE (status = ANY (ARRAY['RECEIVED'::text, 'AWAITING_CORRECTION'::text, 'ACCEPTED'::text, 'IN_PROGRESS'::text, 'DECIDED'::text]));
CREATE INDEX cases_to_collect ON cases USING btree (hall_code, window_id) WHERE ((status = 'DECIDED'::text) AND (substitute_window_id IS NULL));
CREATE INDEX cases_to_collect_elsewhere ON cases USING btree (hall_code, substitute_window_id) WHERE ((status = 'DECIDED'::text) AND (substitute_window_id IS NOT NULL));
CREATE INDEX cases_urgent ON cases USING btree (hall_code, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (status = ANY (ARRAY['RECEIVED'::text, 'AWAITING_CORRECTION'::text, 'ACCEPTED'::text, 'IN_PROGRESS'::text, 'DECIDED'::text]));
CREATE INDEX cases_urgent_of_person ON cases USING btree (hall_code, responsible_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (status = ANY (ARRAY['RECEIVED'::text, 'AWAITING_CORRECTION'::text, 'ACCEPTED'::text, 'IN_PROGRESS'::text, 'DECIDED'::text]));
CREATE INDEX cases_urgent_of_window ON cases USING btree (hall_code, window_id, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (status = ANY (ARRAY['RECEIVED'::text, 'AWAITING_CORRECTION'::text, 'ACCEPTED'::text, 'IN_PROGRESS'::text, 'DECIDED'::text]));
grant insert, select, update on cases to cases_app;

create table consultations (
  contact_id uuid not null,
  hall_code text not null,
  item_id uuid not null,
  item_version integer not null,
  material_codes text[] not null default '{}'::text[],
  mode text not null,
  told_at timestamp with time zone not null,
  told_by_id uuid not null,
  constraint consultations_pkey PRIMARY KEY (hall_code, contact_id, item_id, told_at),
  constraint consultations_mode_check CHECK ((mode = ANY (ARRAY['ORAL'::text, 'SHOWN'::text, 'PRINTED'::text, 'ELECTRONIC'::text])))
);
grant insert, select on consultations to cases_app;

create table contact_touches (
  answer text,
  at timestamp with time zone not null,
  case_id uuid,
  contact_id uuid not null,
  hall_code text not null,
  kind text not null,
  note text,
  officer_id uuid not null,
  outcome text,
  referred_to text,
  constraint contact_touches_ended CHECK (((kind = 'ENDED'::text) = (outcome IS NOT NULL)))
);
CREATE INDEX contact_touches_by_contact ON contact_touches USING btree (hall_code, contact_id, at);
grant insert, select on contact_touches to cases_app;

create table contacts (
  answer text,
  case_id uuid,
  channel text not null,
  client_hash text,
  closed_at timestamp with time zone,
  day date,
  desk_question text,
  desk_since timestamp with time zone,
  desk_taken_at timestamp with time zone,
  desk_taken_by_id uuid,
  first_officer_id uuid not null,
  hall_code text not null,
  id uuid not null,
  item_id uuid,
  matter text,
  outcome text,
  owner_id uuid not null,
  post_id uuid,
  received_at timestamp with time zone not null,
  referral_count integer not null default 0,
  referred_to text,
  subject text not null,
  version integer not null,
  window_id uuid,
  constraint contacts_pkey PRIMARY KEY (hall_code, id),
  constraint contacts_channel_check CHECK ((channel = ANY (ARRAY['WINDOW'::text, 'PHONE'::text, 'LETTER'::text, 'ONLINE'::text]))),
  constraint contacts_desk_whole CHECK ((((desk_since IS NULL) = (desk_question IS NULL)) AND ((desk_taken_at IS NULL) = (desk_taken_by_id IS NULL)) AND ((desk_taken_at IS NULL) OR (desk_since IS NOT NULL)))),
  constraint contacts_end_with_an_outcome CHECK (((closed_at IS NULL) = (outcome IS NULL))),
  constraint contacts_outcome_check CHECK ((outcome = ANY (ARRAY['ANSWERED'::text, 'SERVED'::text, 'ACCEPTED'::text, 'REFERRED'::text])))
);
CREATE INDEX contacts_at_desk ON contacts USING btree (hall_code, received_at, id) WHERE ((desk_since IS NOT NULL) AND (desk_taken_at IS NULL) AND (closed_at IS NULL));
CREATE INDEX contacts_by_client ON contacts USING btree (hall_code, matter, client_hash, day) WHERE (client_hash IS NOT NULL);
CREATE UNIQUE INDEX contacts_of_day ON contacts USING btree (hall_code, client_hash, matter, day) WHERE (client_hash IS NOT NULL);
CREATE INDEX contacts_open_by_owner ON contacts USING btree (hall_code, owner_id, received_at) WHERE (closed_at IS NULL);
CREATE INDEX contacts_open_by_post ON contacts USING btree (hall_code, post_id) WHERE ((closed_at IS NULL) AND (post_id IS NOT NULL));
grant insert, select, update on contacts to cases_app;

create table correction_notices (
  approved_by_id uuid,
  basis text,
  case_id uuid not null,
  deadline_id uuid,
  ground text,
  hall_code text not null,
  issued_at timestamp with time zone not null,
  issued_by_id uuid not null,
  number text not null,
  reply_by date not null,
  constraint correction_notices_pkey PRIMARY KEY (hall_code, number),
  constraint an_omission_is_approved CHECK (((ground IS DISTINCT FROM 'OMISSION'::text) OR (approved_by_id IS NOT NULL))),
  constraint correction_notices_ground_check CHECK ((ground = ANY (ARRAY['NEWLY_SUPPLIED'::text, 'CHANGED_LAW'::text, 'OMISSION'::text])))
);
CREATE INDEX correction_notices_by_case ON correction_notices USING btree (hall_code, case_id, issued_at);
CREATE UNIQUE INDEX correction_notices_first ON correction_notices USING btree (hall_code, case_id) WHERE (ground IS NULL);
grant insert, select on correction_notices to cases_app;

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
grant insert, select on dead_letters to cases_app;
grant update (replayed_at) on dead_letters to cases_app;

create table deadline_events (
  at timestamp with time zone not null,
  deadline_id uuid not null,
  details jsonb not null,
  hall_code text not null,
  kind text not null,
  sequence integer not null,
  constraint deadline_events_pkey PRIMARY KEY (hall_code, deadline_id, sequence)
);
grant insert, select on deadline_events to cases_app;

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
CREATE INDEX deadline_levels_by_time ON deadline_levels USING btree (hall_code, at);
grant insert, select on deadline_levels to cases_app;

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
grant insert, select on deadline_moves to cases_app;

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
  constraint deadlines_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['CASE'::text, 'MAJOR_MATTER'::text, 'RATING'::text, 'CONTACT'::text, 'REPORT'::text]))),
  constraint deadlines_subject_check CHECK ((subject = ANY (ARRAY['CASE'::text, 'STEP'::text, 'JOINT_TASK'::text, 'CHECK'::text, 'NOTICE'::text, 'CORRECTION'::text, 'PAUSE'::text, 'MAJOR_MATTER'::text, 'RATING'::text, 'CONTACT'::text, 'CONSULTATION'::text, 'REPORT'::text])))
);
CREATE INDEX deadlines_due ON deadlines USING btree (next_level_at) WHERE (next_level_at IS NOT NULL);
CREATE INDEX deadlines_notified ON deadlines USING btree (hall_code, COALESCE(due_at, 'infinity'::timestamp with time zone), id) WHERE (is_open AND (cardinality(notified) > 0));
CREATE INDEX deadlines_open_by_counting ON deadlines USING btree (hall_code, calendar_version, ladder) WHERE is_open;
CREATE INDEX deadlines_open_by_owner ON deadlines USING btree (hall_code, owner_kind, owner_id) WHERE is_open;
grant insert, select, update on deadlines to cases_app;

create table guide_counts (
  copies integer not null,
  counted_at timestamp with time zone not null,
  counted_by_id uuid not null,
  hall_code text not null,
  item_id uuid not null,
  window_id uuid not null,
  constraint guide_counts_pkey PRIMARY KEY (hall_code, window_id, item_id, counted_at),
  constraint guide_counts_copies_check CHECK ((copies >= 0))
);
grant insert, select on guide_counts to cases_app;

create table guide_orders (
  filled_at timestamp with time zone,
  filled_by_id uuid,
  hall_code text not null,
  id uuid not null,
  item_id uuid not null,
  opened_at timestamp with time zone not null,
  owner_id uuid not null,
  window_id uuid not null,
  constraint guide_orders_pkey PRIMARY KEY (hall_code, id)
);
CREATE UNIQUE INDEX guide_orders_one_open ON guide_orders USING btree (hall_code, window_id, item_id) WHERE (filled_at IS NULL);
CREATE INDEX guide_orders_open ON guide_orders USING btree (hall_code, opened_at) WHERE (filled_at IS NULL);
grant insert, select, update on guide_orders to cases_app;

create table hall_calendars (
  hall_code text not null,
  version text not null,
  constraint hall_calendars_pkey PRIMARY KEY (hall_code)
);
grant insert, select, update on hall_calendars to cases_app;

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
grant insert, select on idempotency_keys to cases_app;
grant update (result) on idempotency_keys to cases_app;

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamp with time zone not null default now(),
  constraint inbox_pkey PRIMARY KEY (consumer, event_id)
);
grant insert, select on inbox to cases_app;

create table joint_tasks (
  agreed boolean,
  case_id uuid not null,
  department_id uuid not null,
  due_at timestamp with time zone,
  given_at timestamp with time zone,
  given_by_id uuid,
  hall_code text not null,
  id uuid not null,
  opinion text,
  stage integer not null,
  started_at timestamp with time zone,
  state text not null,
  taken_at timestamp with time zone,
  taken_by_id uuid,
  task_limit jsonb not null,
  constraint joint_tasks_pkey PRIMARY KEY (hall_code, id),
  constraint joint_tasks_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'OPEN'::text, 'GIVEN'::text, 'ENDED'::text])))
);
CREATE INDEX joint_tasks_by_case ON joint_tasks USING btree (hall_code, case_id, stage);
CREATE INDEX joint_tasks_open_of_department ON joint_tasks USING btree (hall_code, department_id) WHERE (state = 'OPEN'::text);
grant insert, select, update on joint_tasks to cases_app;

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
grant insert, select, update on known_calendar_years to cases_app;

create table known_departments (
  code text not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  sequence bigint not null,
  constraint known_departments_pkey PRIMARY KEY (hall_code, id)
);
grant delete, insert, select, update on known_departments to cases_app;

create table known_halls (
  began_at timestamp with time zone,
  hall_code text not null,
  name text not null,
  sequence bigint not null,
  sessions jsonb not null,
  constraint known_halls_pkey PRIMARY KEY (hall_code)
);
grant delete, insert, select, update on known_halls to cases_app;

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
grant delete, insert, select, update on known_posts to cases_app;

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
grant delete, insert, select, update on known_staff to cases_app;

create table known_windows (
  department_id uuid not null,
  hall_code text not null,
  id uuid not null,
  name text not null,
  number text not null,
  sequence bigint not null,
  constraint known_windows_pkey PRIMARY KEY (hall_code, id)
);
grant delete, insert, select, update on known_windows to cases_app;

create table level_corrections (
  answerable_id uuid not null,
  cause text not null,
  corrected_at timestamp with time zone not null,
  deadline_id uuid not null,
  hall_code text not null,
  id bigint not null generated always as identity,
  level text not null,
  promise integer not null,
  constraint level_corrections_pkey PRIMARY KEY (hall_code, deadline_id, promise, level, id)
);
grant insert, select on level_corrections to cases_app;

create table major_matters (
  answer text,
  answered_at timestamp with time zone,
  answered_by_id uuid,
  case_id uuid,
  contact_id uuid,
  facts_sealed text not null,
  hall_code text not null,
  id uuid not null,
  kind text not null,
  occurred_at timestamp with time zone not null,
  reported_at timestamp with time zone not null,
  reported_by_id uuid not null,
  reported_in_time boolean not null,
  constraint major_matters_pkey PRIMARY KEY (hall_code, id)
);
CREATE INDEX major_matters_newest ON major_matters USING btree (hall_code, reported_at, id);
CREATE INDEX major_matters_open ON major_matters USING btree (hall_code) WHERE (answered_at IS NULL);
grant insert, select, update on major_matters to cases_app;

create table messages (
  delivered_at timestamp with time zone,
  for_staff_id uuid not null,
  hall_code text not null,
  id uuid not null,
  sealed text not null,
  taken_at timestamp with time zone not null,
  taken_by_id uuid not null,
  constraint messages_pkey PRIMARY KEY (hall_code, id)
);
CREATE INDEX messages_by_receiver ON messages USING btree (hall_code, for_staff_id, taken_at);
CREATE INDEX messages_unread ON messages USING btree (hall_code, for_staff_id) WHERE (delivered_at IS NULL);
grant insert, select, update on messages to cases_app;

create table monthly_case_reports (
  due_on date not null,
  hall_code text not null,
  month text not null,
  remark text not null,
  rows jsonb not null,
  submitted_at timestamp with time zone not null,
  submitted_by_id uuid not null,
  constraint monthly_case_reports_pkey PRIMARY KEY (hall_code, month),
  constraint monthly_case_reports_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text))
);
grant insert, select on monthly_case_reports to cases_app;

create table notice_deliveries (
  acknowledged_at timestamp with time zone,
  delivered_at timestamp with time zone not null,
  delivered_by_id uuid not null,
  hall_code text not null,
  mode text not null,
  notice_number text not null,
  reply_by date,
  constraint notice_deliveries_pkey PRIMARY KEY (hall_code, notice_number),
  constraint notice_deliveries_mode_check CHECK ((mode = ANY (ARRAY['PRINTED'::text, 'ELECTRONIC'::text])))
);
grant insert, select, update on notice_deliveries to cases_app;

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
grant insert, select on outbox to cases_app;
grant update (attempts, last_error, publications, published_at) on outbox to cases_app;

create table post_holders (
  answerable_id uuid not null,
  at timestamp with time zone not null,
  hall_code text not null,
  post_id uuid not null,
  sequence bigint not null,
  constraint post_holders_pkey PRIMARY KEY (hall_code, post_id, sequence)
);
grant insert, select on post_holders to cases_app;

create table queue_acts (
  acting_for_id uuid,
  at timestamp with time zone not null,
  cover_id uuid,
  hall_code text not null,
  kind text not null,
  officer_id uuid not null,
  post_id uuid,
  priority_group text,
  reason text,
  sequence integer not null,
  ticket_id uuid not null,
  constraint queue_acts_pkey PRIMARY KEY (hall_code, ticket_id, sequence),
  constraint queue_acts_kind_check CHECK ((kind = ANY (ARRAY['CALLED'::text, 'RECALLED'::text, 'NO_SHOW'::text])))
);
grant insert, select on queue_acts to cases_app;

create table queue_numbers (
  day date not null,
  hall_code text not null,
  last_number integer not null,
  window_id uuid not null,
  constraint queue_numbers_pkey PRIMARY KEY (hall_code, window_id, day)
);
grant insert, select, update on queue_numbers to cases_app;

create table queue_tickets (
  called_at timestamp with time zone,
  called_by_id uuid,
  day date not null,
  hall_code text not null,
  id uuid not null,
  no_show_at timestamp with time zone,
  number integer not null,
  out_of_turn_reason text,
  priority_group text,
  taken_at timestamp with time zone not null,
  window_id uuid not null,
  constraint queue_tickets_pkey PRIMARY KEY (hall_code, id),
  constraint queue_tickets_hall_code_window_id_day_number_key UNIQUE (hall_code, window_id, day, number)
);
CREATE INDEX queue_waiting ON queue_tickets USING btree (hall_code, window_id, day, number) WHERE (called_at IS NULL);
grant insert, select, update on queue_tickets to cases_app;

create table ratings (
  answered_at timestamp with time zone,
  answered_by_id uuid,
  finding text,
  hall_code text not null,
  id uuid not null,
  level smallint not null,
  measures text,
  rated_at timestamp with time zone not null,
  remark_sealed text,
  staff_id uuid not null,
  subject text not null,
  subject_id uuid not null,
  window_id uuid,
  constraint ratings_pkey PRIMARY KEY (hall_code, id),
  constraint one_service_one_rating UNIQUE (hall_code, subject, subject_id),
  constraint ratings_finding_check CHECK ((finding = ANY (ARRAY['CONFIRMED'::text, 'NOT_CONFIRMED'::text]))),
  constraint ratings_level_check CHECK (((level >= 1) AND (level <= 5))),
  constraint ratings_subject_check CHECK ((subject = ANY (ARRAY['CONTACT'::text, 'CASE'::text])))
);
CREATE INDEX ratings_newest ON ratings USING btree (hall_code, rated_at, id);
CREATE INDEX ratings_to_answer ON ratings USING btree (hall_code, rated_at, id) WHERE ((level <= 2) AND (answered_at IS NULL));
grant insert, select, update on ratings to cases_app;

create table referrals (
  acknowledged_at timestamp with time zone,
  acknowledged_by_id uuid,
  alert_at timestamp with time zone not null,
  contact_id uuid not null,
  hall_code text not null,
  id uuid not null,
  ignored_by_id uuid,
  offered_at timestamp with time zone not null,
  offered_by_id uuid not null,
  reason text not null,
  returned_at timestamp with time zone,
  state text not null,
  to_window_id uuid not null,
  constraint referrals_pkey PRIMARY KEY (hall_code, id),
  constraint referrals_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACKNOWLEDGED'::text, 'RETURNED'::text])))
);
CREATE INDEX referrals_offered ON referrals USING btree (hall_code, to_window_id) WHERE (state = 'OFFERED'::text);
CREATE UNIQUE INDEX referrals_one_offered ON referrals USING btree (hall_code, contact_id) WHERE (state = 'OFFERED'::text);
CREATE INDEX referrals_returned ON referrals USING btree (hall_code, returned_at, id) WHERE (state = 'RETURNED'::text);
CREATE INDEX referrals_to_alert ON referrals USING btree (alert_at) WHERE (state = 'OFFERED'::text);
grant insert, select, update on referrals to cases_app;

create table refusal_reports (
  at timestamp with time zone not null,
  case_id uuid not null,
  explanation text not null,
  hall_code text not null,
  handled_by_id uuid not null,
  number text not null,
  read_at timestamp with time zone,
  read_by_id uuid,
  reason text not null,
  refer_to_body text,
  refer_to_window_id uuid,
  constraint refusal_reports_pkey PRIMARY KEY (hall_code, number),
  constraint refusal_reports_hall_code_case_id_key UNIQUE (hall_code, case_id)
);
CREATE INDEX refusal_reports_unread ON refusal_reports USING btree (hall_code, at) WHERE (read_at IS NULL);
grant insert, select, update on refusal_reports to cases_app;

create table report_months (
  hall_code text not null,
  id uuid not null,
  month text not null,
  constraint report_months_pkey PRIMARY KEY (hall_code, month),
  constraint report_months_hall_code_id_key UNIQUE (hall_code, id),
  constraint report_months_month_check CHECK ((month ~ '^\d{4}-\d{2}$'::text))
);
grant insert, select on report_months to cases_app;

create table service_item_versions (
  body jsonb not null,
  hall_code text not null,
  item_id uuid not null,
  number integer not null,
  published_at timestamp with time zone not null,
  constraint service_item_versions_pkey PRIMARY KEY (hall_code, item_id, number)
);
grant insert, select on service_item_versions to cases_app;

create table service_items (
  bigrams text[] not null default '{}'::text[],
  code text not null,
  current_version integer,
  department_id uuid not null,
  draft jsonb,
  hall_code text not null,
  handling_type text not null,
  id uuid not null,
  initials text not null default ''::text,
  name text not null,
  publish_on date,
  regime text not null,
  results_public boolean not null default false,
  retired_at timestamp with time zone,
  retired_reason text,
  searchable text not null default ''::text,
  window_ids uuid[] not null,
  constraint service_items_pkey PRIMARY KEY (hall_code, id),
  constraint service_items_code_unique UNIQUE (hall_code, code),
  constraint service_items_handling_type_check CHECK ((handling_type = ANY (ARRAY['INSTANT'::text, 'PROMISED'::text, 'JOINT'::text])))
);
CREATE INDEX service_items_by_bigrams ON service_items USING gin (bigrams) WITH (fastupdate=off);
CREATE INDEX service_items_drafted ON service_items USING btree (hall_code, department_id) WHERE ((draft IS NOT NULL) AND (retired_at IS NULL));
CREATE INDEX service_items_planned ON service_items USING btree (publish_on) WHERE (publish_on IS NOT NULL);
grant insert, select, update on service_items to cases_app;

alter table acceptance_slips add constraint acceptance_slips_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table applicant_reveals add constraint applicant_reveals_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_actions add constraint case_actions_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_applicants add constraint case_applicants_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_defects add constraint case_defects_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_materials add constraint case_materials_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_standstills add constraint case_standstills_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table case_steps add constraint case_steps_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table cases add constraint cases_hall_code_item_id_item_version_fkey FOREIGN KEY (hall_code, item_id, item_version) REFERENCES service_item_versions(hall_code, item_id, number);
alter table consultations add constraint consultations_hall_code_contact_id_fkey FOREIGN KEY (hall_code, contact_id) REFERENCES contacts(hall_code, id);
alter table consultations add constraint consultations_hall_code_item_id_item_version_fkey FOREIGN KEY (hall_code, item_id, item_version) REFERENCES service_item_versions(hall_code, item_id, number);
alter table contact_touches add constraint contact_touches_hall_code_contact_id_fkey FOREIGN KEY (hall_code, contact_id) REFERENCES contacts(hall_code, id);
alter table correction_notices add constraint correction_notices_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table joint_tasks add constraint joint_tasks_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table level_corrections add constraint level_corrections_hall_code_deadline_id_promise_level_fkey FOREIGN KEY (hall_code, deadline_id, promise, level) REFERENCES deadline_levels(hall_code, deadline_id, promise, level);
alter table notice_deliveries add constraint notice_deliveries_hall_code_notice_number_fkey FOREIGN KEY (hall_code, notice_number) REFERENCES correction_notices(hall_code, number);
alter table queue_acts add constraint queue_acts_hall_code_ticket_id_fkey FOREIGN KEY (hall_code, ticket_id) REFERENCES queue_tickets(hall_code, id);
alter table referrals add constraint referrals_hall_code_contact_id_fkey FOREIGN KEY (hall_code, contact_id) REFERENCES contacts(hall_code, id);
alter table refusal_reports add constraint refusal_reports_hall_code_case_id_fkey FOREIGN KEY (hall_code, case_id) REFERENCES cases(hall_code, id);
alter table service_item_versions add constraint service_item_versions_hall_code_item_id_fkey FOREIGN KEY (hall_code, item_id) REFERENCES service_items(hall_code, id);
