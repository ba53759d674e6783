import type { Tx } from '../postgres';

/**
 * Claims an event for a consumer, inside the transaction that does its work: whoever inserts first does it, and nobody
 * else ever again.
 *
 * @returns whether this is the first time
 */
export async function claimOnce(tx: Tx, consumer: string, eventId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'insert into inbox (consumer, event_id) values ($1, $2) on conflict do nothing returning event_id',
    [consumer, eventId],
  );
  return rows.length === 1;
}
