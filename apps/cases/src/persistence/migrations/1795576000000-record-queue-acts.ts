import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Whatever a window does with a place in its queue is on record. */
export class RecordQueueActs1795576000000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table queue_tickets add column no_show_at timestamptz;
create table queue_acts (
  hall_code text not null,
  ticket_id uuid not null,
  sequence integer not null,
  kind text not null check (kind in ('CALLED', 'RECALLED', 'NO_SHOW')),
  at timestamptz not null,
  priority_group text,
  reason text,
  officer_id uuid not null,
  post_id uuid,
  acting_for_id uuid,
  cover_id uuid,
  primary key (hall_code, ticket_id, sequence),
  foreign key (hall_code, ticket_id) references queue_tickets (hall_code, id)
);
grant select, insert on queue_acts to cases_app;
insert into queue_acts (hall_code, ticket_id, sequence, kind, at, priority_group, reason, officer_id)
  select hall_code, id, 1, 'CALLED', called_at, case when out_of_turn_reason is not null then priority_group end,
         out_of_turn_reason, called_by_id
    from queue_tickets where called_at is not null and called_by_id is not null;
`);
  }
}
