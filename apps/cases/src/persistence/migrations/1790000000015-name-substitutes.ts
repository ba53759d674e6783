import type { MigrationInterface, QueryRunner } from 'typeorm';

const toCollect = `
-- Results that wait at one window and nowhere else (A-11).
create index cases_to_collect on cases (hall_code, window_id) where status = 'DECIDED' and substitute_window_id is null;
`;

/** Finds the results that wait at a closed window. */
export class NameSubstitutes1790000000015 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(toCollect);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index cases_to_collect');
  }
}
