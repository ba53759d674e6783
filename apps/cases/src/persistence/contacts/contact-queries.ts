import type { Database } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Consultation, ConsultationMode, Contact, FollowUpKind } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { QueueTicket } from '../../domain/contacts/queue';
import type { Referral } from '../../domain/contacts/referral';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import type { ContactFollowUp, Key } from '../../use-cases/ports';
import { contactColumns, messageColumns, referralColumns, toContact, toMessage, toReferral } from './contact-store';
import type { ContactRow, ReferralRow } from './contact-store';
import { byKeys, columns } from '../keys-sql';
import { matterColumns, toMatter } from '../major-matters/major-matter-store';
import type { MatterRow } from '../major-matters/major-matter-store';
import { ticketColumns, toTicket } from './queue-store';
import type { TicketRow } from './queue-store';

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

  async contacts(keys: readonly Key[]): Promise<Contact[]> {
    const rows = await this.database.query<ContactRow>(
      `select ${contactColumns} from contacts where ${byKeys}`,
      columns(keys),
    );
    return rows.map(toContact);
  }

  /** Contacts that somebody still answers for, the oldest first: nobody is forgotten. */
  async openContacts(
    hallCode: string,
    { ownerId, atDesk }: { readonly ownerId: string | null; readonly atDesk: boolean },
    after: { readonly at: Date; readonly id: string } | null,
    size: number,
  ): Promise<Contact[]> {
    const waiting = atDesk ? 'and desk_since is not null and desk_taken_at is null' : '';
    const rows = await this.database.query<ContactRow>(
      `select ${contactColumns} from contacts
        where hall_code = $1 and closed_at is null and ($2::uuid is null or owner_id = $2)
          and ($3::timestamptz is null or (received_at, id) > ($3, $4)) ${waiting}
        order by received_at, id limit $5`,
      [hallCode, ownerId, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map(toContact);
  }

  async referrals(contacts: readonly Key[]): Promise<Referral[]> {
    const rows = await this.database.query<ReferralRow>(
      `select ${referralColumns} from referrals
        where (hall_code, contact_id) in (select * from unnest($1::text[], $2::uuid[])) order by offered_at`,
      columns(contacts),
    );
    return rows.map(toReferral);
  }

  async touches(contacts: readonly Key[]): Promise<(ContactFollowUp & { hallCode: string; contactId: string })[]> {
    const rows = await this.database.query<{
      hall_code: string;
      contact_id: string;
      at: Date;
      officer_id: string;
      kind: FollowUpKind;
      note: string | null;
    }>(
      `select hall_code, contact_id, at, officer_id, kind, note from contact_touches
        where (hall_code, contact_id) in (select * from unnest($1::text[], $2::uuid[])) order by at`,
      columns(contacts),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      contactId: row.contact_id,
      at: row.at,
      officerId: row.officer_id,
      kind: row.kind,
      note: row.note,
    }));
  }

  /** What clients were told about items, in order. */
  async consultations(contacts: readonly Key[]): Promise<Consultation[]> {
    const rows = await this.database.query<{
      hall_code: string;
      contact_id: string;
      item_id: string;
      item_version: number;
      mode: ConsultationMode;
      told_at: Date;
      told_by_id: string;
    }>(
      `select hall_code, contact_id, item_id, item_version, mode, told_at, told_by_id from consultations
        where (hall_code, contact_id) in (select * from unnest($1::text[], $2::uuid[])) order by told_at`,
      columns(contacts),
    );
    return rows.map((row) => ({
      hallCode: row.hall_code,
      contactId: row.contact_id,
      itemId: row.item_id,
      itemVersion: row.item_version,
      mode: row.mode,
      toldAt: row.told_at,
      toldById: row.told_by_id,
    }));
  }

  /**
   * By matter: how many clients came, and how many of them on more than one day.
   *
   * @regulation S4.4a
   */
  async repeatVisits(hallCode: string, from: string, to: string): Promise<RepeatVisits[]> {
    return this.database.query<RepeatVisits>(
      `select matter, count(*)::integer as clients, (count(*) filter (where days > 1))::integer as repeated
         from (select matter, client_hash, count(distinct day) as days from contacts
                where hall_code = $1 and client_hash is not null and matter is not null and day between $2 and $3
                group by matter, client_hash) visits
        group by matter order by 3 desc, matter limit 500`,
      [hallCode, from, to],
    );
  }

  /** Messages for the person behind an account, the newest first. */
  async messagesFor(hallCode: string, account: string): Promise<Message[]> {
    const rows = await this.database.query<Parameters<typeof toMessage>[1]>(
      `select ${messageColumns} from messages
        where hall_code = $1 and for_staff_id = (select id from known_staff where hall_code = $1 and account = $2)
        order by taken_at desc limit 200`,
      [hallCode, account],
    );
    return rows.map((row) => toMessage(this.cipher, row));
  }

  async messages(keys: readonly Key[]): Promise<Message[]> {
    const rows = await this.database.query<Parameters<typeof toMessage>[1]>(
      `select ${messageColumns} from messages where ${byKeys}`,
      columns(keys),
    );
    return rows.map((row) => toMessage(this.cipher, row));
  }

  async tickets(keys: readonly Key[]): Promise<QueueTicket[]> {
    const rows = await this.database.query<TicketRow>(
      `select ${ticketColumns} from queue_tickets where ${byKeys}`,
      columns(keys),
    );
    return rows.map(toTicket);
  }

  /** The queue of a window on one day, in order of arrival. */
  async queue({ hallCode, id }: Key, day: string): Promise<QueueTicket[]> {
    const rows = await this.database.query<TicketRow>(
      `select ${ticketColumns} from queue_tickets where hall_code = $1 and window_id = $2 and day = $3 order by number limit 1000`,
      [hallCode, id, day],
    );
    return rows.map(toTicket);
  }

  async matters(keys: readonly Key[]): Promise<MajorMatter[]> {
    const rows = await this.database.query<MatterRow>(
      `select ${matterColumns} from major_matters where ${byKeys}`,
      columns(keys),
    );
    return rows.map((row) => toMatter(this.cipher, row));
  }

  /** Major matters of a hall, the newest first. */
  async matterPage(
    hallCode: string,
    onlyOpen: boolean,
    after: { at: Date; id: string } | null,
    size: number,
  ): Promise<MajorMatter[]> {
    const rows = await this.database.query<MatterRow>(
      `select ${matterColumns} from major_matters
        where hall_code = $1 and (not $2 or answered_at is null) and ($3::timestamptz is null or (reported_at, id) < ($3, $4))
        order by reported_at desc, id desc limit $5`,
      [hallCode, onlyOpen, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map((row) => toMatter(this.cipher, row));
  }
}
