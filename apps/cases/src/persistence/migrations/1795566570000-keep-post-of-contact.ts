import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** At which post a contact was taken: it follows that one and no other. */
export class KeepPostOfContact1795566570000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table contacts add column post_id uuid;
update contacts c
   set post_id = (select p.id from known_posts p
                   where p.hall_code = c.hall_code and p.window_id = c.window_id and p.holder_id = c.owner_id
                   order by p.holder_role = 'LEAD' desc, p.id limit 1)
 where c.closed_at is null and c.window_id is not null;
create index contacts_open_by_post on contacts (hall_code, post_id) where closed_at is null and post_id is not null;
`);
  }
}
