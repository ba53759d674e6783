import type { PlainDate, HallKey } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { DutyReceipt, Training } from '../../domain/training/training';
import { receiptColumns, toReceipt, toTraining, trainingColumns } from './training-store';
import type { ReceiptRow, TrainingRow } from './training-store';

/** The read side of trainings and of receipts for duties. */
export class TrainingQueries {
  constructor(private readonly database: Database) {}

  /** Who has read the duties of each post, and when. */
  async receipts(posts: readonly HallKey[]): Promise<DutyReceipt[]> {
    const rows = await this.database.query<ReceiptRow>(
      `select ${receiptColumns} from duty_receipts
        where (hall_code, post_id) in (select * from unnest($1::text[], $2::uuid[])) order by read_at`,
      [posts.map(({ hallCode }) => hallCode), posts.map(({ id }) => id)],
    );
    return rows.map(toReceipt);
  }

  async trainings(keys: readonly HallKey[]): Promise<Training[]> {
    const rows = await this.database.query<TrainingRow>(
      `select ${trainingColumns} from trainings t where (t.hall_code, t.id) in (select * from unnest($1::text[], $2::uuid[]))`,
      [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)],
    );
    return rows.map(toTraining);
  }

  /** Trainings of a hall in a span of days, or those that one person attended; the newest first. */
  async trainingsBetween(
    hallCode: string,
    { from, to, staffId }: { readonly from: PlainDate; readonly to: PlainDate; readonly staffId: string | null },
  ): Promise<Training[]> {
    const rows = await this.database.query<TrainingRow>(
      `select ${trainingColumns} from trainings t
        where t.hall_code = $1 and t.held_on between $2 and $3
          and ($4::uuid is null or exists (select from training_attendances a
                where a.hall_code = t.hall_code and a.staff_id = $4 and a.training_id = t.id))
        order by t.held_on desc, t.id desc limit 500`,
      [hallCode, from, to, staffId],
    );
    return rows.map(toTraining);
  }
}
