import type { Tx } from '@hall/platform/postgres';
import type { Case } from '../../domain/cases/case';
import type { DefectKind, OpenDefect } from '../../domain/cases/check-materials';
import type { CorrectionNotice, SecondNoticeGround } from '../../domain/cases/notices';
import type { AcceptanceSlip, Key, NewDefect, NoticeDelivery, RejectionReport } from '../../use-cases/ports';

/** What was handed in with a case. */
export async function insertMaterials(
  tx: Tx,
  { hallCode, id }: Case,
  codes: readonly string[],
  at: Date,
): Promise<void> {
  if (codes.length === 0) return;
  await tx.query(
    `insert into case_materials (hall_code, case_id, code, received_at) select $1, $2, unnest($3::text[]), $4
     on conflict do nothing`,
    [hallCode, id, codes, at],
  );
}

/** What was found wanting. */
export async function insertDefects(
  tx: Tx,
  { hallCode, id }: Case,
  defects: readonly NewDefect[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into case_defects (hall_code, case_id, material_code, kind, explanation, newly_supplied, notice_number, pausing, found_by_id, found_at)
     select $1, $2, "materialCode", kind, explanation, "newlySupplied", "noticeNumber", pausing, "foundById", $4
       from jsonb_to_recordset($3::jsonb) as r ("materialCode" text, kind text, explanation text, "newlySupplied" boolean,
            "noticeNumber" text, pausing boolean, "foundById" uuid)`,
    [hallCode, id, JSON.stringify(defects), at],
  );
}

interface DefectRow {
  readonly sequence: string;
  readonly material_code: string;
  readonly kind: DefectKind;
  readonly explanation: string;
  readonly newly_supplied: boolean;
  readonly notice_number: string | null;
  readonly pausing: boolean;
}

/** What is not settled yet. */
export async function openDefects(tx: Tx, { hallCode, id }: Key): Promise<OpenDefect[]> {
  const rows = await tx.query<DefectRow[]>(
    `select sequence, material_code, kind, explanation, newly_supplied, notice_number, pausing
       from case_defects where hall_code = $1 and case_id = $2 and settled_at is null order by sequence`,
    [hallCode, id],
  );
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    materialCode: row.material_code,
    kind: row.kind,
    explanation: row.explanation,
    newlySupplied: row.newly_supplied,
    noticeNumber: row.notice_number,
    pausing: row.pausing,
  }));
}

/** Marks defects as settled. */
export async function settleDefects(
  tx: Tx,
  { hallCode, id }: Key,
  sequences: readonly number[],
  at: Date,
): Promise<void> {
  if (sequences.length === 0) return;
  await tx.query(
    'update case_defects set settled_at = $4 where hall_code = $1 and case_id = $2 and sequence = any($3::bigint[])',
    [hallCode, id, sequences, at],
  );
}

/** A notice to complete the materials. */
export async function insertNotice(tx: Tx, { hallCode, id }: Case, notice: CorrectionNotice): Promise<void> {
  const { number, issuedAt, issuedById, replyBy, ground, basis, approvedById } = notice;
  await tx.query(
    `insert into correction_notices (hall_code, number, case_id, issued_at, issued_by_id, reply_by, ground, basis, approved_by_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [hallCode, number, id, issuedAt, issuedById, replyBy, ground, basis, approvedById],
  );
}

/** A row of the table, as it is read. */
export interface NoticeRow {
  readonly number: string;
  readonly issued_at: Date;
  readonly issued_by_id: string;
  readonly reply_by: string;
  readonly ground: SecondNoticeGround | null;
  readonly basis: string | null;
  readonly approved_by_id: string | null;
}

/** The columns of a {@link NoticeRow}. */
export const noticeColumns = 'number, issued_at, issued_by_id, reply_by::text, ground, basis, approved_by_id';

/** A row as a notice. */
export function toNotice(row: NoticeRow): CorrectionNotice {
  return {
    number: row.number,
    issuedAt: row.issued_at,
    issuedById: row.issued_by_id,
    replyBy: row.reply_by,
    ground: row.ground,
    basis: row.basis,
    approvedById: row.approved_by_id,
  };
}

/** The notices of a case, in order. */
export async function noticesOf(tx: Tx, { hallCode, id }: Key): Promise<CorrectionNotice[]> {
  const rows = await tx.query<NoticeRow[]>(
    `select ${noticeColumns} from correction_notices where hall_code = $1 and case_id = $2 order by issued_at, number`,
    [hallCode, id],
  );
  return rows.map(toNotice);
}

/** The case of a notice and how it was handed over, locked. */
export async function lockNoticeDelivery(
  tx: Tx,
  hallCode: string,
  number: string,
): Promise<NoticeDelivery | undefined> {
  const [row] = await tx.query<{ case_id: string; mode: NoticeDelivery['mode']; acknowledged_at: Date | null }[]>(
    `select n.case_id, d.mode, d.acknowledged_at
       from correction_notices n left join notice_deliveries d on d.hall_code = n.hall_code and d.notice_number = n.number
      where n.hall_code = $1 and n.number = $2`,
    [hallCode, number],
  );
  return row && { hallCode, number, caseId: row.case_id, mode: row.mode, acknowledgedAt: row.acknowledged_at };
}

/** A notice that was handed over. */
export async function insertNoticeDelivery(
  tx: Tx,
  { hallCode, number, mode, deliveredById, at }: NoticeDelivery & { readonly deliveredById: string; readonly at: Date },
): Promise<void> {
  await tx.query(
    'insert into notice_deliveries (hall_code, notice_number, mode, delivered_at, delivered_by_id) values ($1, $2, $3, $4, $5)',
    [hallCode, number, mode, at, deliveredById],
  );
}

/** The applicant's own confirmation. */
export async function acknowledgeNotice(tx: Tx, hallCode: string, number: string, at: Date): Promise<void> {
  await tx.query('update notice_deliveries set acknowledged_at = $3 where hall_code = $1 and notice_number = $2', [
    hallCode,
    number,
    at,
  ]);
}

/** A slip; it replaces the one before. */
export async function insertSlip(tx: Tx, { hallCode, id }: Case, slip: AcceptanceSlip): Promise<void> {
  await tx.query(
    `insert into acceptance_slips (hall_code, number, case_id, issued_at, due_on, provisional, pickup_window_id, code_of)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [hallCode, slip.number, id, slip.issuedAt, slip.dueOn, slip.provisional, slip.pickupWindowId, slip.codeOf],
  );
}

/** The slip in force, and which of the case's slips it is. */
export async function latestSlip(tx: Tx, { hallCode, id }: Key) {
  const [row] = await tx.query<{ nth: number; due_on: string; code_of: string }[]>(
    `select due_on::text, code_of, count(*) over ()::integer as nth
       from acceptance_slips where hall_code = $1 and case_id = $2 order by issued_at desc, number desc limit 1`,
    [hallCode, id],
  );
  return row && { nth: row.nth, dueOn: row.due_on, codeOf: row.code_of };
}

/** A refusal that goes upwards. */
export async function insertRejection(tx: Tx, report: RejectionReport): Promise<void> {
  const { hallCode, number, caseId, reason, explanation, referToWindowId, referToBody, handledById, at } = report;
  await tx.query(
    `insert into refusal_reports (hall_code, number, case_id, reason, explanation, refer_to_window_id, refer_to_body, handled_by_id, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [hallCode, number, caseId, reason, explanation, referToWindowId, referToBody, handledById, at],
  );
}

/** A row of the table, as it is read. */
export interface RefusalRow {
  readonly hall_code: string;
  readonly number: string;
  readonly case_id: string;
  readonly reason: RejectionReport['reason'];
  readonly explanation: string;
  readonly refer_to_window_id: string | null;
  readonly refer_to_body: string | null;
  readonly handled_by_id: string;
  readonly at: Date;
  readonly read_by_id: string | null;
  readonly read_at: Date | null;
}

/** The columns of a {@link RefusalRow}. */
export const refusalColumns =
  'hall_code, number, case_id, reason, explanation, refer_to_window_id, refer_to_body, handled_by_id, at, read_by_id, read_at';

/** A row as a report. */
export function toRefusalReport(row: RefusalRow): RejectionReport {
  return {
    hallCode: row.hall_code,
    number: row.number,
    caseId: row.case_id,
    reason: row.reason,
    explanation: row.explanation,
    referToWindowId: row.refer_to_window_id,
    referToBody: row.refer_to_body,
    handledById: row.handled_by_id,
    at: row.at,
    readById: row.read_by_id,
    readAt: row.read_at,
  };
}

/** A report, locked. */
export async function lockRejection(tx: Tx, hallCode: string, number: string): Promise<RejectionReport | undefined> {
  const [row] = await tx.query<RefusalRow[]>(
    `select ${refusalColumns} from refusal_reports where hall_code = $1 and number = $2 for no key update`,
    [hallCode, number],
  );
  return row && toRefusalReport(row);
}

/** The superior's confirmation of having read a report. */
export async function markRejectionRead(
  tx: Tx,
  { hallCode, number, readById, readAt }: RejectionReport,
): Promise<void> {
  await tx.query('update refusal_reports set read_by_id = $3, read_at = $4 where hall_code = $1 and number = $2', [
    hallCode,
    number,
    readById,
    readAt,
  ]);
}
