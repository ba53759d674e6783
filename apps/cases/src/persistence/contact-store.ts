import type { Contact, ContactChannel, ContactOutcome } from '../domain/contact';
import type { ContactStore } from '../use-cases/ports';

/** A row of the table, as it is read. */
export interface ContactRow {
  readonly hall_code: string;
  readonly id: string;
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly received_at: Date;
  readonly window_id: string | null;
  readonly first_officer_id: string;
  readonly owner_id: string;
  readonly outcome: ContactOutcome | null;
  readonly case_id: string | null;
  readonly closed_at: Date | null;
  readonly version: number;
}

/** The columns of a {@link ContactRow}, in the order in which they are inserted. */
export const contactColumns =
  'hall_code, id, channel, subject, received_at, window_id, first_officer_id, owner_id, outcome, case_id, closed_at, version';

/** A row as a contact. */
export function toContact(row: ContactRow): Contact {
  return {
    hallCode: row.hall_code,
    id: row.id,
    channel: row.channel,
    subject: row.subject,
    receivedAt: row.received_at,
    windowId: row.window_id,
    firstOfficerId: row.first_officer_id,
    ownerId: row.owner_id,
    outcome: row.outcome,
    caseId: row.case_id,
    closedAt: row.closed_at,
    version: row.version,
  };
}

/** The only writer of contacts. */
export const contactStore: ContactStore = {
  async insertContact(tx, contact) {
    await tx.query(
      `insert into contacts (${contactColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        contact.hallCode,
        contact.id,
        contact.channel,
        contact.subject,
        contact.receivedAt,
        contact.windowId,
        contact.firstOfficerId,
        contact.ownerId,
        contact.outcome,
        contact.caseId,
        contact.closedAt,
        contact.version,
      ],
    );
  },

  async lockContact(tx, { hallCode, id }) {
    const [row] = await tx.query<ContactRow[]>(
      `select ${contactColumns} from contacts where hall_code = $1 and id = $2 for no key update`,
      [hallCode, id],
    );
    return row && toContact(row);
  },

  async updateContact(tx, { hallCode, id, ownerId, outcome, caseId, closedAt, version }) {
    await tx.query(
      `update contacts set owner_id = $3, outcome = $4, case_id = $5, closed_at = $6, version = $7
        where hall_code = $1 and id = $2`,
      [hallCode, id, ownerId, outcome, caseId, closedAt, version],
    );
  },
};
