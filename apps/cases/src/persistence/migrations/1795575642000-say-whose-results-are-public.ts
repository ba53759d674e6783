import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Whether the results of an item are public is said of it by the hall; nothing that is there has said so yet. */
export class SayWhoseResultsArePublic1795575642000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table service_items add column results_public boolean not null default false;
`);
  }
}
