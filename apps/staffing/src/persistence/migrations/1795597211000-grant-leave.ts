import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Leave is asked for, handed over, decided and ended, and counts for authority while it lasts (S5.3a, S5.1c, A-19). */
export class GrantLeave1795597211000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table leaves (
  hall_code text not null,
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  status text not null,
  requested_at timestamptz not null,
  requested_by_id uuid not null,
  handover_notes text,
  handover_prepared_at timestamptz,
  handover_revision integer not null default 0,
  decided_at timestamptz,
  decided_by_id uuid,
  refused_because text,
  cancelled_at timestamptz,
  ended_at timestamptz,
  ended_by_id uuid,
  constraint leaves_pkey primary key (hall_code, id),
  constraint leaves_kind_check check (kind in ('STUDY', 'OFFICIAL_TRIP', 'ANNUAL', 'SICK', 'PERSONAL', 'EMERGENCY')),
  constraint leaves_status_check check (status in ('REQUESTED', 'APPROVED', 'REFUSED', 'CANCELLED', 'ENDED')),
  constraint a_leave_ends_after_it_begins check (begins_at < ends_at),
  constraint a_leave_ends_when_it_has_begun check (begins_at <= ended_at),
  constraint nobody_grants_themselves_leave check (decided_by_id <> staff_id),
  constraint what_is_decided_says_by_whom check ((decided_at is null) = (decided_by_id is null)),
  constraint leaves_of_one_person_do_not_overlap exclude using gist
    (hall_code with =, staff_id with =, tstzrange(begins_at, least(ends_at, ended_at)) with &&) where (status not in ('REFUSED', 'CANCELLED')),
  constraint leaves_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id)
);
create index leaves_newest on leaves (hall_code, begins_at, id);
grant insert, select, update on leaves to staffing_app;

-- By post and version of what is handed over: who accepts has read that version.
create table handover_acceptances (
  hall_code text not null,
  leave_id uuid not null,
  post_id uuid not null,
  revision integer not null,
  accepted_by_id uuid not null,
  accepted_at timestamptz not null,
  constraint handover_acceptances_pkey primary key (hall_code, leave_id, post_id, revision),
  constraint handover_acceptances_hall_code_leave_id_fkey foreign key (hall_code, leave_id) references leaves(hall_code, id),
  constraint handover_acceptances_hall_code_post_id_fkey foreign key (hall_code, post_id) references posts(hall_code, id)
);
grant insert, select on handover_acceptances to staffing_app;

-- Why somebody sits where they do for a while, and who says so.
alter table post_assignments add column reason text;
alter table post_assignments add column appointed_by_id uuid;
alter table post_assignments add constraint a_temporary_is_appointed
  check (role <> 'TEMPORARY' or (reason is not null and appointed_by_id is not null and not upper_inf(during)));
`);
  }
}
