import type { MigrationInterface, QueryRunner } from 'typeorm';

const alerts = `
-- What has to be looked at, the newest first: rungs of terms, and referrals that nobody acknowledged.
create index term_rungs_newest on term_rungs (hall_code, at, term_id);
create index referrals_returned on referrals (hall_code, returned_at, id) where state = 'RETURNED';
`;

/** Lists of alerts. */
export class ListAlerts1790000000017 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(alerts);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index term_rungs_newest; drop index referrals_returned');
  }
}
