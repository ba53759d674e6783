import type { HallKey } from '@hall/kernel';
import { everythingOf, insert, insertAll, read, select, selectOne, update } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { LeaveSpan } from '../../domain/authority/plan-authority';
import type { Decider } from '../../domain/leave/decide-leave';
import type { HandoverAcceptance } from '../../domain/leave/handover';
import type { Leave } from '../../domain/leave/leave';
import { tables } from '../rows';
import type { StaffRow } from '../rows';
import { readLeaveSpans } from './leave-spans';

/** The only writer of leaves. */
export const leaveStore = {
  async insertLeave(tx: Tx, leave: Leave): Promise<void> {
    await insert(tx, tables.leaves, leave);
  },

  /** Locks the leave until the transaction ends. */
  lockLeave: (tx: Tx, { hallCode, id }: HallKey): Promise<Leave | undefined> =>
    selectOne(tx, tables.leaves, 'where hall_code = $1 and id = $2 for no key update', [hallCode, id]),

  updateLeave: (tx: Tx, leave: Leave): Promise<void> => update(tx, tables.leaves, everythingOf(tables.leaves), leave),

  acceptancesOf: (tx: Tx, { hallCode, id }: HallKey): Promise<HandoverAcceptance[]> =>
    select(tx, tables.handoverAcceptances, 'where hall_code = $1 and leave_id = $2', [hallCode, id]),

  async insertAcceptances(tx: Tx, acceptances: readonly HandoverAcceptance[]): Promise<void> {
    await insertAll(tx, tables.handoverAcceptances, acceptances);
  },

  /** What a person has asked for or has been granted from an instant on. */
  liveLeavesOf: (tx: Tx, { hallCode, id }: HallKey, from: Date): Promise<Leave[]> =>
    select(
      tx,
      tables.leaves,
      `where hall_code = $1 and staff_id = $2 and ends_at > $3 and status not in ('REFUSED', 'CANCELLED') order by begins_at`,
      [hallCode, id, from],
    ),

  /** Approved leaves of these people that touch a span. */
  grantedSpans: (
    tx: Tx,
    hallCode: string,
    staffIds: readonly string[],
    span: { readonly from: Date; readonly to: Date },
  ): Promise<LeaveSpan[]> => readLeaveSpans(tx, hallCode, staffIds, span),

  /** Those of the hall who could decide about the leave of a person, and whether they are on leave themselves. */
  decidersBut(tx: Tx, { hallCode, id }: HallKey, at: Date): Promise<Decider[]> {
    return read<Pick<StaffRow, 'id' | 'roles'> & { is_of_department: boolean; is_on_leave: boolean }>(
      tx,
      `select s.id, s.roles, s.department_id = p.department_id as is_of_department, exists (
                select from leaves l where l.hall_code = s.hall_code and l.staff_id = s.id and l.status in ('APPROVED', 'ENDED')
                   and l.begins_at <= $3 and least(l.ends_at, l.ended_at) > $3) as is_on_leave
         from staff p join staff s on s.hall_code = p.hall_code and s.id <> p.id
        where p.hall_code = $1 and p.id = $2
          and (s.roles && array['CENTRE_LEADER', 'CENTRE_OFFICE'] or ('SECTION_HEAD' = any(s.roles) and s.department_id = p.department_id))`,
      [hallCode, id, at],
    );
  },
};
