import type { MigrationInterface, QueryRunner } from 'typeorm';

const endings = `
-- A case taken back at the window has ended as well; and whoever answered for a case finds it after it has ended.
drop index case_actions_of_ending;
create index case_actions_of_ending on case_actions (hall_code, at) where kind in ('RETURNED', 'WITHDRAWN', 'WITHDRAWN_BY_APPLICANT');
create index cases_newest_of_person on cases (hall_code, responsible_id, received_at, id);
`;

/** Endings of every kind are counted; a person's cases are listed after they have ended too. */
export class CountEndings1790000000014 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(endings);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
