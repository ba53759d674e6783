import type { HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { insert, select, selectOne, update } from '@hall/platform/postgres';
import { tables } from '../rows';
import type { QueueAct, QueueTicket } from '../../domain/contacts/queue';
import type { Attribution } from '../../domain/cases/case';

/** The queue of each window. */
export const queueStore = {
  /** The next number in a window's queue of one day. */
  async nextTicketNumber(tx: Tx, { hallCode, id }: HallKey, day: string): Promise<number> {
    const [row] = await tx.query<{ last_number: number }[]>(
      `insert into queue_numbers (hall_code, window_id, day, last_number) values ($1, $2, $3, 1)
       on conflict (hall_code, window_id, day) do update set last_number = queue_numbers.last_number + 1 returning last_number`,
      [hallCode, id, day],
    );
    return row!.last_number;
  },

  async insertTicket(tx: Tx, ticket: QueueTicket): Promise<void> {
    await insert(tx, tables.queueTickets, ticket);
  },

  /** Everybody who waits at a window today, in order of arrival, locked. */
  lockWaiting: (tx: Tx, { hallCode, id }: HallKey, day: string): Promise<QueueTicket[]> =>
    select(
      tx,
      tables.queueTickets,
      'where hall_code = $1 and window_id = $2 and day = $3 and called_at is null order by number for no key update',
      [hallCode, id, day],
    ),

  /** One place, locked. */
  lockTicket: (tx: Tx, { hallCode, id }: HallKey): Promise<QueueTicket | undefined> =>
    selectOne(tx, tables.queueTickets, 'where hall_code = $1 and id = $2 for no key update', [hallCode, id]),

  updateTicket: (tx: Tx, ticket: QueueTicket): Promise<void> =>
    update(tx, tables.queueTickets, ['calledAt', 'calledById', 'noShowAt', 'outOfTurnReason'], ticket),

  /** What a window did with a place, and who did it on whose behalf. */
  async insertQueueAct(tx: Tx, { hallCode, id }: QueueTicket, act: QueueAct, by: Attribution): Promise<void> {
    await tx.query(
      `insert into queue_acts (hall_code, ticket_id, sequence, kind, at, priority_group, reason, officer_id, post_id, acting_for_id, cover_id)
       select $1, $2, count(*) + 1, $3, $4, $5, $6, $7, $8, $9, $10 from queue_acts where hall_code = $1 and ticket_id = $2`,
      [
        hallCode,
        id,
        act.kind,
        act.at,
        act.priorityGroup,
        act.reason,
        by.officerId,
        by.postId,
        by.actingForId,
        by.coverId,
      ],
    );
  },
};
