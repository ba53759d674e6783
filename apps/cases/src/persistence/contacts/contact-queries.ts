import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, select } from '@hall/platform/postgres';
import type { Camel, Database, DatedCursor, Table } from '@hall/platform/postgres';
import type { Consultation, Contact, ContactFollowUp } from '../../domain/contacts/contact';
import type { Referral } from '../../domain/contacts/referral';
import { tables } from '../rows';
import { toContact } from './contact-store';

/** How many clients of a matter came, how many of them again, and how often all of them together. */
export interface RepeatVisits {
  readonly hallCode: string;
  readonly matter: string;
  readonly clients: number;
  readonly repeated: number;
  readonly trips: number;
}

/** The read side of contacts. */
export class ContactQueries {
  constructor(private readonly database: Database) {}

  async contacts(keys: readonly HallKey[]): Promise<Contact[]> {
    return (await select(this.database, tables.contacts, `where ${byKeys()}`, keyColumns(keys))).map(toContact);
  }

  /** Contacts that somebody still answers for, the oldest first: nobody is forgotten. */
  async openContacts(
    hallCode: string,
    { ownerId, atDesk }: { readonly ownerId: string | null; readonly atDesk: boolean },
    after: DatedCursor | null,
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
    return this.#ofContacts(tables.referrals, contacts, 'offered_at');
  }

  touches(contacts: readonly HallKey[]): Promise<(ContactFollowUp & { hallCode: string; contactId: string })[]> {
    return this.#ofContacts(tables.contactTouches, contacts, 'at');
  }

  /** What clients were told about items, in order. */
  consultations(contacts: readonly HallKey[]): Promise<Consultation[]> {
    return this.#ofContacts(tables.consultations, contacts, 'told_at');
  }

  /**
   * By matter: how many clients came, and how many of them more than once, be it on one day: every trip counts.
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
      `select $1::text as "hallCode", matter, clients, repeated, trips
         from (select matter, count(*)::integer as clients, (count(*) filter (where trips > 1))::integer as repeated,
                      sum(trips)::integer as trips
                 from (select matter, client_hash, count(*) + coalesce(sum((
                           select count(*) from contact_touches t
                            where t.hall_code = contacts.hall_code and t.contact_id = contacts.id and t.kind = 'TOUCHED')), 0) as trips
                         from contacts
                        where hall_code = $1 and client_hash is not null and matter is not null and day between $2 and $3
                        group by matter, client_hash) visits
                group by matter) matters
        where $4::integer is null or (-repeated, matter) > (-$4, $5)
        order by -repeated, matter limit $6`,
      [hallCode, from, to, ...(after ?? [null, null]), size + 1],
    );
  }

  #ofContacts<Row extends { readonly hall_code: string; readonly contact_id: string }, Name extends keyof Row>(
    table: Table<Row, Name, keyof Row>,
    contacts: readonly HallKey[],
    order: string,
  ): Promise<Camel<Row>[]> {
    return select(this.database, table, `where ${byKeys('contact_id')} order by ${order}`, keyColumns(contacts));
  }
}
