import { directoryTables } from '@hall/platform/directory';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const knownCases = `
create table known_cases (
  hall_code text not null,
  id uuid not null,
  number text not null,
  window_id uuid not null,
  department_id uuid not null,
  handler_ids uuid[] not null,
  sequence bigint not null,
  primary key (hall_code, id)
);
grant select, insert, update, delete on known_cases to complaints_app;
`;

/** What this service keeps of the facts of staffing and cases. */
export class CreateDirectory1790000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(directoryTables('complaints_app') + knownCases);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'drop table known_cases, known_posts, known_staff, known_windows, known_departments, known_halls',
    );
  }
}
