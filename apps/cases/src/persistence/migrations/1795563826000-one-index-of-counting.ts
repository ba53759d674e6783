import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** What a plan was counted with, calendar and ladder, is one index: each costs a write of every deadline. */
export class OneIndexOfCounting1795563826000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
drop index deadlines_open_by_ladder;
drop index deadlines_open_by_calendar;
create index deadlines_open_by_counting on deadlines (hall_code, calendar_version, ladder) where is_open;
`);
  }
}
