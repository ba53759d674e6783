import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Every move of a date is kept, also back to a calendar of before; a plan says by which ladder it was made. */
export class KeepEveryMove1795561583000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table deadline_moves drop constraint deadline_moves_pkey;
alter table deadline_moves add column id bigint not null generated always as identity;
alter table deadline_moves add constraint deadline_moves_pkey primary key (hall_code, deadline_id, id);

-- What was planned before is planned anew: nobody knows by which ladder it was.
alter table deadlines add column ladder text not null default '';
create index deadlines_open_by_ladder on deadlines (ladder) where is_open;
`);
  }
}
