import type { ConductFinding, ConductRecord, ConductStatus } from '../../domain/conduct/conduct';
import type { Detection } from '../../domain/conduct/conduct-rules';
import type { ConductStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface ConductRow {
  readonly hall_code: string;
  readonly id: string;
  readonly staff_id: string;
  readonly clause: string;
  readonly source: Detection;
  readonly finding: ConductFinding | null;
  readonly facts: string | null;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly recorded_by_id: string | null;
  readonly cause_id: string | null;
  readonly case_id: string | null;
  readonly status: ConductStatus;
  readonly most_points: number;
  readonly is_upheld: boolean | null;
  readonly points: number | null;
  readonly decided_by_id: string | null;
}

/** The columns of a {@link ConductRow}. */
export const conductColumns = `hall_code, id, staff_id, clause, source, finding, facts, occurred_at, recorded_at, recorded_by_id, cause_id,
  case_id, status, most_points, is_upheld, points, decided_by_id`;

/** A row as a record of conduct. */
export function toConduct(row: ConductRow): ConductRecord {
  return {
    hallCode: row.hall_code,
    id: row.id,
    staffId: row.staff_id,
    clause: row.clause,
    source: row.source,
    finding: row.finding,
    facts: row.facts,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    recordedById: row.recorded_by_id,
    causeId: row.cause_id,
    caseId: row.case_id,
    status: row.status,
    mostPoints: row.most_points,
    isUpheld: row.is_upheld,
    points: row.points,
    decidedById: row.decided_by_id,
  };
}

/** The latest revision of each rule of the halls in `$1`. */
export const selectRevisions = `
  select distinct on (hall_code, clause) hall_code, clause, points, is_active
    from conduct_rule_revisions where hall_code = any($1) order by hall_code, clause, sequence desc`;

/** A row of the latest revisions. */
export interface RevisionRow {
  readonly hall_code: string;
  readonly clause: string;
  readonly points: number;
  readonly is_active: boolean;
}

/** The only writer of conduct. */
export const conductStore: ConductStore = {
  async findRevisions(tx, hallCode) {
    const rows = await tx.query<RevisionRow[]>(selectRevisions, [[hallCode]]);
    return rows.map(({ clause, points, is_active: isActive }) => ({ clause, points, isActive }));
  },

  async insertRevision(tx, { hallCode, clause, points, isActive, reason, revisedBy, revisedAt }) {
    await tx.query(
      `insert into conduct_rule_revisions (hall_code, clause, points, is_active, reason, revised_by, revised_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [hallCode, clause, points, isActive, reason, revisedBy, revisedAt],
    );
  },

  async insertRecord(tx, record) {
    const inserted = await tx.query(
      `insert into conduct_records (${conductColumns})
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
       on conflict (hall_code, cause_id) where cause_id is not null do nothing returning id`,
      [
        record.hallCode,
        record.id,
        record.staffId,
        record.clause,
        record.source,
        record.finding,
        record.facts,
        record.occurredAt,
        record.recordedAt,
        record.recordedById,
        record.causeId,
        record.caseId,
        record.status,
        record.mostPoints,
        record.isUpheld,
        record.points,
        record.decidedById,
      ],
    );
    return inserted.length === 1;
  },

  async lockRecord(tx, { hallCode, id }) {
    const [row] = await tx.query<ConductRow[]>(
      `select ${conductColumns} from conduct_records where hall_code = $1 and id = $2 for no key update`,
      [hallCode, id],
    );
    return row && toConduct(row);
  },

  async updateRecord(tx, { hallCode, id, status, isUpheld, points, decidedById }) {
    await tx.query(
      `update conduct_records set status = $3, is_upheld = $4, points = $5, decided_by_id = $6
        where hall_code = $1 and id = $2`,
      [hallCode, id, status, isUpheld, points, decidedById],
    );
  },

  async insertAction(tx, { hallCode, id }, { kind, at, byId, note }) {
    await tx.query(
      'insert into conduct_actions (hall_code, record_id, kind, at, by_id, note) values ($1, $2, $3, $4, $5, $6)',
      [hallCode, id, kind, at, byId, note],
    );
  },
};
