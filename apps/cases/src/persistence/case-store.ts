import type { TermEvent } from '@hall/kernel';
import type { Cipher } from '@hall/platform/privacy';
import type { Tx } from '@hall/platform/postgres';
import type { Case, CaseStatus, Decision, Delivery } from '../domain/case';
import type { HandlingType } from '../domain/service-item';
import type { CaseActionEntry, CaseStore } from '../use-cases/ports';

/** A row of the table, as it is read. */
export interface CaseRow {
  readonly hall_code: string;
  readonly id: string;
  readonly number: string;
  readonly item_id: string;
  readonly item_code: string;
  readonly item_version: number;
  readonly department_id: string;
  readonly handling_type: HandlingType;
  readonly status: CaseStatus;
  readonly contact_id: string | null;
  readonly window_id: string;
  readonly post_id: string;
  readonly accepted_by_id: string;
  readonly responsible_id: string;
  readonly accepted_at: Date;
  readonly due_at: Date | null;
  readonly handler_ids: string[];
  readonly decision: (Omit<Decision, 'decidedAt'> & { readonly decidedAt: string }) | null;
  readonly delivery: (Omit<Delivery, 'deliveredAt'> & { readonly deliveredAt: string }) | null;
  readonly version: number;
}

/** The columns of a {@link CaseRow}, in the order in which they are inserted. */
export const caseColumns = `hall_code, id, number, item_id, item_code, item_version, department_id, handling_type, status, contact_id,
  window_id, post_id, accepted_by_id, responsible_id, accepted_at, due_at, handler_ids, decision, delivery, version`;

/** A row as a case. */
export function toCase({ decision, delivery, ...row }: CaseRow): Case {
  return {
    hallCode: row.hall_code,
    id: row.id,
    number: row.number,
    itemId: row.item_id,
    itemCode: row.item_code,
    itemVersion: row.item_version,
    departmentId: row.department_id,
    handlingType: row.handling_type,
    status: row.status,
    contactId: row.contact_id,
    windowId: row.window_id,
    postId: row.post_id,
    acceptedById: row.accepted_by_id,
    responsibleId: row.responsible_id,
    acceptedAt: row.accepted_at,
    dueAt: row.due_at,
    handlerIds: row.handler_ids,
    decision: decision && { ...decision, decidedAt: new Date(decision.decidedAt) },
    delivery: delivery && { ...delivery, deliveredAt: new Date(delivery.deliveredAt) },
    version: row.version,
  };
}

async function appendAction(
  tx: Tx,
  { hallCode, id, version }: Case,
  { kind, at, by, clause, note }: CaseActionEntry,
): Promise<void> {
  await tx.query(
    `insert into case_actions (hall_code, case_id, sequence, kind, at, officer_id, post_id, acting_for_id, cover_id, clause, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [hallCode, id, version, kind, at, by?.officerId, by?.postId, by?.actingForId, by?.coverId, clause, note],
  );
}

async function appendTerm(tx: Tx, { hallCode, id, version }: Case, { kind, at, ...details }: TermEvent): Promise<void> {
  await tx.query(
    `insert into term_events (hall_code, case_id, sequence, kind, at, details) values ($1, $2, $3, $4, $5, $6)`,
    [hallCode, id, version, kind, at, JSON.stringify(details)],
  );
}

/** The only writer of cases and their records. Every state change writes the line that explains it. */
export function createCaseStore(cipher: Cipher): CaseStore {
  return {
    async nextNumber(tx, hallCode, day) {
      const [row] = await tx.query<{ value: string }[]>(`select nextval('case_numbers') as value`);
      return `${hallCode}-${day.replaceAll('-', '')}-${row!.value.padStart(6, '0')}`;
    },

    async insertCase(tx, { accepted, applicant, materials, term, slip, action }) {
      const { hallCode, id } = accepted;
      await tx.query(
        `insert into cases (${caseColumns})
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, null, null, $18)`,
        [
          hallCode,
          id,
          accepted.number,
          accepted.itemId,
          accepted.itemCode,
          accepted.itemVersion,
          accepted.departmentId,
          accepted.handlingType,
          accepted.status,
          accepted.contactId,
          accepted.windowId,
          accepted.postId,
          accepted.acceptedById,
          accepted.responsibleId,
          accepted.acceptedAt,
          accepted.dueAt,
          accepted.handlerIds,
          accepted.version,
        ],
      );
      const seal = (text: string | null): string | null =>
        text === null ? null : cipher.seal(text, `case_applicants/${id}`);
      await tx.query(
        `insert into case_applicants (hall_code, case_id, account, name_sealed, id_number_sealed, id_number_hash, phone_sealed)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          hallCode,
          id,
          applicant.account,
          seal(applicant.name),
          seal(applicant.idNumber),
          cipher.lookupHash(applicant.idNumber),
          seal(applicant.phone),
        ],
      );
      await tx.query(
        `insert into case_materials (hall_code, case_id, code, received_at) select $1, $2, unnest($3::text[]), $4`,
        [hallCode, id, materials, accepted.acceptedAt],
      );
      await tx.query(
        `insert into acceptance_slips (hall_code, number, case_id, issued_at, due_on, provisional, pickup_window_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [hallCode, slip.number, id, slip.issuedAt, slip.dueOn, slip.provisional, slip.pickupWindowId],
      );
      for (const event of term) await appendTerm(tx, accepted, event);
      await appendAction(tx, accepted, action);
    },

    async lockCase(tx, { hallCode, id }) {
      const [row] = await tx.query<CaseRow[]>(
        `select ${caseColumns} from cases where hall_code = $1 and id = $2 for no key update`,
        [hallCode, id],
      );
      return row && toCase(row);
    },

    async lockOpenCasesOf(tx, hallCode, postId) {
      const rows = await tx.query<CaseRow[]>(
        `select ${caseColumns} from cases
          where hall_code = $1 and post_id = $2 and status in ('AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED')
          order by id for no key update`,
        [hallCode, postId],
      );
      return rows.map(toCase);
    },

    async saveCase(tx, next, action, term) {
      await tx.query(
        `update cases set status = $3, responsible_id = $4, due_at = $5, handler_ids = $6, decision = $7, delivery = $8, version = $9
          where hall_code = $1 and id = $2`,
        [
          next.hallCode,
          next.id,
          next.status,
          next.responsibleId,
          next.dueAt,
          next.handlerIds,
          next.decision && JSON.stringify(next.decision),
          next.delivery && JSON.stringify(next.delivery),
          next.version,
        ],
      );
      await appendAction(tx, next, action);
      if (term) await appendTerm(tx, next, term);
    },
  };
}
