import { laterDirectoryTables } from '@hall/platform/directory';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const catalogue = `
alter table service_items alter column current_version drop not null;
alter table service_items add column draft jsonb, add column retired_at timestamptz, add column retired_reason text,
  add column bigrams text[] not null default '{}', add column initials text not null default '',
  add column searchable text not null default '';
-- Written rarely and read at every keystroke: nothing is put off to a list that each search would have to read.
create index service_items_by_bigrams on service_items using gin (bigrams) with (fastupdate = off);
update service_item_versions set body = body || jsonb_build_object('participants', '[]'::jsonb, 'procedure',
  (select coalesce(jsonb_agg(jsonb_build_object('name', step)), '[]'::jsonb) from jsonb_array_elements_text(body -> 'procedure') as step));

create table guide_counts (
  hall_code text not null,
  window_id uuid not null,
  item_id uuid not null,
  counted_at timestamptz not null,
  copies integer not null check (copies >= 0),
  counted_by_id uuid not null,
  primary key (hall_code, window_id, item_id, counted_at)
);
`;

const contacts = `
alter table contacts add column matter text, add column answer text, add column referred_to text,
  add column client_hash text, add column day date, add column referral_count integer not null default 0;
-- One contact per client, matter and day (A-06).
create unique index contacts_of_day on contacts (hall_code, client_hash, matter, day) where client_hash is not null;
create index contacts_open_by_owner on contacts (hall_code, owner_id, received_at) where closed_at is null;

create table contact_touches (
  hall_code text not null,
  contact_id uuid not null,
  at timestamptz not null,
  officer_id uuid not null,
  kind text not null,
  note text,
  foreign key (hall_code, contact_id) references contacts
);
create index contact_touches_by_contact on contact_touches (hall_code, contact_id, at);

-- What a client was told about an item, all at once: which version of the guide, and in which form (S3.4e, S4.1a, S4.3d).
create table consultations (
  hall_code text not null,
  contact_id uuid not null,
  item_id uuid not null,
  item_version integer not null,
  mode text not null check (mode in ('ORAL', 'PRINTED', 'ELECTRONIC')),
  told_at timestamptz not null,
  told_by_id uuid not null,
  primary key (hall_code, contact_id, item_id),
  foreign key (hall_code, contact_id) references contacts,
  foreign key (hall_code, item_id, item_version) references service_item_versions
);
-- Clients who come again about the same item (S4.4a).
create index contacts_by_client on contacts (hall_code, matter, client_hash, day) where client_hash is not null;

create table referrals (
  hall_code text not null,
  id uuid not null,
  contact_id uuid not null,
  to_window_id uuid not null,
  reason text not null,
  offered_by_id uuid not null,
  offered_at timestamptz not null,
  alert_at timestamptz not null,
  state text not null check (state in ('OFFERED', 'ACKNOWLEDGED', 'RETURNED')),
  acknowledged_by_id uuid,
  acknowledged_at timestamptz,
  returned_at timestamptz,
  primary key (hall_code, id),
  foreign key (hall_code, contact_id) references contacts
);
-- A contact is offered to one window at a time.
create unique index referrals_one_offered on referrals (hall_code, contact_id) where state = 'OFFERED';
create index referrals_to_alert on referrals (alert_at) where state = 'OFFERED';

create table messages (
  hall_code text not null,
  id uuid not null,
  for_staff_id uuid not null,
  sealed text not null,
  taken_by_id uuid not null,
  taken_at timestamptz not null,
  delivered_at timestamptz,
  primary key (hall_code, id)
);
create index messages_by_receiver on messages (hall_code, for_staff_id, taken_at);

create table queue_numbers (
  hall_code text not null,
  window_id uuid not null,
  day date not null,
  last_number integer not null,
  primary key (hall_code, window_id, day)
);
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
  primary key (hall_code, id),
  unique (hall_code, window_id, day, number)
);
create index queue_waiting on queue_tickets (hall_code, window_id, day, number) where called_at is null;
`;

