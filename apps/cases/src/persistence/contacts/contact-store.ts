import type { HallKey } from '@hall/kernel';
import { plainDateOf } from '@hall/kernel';
import type { Cipher } from '@hall/platform/privacy';
import { byKeys, insert, insertAll, keyColumns, read, select, selectOne, update } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Consultation, Contact, ContactFollowUp } from '../../domain/contacts/contact';
import type { Message } from '../../domain/contacts/message';
import type { Referral } from '../../domain/contacts/referral';
import { tables } from '../rows';
import type { ContactsRow, MessagesRow, ReferralsRow } from '../rows';
import { queueStore } from './queue-store';

/** A row as a contact. */
export function toContact(row: Camel<ContactsRow>): Contact {
  const { deskSince: since, deskQuestion, deskTakenById: takenById, deskTakenAt: takenAt, ...contact } = row;
  return { ...contact, desk: since && { question: deskQuestion!, since, takenById, takenAt } };
}

const lockContacts = async (tx: Tx, where: string, values: unknown[]): Promise<Contact[]> =>
  (await select(tx, tables.contacts, `c where ${where} for no key update`, values)).map(toContact);

const lockReferrals = (tx: Tx, where: string, values: unknown[]): Promise<Referral[]> =>
  select(tx, tables.referrals, `where ${where}`, values);

/** What of a contact changes after it was recorded. */
const changing = [
  'ownerId',
  'outcome',
  'caseId',
  'closedAt',
  'version',
  'answer',
  'referredTo',
  'referralCount',
  'windowId',
  'postId',
  'deskQuestion',
  'deskSince',
  'deskTakenById',
  'deskTakenAt',
] as const;

