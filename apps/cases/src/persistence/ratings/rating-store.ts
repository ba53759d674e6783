import type { HallKey } from '@hall/kernel';
import { insert, readOne, selectOne, update } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import { caseNumberOf } from '../../domain/cases/case-number';
import type { Rating } from '../../domain/ratings/rating';
import { tables } from '../rows';
import type { RatingsRow } from '../rows';

/** Opens a row as a rating. */
export function toRating(cipher: Cipher, { remarkSealed, ...row }: Camel<RatingsRow>): Rating {
  return { ...row, remark: remarkSealed && cipher.open(remarkSealed, `ratings/${row.id}`) };
}

/** The only writer of ratings. */
export function createRatingStore(cipher: Cipher) {
  return {
    /** False when the service was rated before. */
    async insertRating(tx: Tx, { remark, ...rating }: Rating): Promise<boolean> {
      const remarkSealed = remark === null ? null : cipher.seal(remark, `ratings/${rating.id}`);
      const once = 'on conflict on constraint one_service_one_rating do nothing returning id';
      return (await insert(tx, tables.ratings, { ...rating, remarkSealed }, once)).length === 1;
    },

    async lockRating(tx: Tx, { hallCode, id }: HallKey): Promise<Rating | undefined> {
      const row = await selectOne(tx, tables.ratings, 'where hall_code = $1 and id = $2 for no key update', [
        hallCode,
        id,
      ]);
      return row && toRating(cipher, row);
    },

    updateRating: (tx: Tx, rating: Rating): Promise<void> =>
      update(tx, tables.ratings, ['finding', 'measures', 'answeredById', 'answeredAt'], rating),

    /** The case of a case or slip number, with the slip in force if there is one. */
    findCaseOfSlip(
      tx: Tx,
      hallCode: string,
      number: string,
    ): Promise<(HallKey & { readonly codeOf: string | null }) | undefined> {
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
