import { messagingTables } from '@hall/platform/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, inbox, dead letters and idempotency keys. */
export class CreateMessaging1790000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(messagingTables('complaints_app'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table idempotency_keys, dead_letters, inbox, outbox');
  }
}
