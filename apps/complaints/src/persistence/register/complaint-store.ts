import type { HallKey } from '@hall/kernel';
import {
  byKeys,
  everythingOf,
  insert,
  insertAll,
  keyColumns,
  readOne,
  select,
  update,
  updateAll,
} from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Complainant, ComplaintActionEntry, Complaint } from '../../domain/register/complaint';
import { tables } from '../rows';
import { notConcerning } from './visibility';
import type { ComplaintsRow } from '../rows';

/** A row as a complaint. */
export function toComplaint({ feedback, ...row }: Camel<ComplaintsRow>): Complaint {
  return { ...row, feedback: feedback && { ...feedback, givenAt: new Date(feedback.givenAt) } };
}

/**
 * Keeps, in one statement, the line that explains a change and what the complaint is like from now on; statistics are made of
 * these states, as they were known at any time.
 */
async function appendRecord(
  tx: Tx,
  complaint: Complaint,
  { kind, at, officerId, clause, note }: ComplaintActionEntry,
): Promise<void> {
  const { hallCode, id, version, status, windowId, grounds, timeClass, dueAt, finding, feedback } = complaint;
  await tx.query(
    `with line as (
       insert into complaint_actions (hall_code, complaint_id, sequence, kind, at, officer_id, clause, note)
       values ($1, $2, $3, $12, $4, $13, $14, $15))
     insert into complaint_states (hall_code, complaint_id, sequence, at, status, window_id, department_id, grounds, time_class, due_at, finding, fed_back)
     values ($1, $2, $3, $4, $5, $6, (select department_id from known_windows where hall_code = $1 and id = $6::uuid), $7, $8, $9, $10, $11)`,
    [
      ...[hallCode, id, version, at, status, windowId, grounds, timeClass, dueAt, finding, feedback !== null],
      ...[kind, officerId, clause, note],
    ],
  );
}

/** The next number of a hall's register. */
export async function nextNumber(tx: Tx, hallCode: string, day: string): Promise<string> {
  const [row] = await tx.query<{ value: string }[]>(`select nextval('complaint_numbers') as value`, []);
  return `${hallCode}-TS-${day.replaceAll('-', '')}-${row!.value.padStart(6, '0')}`;
}

/** Takes a complaint into the register, its complainant sealed. */
export async function insertComplaint(
  tx: Tx,
  cipher: Cipher,
  complaint: Complaint,
  complainant: Complainant | null,
  action: ComplaintActionEntry,
): Promise<void> {
  await insert(tx, tables.complaints, complaint);
  if (complainant) {
    const { hallCode, id: complaintId } = complaint;
    const seal = (text: string): string => cipher.seal(text, `complainants/${complaintId}`);
    const phoneSealed = complainant.phone === null ? null : seal(complainant.phone);
    await insert(tx, tables.complainants, { hallCode, complaintId, nameSealed: seal(complainant.name), phoneSealed });
  }
  await appendRecord(tx, complaint, action);
}

/** Locks a complaint; absent for a person whom it concerns. */
export async function lockComplaint(
  tx: Tx,
  { hallCode, id }: HallKey,
  account: string,
): Promise<Complaint | undefined> {
  const row = await readOne<ComplaintsRow>(
    tx,
    `select ${tables.complaints.of('c')} from complaints c
      where c.hall_code = $1 and c.id = $2 and ${notConcerning(3)} for no key update of c`,
    [hallCode, id, account],
  );
  return row && toComplaint(row);
}

/** Locks complaints in a fixed order, leaving out those that somebody else works on. */
export async function lockAvailableComplaints(tx: Tx, keys: readonly HallKey[]): Promise<Complaint[]> {
  if (keys.length === 0) return [];
  const rest = `where ${byKeys()} order by id for no key update skip locked`;
  return (await select(tx, tables.complaints, rest, keyColumns(keys))).map(toComplaint);
}

/** Saves what an act made of a complaint, with the line that explains it. */
export async function saveComplaint(tx: Tx, next: Complaint, action: ComplaintActionEntry): Promise<void> {
  await update(tx, tables.complaints, everythingOf(tables.complaints), next);
  await appendRecord(tx, next, action);
}

/** Saves complaints of which only time has told something, with the line of each. What a complaint is like has not changed. */
export async function saveLines(
  tx: Tx,
  lines: readonly { readonly next: Complaint; readonly action: ComplaintActionEntry }[],
): Promise<void> {
  const latest = new Map(lines.map(({ next }) => [next.id, next]));
  await updateAll(tx, tables.complaints, ['version'], [...latest.values()]);
  const rows = lines.map(({ next: { hallCode, id, version }, action }) => ({
    ...action,
    hallCode,
    complaintId: id,
    sequence: version,
  }));
  await insertAll(tx, tables.complaintActions, rows);
}
