import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** The open complaints of whoever owns them. */
export class FindWhatWaits1795595300000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create index complaints_open_by_owner on complaints (hall_code, owner_id)
  where status in ('REGISTERED', 'CLASSIFIED', 'INVESTIGATING', 'ESCALATED', 'ORDERED', 'DECIDED', 'FED_BACK');
`);
  }
}
