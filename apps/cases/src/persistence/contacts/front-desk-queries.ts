import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, select } from '@hall/platform/postgres';
import type { Camel, Database, DatedCursor } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Message } from '../../domain/contacts/message';
import type { QueueTicket } from '../../domain/contacts/queue';
import { tables } from '../rows';
import type { MessagesRow } from '../rows';
import { toMessage } from './contact-store';

/** The read side of messages and the queue. */
export class FrontDeskQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** Messages for the person behind an account, the newest first. */
  async messagesFor(hallCode: string, account: string, after: DatedCursor | null, size: number): Promise<Message[]> {
    const rest = `where hall_code = $1 and for_staff_id = (select id from known_staff where hall_code = $1 and account = $2)
          and ($3::timestamptz is null or (taken_at, id) < ($3, $4))
        order by taken_at desc, id desc limit $5`;
    const values = [hallCode, account, after?.at ?? null, after?.id ?? null, size + 1];
    return this.#opened(await select(this.database, tables.messages, rest, values));
  }

  async messages(keys: readonly HallKey[]): Promise<Message[]> {
    return this.#opened(await select(this.database, tables.messages, `where ${byKeys()}`, keyColumns(keys)));
  }

  tickets(keys: readonly HallKey[]): Promise<QueueTicket[]> {
    return select(this.database, tables.queueTickets, `where ${byKeys()}`, keyColumns(keys));
  }

  /** Who waits at a window on one day, in order of arrival. */
  waiting({ hallCode, id }: HallKey, day: string): Promise<QueueTicket[]> {
    const rest = 'where hall_code = $1 and window_id = $2 and day = $3 and called_at is null order by number';
    return select(this.database, tables.queueTickets, rest, [hallCode, id, day]);
  }

  /** What was done with each place, in order. */
  queueActs(keys: readonly HallKey[]) {
    const rest = `where ${byKeys('ticket_id')} order by ticket_id, sequence`;
    return select(this.database, tables.queueActs, rest, keyColumns(keys));
  }

  /** The queue of a window on one day, in order of arrival. */
  queue({ hallCode, id }: HallKey, day: string, afterNumber: number, size: number): Promise<QueueTicket[]> {
    const rest = 'where hall_code = $1 and window_id = $2 and day = $3 and number > $4 order by number limit $5';
    return select(this.database, tables.queueTickets, rest, [hallCode, id, day, afterNumber, size + 1]);
  }

  #opened(rows: readonly Camel<MessagesRow>[]): Message[] {
    return rows.map((row) => toMessage(this.cipher, row));
  }
}
