import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Complaints that run out or are late are listed in the order of this index. */
export class ListAlerts1795563046000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create index deadlines_notified on deadlines (hall_code, coalesce(due_at, 'infinity'::timestamptz), id)
  where is_open and cardinality(notified) > 0;
`);
  }
}
