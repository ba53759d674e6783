import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** A referral that nobody took says who was on duty at the window; it no longer counts as passed on. */
export class NameWhoIgnoredAReferral1795565000000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
alter table referrals add column ignored_by_id uuid;
update contacts k set referral_count = greatest(0, referral_count - (
  select count(*) from referrals f where f.hall_code = k.hall_code and f.contact_id = k.id and f.state = 'RETURNED'))
 where closed_at is null and referral_count > 0;
`);
  }
}
