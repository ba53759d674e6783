import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** What waits for somebody is found by whom it waits for. */
export class FindWhatWaits1795593200000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
create index referrals_offered on referrals (hall_code, to_window_id) where state = 'OFFERED';
create index messages_unread on messages (hall_code, for_staff_id) where delivered_at is null;
create index major_matters_open on major_matters (hall_code) where answered_at is null;
create index service_items_drafted on service_items (hall_code, department_id) where draft is not null and retired_at is null;
create index cases_to_collect_elsewhere on cases (hall_code, substitute_window_id)
  where status = 'DECIDED' and substitute_window_id is not null;
`);
  }
}
