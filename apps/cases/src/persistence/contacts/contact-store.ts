import { plainDateOf } from '@hall/kernel';
import type { Cipher } from '@hall/platform/privacy';
import type { Tx } from '@hall/platform/postgres';
import type { Contact, ContactChannel, ContactOutcome } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { Referral, ReferralState } from '../../domain/contacts/referral';
import type { ContactStore } from '../../use-cases/ports';
import { queueStore } from './queue-store';

/** A row of the table, as it is read. */
export interface ContactRow {
  readonly hall_code: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly matter: string | null;
  readonly received_at: Date;
  readonly window_id: string | null;
  readonly first_officer_id: string;
  readonly owner_id: string;
  readonly outcome: ContactOutcome | null;
  readonly answer: string | null;
  readonly referred_to: string | null;
  readonly case_id: string | null;
  readonly closed_at: Date | null;
  readonly referral_count: number;
  readonly version: number;
  readonly desk_question: string | null;
  readonly desk_since: Date | null;
  readonly desk_taken_by_id: string | null;
  readonly desk_taken_at: Date | null;
}

const contactColumnNames = [
  'hall_code',
  'id',
  'channel',
  'subject',
  'matter',
  'received_at',
  'window_id',
  'first_officer_id',
  'owner_id',
  'outcome',
  'answer',
  'referred_to',
  'case_id',
  'closed_at',
  'referral_count',
  'version',
];

const insertedColumns = contactColumnNames.join(', ');

/** The columns of a {@link ContactRow}. */
export const contactColumns = `${insertedColumns}, desk_question, desk_since, desk_taken_by_id, desk_taken_at`;

/** A row as a contact. */
export function toContact(row: ContactRow): Contact {
  return {
    hallCode: row.hall_code,
    id: row.id,
    channel: row.channel,
    subject: row.subject,
    matter: row.matter,
    receivedAt: row.received_at,
    windowId: row.window_id,
    firstOfficerId: row.first_officer_id,
    ownerId: row.owner_id,
    outcome: row.outcome,
    answer: row.answer,
    referredTo: row.referred_to,
    caseId: row.case_id,
    closedAt: row.closed_at,
    referralCount: row.referral_count,
    version: row.version,
    desk:
      row.desk_since === null
        ? null
        : {
            question: row.desk_question!,
            since: row.desk_since,
            takenById: row.desk_taken_by_id,
            takenAt: row.desk_taken_at,
          },
  };
}

/** A row of the table, as it is read. */
export interface ReferralRow {
  readonly hall_code: string;
  readonly id: string;
  readonly contact_id: string;
  readonly to_window_id: string;
  readonly reason: string;
  readonly offered_by_id: string;
  readonly offered_at: Date;
  readonly alert_at: Date;
  readonly state: ReferralState;
  readonly acknowledged_by_id: string | null;
  readonly acknowledged_at: Date | null;
  readonly returned_at: Date | null;
}

/** The columns of a {@link ReferralRow}, in the order in which they are inserted. */
export const referralColumns = `hall_code, id, contact_id, to_window_id, reason, offered_by_id, offered_at, alert_at, state,
  acknowledged_by_id, acknowledged_at, returned_at`;

/** A row as a referral. */
export function toReferral(row: ReferralRow): Referral {
  return {
    hallCode: row.hall_code,
    id: row.id,
    contactId: row.contact_id,
    toWindowId: row.to_window_id,
    reason: row.reason,
    offeredById: row.offered_by_id,
    offeredAt: row.offered_at,
    alertAt: row.alert_at,
    state: row.state,
    acknowledgedById: row.acknowledged_by_id,
    acknowledgedAt: row.acknowledged_at,
    returnedAt: row.returned_at,
  };
}

async function lockReferrals(tx: Tx, where: string, values: unknown[]): Promise<Referral[]> {
  const rows = await tx.query<ReferralRow[]>(`select ${referralColumns} from referrals where ${where}`, values);
  return rows.map(toReferral);
}

