import { read } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { KnownLeave } from '../../domain/leave/known-leave';
import type { LeavesRow } from '../rows';

/** Approved leaves of these people that touch a span, as long as they last: an early return has ended them. */
export async function readLeaveSpans(
  from: Tx | Database,
  hallCode: string,
  staffIds: readonly string[],
  span: { readonly from: Date; readonly to: Date },
): Promise<KnownLeave[]> {
  const rows = await read<
    Pick<LeavesRow, 'id' | 'staff_id' | 'ends_at' | 'ended_at'> & { from: Date; to: Date; decided_at: Date }
  >(
    from,
    `select id, staff_id, begins_at as "from", least(ends_at, ended_at) as "to", decided_at, ends_at, ended_at from leaves
      where hall_code = $1 and staff_id = any($2::uuid[]) and status in ('APPROVED', 'ENDED')
        and begins_at < $4 and least(ends_at, ended_at) > $3 order by begins_at, id`,
    [hallCode, staffIds, span.from, span.to],
  );
  return rows.map(({ from: begins, to, ...leave }) => ({ ...leave, from: begins.getTime(), to: to.getTime() }));
}