/** Contacts and their referrals. */
const ledger = {
  async insertContact(tx: Tx, contact: Contact, clientHash: string | null): Promise<void> {
    await insert(tx, tables.contacts, { ...contact, clientHash, day: plainDateOf(contact.receivedAt) });
  },

  /** The contact of this client about this matter today, locked; none when the client is not known. */
  async lockContactOfDay(
    tx: Tx,
    { hallCode, clientHash, matter, day }: { hallCode: string; clientHash: string; matter: string; day: string },
  ): Promise<Contact | undefined> {
    // The lock on the triple makes two desks that meet the same client at the same moment wait for each other.
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${hallCode}/${clientHash}/${matter}/${day}`,
    ]);
    const where = 'hall_code = $1 and client_hash = $2 and matter = $3 and day = $4';
    return (await lockContacts(tx, where, [hallCode, clientHash, matter, day]))[0];
  },

  async insertConsultation(tx: Tx, told: Consultation): Promise<void> {
    await insert(tx, tables.consultations, told);
  },

  async appendFollowUps(tx: Tx, { hallCode, id }: HallKey, followUps: readonly ContactFollowUp[]): Promise<void> {
    if (followUps.length === 0) return;
    const rows = followUps.map((followUp) => ({ ...followUp, hallCode, contactId: id }));
    await insertAll(tx, tables.contactTouches, rows);
  },

  async lockContact(tx: Tx, { hallCode, id }: HallKey): Promise<Contact | undefined> {
    return (await lockContacts(tx, 'hall_code = $1 and id = $2', [hallCode, id]))[0];
  },

  /** Open contacts that were taken at a post, locked in a fixed order. */
  lockContactsOfPost: (tx: Tx, hallCode: string, postId: string): Promise<Contact[]> =>
    lockContacts(tx, 'hall_code = $1 and post_id = $2 and closed_at is null order by id', [hallCode, postId]),

  updateContact: (tx: Tx, { desk, ...contact }: Contact): Promise<void> =>
    update(tx, tables.contacts, changing, {
      ...contact,
      deskQuestion: desk?.question ?? null,
      deskSince: desk?.since ?? null,
      deskTakenById: desk?.takenById ?? null,
      deskTakenAt: desk?.takenAt ?? null,
    }),

  async insertReferral(tx: Tx, referral: Referral): Promise<void> {
    await insert(tx, tables.referrals, referral);
  },

  async lockReferral(tx: Tx, { hallCode, id }: HallKey): Promise<Referral | undefined> {
    const [referral] = await lockReferrals(tx, 'hall_code = $1 and id = $2 for no key update', [hallCode, id]);
    return referral;
  },

  lockReferralsOf: (tx: Tx, { hallCode, id }: HallKey): Promise<Referral[]> =>
    lockReferrals(tx, 'hall_code = $1 and contact_id = $2 order by offered_at for no key update', [hallCode, id]),

  updateReferral: (tx: Tx, referral: Referral): Promise<void> =>
    update(
      tx,
      tables.referrals,
      ['state', 'acknowledgedById', 'acknowledgedAt', 'returnedAt', 'ignoredById'],
      referral,
    ),

  /** Keys of referrals that nobody has acknowledged in time, without those set aside. */
  findUnacknowledged: (tx: Tx, now: Date, limit: number, aside: readonly string[]): Promise<HallKey[]> =>
    read<Pick<ReferralsRow, 'hall_code' | 'id'>>(
      tx,
      `select /* sweep */ hall_code, id from referrals
        where state = 'OFFERED' and alert_at <= $1 and id <> all($3::uuid[]) order by alert_at limit $2`,
      [now, limit, aside],
    ),

  /**
   * Referrals that are still offered, with their contacts, locked and skipped by other workers; and who is on duty at the
   * window that they were offered to.
   */
  async lockUnacknowledged(
    tx: Tx,
    keys: readonly HallKey[],
  ): Promise<{ referral: Referral; contact: Contact; onDutyId: string | null }[]> {
    const late = await lockReferrals(
      tx,
      `/* sweep */ state = 'OFFERED' and ${byKeys()} order by id for no key update skip locked`,
      keyColumns(keys),
    );
    const onDuty = await read<{ readonly id: string; readonly holder_id: string | null }>(
      tx,
      `/* sweep */ select f.id, (select p.holder_id from known_posts p
          where p.hall_code = f.hall_code and p.window_id = f.to_window_id order by p.id limit 1)
         from referrals f where ${byKeys('f.id')}`,
      keyColumns(late),
    );
    const found: { referral: Referral; contact: Contact; onDutyId: string | null }[] = [];
    for (const referral of late) {
      const contact = await ledger.lockContact(tx, { hallCode: referral.hallCode, id: referral.contactId });
      const onDutyId = onDuty.find(({ id }) => id === referral.id)?.holderId ?? null;
      if (contact) found.push({ referral, contact, onDutyId });
    }
    return found;
  },
};

/** Opens a row as a message. */
export function toMessage(cipher: Cipher, { sealed, ...row }: Camel<MessagesRow>): Message {
  const opened = JSON.parse(cipher.open(sealed, `messages/${row.id}`)) as Pick<Message, 'from' | 'phone' | 'text'>;
  return { ...row, ...opened };
}

/** The only writer of contacts, referrals, messages and the queue. */
export function createContactStore(cipher: Cipher) {
  return {
    ...ledger,
    ...queueStore,
    /** Whether it was kept: a message for somebody who does not work in the hall is not. */
    async insertMessage(tx: Tx, { from, phone, text, ...message }: Message): Promise<boolean> {
      const sealed = cipher.seal(JSON.stringify({ from, phone, text }), `messages/${message.id}`);
      const isForStaff =
        'exists (select from known_staff s where s.hall_code = r."hallCode" and s.id = r."forStaffId")';
      const rows = await insertAll(tx, tables.messages, [{ ...message, sealed }], `where ${isForStaff} returning id`);
      return rows.length > 0;
    },
    async lockMessage(tx: Tx, { hallCode, id }: HallKey): Promise<Message | undefined> {
      const row = await selectOne(tx, tables.messages, 'where hall_code = $1 and id = $2 for no key update', [
        hallCode,
        id,
      ]);
      return row && toMessage(cipher, row);
    },
    updateMessage: (tx: Tx, message: Message): Promise<void> => update(tx, tables.messages, ['deliveredAt'], message),
  };
}
