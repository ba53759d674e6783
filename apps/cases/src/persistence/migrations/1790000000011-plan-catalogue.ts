import type { MigrationInterface, QueryRunner } from 'typeorm';

const planned = `
-- A draft that was checked and takes effect on a later day.
alter table service_items add column publish_on date;
create index service_items_planned on service_items (publish_on) where publish_on is not null;
`;

const orders = `
-- More copies to be printed: a task with an owner, from the count that was low to the count that was enough (A-10).
create table guide_orders (
  hall_code text not null,
  id uuid not null,
  window_id uuid not null,
  item_id uuid not null,
  owner_id uuid not null,
  opened_at timestamptz not null,
  filled_at timestamptz,
  filled_by_id uuid,
  primary key (hall_code, id)
);
create unique index guide_orders_one_open on guide_orders (hall_code, window_id, item_id) where filled_at is null;
create index guide_orders_open on guide_orders (hall_code, opened_at) where filled_at is null;
grant select, insert, update on guide_orders to cases_app;
`;

/** Items take effect on the day that was said; guides that run low are a task of somebody. */
export class PlanCatalogue1790000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [planned, orders]) await queryRunner.query(sql);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
