import type { HallKey } from '@hall/kernel';
import { byKeys, insert, insertAll, keyColumns, readOne, select, selectOne, update } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { Case } from '../../domain/cases/case';
import type { RejectionReport } from '../../domain/cases/end-case';
import type { NewDefect, OpenDefect } from '../../domain/cases/check-materials';
import type { CorrectionNotice, NoticeDelivery } from '../../domain/cases/notices';
import type { AcceptanceSlip } from '../../domain/cases/plan-handling';
import type { Standstill } from '../../domain/cases/standstill';
import { tables } from '../rows';
import type { AcceptanceSlipsRow, CorrectionNoticesRow, NoticeDeliveriesRow } from '../rows';

/** What was handed in with a case. */
export async function insertMaterials(
  tx: Tx,
  { hallCode, id }: Case,
  codes: readonly string[],
  at: Date,
): Promise<void> {
  const rows = codes.map((code) => ({ hallCode, caseId: id, code, receivedAt: at }));
  await insertAll(tx, tables.caseMaterials, rows, 'on conflict do nothing');
}

/** What was found wanting. */
export async function insertDefects(
  tx: Tx,
  { hallCode, id }: Case,
  defects: readonly NewDefect[],
  at: Date,
): Promise<void> {
  const rows = defects.map((defect) => ({ ...defect, hallCode, caseId: id, foundAt: at }));
  await insertAll(tx, tables.caseDefects, rows);
}

/** What is not settled yet. */
export async function openDefects(tx: Tx, { hallCode, id }: HallKey): Promise<OpenDefect[]> {
  const rest = 'where hall_code = $1 and case_id = $2 and settled_at is null order by sequence';
  const rows = await select(tx, tables.caseDefects, rest, [hallCode, id]);
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** Marks defects as settled. */
export async function settleDefects(
  tx: Tx,
  { hallCode, id }: HallKey,
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
  await insert(tx, tables.correctionNotices, { ...notice, hallCode, caseId: id });
}

/** The notices of a case, in order. */
export function noticesOf(tx: Tx, { hallCode, id }: HallKey): Promise<CorrectionNotice[]> {
  const rest = 'where hall_code = $1 and case_id = $2 order by issued_at, number';
  return select(tx, tables.correctionNotices, rest, [hallCode, id]);
}

/** The case of a notice and how it was handed over, locked. */
export async function lockNoticeDelivery(
  tx: Tx,
  hallCode: string,
  number: string,
): Promise<NoticeDelivery | undefined> {
  return readOne<
    Pick<CorrectionNoticesRow, 'hall_code' | 'number' | 'case_id' | 'ground' | 'reply_by' | 'deadline_id'> & {
      can_confirm: boolean;
      mode: NoticeDeliveriesRow['mode'] | null;
      acknowledged_at: Date | null;
    }
  >(
    tx,
    `select n.hall_code, n.number, n.case_id, n.ground, n.reply_by, n.deadline_id, d.mode, d.acknowledged_at,
            exists (select from case_applicants a where a.hall_code = n.hall_code and a.case_id = n.case_id and a.account is not null) as can_confirm
       from correction_notices n left join notice_deliveries d on d.hall_code = n.hall_code and d.notice_number = n.number
      where n.hall_code = $1 and n.number = $2`,
    [hallCode, number],
  );
}

/** A notice that was handed over. */
export async function insertNoticeDelivery(
  tx: Tx,
  {
    hallCode,
    number,
    ...handedOver
  }: Pick<NoticeDelivery, 'hallCode' | 'number'> & {
    readonly mode: 'PRINTED' | 'ELECTRONIC';
    readonly deliveredById: string;
    readonly deliveredAt: Date;
    /** The day by which to answer; null where none is set. */
    readonly replyBy: string | null;
  },
): Promise<void> {
  const row = { hallCode, noticeNumber: number, ...handedOver };
  await insert(tx, tables.noticeDeliveries, row);
}

/** The day by which to answer that an applicant has in writing, by the id of the case; the latest, where there are several. */
export async function writtenDays(tx: Tx, cases: readonly HallKey[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ case_id: string; day: string }[]>(
    `select n.case_id, max(d.reply_by) as day
       from correction_notices n join notice_deliveries d on d.hall_code = n.hall_code and d.notice_number = n.number
      where ${byKeys('n.case_id')} and d.reply_by is not null group by n.hall_code, n.case_id`,
    keyColumns(cases),
  );
  return new Map(rows.map(({ case_id, day }) => [case_id, day]));
}

/** The applicant's own confirmation. */
export async function acknowledgeNotice(tx: Tx, hallCode: string, number: string, at: Date): Promise<void> {
  await update(tx, tables.noticeDeliveries, ['acknowledgedAt'], {
    hallCode,
    noticeNumber: number,
    acknowledgedAt: at,
  });
}

/** A slip; it replaces the one before. */
export async function insertSlip(tx: Tx, { hallCode, id }: Case, slip: AcceptanceSlip): Promise<void> {
  await insert(tx, tables.acceptanceSlips, { ...slip, hallCode, caseId: id });
}

/** The slip in force, and which of the case's slips it is. */
export function latestSlip(tx: Tx, { hallCode, id }: HallKey) {
  return readOne<Pick<AcceptanceSlipsRow, 'number' | 'due_on' | 'code_of'> & { nth: number }>(
    tx,
    `select number, due_on, code_of, count(*) over ()::integer as nth
       from acceptance_slips where hall_code = $1 and case_id = $2 order by issued_at desc, number desc limit 1`,
    [hallCode, id],
  );
}

/** A clock that was stopped, and on what. */
export async function insertStandstill(tx: Tx, { hallCode, id }: Case, standstill: Standstill): Promise<void> {
  await insert(tx, tables.caseStandstills, { ...standstill, hallCode, caseId: id });
}

/** A refusal that goes upwards. */
export async function insertRejection(tx: Tx, report: RejectionReport): Promise<void> {
  await insert(tx, tables.refusalReports, report);
}

/** A report, locked. */
export function lockRejection(tx: Tx, hallCode: string, number: string): Promise<RejectionReport | undefined> {
  const rest = 'where hall_code = $1 and number = $2 for no key update';
  return selectOne(tx, tables.refusalReports, rest, [hallCode, number]);
}

/** The superior's confirmation of having read a report. */
export function markRejectionRead(tx: Tx, report: RejectionReport): Promise<void> {
  return update(tx, tables.refusalReports, ['readById', 'readAt'], report);
}
