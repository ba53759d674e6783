import type { PlainDate } from '@hall/kernel';
import type { DutyReceipt, Training, TrainingKind } from '../../domain/training/training';
import type { TrainingStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface ReceiptRow {
  readonly hall_code: string;
  readonly post_id: string;
  readonly staff_id: string;
  readonly duties: string[];
  readonly read_at: Date;
}

/** The columns of a {@link ReceiptRow}. */
export const receiptColumns = 'hall_code, post_id, staff_id, duties, read_at';

/** A row as a receipt. */
export function toReceipt(row: ReceiptRow): DutyReceipt {
  const { hall_code: hallCode, post_id: postId, staff_id: staffId, duties, read_at: readAt } = row;
  return { hallCode, postId, staffId, duties, readAt };
}

/** A row of a training with those who were there. */
export interface TrainingRow {
  readonly hall_code: string;
  readonly id: string;
  readonly kind: TrainingKind;
  readonly topic: string;
  readonly held_on: PlainDate;
  readonly minutes: number;
  readonly notes: string;
  readonly recorded_by_id: string;
  readonly recorded_at: Date;
  readonly attendee_ids: string[];
}

/** The columns of a {@link TrainingRow}, of `t`. */
export const trainingColumns = `t.hall_code, t.id, t.kind, t.topic, t.held_on::text, t.minutes, t.notes, t.recorded_by_id, t.recorded_at,
  array(select a.staff_id from training_attendances a where a.hall_code = t.hall_code and a.training_id = t.id order by a.staff_id) as attendee_ids`;

/** A row as a training. */
export function toTraining(row: TrainingRow): Training {
  return {
    hallCode: row.hall_code,
    id: row.id,
    kind: row.kind,
    topic: row.topic,
    heldOn: row.held_on,
    minutes: row.minutes,
    notes: row.notes,
    attendeeIds: row.attendee_ids,
    recordedById: row.recorded_by_id,
    recordedAt: row.recorded_at,
  };
}

/** The only writer of trainings and of receipts for duties. */
export const trainingStore: TrainingStore = {
  async countStaff(tx, hallCode, ids) {
    const [row] = await tx.query<{ n: number }[]>(
      'select count(*)::integer as n from staff where hall_code = $1 and id = any($2)',
      [hallCode, ids],
    );
    return row!.n;
  },

  async insertTraining(tx, training) {
    const { hallCode, id, kind, topic, heldOn, minutes, notes, attendeeIds, recordedById, recordedAt } = training;
    await tx.query(
      `insert into trainings (hall_code, id, kind, topic, held_on, minutes, notes, recorded_by_id, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [hallCode, id, kind, topic, heldOn, minutes, notes, recordedById, recordedAt],
    );
    await tx.query(
      'insert into training_attendances (hall_code, training_id, staff_id) select $1, $2, unnest($3::uuid[])',
      [hallCode, id, attendeeIds],
    );
  },

  async receiptsOf(tx, { hallCode, id }) {
    const rows = await tx.query<ReceiptRow[]>(
      `select ${receiptColumns} from duty_receipts where hall_code = $1 and post_id = $2 order by read_at`,
      [hallCode, id],
    );
    return rows.map(toReceipt);
  },

  async insertReceipt(tx, { hallCode, postId, staffId, duties, readAt }) {
    await tx.query(
      'insert into duty_receipts (hall_code, post_id, staff_id, duties, read_at) values ($1, $2, $3, $4, $5)',
      [hallCode, postId, staffId, duties, readAt],
    );
  },
};
