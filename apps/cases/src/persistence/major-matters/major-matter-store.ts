import type { Cipher } from '@hall/platform/privacy';
import type { MajorMatter, MajorMatterKind } from '../../domain/major-matters/major-matter';
import type { MajorMatterStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface MatterRow {
  readonly hall_code: string;
  readonly id: string;
  readonly kind: MajorMatterKind;
  readonly facts_sealed: string;
  readonly case_id: string | null;
  readonly contact_id: string | null;
  readonly occurred_at: Date;
  readonly reported_by_id: string;
  readonly reported_at: Date;
  readonly reported_in_time: boolean;
  readonly answer: string | null;
  readonly answered_by_id: string | null;
  readonly answered_at: Date | null;
}

/** The columns of a {@link MatterRow}. */
export const matterColumns = `hall_code, id, kind, facts_sealed, case_id, contact_id, occurred_at, reported_by_id, reported_at,
  reported_in_time, answer, answered_by_id, answered_at`;

/** Opens a row as a major matter. */
export function toMatter(cipher: Cipher, row: MatterRow): MajorMatter {
  return {
    hallCode: row.hall_code,
    id: row.id,
    kind: row.kind,
    facts: cipher.open(row.facts_sealed, `major_matters/${row.id}`),
    caseId: row.case_id,
    contactId: row.contact_id,
    occurredAt: row.occurred_at,
    reportedById: row.reported_by_id,
    reportedAt: row.reported_at,
    reportedInTime: row.reported_in_time,
    answer: row.answer,
    answeredById: row.answered_by_id,
    answeredAt: row.answered_at,
  };
}

/** The only writer of major matters. */
export function createMajorMatterStore(cipher: Cipher): MajorMatterStore {
  return {
    async insertMatter(tx, matter) {
      await tx.query(
        `insert into major_matters (hall_code, id, kind, facts_sealed, case_id, contact_id, occurred_at, reported_by_id, reported_at, reported_in_time)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          matter.hallCode,
          matter.id,
          matter.kind,
          cipher.seal(matter.facts, `major_matters/${matter.id}`),
          matter.caseId,
          matter.contactId,
          matter.occurredAt,
          matter.reportedById,
          matter.reportedAt,
          matter.reportedInTime,
        ],
      );
    },
    async lockMatter(tx, { hallCode, id }) {
      const [row] = await tx.query<MatterRow[]>(
        `select ${matterColumns} from major_matters where hall_code = $1 and id = $2 for no key update`,
        [hallCode, id],
      );
      return row && toMatter(cipher, row);
    },
    async updateMatter(tx, { hallCode, id, answer, answeredById, answeredAt }) {
      await tx.query(
        'update major_matters set answer = $3, answered_by_id = $4, answered_at = $5 where hall_code = $1 and id = $2',
        [hallCode, id, answer, answeredById, answeredAt],
      );
    },
  };
}