type Ledger = Omit<ContactStore, keyof typeof queueStore | 'insertMessage' | 'lockMessage' | 'updateMessage'>;

/** Contacts and their referrals. */
const ledger: Ledger = {
  async insertContact(tx, contact, clientHash) {
    await tx.query(
      `insert into contacts (${insertedColumns}, client_hash, day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
      [
        contact.hallCode,
        contact.id,
        contact.channel,
        contact.subject,
        contact.matter,
        contact.receivedAt,
        contact.windowId,
        contact.firstOfficerId,
        contact.ownerId,
        contact.outcome,
        contact.answer,
        contact.referredTo,
        contact.caseId,
        contact.closedAt,
        contact.referralCount,
        contact.version,
        clientHash,
        plainDateOf(contact.receivedAt),
      ],
    );
  },

  async lockContactOfDay(tx, { hallCode, clientHash, matter, day }) {
    // The lock on the triple makes two desks that meet the same client at the same moment wait for each other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${hallCode}/${clientHash}/${matter}/${day}`,
    ]);
    const [row] = await tx.query<ContactRow[]>(
      `select ${contactColumns} from contacts where hall_code = $1 and client_hash = $2 and matter = $3 and day = $4 for no key update`,
      [hallCode, clientHash, matter, day],
    );
    return row && toContact(row);
  },

  async insertConsultation(tx, told) {
    await tx.query(
      `insert into consultations (hall_code, contact_id, item_id, item_version, mode, told_at, told_by_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [told.hallCode, told.contactId, told.itemId, told.itemVersion, told.mode, told.toldAt, told.toldById],
    );
  },

  async appendFollowUp(tx, { hallCode, id }, { at, officerId, kind, note }) {
    await tx.query(
      'insert into contact_touches (hall_code, contact_id, at, officer_id, kind, note) values ($1, $2, $3, $4, $5, $6)',
      [hallCode, id, at, officerId, kind, note],
    );
  },

  async lockContact(tx, { hallCode, id }) {
    const [row] = await tx.query<ContactRow[]>(
      `select ${contactColumns} from contacts where hall_code = $1 and id = $2 for no key update`,
      [hallCode, id],
    );
    return row && toContact(row);
  },

  async lockContactsLeft(tx, { hallCode, id }, previousHolderId) {
    const rows = await tx.query<ContactRow[]>(
      `select ${contactColumns} from contacts c
        where hall_code = $1 and window_id = $2 and closed_at is null
          and (owner_id = $3 or ($3::uuid is null
            and not exists (select from known_posts p where p.hall_code = c.hall_code and p.holder_id = c.owner_id)
            and not exists (select from known_staff s where s.hall_code = c.hall_code and s.id = c.owner_id and 'DESK_OFFICER' = any(s.roles))))
        order by id for no key update`,
      [hallCode, id, previousHolderId],
    );
    return rows.map(toContact);
  },

  async updateContact(tx, contact) {
    await tx.query(
      `update contacts set owner_id = $3, outcome = $4, case_id = $5, closed_at = $6, version = $7, answer = $8,
              referred_to = $9, referral_count = $10, window_id = $11, desk_question = $12, desk_since = $13,
              desk_taken_by_id = $14, desk_taken_at = $15
        where hall_code = $1 and id = $2`,
      [
        contact.hallCode,
        contact.id,
        contact.ownerId,
        contact.outcome,
        contact.caseId,
        contact.closedAt,
        contact.version,
        contact.answer,
        contact.referredTo,
        contact.referralCount,
        contact.windowId,
        contact.desk?.question ?? null,
        contact.desk?.since ?? null,
        contact.desk?.takenById ?? null,
        contact.desk?.takenAt ?? null,
      ],
    );
  },

  async insertReferral(tx, referral) {
    await tx.query(
      `insert into referrals (hall_code, id, contact_id, to_window_id, reason, offered_by_id, offered_at, alert_at, state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        referral.hallCode,
        referral.id,
        referral.contactId,
        referral.toWindowId,
        referral.reason,
        referral.offeredById,
        referral.offeredAt,
        referral.alertAt,
        referral.state,
      ],
    );
  },

  async lockReferral(tx, { hallCode, id }) {
    const [referral] = await lockReferrals(tx, 'hall_code = $1 and id = $2 for no key update', [hallCode, id]);
    return referral;
  },

  lockReferralsOf: (tx, { hallCode, id }) =>
    lockReferrals(tx, 'hall_code = $1 and contact_id = $2 order by offered_at for no key update', [hallCode, id]),

  async updateReferral(tx, { hallCode, id, state, acknowledgedById, acknowledgedAt, returnedAt }) {
    await tx.query(
      `update referrals set state = $3, acknowledged_by_id = $4, acknowledged_at = $5, returned_at = $6 where hall_code = $1 and id = $2`,
      [hallCode, id, state, acknowledgedById, acknowledgedAt, returnedAt],
    );
  },

  async findUnacknowledged(tx, now, limit, aside) {
    const rows = await tx.query<{ hall_code: string; id: string }[]>(
      `select /* sweep */ hall_code, id from referrals
        where state = 'OFFERED' and alert_at <= $1 and id <> all($3::uuid[]) order by alert_at limit $2`,
      [now, limit, aside],
    );
    return rows.map(({ hall_code: hallCode, id }) => ({ hallCode, id }));
  },

  async lockUnacknowledged(tx, keys) {
    const late = await lockReferrals(
      tx,
      `/* sweep */ state = 'OFFERED' and (hall_code, id) in (select * from unnest($1::text[], $2::uuid[]))
        order by id for no key update skip locked`,
      [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)],
    );
    const found: { referral: Referral; contact: Contact }[] = [];
    for (const referral of late) {
      const contact = await ledger.lockContact(tx, { hallCode: referral.hallCode, id: referral.contactId });
      if (contact) found.push({ referral, contact });
    }
    return found;
  },
};

