import type { MigrationInterface, QueryRunner } from 'typeorm';

const create = `
create table service_items (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  department_id uuid not null,
  handling_type text not null check (handling_type in ('INSTANT', 'PROMISED', 'JOINT')),
  regime text not null,
  window_ids uuid[] not null,
  current_version integer not null,
  primary key (hall_code, id),
  constraint service_items_code_unique unique (hall_code, code)
);

-- A published version never changes: running cases keep theirs.
create table service_item_versions (
  hall_code text not null,
  item_id uuid not null,
  number integer not null,
  body jsonb not null,
  published_at timestamptz not null,
  primary key (hall_code, item_id, number),
  foreign key (hall_code, item_id) references service_items
);

create table contacts (
  hall_code text not null,
  id uuid not null,
  channel text not null check (channel in ('WINDOW', 'PHONE', 'LETTER', 'ONLINE')),
  subject text not null,
  received_at timestamptz not null,
  window_id uuid,
  first_officer_id uuid not null,
  owner_id uuid not null,
  outcome text check (outcome in ('ANSWERED', 'SERVED', 'ACCEPTED', 'REFERRED')),
  case_id uuid,
  closed_at timestamptz,
  version integer not null,
  primary key (hall_code, id),
  constraint contacts_end_with_an_outcome check ((closed_at is null) = (outcome is null))
);

create sequence case_numbers;

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
  accepted_by_id uuid not null,
  responsible_id uuid not null,
  accepted_at timestamptz not null,
  decision jsonb,
  delivery jsonb,
  due_at timestamptz,
  handler_ids uuid[] not null,
  version integer not null,
  primary key (hall_code, id),
  constraint cases_number_unique unique (hall_code, number),
  foreign key (hall_code, item_id, item_version) references service_item_versions
);
create index cases_open_by_post on cases (hall_code, post_id) where status in ('AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED');

-- Personal data apart from the case, sealed; the hash finds a person again without opening anything.
create table case_applicants (
  hall_code text not null,
  case_id uuid not null,
  account text,
  name_sealed text not null,
  id_number_sealed text not null,
  id_number_hash text not null,
  phone_sealed text,
  primary key (hall_code, case_id),
  foreign key (hall_code, case_id) references cases
);
create index case_applicants_by_id_number on case_applicants (hall_code, id_number_hash);
create index case_applicants_by_account on case_applicants (hall_code, account) where account is not null;

create table case_materials (
  hall_code text not null,
  case_id uuid not null,
  code text not null,
  received_at timestamptz not null,
  primary key (hall_code, case_id, code),
  foreign key (hall_code, case_id) references cases
);

create table acceptance_slips (
  hall_code text not null,
  number text not null,
  case_id uuid not null,
  issued_at timestamptz not null,
  due_on date not null,
  provisional boolean not null,
  pickup_window_id uuid not null,
  primary key (hall_code, number),
  foreign key (hall_code, case_id) references cases
);
create index acceptance_slips_by_case on acceptance_slips (hall_code, case_id);

-- The ledger of a term: its due date is derived from these rows and never stored as truth.
create table term_events (
  hall_code text not null,
  case_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  details jsonb not null,
  primary key (hall_code, case_id, sequence),
  foreign key (hall_code, case_id) references cases
);

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
  primary key (hall_code, case_id, sequence),
  foreign key (hall_code, case_id) references cases
);

grant select, insert, update on service_items, contacts, cases to cases_app;
grant select, insert on service_item_versions, case_applicants, case_materials, acceptance_slips, term_events, case_actions to cases_app;
grant usage on sequence case_numbers to cases_app;
`;

/** The catalogue, first contacts, and cases with their records. */
export class CreateCases1790000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(create);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table case_actions, term_events, acceptance_slips, case_materials, case_applicants, cases, contacts,
      service_item_versions, service_items`);
    await queryRunner.query('drop sequence case_numbers');
  }
}
