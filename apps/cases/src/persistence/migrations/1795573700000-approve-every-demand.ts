import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** After acceptance a head approves every notice, and not only an omission. */
export class ApproveEveryDemand1795573700000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table correction_notices drop constraint an_omission_is_approved;
alter table correction_notices add constraint an_omission_is_approved
  check (ground is distinct from 'OMISSION' or approved_by_id is not null);
`);
  }
}
