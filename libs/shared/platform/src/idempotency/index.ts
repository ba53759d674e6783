import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Tx } from '../postgres';
import type { KeyedHash } from '../privacy';
import { refuseCommonly } from '../refusals';

export { IDEMPOTENCY_HEADER, idempotencyKeyOf } from './header';

/** What makes a request the same request. */
export interface RequestIdentity {
  readonly hallCode: string;
  readonly actor: string;
  readonly operation: string;
  readonly key: string;
  readonly input: unknown;
  /** An input holds identity numbers, of which a plain hash would be found by trying them all. */
  readonly hash: KeyedHash;
}

/**
 * Does something at most once per key: the first result is what every repeat gets. A repeat that comes while the first
 * is still running waits for it on the unique index. Refusals are not remembered: nothing was done, so trying again is
 * allowed; the caller must roll the transaction back when the answer is a refusal.
 *
 * @refuses IDEMPOTENCY_KEY_REUSED when the key came with another input before
 */
export async function runIdempotent<T>(
  tx: Tx,
  identity: RequestIdentity,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { hallCode, actor, operation, key } = identity;
  // Neither who asked nor what they called it is kept: an account may be a phone number, and a key may hold one.
  const asker = identity.hash('request', JSON.stringify([hallCode, operation, actor]));
  const names = [hallCode, asker, operation, identity.hash('request', key)];
  const hash = identity.hash('request', JSON.stringify(identity.input));
  const inserted = await tx.query<unknown[]>(
    `insert into idempotency_keys (hall_code, actor, operation, key, request_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning key`,
    [...names, hash],
  );
  if (inserted.length === 0) return storedResult(tx, names, hash);
  const outcome = await work();
  if (isRefused(outcome)) return outcome;
  await tx.query(
    'update idempotency_keys set result = $5 where hall_code = $1 and actor = $2 and operation = $3 and key = $4',
    [...names, JSON.stringify(outcome.value ?? null)],
  );
  return outcome;
}

async function storedResult<T>(tx: Tx, names: readonly string[], hash: string): Promise<Outcome<T>> {
  const [first] = await tx.query<{ request_hash: string; result: T }[]>(
    'select request_hash, result from idempotency_keys where hall_code = $1 and actor = $2 and operation = $3 and key = $4',
    [...names],
  );
  if (first?.request_hash !== hash) return refuseCommonly('IDEMPOTENCY_KEY_REUSED');
  return done(first.result);
}
