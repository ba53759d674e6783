import type { PriorityGroup, QueueTicket } from '../../domain/contacts/queue';
import type { ContactStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface TicketRow {
  readonly hall_code: string;
  readonly id: string;
  readonly window_id: string;
  readonly day: string;
  readonly number: number;
  readonly priority_group: PriorityGroup | null;
  readonly taken_at: Date;
  readonly called_at: Date | null;
  readonly called_by_id: string | null;
  readonly out_of_turn_reason: string | null;
}

/** The columns of a {@link TicketRow}. */
export const ticketColumns =
  'hall_code, id, window_id, day::text, number, priority_group, taken_at, called_at, called_by_id, out_of_turn_reason';

/** A row as a ticket. */
export function toTicket(row: TicketRow): QueueTicket {
  return {
    hallCode: row.hall_code,
    id: row.id,
    windowId: row.window_id,
    day: row.day,
    number: row.number,
    priorityGroup: row.priority_group,
    takenAt: row.taken_at,
    calledAt: row.called_at,
    calledById: row.called_by_id,
    outOfTurnReason: row.out_of_turn_reason,
  };
}

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

  async insertTicket(tx, { hallCode, id, windowId, day, number, priorityGroup, takenAt }) {
    await tx.query(
      'insert into queue_tickets (hall_code, id, window_id, day, number, priority_group, taken_at) values ($1, $2, $3, $4, $5, $6, $7)',
      [hallCode, id, windowId, day, number, priorityGroup, takenAt],
    );
  },

  async lockWaiting(tx, { hallCode, id }, day) {
    const rows = await tx.query<TicketRow[]>(
      `select ${ticketColumns} from queue_tickets
        where hall_code = $1 and window_id = $2 and day = $3 and called_at is null order by number for no key update`,
      [hallCode, id, day],
    );
    return rows.map(toTicket);
  },

  async updateTicket(tx, { hallCode, id, calledAt, calledById, outOfTurnReason }) {
    await tx.query(
      'update queue_tickets set called_at = $3, called_by_id = $4, out_of_turn_reason = $5 where hall_code = $1 and id = $2',
      [hallCode, id, calledAt, calledById, outOfTurnReason],
    );
  },
};
