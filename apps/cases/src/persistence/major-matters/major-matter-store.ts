import { insert, selectOne, update } from '@hall/platform/postgres';
import type { Camel } from '@hall/platform/postgres';
import type { Cipher } from '@hall/platform/privacy';
import type { MajorMatter } from '../../domain/major-matters/major-matter';
import type { MajorMatterStore } from '../../use-cases/ports';
import { tables } from '../rows';
import type { MajorMattersRow } from '../rows';

/** Opens a row as a major matter. */
export function toMatter(cipher: Cipher, { factsSealed, ...row }: Camel<MajorMattersRow>): MajorMatter {
  return { ...row, facts: cipher.open(factsSealed, `major_matters/${row.id}`) };
}

/** The only writer of major matters. */
export function createMajorMatterStore(cipher: Cipher): MajorMatterStore {
  return {
    async insertMatter(tx, { facts, ...matter }) {
      const factsSealed = cipher.seal(facts, `major_matters/${matter.id}`);
      await insert(tx, tables.majorMatters, { ...matter, factsSealed });
    },
    async lockMatter(tx, { hallCode, id }) {
      const row = await selectOne(tx, tables.majorMatters, 'where hall_code = $1 and id = $2 for no key update', [
        hallCode,
        id,
      ]);
      return row && toMatter(cipher, row);
    },
    updateMatter: (tx, matter) => update(tx, tables.majorMatters, ['answer', 'answeredById', 'answeredAt'], matter),
  };
}
