import { ForwardMigration } from '@hall/platform/postgres';
import { readKeyedHash } from '@hall/platform/privacy';
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
    // Whoever complained without a name is found again by the hash of their account alone.
    const known = 'select distinct registered_by as account from complaints';
    const accounts = (await queryRunner.query(known)) as { account: string }[];
    if (accounts.length === 0) return;
    const hash = readKeyedHash();
    for (const { account } of accounts) {
      const sealed = [hash('complainant', account), account];
      await queryRunner.query('update complaints set registered_by = $1 where registered_by = $2', sealed);
    }
  }
}
