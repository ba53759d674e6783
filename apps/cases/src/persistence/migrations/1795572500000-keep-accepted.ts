import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** What was accepted is accepted, and what has been told once waits: as it should have been from the first. */
export class KeepAccepted1795572500000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
update cases set status = 'IN_PROGRESS' where accepted_at is not null and status in ('RECEIVED', 'AWAITING_CORRECTION');
update cases c set status = 'AWAITING_CORRECTION' where status = 'RECEIVED'
   and exists (select from correction_notices n where n.hall_code = c.hall_code and n.case_id = c.id);
`);
  }
}
