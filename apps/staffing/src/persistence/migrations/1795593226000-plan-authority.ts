import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** What people do about being there is kept as acts, from which presence and authority are worked out for any instant (S5.2a, A-20). */
export class PlanAuthority1795593226000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table staff_acts (
  hall_code text not null,
  id uuid not null,
  sequence bigint not null generated always as identity,
  staff_id uuid not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by_id uuid,
  window_id uuid,
  mark text,
  checklist text[],
  reason text,
  undone_at timestamptz,
  undone_by_id uuid,
  undone_reason text,
  constraint staff_acts_pkey primary key (hall_code, id),
  constraint staff_acts_kind_check check (kind in ('CHECK_IN', 'CHECK_OUT', 'LEAVE_POST', 'RETURN', 'REPORT_ABSENCE')),
  constraint an_arrival_says_where check ((kind = 'CHECK_IN') = (window_id is not null and mark is not null and checklist is not null)),
  constraint what_is_undone_says_by_whom check ((undone_at is null) = (undone_reason is null)),
  constraint staff_acts_hall_code_staff_id_fkey foreign key (hall_code, staff_id) references staff(hall_code, id),
  constraint staff_acts_hall_code_window_id_fkey foreign key (hall_code, window_id) references service_windows(hall_code, id)
);
create index staff_acts_of_staff on staff_acts (hall_code, staff_id, at);
grant insert, select on staff_acts to staffing_app;
grant update (undone_at, undone_by_id, undone_reason) on staff_acts to staffing_app;

insert into staff_acts (hall_code, id, staff_id, kind, at, recorded_at, recorded_by_id, window_id, mark, checklist, reason)
select hall_code, id, staff_id, kind, at, at, recorded_by_id, window_id, mark, checklist, reason from (
  select hall_code, id, staff_id, 'CHECK_IN' as kind, lower(during) as at, staff_id as recorded_by_id, window_id, mark, checklist, null as reason
    from presences where not isempty(during)
  union all
  select hall_code, gen_random_uuid(), staff_id, 'CHECK_OUT', upper(during), staff_id, null, null, null, null
    from presences where ended_by = 'CHECK_OUT' and not isempty(during)
  union all
  select a.hall_code, a.id, a.staff_id, 'REPORT_ABSENCE', lower(a.during), s.id, null, null, null, a.reason
    from absences a left join staff s on s.hall_code = a.hall_code and s.account = a.reported_by where not isempty(a.during)
) acts order by at;

drop table presences;
drop table absences;

-- When each post was last looked at, and when it has to be looked at again though nobody does anything.
alter table posts add column looked_at timestamptz;
alter table posts add column look_again_at timestamptz not null default '-infinity';
create index posts_to_look_at on posts (look_again_at);

alter table post_assignments drop constraint post_assignments_role_check;
alter table post_assignments add constraint post_assignments_role_check check (role in ('LEAD', 'DEPUTY', 'TEMPORARY'));
alter table post_assignments drop constraint post_assignments_one_holder;
alter table post_assignments add constraint post_assignments_one_holder
  exclude using gist (hall_code with =, post_id with =, role with =, during with &&) where (role <> 'TEMPORARY');

alter table covers alter column absent_id drop not null;
alter table covers drop constraint covers_cause_check;
alter table covers add constraint covers_cause_check
  check (cause in ('PLANNED_LEAVE', 'MISSED_CHECK_IN', 'LEFT_POST', 'REPORTED_ABSENCE', 'NO_LEAD'));
`);
  }
}
