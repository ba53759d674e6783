import type { HallKey } from '@hall/kernel';
import { insert, selectOne, update } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import { tables } from '../rows';
import type { MajorMattersRow } from '../rows';

/** Opens a row as a major matter. */
export function toMatter(cipher: Cipher, { factsSealed, ...row }: Camel<MajorMattersRow>): MajorMatter {
  return { ...row, facts: cipher.open(factsSealed, `major_matters/${row.id}`) };
}

/** The only writer of major matters. */
export function createMajorMatterStore(cipher: Cipher) {
  return {
    async insertMatter(tx: Tx, { facts, ...matter }: MajorMatter): Promise<void> {
      const factsSealed = cipher.seal(facts, `major_matters/${matter.id}`);
      await insert(tx, tables.majorMatters, { ...matter, factsSealed });
    },
    async lockMatter(tx: Tx, { hallCode, id }: HallKey): Promise<MajorMatter | undefined> {
      const row = await selectOne(tx, tables.majorMatters, 'where hall_code = $1 and id = $2 for no key update', [
        hallCode,
        id,
      ]);
      return row && toMatter(cipher, row);
    },
    updateMatter: (tx: Tx, matter: MajorMatter): Promise<void> =>
      update(tx, tables.majorMatters, ['answer', 'answeredById', 'answeredAt'], matter),
  };
}
