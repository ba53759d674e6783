import type { MigrationInterface, QueryRunner } from 'typeorm';

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

/** Guides that run low are a task of somebody. */
export class OrderGuides1790000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(orders);
  }

  down(): Promise<void> {
    throw new Error('history is not taken back; restore a backup made before this migration');
  }
}
