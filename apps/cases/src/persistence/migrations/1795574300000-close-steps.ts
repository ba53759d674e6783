import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** A step that a decision ended says so; those of decided cases ended with their decision. */
export class CloseSteps1795574300000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table case_steps add column closed_at timestamptz;
update case_steps s set closed_at = (c.decision ->> 'decidedAt')::timestamptz from cases c
 where c.hall_code = s.hall_code and c.id = s.case_id and c.decision is not null and s.passed_at is null;
alter table case_steps add constraint passed_on_or_closed check (passed_at is null or closed_at is null);
`);
  }
}
