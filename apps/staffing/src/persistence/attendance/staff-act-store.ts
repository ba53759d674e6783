import type { HallKey } from '@hall/kernel';
import { insert, read } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { NewStaffAct, RecordedAct } from '../../domain/attendance/staff-act';
import { tables } from '../rows';
import type { StaffActsRow } from '../rows';

/** The only writer of what people did about being there. */
export const staffActStore = {
  /** Locks a person's day against other acts of the same person until the transaction ends. */
  async lockDay(tx: Tx, { hallCode, id }: HallKey): Promise<void> {
    await tx.query('select id from staff where hall_code = $1 and id = $2 for no key update', [hallCode, id]);
  },

  /** What these people did since an instant, in its order; without what was undone. */
  async actsSince(tx: Tx, hallCode: string, staffIds: readonly string[], since: Date): Promise<RecordedAct[]> {
    return read<Pick<StaffActsRow, 'id' | 'staff_id' | 'kind' | 'at'>>(
      tx,
      `select id, staff_id, kind, at from staff_acts
        where hall_code = $1 and staff_id = any($2::uuid[]) and at >= $3 and undone_at is null order by at, sequence`,
      [hallCode, staffIds, since],
    );
  },

  async insertAct(tx: Tx, act: NewStaffAct): Promise<void> {
    await insert(tx, tables.staffActs, act);
  },

  /** Takes an act back; it stays on record. */
  async undo(
    tx: Tx,
    { hallCode, id }: HallKey,
    { at, byId, reason }: { readonly at: Date; readonly byId: string; readonly reason: string },
  ): Promise<void> {
    await tx.query(
      `update staff_acts set undone_at = $3, undone_by_id = $4, undone_reason = $5 where hall_code = $1 and id = $2`,
      [hallCode, id, at, byId, reason],
    );
  },
};
