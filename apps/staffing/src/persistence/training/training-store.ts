import type { HallKey } from '@hall/kernel';
import { insert, insertAll, read, select } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { DutyReceipt, Training } from '../../domain/training/training';
import { tables } from '../rows';
import type { TrainingsRow } from '../rows';

/** Trainings with those who were there; `where` is about `t`. */
export const readTrainings = (from: Tx | Database, where: string, values: readonly unknown[]): Promise<Training[]> =>
  read<TrainingsRow & { readonly attendee_ids: readonly string[] }>(
    from,
    `select ${tables.trainings.of('t')}, array(select a.staff_id from training_attendances a
              where a.hall_code = t.hall_code and a.training_id = t.id order by a.staff_id) as attendee_ids
       from trainings t where ${where}`,
    values,
  );

/** The only writer of trainings and of receipts for duties. */
export const trainingStore = {
  /** How many of these ids are staff of the hall. */
  async countStaff(tx: Tx, hallCode: string, ids: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      'select count(*)::integer as n from staff where hall_code = $1 and id = any($2)',
      [hallCode, ids],
    );
    return row!.n;
  },

  async insertTraining(tx: Tx, training: Training): Promise<void> {
    const { hallCode, id: trainingId, attendeeIds } = training;
    await insert(tx, tables.trainings, training);
    const attended = attendeeIds.map((staffId) => ({ hallCode, trainingId, staffId }));
    await insertAll(tx, tables.trainingAttendances, attended);
  },

  receiptsOf: (tx: Tx, { hallCode, id }: HallKey): Promise<DutyReceipt[]> =>
    select(tx, tables.dutyReceipts, 'where hall_code = $1 and post_id = $2 order by read_at', [hallCode, id]),

  async insertReceipt(tx: Tx, receipt: DutyReceipt): Promise<void> {
    await insert(tx, tables.dutyReceipts, receipt);
  },
};