interface MessageRow {
  readonly hall_code: string;
  readonly id: string;
  readonly for_staff_id: string;
  readonly sealed: string;
  readonly taken_by_id: string;
  readonly taken_at: Date;
  readonly delivered_at: Date | null;
}

/** The columns of a message's row. */
export const messageColumns = 'hall_code, id, for_staff_id, sealed, taken_by_id, taken_at, delivered_at';

/** Opens a row as a message. */
export function toMessage(cipher: Cipher, row: MessageRow): Message {
  const opened = JSON.parse(cipher.open(row.sealed, `messages/${row.id}`)) as Pick<Message, 'from' | 'phone' | 'text'>;
  return {
    hallCode: row.hall_code,
    id: row.id,
    forStaffId: row.for_staff_id,
    ...opened,
    takenById: row.taken_by_id,
    takenAt: row.taken_at,
    deliveredAt: row.delivered_at,
  };
}

/** The only writer of contacts, referrals, messages and the queue. */
export function createContactStore(cipher: Cipher): ContactStore {
  return {
    ...ledger,
    ...queueStore,
    async insertMessage(tx, { hallCode, id, forStaffId, from, phone, text, takenById, takenAt }) {
      const sealed = cipher.seal(JSON.stringify({ from, phone, text }), `messages/${id}`);
      await tx.query(
        'insert into messages (hall_code, id, for_staff_id, sealed, taken_by_id, taken_at) values ($1, $2, $3, $4, $5, $6)',
        [hallCode, id, forStaffId, sealed, takenById, takenAt],
      );
    },
    async lockMessage(tx, { hallCode, id }) {
      const [row] = await tx.query<MessageRow[]>(
        `select ${messageColumns} from messages where hall_code = $1 and id = $2 for no key update`,
        [hallCode, id],
      );
      return row && toMessage(cipher, row);
    },
    async updateMessage(tx, { hallCode, id, deliveredAt }) {
      await tx.query('update messages set delivered_at = $3 where hall_code = $1 and id = $2', [
        hallCode,
        id,
        deliveredAt,
      ]);
    },
  };
}
