import type { HallEvent } from '@hall/contracts';
import { markOutboxWritten } from '../postgres';
import type { Tx } from '../postgres';

/** States events inside the transaction that made them true: one statement, however many. */
export async function appendEvents(tx: Tx, events: readonly HallEvent[]): Promise<void> {
  await tx.query(
    `insert into outbox (event_id, hall_code, type, aggregate_id, sequence, envelope, occurred_at)
     select (e ->> 'id')::uuid, e ->> 'hallcode', e ->> 'type', e ->> 'aggregateid', (e ->> 'sequence')::bigint, e, (e ->> 'time')::timestamptz
       from jsonb_array_elements($1::jsonb) with ordinality as given (e, place) order by place`,
    [JSON.stringify(events)],
  );
  markOutboxWritten(tx);
}
