import type { Cipher } from '@hall/platform/privacy';
import type { Tx } from '@hall/platform/postgres';
import type {
  Complaint,
  ComplaintChannel,
  ComplaintGround,
  ComplaintStatus,
  Feedback,
  Finding,
  TimeClass,
} from '../../domain/register/complaint';
import type { ComplaintActionEntry, ComplaintStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface ComplaintRow {
  readonly hall_code: string;
  readonly id: string;
  readonly number: string;
  readonly channel: ComplaintChannel;
  readonly summary: string;
  readonly received_at: Date;
  readonly registered_by: string;
  readonly anonymous: boolean;
  readonly window_id: string | null;
  readonly respondent_id: string | null;
  readonly case_id: string | null;
  readonly concerned_ids: string[];
  readonly grounds: ComplaintGround[];
  readonly time_class: TimeClass | null;
  readonly status: ComplaintStatus;
  readonly owner_id: string;
  readonly due_at: Date | null;
  readonly finding: Finding | null;
  readonly opinion: string | null;
  readonly feedback: (Omit<Feedback, 'givenAt'> & { readonly givenAt: string }) | null;
  readonly closed_at: Date | null;
  readonly version: number;
}

const names = [
  [
    'hall_code',
    'id',
    'number',
    'channel',
    'summary',
    'received_at',
    'registered_by',
    'anonymous',
    'window_id',
    'respondent_id',
  ],
  [
    'case_id',
    'concerned_ids',
    'grounds',
    'time_class',
    'status',
    'owner_id',
    'due_at',
    'finding',
    'opinion',
    'feedback',
  ],
  ['closed_at', 'version'],
].flat();

/** The columns of a {@link ComplaintRow}, of the table `c`. */
export const complaintColumns = names.map((name) => `c.${name}`).join(', ');

/** A row as a complaint. */
export function toComplaint({ feedback, ...row }: ComplaintRow): Complaint {
  return {
    hallCode: row.hall_code,
    id: row.id,
    number: row.number,
    channel: row.channel,
    summary: row.summary,
    receivedAt: row.received_at,
    registeredBy: row.registered_by,
    anonymous: row.anonymous,
    windowId: row.window_id,
    respondentId: row.respondent_id,
    caseId: row.case_id,
    concernedIds: row.concerned_ids,
    grounds: row.grounds,
    timeClass: row.time_class,
    status: row.status,
    ownerId: row.owner_id,
    dueAt: row.due_at,
    finding: row.finding,
    opinion: row.opinion,
    feedback: feedback && { ...feedback, givenAt: new Date(feedback.givenAt) },
    closedAt: row.closed_at,
    version: row.version,
  };
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

/** The only writer of complaints and their records. */
export function createComplaintStore(cipher: Cipher): ComplaintStore {
  return {
    async nextNumber(tx, hallCode, day) {
      const [row] = await tx.query<{ value: string }[]>(`select nextval('complaint_numbers') as value`);
      return `${hallCode}-TS-${day.replaceAll('-', '')}-${row!.value.padStart(6, '0')}`;
    },

    async insertComplaint(tx, complaint, complainant, action) {
      await tx.query(
        `insert into complaints (${names.join(', ')}) values (${names.map((_name, i) => `$${i + 1}`).join(', ')})`,
        [
          complaint.hallCode,
          complaint.id,
          complaint.number,
          complaint.channel,
          complaint.summary,
          complaint.receivedAt,
          complaint.registeredBy,
          complaint.anonymous,
          complaint.windowId,
          complaint.respondentId,
          complaint.caseId,
          complaint.concernedIds,
          complaint.grounds,
          complaint.timeClass,
          complaint.status,
          complaint.ownerId,
          complaint.dueAt,
          complaint.finding,
          complaint.opinion,
          null,
          complaint.closedAt,
          complaint.version,
        ],
      );
      if (complainant) {
        const place = `complainants/${complaint.id}`;
        await tx.query(
          'insert into complainants (hall_code, complaint_id, name_sealed, phone_sealed) values ($1, $2, $3, $4)',
          [
            complaint.hallCode,
            complaint.id,
            cipher.seal(complainant.name, place),
            complainant.phone === null ? null : cipher.seal(complainant.phone, place),
          ],
        );
      }
      await appendRecord(tx, complaint, action);
    },

    async lockComplaint(tx, { hallCode, id }, readerId) {
      const [row] = await tx.query<ComplaintRow[]>(
        `select ${complaintColumns} from complaints c
          where c.hall_code = $1 and c.id = $2 and not $3 = any(c.concerned_ids)
            and not exists (select from known_posts p
                             where p.hall_code = c.hall_code and p.holder_id = $3 and p.acting_for_id = any(c.concerned_ids))
            for no key update of c`,
        [hallCode, id, readerId],
      );
      return row && toComplaint(row);
    },

    async lockAvailable(tx, keys) {
      if (keys.length === 0) return [];
      const rows = await tx.query<ComplaintRow[]>(
        `select ${complaintColumns} from complaints c
          where (c.hall_code, c.id) in (select * from unnest($1::text[], $2::uuid[])) order by c.id for no key update of c skip locked`,
        [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)],
      );
      return rows.map(toComplaint);
    },

    async saveComplaint(tx, next, action) {
      await tx.query(
        `update complaints set window_id = $3, grounds = $4, time_class = $5, status = $6, due_at = $7, finding = $8, opinion = $9,
                feedback = $10, closed_at = $11, version = $12
          where hall_code = $1 and id = $2`,
        [
          next.hallCode,
          next.id,
          next.windowId,
          next.grounds,
          next.timeClass,
          next.status,
          next.dueAt,
          next.finding,
          next.opinion,
          next.feedback && JSON.stringify(next.feedback),
          next.closedAt,
          next.version,
        ],
      );
      await appendRecord(tx, next, action);
    },
  };
}
