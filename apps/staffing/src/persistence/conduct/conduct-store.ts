import { insert, read, selectOne, update } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { ConductStore } from '../../use-cases/ports';
import { tables } from '../rows';
import type { ConductRuleRevisionsRow } from '../rows';

/** The latest revision of each rule of a hall. */
export const readRevisions = (from: Tx | Database, hallCode: string) =>
  read<Pick<ConductRuleRevisionsRow, 'clause' | 'points' | 'is_active'>>(
    from,
    `select distinct on (clause) clause, points, is_active
       from conduct_rule_revisions where hall_code = $1 order by clause, sequence desc`,
    [hallCode],
  );

/** The only writer of conduct. */
export const conductStore: ConductStore = {
  findRevisions: readRevisions,

  async insertRevision(tx, revision) {
    await insert(tx, tables.conductRuleRevisions, revision);
  },

  async insertRecord(tx, record) {
    const once = 'on conflict (hall_code, cause_id) where cause_id is not null do nothing returning id';
    return (await insert(tx, tables.conductRecords, record, once)).length === 1;
  },

  lockRecord: (tx, { hallCode, id }) =>
    selectOne(tx, tables.conductRecords, 'where hall_code = $1 and id = $2 for no key update', [hallCode, id]),

  updateRecord: (tx, record) =>
    update(tx, tables.conductRecords, ['status', 'isUpheld', 'points', 'decidedById'], record),

  async insertAction(tx, { hallCode, id }, action) {
    await insert(tx, tables.conductActions, { ...action, hallCode, recordId: id });
  },
};
