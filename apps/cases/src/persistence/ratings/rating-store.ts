import type { Cipher } from '@hall/platform/privacy';
import { caseNumberOf } from '../../domain/cases/case-number';
import type { RatedSubject, Rating, RatingFinding } from '../../domain/ratings/rating';
import type { RatingStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface RatingRow {
  readonly hall_code: string;
  readonly id: string;
  readonly subject: RatedSubject;
  readonly subject_id: string;
  readonly window_id: string | null;
  readonly staff_id: string;
  readonly level: number;
  readonly remark_sealed: string | null;
  readonly rated_at: Date;
  readonly finding: RatingFinding | null;
  readonly measures: string | null;
  readonly answered_by_id: string | null;
  readonly answered_at: Date | null;
}

/** The columns of a {@link RatingRow}. */
export const ratingColumns = `hall_code, id, subject, subject_id, window_id, staff_id, level, remark_sealed, rated_at, finding, measures,
  answered_by_id, answered_at`;

/** Opens a row as a rating. */
export function toRating(cipher: Cipher, row: RatingRow): Rating {
  return {
    hallCode: row.hall_code,
    id: row.id,
    subject: row.subject,
    subjectId: row.subject_id,
    windowId: row.window_id,
    staffId: row.staff_id,
    level: row.level,
    remark: row.remark_sealed === null ? null : cipher.open(row.remark_sealed, `ratings/${row.id}`),
    ratedAt: row.rated_at,
    finding: row.finding,
    measures: row.measures,
    answeredById: row.answered_by_id,
    answeredAt: row.answered_at,
  };
}

/** The only writer of ratings. */
export function createRatingStore(cipher: Cipher): RatingStore {
  return {
    async insertRating(tx, { hallCode, id, subject, subjectId, windowId, staffId, level, remark, ratedAt }) {
      const sealed = remark === null ? null : cipher.seal(remark, `ratings/${id}`);
      const inserted = await tx.query(
        `insert into ratings (hall_code, id, subject, subject_id, window_id, staff_id, level, remark_sealed, rated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict on constraint one_service_one_rating do nothing returning id`,
        [hallCode, id, subject, subjectId, windowId, staffId, level, sealed, ratedAt],
      );
      return inserted.length === 1;
    },

    async lockRating(tx, { hallCode, id }) {
      const [row] = await tx.query<RatingRow[]>(
        `select ${ratingColumns} from ratings where hall_code = $1 and id = $2 for no key update`,
        [hallCode, id],
      );
      return row && toRating(cipher, row);
    },

    async updateRating(tx, { hallCode, id, finding, measures, answeredById, answeredAt }) {
      await tx.query(
        `update ratings set finding = $3, measures = $4, answered_by_id = $5, answered_at = $6
          where hall_code = $1 and id = $2`,
        [hallCode, id, finding, measures, answeredById, answeredAt],
      );
    },

    async findCaseOfSlip(tx, hallCode, number) {
      const [row] = await tx.query<{ id: string; code_of: string | null }[]>(
        `select c.id, s.code_of
           from cases c
           left join lateral (select s.code_of from acceptance_slips s where s.hall_code = c.hall_code and s.case_id = c.id
                          order by s.issued_at desc, s.number desc limit 1) s on true
          where c.hall_code = $1 and c.number = $2`,
        [hallCode, caseNumberOf(number)],
      );
      return row && { hallCode, id: row.id, codeOf: row.code_of };
    },
  };
}
