import { calendarYearTable } from '@hall/platform/directory';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar years that halls publish. */
export class KeepCalendarYears1790000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(calendarYearTable('complaints_app'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table known_calendar_years');
  }
}
