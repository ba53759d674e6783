import type { HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { insert, select, update } from '@hall/platform/postgres';
import { tables } from '../rows';
import type { QueueTicket } from '../../domain/contacts/queue';

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

  updateTicket: (tx: Tx, ticket: QueueTicket): Promise<void> =>
    update(tx, tables.queueTickets, ['calledAt', 'calledById', 'outOfTurnReason'], ticket),
};
