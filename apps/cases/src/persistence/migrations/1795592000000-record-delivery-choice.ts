import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** How the applicant wants the result is on record before it is delivered. */
export class RecordDeliveryChoice1795592000000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table cases add column delivery_choice jsonb');
  }
}
