import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** A notice is handed over the same day, and only then the applicant's time begins; the day that the paper names is kept. */
export class DeliverNotices1795575900000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table correction_notices add column deadline_id uuid;
alter table notice_deliveries add column reply_by date;
update notice_deliveries d set reply_by = n.reply_by
  from correction_notices n where n.hall_code = d.hall_code and n.number = d.notice_number and n.ground is distinct from 'OMISSION';

-- The time of an applicant who never got the notice has not begun: what runs is the hall's duty to hand it over. Its date is
-- worked out by the first sweep, which finds that it was planned on no calendar.
create temporary table undelivered on commit drop as
  select distinct on (d.id) d.hall_code, d.id, n.number
    from deadlines d join correction_notices n on n.hall_code = d.hall_code and n.case_id = d.owner_id
   where d.owner_kind = 'CASE' and d.subject = 'CORRECTION' and d.is_open and n.ground is distinct from 'OMISSION'
     and not exists (select from notice_deliveries v where v.hall_code = n.hall_code and v.notice_number = n.number)
     and not exists (select from correction_notices later where later.hall_code = n.hall_code and later.case_id = n.case_id
          and later.ground is distinct from 'OMISSION' and (later.issued_at, later.number) > (n.issued_at, n.number))
   order by d.id;
update correction_notices n set deadline_id = u.id from undelivered u where u.hall_code = n.hall_code and u.number = n.number;
insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details)
  select e.hall_code, e.deadline_id, (select max(m.sequence) + 1 from deadline_events m where m.hall_code = e.hall_code and m.deadline_id = e.deadline_id),
         'START', e.at, e.details || '{"limit": {"amount": 0, "unit": "WORKING_DAY"}}'
    from deadline_events e join undelivered u on u.hall_code = e.hall_code and u.id = e.deadline_id where e.sequence = 1;
update deadlines d set subject = 'NOTICE', notified = '{}', due_at = null, next_level_at = null, calendar_version = '', ladder = ''
  from undelivered u where u.hall_code = d.hall_code and u.id = d.id;
`);
  }
}
