import type { MigrationInterface, QueryRunner } from 'typeorm';

const codes = `
-- The slip whose code this one prints: its own, or that of the slip before when only the date has moved, so that the paper in
-- the applicant's hand still shows the progress.
alter table acceptance_slips add column code_of text;
update acceptance_slips set code_of = number;
alter table acceptance_slips alter column code_of set not null;
`;

/** A slip with a new date keeps the code of the one before. */
export class RenewSlips1790000000018 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(codes);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
