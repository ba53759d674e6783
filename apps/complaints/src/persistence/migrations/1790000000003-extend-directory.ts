import { laterDirectoryTables } from '@hall/platform/directory';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar years that halls publish, and what staff are called. */
export class ExtendDirectory1790000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(laterDirectoryTables('complaints_app'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table known_calendar_years');
    await queryRunner.query('alter table known_staff drop column name, drop column badge_number');
  }
}
