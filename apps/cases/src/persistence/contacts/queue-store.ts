import { insert, select, update } from '@hall/platform/postgres';
import type { ContactStore } from '../../use-cases/ports';
import { tables } from '../rows';

/** The queue of each window. */
export const queueStore: Pick<ContactStore, 'nextTicketNumber' | 'insertTicket' | 'lockWaiting' | 'updateTicket'> = {
  async nextTicketNumber(tx, { hallCode, id }, day) {
    const [row] = await tx.query<{ last_number: number }[]>(
      `insert into queue_numbers (hall_code, window_id, day, last_number) values ($1, $2, $3, 1)
       on conflict (hall_code, window_id, day) do update set last_number = queue_numbers.last_number + 1 returning last_number`,
      [hallCode, id, day],
    );
    return row!.last_number;
  },

  async insertTicket(tx, ticket) {
    await insert(tx, tables.queueTickets, ticket);
  },

  lockWaiting: (tx, { hallCode, id }, day) =>
    select(
      tx,
      tables.queueTickets,
      'where hall_code = $1 and window_id = $2 and day = $3 and called_at is null order by number for no key update',
      [hallCode, id, day],
    ),

  updateTicket: (tx, ticket) => update(tx, tables.queueTickets, ['calledAt', 'calledById', 'outOfTurnReason'], ticket),
};
