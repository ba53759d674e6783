import type { HallKey } from '@hall/kernel';
import { insert, read, selectOne, update } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import { tables } from '../rows';
import type { ConductRuleRevisionsRow } from '../rows';
import type { ConductRuleRevision } from '../../domain/conduct/conduct-rules';
import type { ConductAction, ConductRecord, Detected } from '../../domain/conduct/conduct';

/** The latest revision of each rule of a hall. */
export const readRevisions = (from: Tx | Database, hallCode: string) =>
  read<Pick<ConductRuleRevisionsRow, 'clause' | 'points' | 'is_active'>>(
    from,
    `select distinct on (clause) clause, points, is_active
       from conduct_rule_revisions where hall_code = $1 order by clause, sequence desc`,
    [hallCode],
  );

/** The only writer of conduct. */
export const conductStore = {
  findRevisions: readRevisions,

  async insertRevision(tx: Tx, revision: ConductRuleRevision): Promise<void> {
    await insert(tx, tables.conductRuleRevisions, revision);
  },

  /** False when the same cause has made a record before. */
  async insertRecord(tx: Tx, record: ConductRecord): Promise<boolean> {
    const once = 'on conflict (hall_code, cause_id) where cause_id is not null do nothing returning id';
    return (await insert(tx, tables.conductRecords, record, once)).length === 1;
  },

  lockRecord: (tx: Tx, { hallCode, id }: HallKey): Promise<ConductRecord | undefined> =>
    selectOne(tx, tables.conductRecords, 'where hall_code = $1 and id = $2 for no key update', [hallCode, id]),

  /** What the system found about somebody in a case at an instant, locked, as long as it counts. */
  lockDetected(
    tx: Tx,
    { hallCode, staffId, finding, caseId, occurredAt }: Omit<Detected, 'causeId'>,
  ): Promise<ConductRecord | undefined> {
    const where = `where hall_code = $1 and staff_id = $2 and finding = $3 and case_id = $4 and occurred_at = $5
      and status <> 'OVERTURNED' limit 1 for no key update`;
    return selectOne(tx, tables.conductRecords, where, [hallCode, staffId, finding, caseId, occurredAt]);
  },

  updateRecord: (tx: Tx, record: ConductRecord): Promise<void> =>
    update(tx, tables.conductRecords, ['status', 'isUpheld', 'points', 'decidedById'], record),

  async insertAction(tx: Tx, { hallCode, id }: HallKey, action: ConductAction): Promise<void> {
    await insert(tx, tables.conductActions, { ...action, hallCode, recordId: id });
  },
};
