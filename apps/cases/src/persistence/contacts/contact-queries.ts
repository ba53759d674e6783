import type { HallKey } from '@hall/kernel';
import { select } from '@hall/platform/postgres';
import type { Camel, Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Consultation, Contact, ContactFollowUp } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { QueueTicket } from '../../domain/contacts/queue';
import type { Referral } from '../../domain/contacts/referral';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import { byKeys, columns } from '../keys-sql';
import { toMatter } from '../major-matters/major-matter-store';
import { tables } from '../rows';
import type { MessagesRow } from '../rows';
import { toContact, toMessage } from './contact-store';

const byContactKeys = '(hall_code, contact_id) in (select * from unnest($1::text[], $2::uuid[]))';

/** How many clients of a matter came again. */
export interface RepeatVisits {
  readonly matter: string;
  readonly clients: number;
  readonly repeated: number;
}

/** The read side of contacts, messages, the queue and major matters. */
export class ContactQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  async contacts(keys: readonly HallKey[]): Promise<Contact[]> {
    return (await select(this.database, tables.contacts, `where ${byKeys}`, columns(keys))).map(toContact);
  }

  /** Contacts that somebody still answers for, the oldest first: nobody is forgotten. */
  async openContacts(
    hallCode: string,
    { ownerId, atDesk }: { readonly ownerId: string | null; readonly atDesk: boolean },
    after: { readonly at: Date; readonly id: string } | null,
    size: number,
  ): Promise<Contact[]> {
    const waiting = atDesk ? 'and desk_since is not null and desk_taken_at is null' : '';
    const rows = await select(
      this.database,
      tables.contacts,
      `where hall_code = $1 and closed_at is null and ($2::uuid is null or owner_id = $2)
          and ($3::timestamptz is null or (received_at, id) > ($3, $4)) ${waiting}
        order by received_at, id limit $5`,
      [hallCode, ownerId, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map(toContact);
  }

  referrals(contacts: readonly HallKey[]): Promise<Referral[]> {
    return select(this.database, tables.referrals, `where ${byContactKeys} order by offered_at`, columns(contacts));
  }

  touches(contacts: readonly HallKey[]): Promise<(ContactFollowUp & { hallCode: string; contactId: string })[]> {
    return select(this.database, tables.contactTouches, `where ${byContactKeys} order by at`, columns(contacts));
  }

  /** What clients were told about items, in order. */
  consultations(contacts: readonly HallKey[]): Promise<Consultation[]> {
    return select(this.database, tables.consultations, `where ${byContactKeys} order by told_at`, columns(contacts));
  }

  /**
   * By matter: how many clients came, and how many of them on more than one day.
   *
   * @regulation S4.4a
   */
  async repeatVisits(
    hallCode: string,
    { from, to }: { readonly from: string; readonly to: string },
    after: readonly (string | number)[] | null,
    size: number,
  ): Promise<RepeatVisits[]> {
    return this.database.query<RepeatVisits>(
      `select matter, clients, repeated
         from (select matter, count(*)::integer as clients, (count(*) filter (where days > 1))::integer as repeated
                 from (select matter, client_hash, count(distinct day) as days from contacts
                        where hall_code = $1 and client_hash is not null and matter is not null and day between $2 and $3
                        group by matter, client_hash) visits
                group by matter) matters
        where $4::integer is null or (-repeated, matter) > (-$4, $5)
        order by -repeated, matter limit $6`,
      [hallCode, from, to, ...(after ?? [null, null]), size + 1],
    );
  }

  /** Messages for the person behind an account, the newest first. */
  async messagesFor(
    hallCode: string,
    account: string,
    after: { readonly at: Date; readonly id: string } | null,
    size: number,
  ): Promise<Message[]> {
    const rest = `where hall_code = $1 and for_staff_id = (select id from known_staff where hall_code = $1 and account = $2)
          and ($3::timestamptz is null or (taken_at, id) < ($3, $4))
        order by taken_at desc, id desc limit $5`;
    const values = [hallCode, account, after?.at ?? null, after?.id ?? null, size + 1];
    return this.#opened(await select(this.database, tables.messages, rest, values));
  }

  async messages(keys: readonly HallKey[]): Promise<Message[]> {
    return this.#opened(await select(this.database, tables.messages, `where ${byKeys}`, columns(keys)));
  }

  tickets(keys: readonly HallKey[]): Promise<QueueTicket[]> {
    return select(this.database, tables.queueTickets, `where ${byKeys}`, columns(keys));
  }

  /** The queue of a window on one day, in order of arrival. */
  queue({ hallCode, id }: HallKey, day: string, afterNumber: number, size: number): Promise<QueueTicket[]> {
    const rest = 'where hall_code = $1 and window_id = $2 and day = $3 and number > $4 order by number limit $5';
    return select(this.database, tables.queueTickets, rest, [hallCode, id, day, afterNumber, size + 1]);
  }

  async matters(keys: readonly HallKey[]): Promise<MajorMatter[]> {
    const rows = await select(this.database, tables.majorMatters, `where ${byKeys}`, columns(keys));
    return rows.map((row) => toMatter(this.cipher, row));
  }

  /** Major matters of a hall, the newest first. */
  async matterPage(
    hallCode: string,
    onlyOpen: boolean,
    after: { at: Date; id: string } | null,
    size: number,
  ): Promise<MajorMatter[]> {
    const rows = await select(
      this.database,
      tables.majorMatters,
      `where hall_code = $1 and (not $2 or answered_at is null) and ($3::timestamptz is null or (reported_at, id) < ($3, $4))
        order by reported_at desc, id desc limit $5`,
      [hallCode, onlyOpen, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map((row) => toMatter(this.cipher, row));
  }

  #opened(rows: readonly Camel<MessagesRow>[]): Message[] {
    return rows.map((row) => toMessage(this.cipher, row));
  }
}
