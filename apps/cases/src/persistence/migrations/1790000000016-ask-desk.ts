import type { MigrationInterface, QueryRunner } from 'typeorm';

const desk = `
-- A matter of which nobody knows whose it is: a consultation that waits at the desk (A-16).
alter table contacts add column desk_question text, add column desk_since timestamptz, add column desk_taken_by_id uuid,
  add column desk_taken_at timestamptz,
  add constraint contacts_desk_whole check ((desk_since is null) = (desk_question is null)
    and (desk_taken_at is null) = (desk_taken_by_id is null) and (desk_taken_at is null or desk_since is not null));
create index contacts_at_desk on contacts (hall_code, received_at, id)
  where desk_since is not null and desk_taken_at is null and closed_at is null;
`;

/** Consultations that wait at the desk. */
export class AskDesk1790000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(desk);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
