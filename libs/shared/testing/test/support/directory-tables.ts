/**
 * The tables of the hall directory: what a service keeps of staffing's facts, so that it never has to ask while it
 * decides. Each row remembers the sequence of the event it came from (a calendar year its revision, which is the same);
 * an older event never overwrites a newer one.
 */
export function directoryTables(appRole: string): string {
  return `
create table known_halls (
  hall_code text primary key,
  name text not null,
  sessions jsonb not null,
  sequence bigint not null
);
create table known_departments (
  hall_code text not null,
  id uuid not null,
  code text not null,
  name text not null,
  sequence bigint not null,
  primary key (hall_code, id)
);
create table known_windows (
  hall_code text not null,
  id uuid not null,
  number text not null,
  name text not null,
  department_id uuid not null,
  sequence bigint not null,
  primary key (hall_code, id)
);
create table known_staff (
  hall_code text not null,
  id uuid not null,
  account text not null,
  department_id uuid not null,
  roles text[] not null,
  sequence bigint not null,
  primary key (hall_code, id),
  constraint known_staff_account_unique unique (hall_code, account)
);
create table known_posts (
  hall_code text not null,
  id uuid not null,
  window_id uuid not null,
  holder_id uuid,
  holder_role text,
  acting_for_id uuid,
  cover_id uuid,
  sequence bigint not null,
  primary key (hall_code, id)
);
create index known_posts_by_holder on known_posts (hall_code, holder_id);
grant select, insert, update, delete on known_halls, known_departments, known_windows, known_staff, known_posts to ${appRole};
`;
}

/** What came later: the calendar years that halls have published, and what members of staff are called. */
export function laterDirectoryTables(appRole: string): string {
  return `
create table known_calendar_years (
  hall_code text not null,
  year integer not null,
  revision integer not null,
  notice_reference text not null,
  off_days date[] not null,
  make_up_days date[] not null,
  published_at timestamptz not null,
  primary key (hall_code, year)
);
grant select, insert, update on known_calendar_years to ${appRole};
alter table known_staff add column name text, add column badge_number text;
`;
}
