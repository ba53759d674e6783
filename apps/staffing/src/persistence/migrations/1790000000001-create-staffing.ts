import type { MigrationInterface, QueryRunner } from 'typeorm';

const create = `
create extension if not exists btree_gist with schema public;

create table halls (
  hall_code text primary key,
  name text not null,
  time_zone text not null,
  sessions jsonb not null,
  registered_at timestamptz not null
);

create table departments (
  hall_code text not null references halls,
  id uuid not null,
  code text not null,
  name text not null,
  head_id uuid,
  primary key (hall_code, id),
  constraint departments_code_unique unique (hall_code, code)
);

create table service_windows (
  hall_code text not null,
  id uuid not null,
  number text not null,
  name text not null,
  department_id uuid not null,
  status text not null check (status in ('CLOSED', 'PREPARING', 'OPEN', 'SUSPENDED')),
  version integer not null,
  primary key (hall_code, id),
  constraint service_windows_number_unique unique (hall_code, number),
  foreign key (hall_code, department_id) references departments
);
create index service_windows_by_department on service_windows (hall_code, department_id);

create table staff (
  hall_code text not null,
  id uuid not null,
  account text not null,
  badge_number text not null,
  name text not null,
  department_id uuid not null,
  roles text[] not null,
  primary key (hall_code, id),
  constraint staff_account_unique unique (hall_code, account),
  constraint staff_badge_unique unique (hall_code, badge_number),
  foreign key (hall_code, department_id) references departments
);

create table posts (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  duties text[] not null,
  window_id uuid not null,
  version integer not null,
  primary key (hall_code, id),
  constraint posts_code_unique unique (hall_code, code),
  foreign key (hall_code, window_id) references service_windows
);
create index posts_by_window on posts (hall_code, window_id);

-- Who is lead and who is deputy of a post, and since when (S5.1a). The second constraint is S5.1b:
-- nobody can be both at the same time.
create table post_assignments (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('LEAD', 'DEPUTY')),
  during tstzrange not null check (not isempty(during)),
  foreign key (hall_code, post_id) references posts,
  foreign key (hall_code, staff_id) references staff,
  constraint post_assignments_one_holder exclude using gist (hall_code with =, post_id with =, role with =, during with &&),
  constraint post_assignments_two_people exclude using gist (hall_code with =, post_id with =, staff_id with =, during with &&)
);
create index post_assignments_by_staff on post_assignments (hall_code, staff_id);

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
  ended_by text check (ended_by in ('CHECK_OUT', 'ABSENCE', 'DAY_END')),
  primary key (hall_code, id),
  foreign key (hall_code, staff_id) references staff,
  foreign key (hall_code, window_id) references service_windows,
  constraint presences_one_place exclude using gist (hall_code with =, staff_id with =, during with &&)
);
create index presences_by_day on presences (hall_code, staff_id, day);

create table absences (
  hall_code text not null,
  id uuid not null,
  staff_id uuid not null,
  during tstzrange not null,
  reason text not null,
  reported_by text not null,
  primary key (hall_code, id),
  foreign key (hall_code, staff_id) references staff,
  constraint absences_one_at_a_time exclude using gist (hall_code with =, staff_id with =, during with &&)
);

create table covers (
  hall_code text not null,
  id uuid not null,
  post_id uuid not null,
  absent_id uuid not null,
  acting_id uuid not null check (acting_id <> absent_id),
  cause text not null check (cause in ('PLANNED_LEAVE', 'MISSED_CHECK_IN', 'LEFT_POST', 'REPORTED_ABSENCE')),
  during tstzrange not null,
  primary key (hall_code, id),
  foreign key (hall_code, post_id) references posts,
  constraint covers_one_per_post exclude using gist (hall_code with =, post_id with =, during with &&)
);

-- The recorded history of authority: who held a post at any past instant (S5.1c, S5.4b).
create table post_duties (
  hall_code text not null,
  post_id uuid not null,
  staff_id uuid not null,
  role text not null check (role in ('LEAD', 'DEPUTY', 'TEMPORARY')),
  acting_for_id uuid,
  cover_id uuid,
  during tstzrange not null,
  foreign key (hall_code, post_id) references posts,
  constraint post_duties_one_holder exclude using gist (hall_code with =, post_id with =, during with &&)
);

create table vacancies (
  hall_code text not null,
  post_id uuid not null,
  owner_id uuid not null,
  reason text not null,
  during tstzrange not null,
  foreign key (hall_code, post_id) references posts,
  constraint vacancies_one_per_post exclude using gist (hall_code with =, post_id with =, during with &&)
);

grant select, insert, update on halls, departments, service_windows, staff, posts to staffing_app;
grant select, insert on post_assignments, presences, absences, covers, post_duties, vacancies to staffing_app;
-- History is closed, never rewritten: only the open end of an interval may be set.
grant update (during) on post_assignments, absences, covers, post_duties, vacancies to staffing_app;
grant update (during, ended_by) on presences to staffing_app;
`;

/** The hall's structure, presence, and the history of authority. */
export class CreateStaffing1790000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(create);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table vacancies, post_duties, covers, absences, presences, post_assignments, posts, staff, service_windows, departments, halls',
    );
  }
}
