import type { MigrationInterface, QueryRunner } from 'typeorm';

const create = `
create sequence complaint_numbers;

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
  primary key (hall_code, id),
  constraint complaints_number_unique unique (hall_code, number),
  constraint complaints_owner_not_concerned check (not owner_id = any(concerned_ids))
);
create index complaints_by_month on complaints using brin (received_at);
create index complaints_by_registrar on complaints (hall_code, registered_by);

-- Personal data apart from the complaint, sealed.
create table complainants (
  hall_code text not null,
  complaint_id uuid not null,
  name_sealed text not null,
  phone_sealed text,
  primary key (hall_code, complaint_id),
  foreign key (hall_code, complaint_id) references complaints
);

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
  primary key (hall_code, complaint_id, sequence),
  foreign key (hall_code, complaint_id) references complaints
);

create table complaint_term_events (
  hall_code text not null,
  complaint_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  details jsonb not null,
  primary key (hall_code, complaint_id, sequence),
  foreign key (hall_code, complaint_id) references complaints
);

create table complaint_actions (
  hall_code text not null,
  complaint_id uuid not null,
  sequence integer not null,
  kind text not null,
  at timestamptz not null,
  officer_id uuid,
  clause text,
  note text,
  primary key (hall_code, complaint_id, sequence),
  foreign key (hall_code, complaint_id) references complaints
);

grant select, insert, update on complaints to complaints_app;
grant select, insert on complainants, complaint_states, complaint_term_events, complaint_actions to complaints_app;
grant usage on sequence complaint_numbers to complaints_app;
`;

/** Complaints with their records. */
export class CreateComplaints1790000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(create);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table complaint_actions, complaint_term_events, complaint_states, complainants, complaints',
    );
    await queryRunner.query('drop sequence complaint_numbers');
  }
}