const cases = `
alter table cases add column regime text, add column received_at timestamptz, add column paused_on text,
  add column situations text[] not null default '{}', add column substitute_window_id uuid;
update cases c set received_at = accepted_at, regime = (select regime from service_items i where (i.hall_code, i.id) = (c.hall_code, c.item_id));
alter table cases alter column regime set not null, alter column received_at set not null,
  alter column accepted_at drop not null, alter column accepted_by_id drop not null;
drop index cases_open_by_post;
create index cases_open_by_post on cases (hall_code, post_id)
  where status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED');
-- The orders in which lists are read: newest first, and most urgent first among the open ones.
create index cases_newest on cases (hall_code, received_at, id);
create index cases_by_status on cases (hall_code, status, received_at, id);
create index cases_newest_of_window on cases (hall_code, window_id, received_at, id);
create index cases_newest_of_item on cases (hall_code, item_id, received_at, id);
create index cases_urgent on cases (hall_code, coalesce(due_at, 'infinity'::timestamptz), id)
  where status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED');
create index cases_urgent_of_window on cases (hall_code, window_id, coalesce(due_at, 'infinity'::timestamptz), id)
  where status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED');
create index cases_urgent_of_person on cases (hall_code, responsible_id, coalesce(due_at, 'infinity'::timestamptz), id)
  where status in ('RECEIVED', 'AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED');

alter table case_applicants add column kind text not null default 'PERSON' check (kind in ('PERSON', 'ORGANISATION'));

-- A material may be handed in again after a notice.
alter table case_materials drop constraint case_materials_pkey;
alter table case_materials add primary key (hall_code, case_id, code, received_at);

create table case_defects (
  hall_code text not null,
  case_id uuid not null,
  sequence bigint generated always as identity,
  material_code text not null,
  kind text not null check (kind in ('MISSING', 'NOT_LEGAL_FORM', 'WRONG_CONTENT', 'ON_SPOT')),
  explanation text not null,
  found_at timestamptz not null,
  found_by_id uuid not null,
  newly_supplied boolean not null,
  notice_number text,
  pausing boolean not null,
  settled_at timestamptz,
  primary key (hall_code, case_id, sequence),
  foreign key (hall_code, case_id) references cases,
  -- What can be corrected on the spot is never on a notice (S4.2c).
  constraint on_spot_is_never_noticed check (kind <> 'ON_SPOT' or (notice_number is null and not pausing))
);

create table correction_notices (
  hall_code text not null,
  number text not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  -- Nobody is told anything by nobody (S4.5a).
  issued_by_id uuid not null,
  reply_by date not null,
  ground text check (ground in ('NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION')),
  basis text,
  approved_by_id uuid,
  primary key (hall_code, number),
  foreign key (hall_code, case_id) references cases,
  constraint an_omission_is_approved check ((ground is not distinct from 'OMISSION') = (approved_by_id is not null))
);
-- The second notice without a ground is impossible (S4.1b).
create unique index correction_notices_first on correction_notices (hall_code, case_id) where ground is null;
create index correction_notices_by_case on correction_notices (hall_code, case_id, issued_at);

-- A notice is written: handed over on paper, or by the channel that the applicant chose, and acknowledged (S4.3a, A-15).
create table notice_deliveries (
  hall_code text not null,
  notice_number text not null,
  mode text not null check (mode in ('PRINTED', 'ELECTRONIC')),
  delivered_at timestamptz not null,
  delivered_by_id uuid not null,
  acknowledged_at timestamptz,
  primary key (hall_code, notice_number),
  foreign key (hall_code, notice_number) references correction_notices (hall_code, number)
);

-- Acts of discretion are few, and are looked at by month (A-01).
create index case_actions_of_discretion on case_actions (hall_code, at)
  where kind in ('NOTICE_RULE_BROKEN', 'EXTENDED', 'SUBSTITUTE_NAMED', 'DEFERRED');

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
  primary key (hall_code, id),
  unique (hall_code, case_id, place),
  foreign key (hall_code, case_id) references cases
);

create table joint_tasks (
  hall_code text not null,
  id uuid not null,
  case_id uuid not null,
  department_id uuid not null,
  stage integer not null,
  task_limit jsonb not null,
  state text not null check (state in ('WAITING', 'OPEN', 'GIVEN', 'ENDED')),
  started_at timestamptz,
  due_at timestamptz,
  agreed boolean,
  opinion text,
  given_by_id uuid,
  given_at timestamptz,
  primary key (hall_code, id),
  foreign key (hall_code, case_id) references cases
);
create index joint_tasks_by_case on joint_tasks (hall_code, case_id, stage);

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
  primary key (hall_code, number),
  unique (hall_code, case_id),
  foreign key (hall_code, case_id) references cases
);
create index refusal_reports_unread on refusal_reports (hall_code, at) where read_at is null;

create table applicant_reveals (
  hall_code text not null,
  case_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  purpose text not null,
  foreign key (hall_code, case_id) references cases
);

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
  primary key (hall_code, id)
);
create index major_matters_newest on major_matters (hall_code, reported_at, id);
`;

