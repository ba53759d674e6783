import type { MigrationInterface, QueryRunner } from 'typeorm';

const alerts = `
-- What has to be looked at, the most urgent first: open terms that have been told of, and referrals that nobody acknowledged.
create index terms_told on terms (hall_code, coalesce(due_at, 'infinity'::timestamptz), id)
  where is_open and cardinality(told) > 0;
create index referrals_returned on referrals (hall_code, returned_at, id) where state = 'RETURNED';
`;

/** Lists of alerts. */
export class ListAlerts1790000000017 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(alerts);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index terms_told; drop index referrals_returned');
  }
}
