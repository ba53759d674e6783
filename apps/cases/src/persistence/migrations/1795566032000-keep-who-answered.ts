import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Who answered for a post from when on, and who has taken the part of a department in a joint case. */
export class KeepWhoAnswered1795566032000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create table post_holders (
  hall_code text not null,
  post_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  answerable_id uuid not null,
  primary key (hall_code, post_id, sequence)
);
grant select, insert on post_holders to cases_app;
-- Whoever holds a post now has held it for as long as anybody here knows.
insert into post_holders (hall_code, post_id, sequence, at, answerable_id)
select hall_code, id, sequence, '-infinity', holder_id from known_posts where holder_id is not null;

alter table joint_tasks add column taken_by_id uuid, add column taken_at timestamptz;
create index joint_tasks_open_of_department on joint_tasks (hall_code, department_id) where state = 'OPEN';
`);
  }
}