const terms = `
create table terms (
  hall_code text not null,
  id uuid not null,
  subject text not null check (subject in ('CASE', 'STEP', 'JOINT_TASK', 'CHECK', 'CORRECTION', 'MAJOR_MATTER')),
  case_id uuid,
  responsible_id uuid not null,
  told text[] not null default '{}',
  -- Derived from the ledger and the calendar; kept to be found by, never the truth.
  is_open boolean not null,
  due_at timestamptz,
  provisional boolean not null,
  next_rung_at timestamptz,
  calendar_version text not null,
  primary key (hall_code, id)
);
create index terms_due on terms (next_rung_at) where next_rung_at is not null;
create index terms_open_by_calendar on terms (hall_code, calendar_version) where is_open;
create index terms_open_by_case on terms (hall_code, case_id) where is_open;

alter table term_events drop constraint term_events_hall_code_case_id_fkey;
alter table term_events rename column case_id to term_id;
-- A line's place in its ledger is its sequence from now on, no longer the version of the case.
update term_events e set sequence = n.place + 1000000
  from (select hall_code, term_id, sequence, row_number() over (partition by hall_code, term_id order by sequence) as place from term_events) n
 where (e.hall_code, e.term_id, e.sequence) = (n.hall_code, n.term_id, n.sequence);
update term_events set sequence = sequence - 1000000;
-- The first sweep works out what is derived.
insert into terms (hall_code, id, subject, case_id, responsible_id, is_open, due_at, provisional, next_rung_at, calendar_version)
  select hall_code, id, 'CASE', id, responsible_id, decision is null, due_at, false,
         case when decision is null then received_at end, 'unknown'
    from cases;

-- The claim: one row per term, promise and rung, whoever inserts it tells it. A later start is another promise.
create table term_rungs (
  hall_code text not null,
  term_id uuid not null,
  promise integer not null,
  rung text not null check (rung in ('AMBER', 'RED', 'BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER')),
  at timestamptz not null,
  told_at timestamptz not null,
  primary key (hall_code, term_id, promise, rung)
);

-- What a calendar change has moved, once per term and calendar.
create table term_projections (
  hall_code text not null,
  term_id uuid not null,
  calendar_version text not null,
  due_before timestamptz,
  due_after timestamptz,
  reason text not null,
  at timestamptz not null,
  primary key (hall_code, term_id, calendar_version)
);

-- The calendar that each hall has in force; none for the built-in one.
create table hall_calendars (
  hall_code text primary key,
  version text not null
);
`;

const grants = `
grant select, insert, update on notice_deliveries, terms, case_steps, joint_tasks, refusal_reports, case_defects, referrals, messages,
  queue_numbers, queue_tickets, major_matters, hall_calendars to cases_app;
grant select, insert on consultations, guide_counts, contact_touches, correction_notices, applicant_reveals, term_rungs, term_projections to cases_app;
`;

/** One-time notices, steps, joint tasks, terms with their rungs, referrals, the queue: everything that keeps a promise. */
export class KeepPromises1790000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const years = laterDirectoryTables('cases_app');
    for (const sql of [catalogue, contacts, cases, terms, years, grants]) await queryRunner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
