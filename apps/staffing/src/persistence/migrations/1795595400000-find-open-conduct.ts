import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Records of conduct on which somebody has to say something yet. */
export class FindOpenConduct1795595400000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create index conduct_records_open on conduct_records (hall_code, staff_id) where status in ('RECORDED', 'STATEMENT_GIVEN', 'APPEALED');
`);
  }
}
