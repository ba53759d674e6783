import type { HallKey, YearMonth } from '@hall/kernel';
import { atHallTime, byKeys, keyColumns, read, select } from '@hall/platform/postgres';
import type { Database, DatedCursor } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { Rating } from '../../domain/ratings/rating';
import { printedCode } from '../printed-code';
import { tables } from '../rows';
import type { RatingsRow } from '../rows';
import { toRating } from './rating-store';

/** How often a window was given each level in a month. */
export interface RatingCount {
  readonly windowId: string | null;
  readonly level: number;
  readonly count: number;
}

/** Which ratings are wanted, and who wants to know. */
export interface RatingFilter {
  readonly onlyToAnswer: boolean;
  /** The account of whoever asks: nobody is shown what was said of themselves. */
  readonly account: string;
  /** A head sees the windows of the own department only. */
  readonly ownDepartmentOnly: boolean;
}

/** The read side of ratings. */
export class RatingQueries {
  constructor(
    private readonly database: Database,
    private readonly cipher: Cipher,
  ) {}

  /** What a visitor shows to rate how they were received. */
  codeOfContact(globalId: string): string {
    return printedCode(this.cipher, `contact ${globalId}`);
  }

  async ratings(keys: readonly HallKey[]): Promise<Rating[]> {
    const rows = await select(this.database, tables.ratings, `where ${byKeys()}`, keyColumns(keys));
    return rows.map((row) => toRating(this.cipher, row));
  }

  /** A page of ratings, the newest first. */
  async ratingPage(
    hallCode: string,
    { onlyToAnswer, account, ownDepartmentOnly }: RatingFilter,
    after: DatedCursor | null,
    size: number,
  ): Promise<Rating[]> {
    const rows = await read<RatingsRow>(
      this.database,
      `with me as (select id, department_id from known_staff where hall_code = $1 and account = $3)
       select ${tables.ratings.all} from ratings r
        where hall_code = $1 and (not $2 or (level <= 2 and answered_at is null))
          and not exists (select from me where me.id = r.staff_id)
          and (not $4 or exists (select from known_windows w, me where w.hall_code = $1 and w.id = r.window_id
                                    and w.department_id = me.department_id))
          and ($5::timestamptz is null or (rated_at, id) < ($5, $6))
        order by rated_at desc, id desc limit $7`,
      [hallCode, onlyToAnswer, account, ownDepartmentOnly, after?.at ?? null, after?.id ?? null, size + 1],
    );
    return rows.map((row) => toRating(this.cipher, row));
  }

  /** How often each level was given, by window, in a month of the hall. */
  async ratingCounts(hallCode: string, month: YearMonth): Promise<RatingCount[]> {
    return read<RatingCount>(
      this.database,
      `select window_id, level, count(*)::integer as count from ratings
        where hall_code = $1 and rated_at >= ($2 || '-01')::date::timestamp ${atHallTime}
          and rated_at < (($2 || '-01')::date + interval '1 month') ${atHallTime}
        group by window_id, level order by window_id, level`,
      [hallCode, month],
    );
  }
}
