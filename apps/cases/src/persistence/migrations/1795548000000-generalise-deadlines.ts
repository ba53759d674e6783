import type { MigrationInterface, QueryRunner } from 'typeorm';

const deadlines = `
-- A term becomes a deadline: it hangs on an owner, and whoever answers for the owner answers for it.
alter table terms rename to deadlines;
alter table deadlines rename constraint terms_pkey to deadlines_pkey;
alter table deadlines rename constraint terms_subject_check to deadlines_subject_check;
alter table deadlines rename column told to notified;
alter table deadlines rename column next_rung_at to next_level_at;
alter table deadlines add column owner_kind text, add column owner_id uuid;
update deadlines set owner_kind = case when case_id is null then subject else 'CASE' end, owner_id = coalesce(case_id, id);
alter table deadlines alter column owner_kind set not null, alter column owner_id set not null;
alter table deadlines add constraint deadlines_owner_kind_check check (owner_kind in ('CASE', 'MAJOR_MATTER', 'RATING'));
alter index terms_due rename to deadlines_due;
alter index terms_open_by_calendar rename to deadlines_open_by_calendar;
alter index terms_told rename to deadlines_notified;
create index deadlines_open_by_owner on deadlines (hall_code, owner_kind, owner_id) where is_open;

alter table term_events rename to deadline_events;
alter table deadline_events rename constraint term_events_pkey to deadline_events_pkey;
alter table deadline_events rename column term_id to deadline_id;

-- Whoever answered at the level stands beside it for good.
alter table term_rungs rename to deadline_levels;
alter table deadline_levels rename constraint term_rungs_pkey to deadline_levels_pkey;
alter table deadline_levels rename constraint term_rungs_rung_check to deadline_levels_level_check;
alter table deadline_levels rename column term_id to deadline_id;
alter table deadline_levels rename column rung to level;
alter table deadline_levels rename column told_at to notified_at;
alter table deadline_levels add column answerable_id uuid;
update deadline_levels l set answerable_id = d.responsible_id
  from deadlines d where d.hall_code = l.hall_code and d.id = l.deadline_id;
alter table deadline_levels alter column answerable_id set not null;

alter table term_projections rename to deadline_moves;
alter table deadline_moves rename constraint term_projections_pkey to deadline_moves_pkey;
alter table deadline_moves rename column term_id to deadline_id;

alter table deadlines drop column responsible_id, drop column case_id;
`;

/** Deadlines in the tables that every service has. */
export class GeneraliseDeadlines1795548000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(deadlines);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
