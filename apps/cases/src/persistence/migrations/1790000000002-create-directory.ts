import { directoryTables } from '@hall/platform/directory';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What this service keeps of staffing’s facts. */
export class CreateDirectory1790000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(directoryTables('cases_app'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table known_posts, known_staff, known_windows, known_departments, known_halls');
  }
}
