import { ForwardMigration } from '@hall/platform/postgres';
import type { QueryRunner } from 'typeorm';

/** Accounts of clients, which may be their phone numbers, leave what is kept for later: events and idempotency keys. */
export class NameNoAccounts1795567930000 extends ForwardMigration {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
-- Events name members of staff alone; a replay would say the account again.
update outbox set envelope = envelope - 'actorid'
 where envelope->>'actorid' !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

-- Who asked is kept as a keyed hash now, under which none of these would be found.
delete from idempotency_keys;
`);
  }
}
