import type { PlainDate, HallKey } from '@hall/kernel';
import { byKeys, keyColumns, select } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { DutyReceipt, Training } from '../../domain/training/training';
import { tables } from '../rows';
import { readTrainings } from './training-store';

/** The read side of trainings and of receipts for duties. */
export class TrainingQueries {
  constructor(private readonly database: Database) {}

  /** Who has read the duties of each post, and when. */
  receipts(posts: readonly HallKey[]): Promise<DutyReceipt[]> {
    return select(this.database, tables.dutyReceipts, `where ${byKeys('post_id')} order by read_at`, keyColumns(posts));
  }

  trainings(keys: readonly HallKey[]): Promise<Training[]> {
    return readTrainings(this.database, byKeys(), keyColumns(keys));
  }

  /** Trainings of a hall in a span of days, or those that one person attended; the newest first. */
  trainingsBetween(
    hallCode: string,
    { from, to, staffId }: { readonly from: PlainDate; readonly to: PlainDate; readonly staffId: string | null },
    after: readonly (string | number)[] | null,
    size: number,
  ): Promise<Training[]> {
    return readTrainings(
      this.database,
      `t.hall_code = $1 and t.held_on between $2 and $3
          and ($4::uuid is null or exists (select from training_attendances a
                where a.hall_code = t.hall_code and a.staff_id = $4 and a.training_id = t.id))
          and ($5::date is null or (t.held_on, t.id) < ($5, $6))
        order by t.held_on desc, t.id desc limit $7`,
      [hallCode, from, to, staffId, ...(after ?? [null, null]), size + 1],
    );
  }
}
