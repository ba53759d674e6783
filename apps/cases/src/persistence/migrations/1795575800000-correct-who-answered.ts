import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Who was charged with a level is never rewritten: what is learnt later stands beside it. */
export class CorrectWhoAnswered1795575800000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table level_corrections (
  id bigint generated always as identity,
  hall_code text not null,
  deadline_id uuid not null,
  promise integer not null,
  level text not null,
  answerable_id uuid not null,
  corrected_at timestamptz not null,
  cause text not null,
  primary key (hall_code, deadline_id, promise, level, id),
  foreign key (hall_code, deadline_id, promise, level) references deadline_levels (hall_code, deadline_id, promise, level)
);
grant select, insert on level_corrections to cases_app;
create index deadline_levels_by_time on deadline_levels (hall_code, at);
`);
  }
}
