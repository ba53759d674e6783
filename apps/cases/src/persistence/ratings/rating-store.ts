import { insert, readOne, selectOne, update } from '@hall/platform/postgres';
import type { Camel } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import { caseNumberOf } from '../../domain/cases/case-number';
import type { Rating } from '../../domain/ratings/rating';
import type { RatingStore } from '../../use-cases/ports';
import { tables } from '../rows';
import type { RatingsRow } from '../rows';

/** Opens a row as a rating. */
export function toRating(cipher: Cipher, { remarkSealed, ...row }: Camel<RatingsRow>): Rating {
  return { ...row, remark: remarkSealed && cipher.open(remarkSealed, `ratings/${row.id}`) };
}

/** The only writer of ratings. */
export function createRatingStore(cipher: Cipher): RatingStore {
  return {
    async insertRating(tx, { remark, ...rating }) {
      const remarkSealed = remark === null ? null : cipher.seal(remark, `ratings/${rating.id}`);
      const once = 'on conflict on constraint one_service_one_rating do nothing returning id';
      return (await insert(tx, tables.ratings, { ...rating, remarkSealed }, once)).length === 1;
    },

    async lockRating(tx, { hallCode, id }) {
      const row = await selectOne(tx, tables.ratings, 'where hall_code = $1 and id = $2 for no key update', [
        hallCode,
        id,
      ]);
      return row && toRating(cipher, row);
    },

    updateRating: (tx, rating) =>
      update(tx, tables.ratings, ['finding', 'measures', 'answeredById', 'answeredAt'], rating),

    findCaseOfSlip(tx, hallCode, number) {
      return readOne<{ hall_code: string; id: string; code_of: string | null }>(
        tx,
        `select c.hall_code, c.id, s.code_of
           from cases c
           left join lateral (select s.code_of from acceptance_slips s where s.hall_code = c.hall_code and s.case_id = c.id
                          order by s.issued_at desc, s.number desc limit 1) s on true
          where c.hall_code = $1 and c.number = $2`,
        [hallCode, caseNumberOf(number)],
      );
    },
  };
}
