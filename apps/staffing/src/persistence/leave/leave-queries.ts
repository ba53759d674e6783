import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database, DatedCursor } from '@hall/platform/postgres';
import type { HandoverAcceptance } from '../../domain/leave/handover';
import type { Leave } from '../../domain/leave/leave';
import { tables } from '../rows';
import type { HandoverAcceptancesRow, LeavesRow } from '../rows';

/** Which leaves are asked for; what is null narrows nothing. */
export interface LeavesAskedFor {
  readonly staffId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly onlyUndecided: boolean;
}

/** Whose leaves somebody may see: all of the hall, or those of a department, their own, and those of posts they deputise. */
export interface LeaveReader {
  readonly id: string;
  readonly isOverAll: boolean;
  readonly headOfDepartmentId: string | null;
}

/** A leave, and whether nothing has to be handed over any more before it can be granted. */
export type LeaveInSight = Leave & { readonly isHandedOver: boolean };

/** Columns of `l`, and whether each post that the person leads is handed over as it is written now. */
const inSight = `${tables.leaves.of('l')}, l.kind = 'EMERGENCY' or not exists (
  select from post_assignments a where a.hall_code = l.hall_code and a.staff_id = l.staff_id and a.role = 'LEAD' and upper_inf(a.during)
     and not exists (select from handover_acceptances h
           where h.hall_code = l.hall_code and h.leave_id = l.id and h.post_id = a.post_id and h.revision = l.handover_revision)) as is_handed_over`;
type SeenRow = LeavesRow & { readonly is_handed_over: boolean };

/** The read side of leave. */
export class LeaveQueries {
  constructor(private readonly database: Database) {}

  leaves(keys: readonly HallKey[]): Promise<LeaveInSight[]> {
    return read<SeenRow>(
      this.database,
      `select ${inSight} from leaves l where ${byKeys('l.id')}`,
      keyColumns(keys),
    ) as Promise<LeaveInSight[]>;
  }

  /** Who has accepted the hand-over of each leave, as it is written now. */
  acceptances(leaves: readonly HallKey[]): Promise<HandoverAcceptance[]> {
    return read<HandoverAcceptancesRow>(
      this.database,
      `select ${tables.handoverAcceptances.of('h')} from handover_acceptances h
         join leaves l on l.hall_code = h.hall_code and l.id = h.leave_id and l.handover_revision = h.revision
        where ${byKeys('h.leave_id')} order by h.accepted_at, h.post_id`,
      keyColumns(leaves),
    );
  }

  /** Leaves that somebody may see, the latest first. */
  leavePage(
    hallCode: string,
    { id, isOverAll, headOfDepartmentId }: LeaveReader,
    { staffId, from, to, onlyUndecided }: LeavesAskedFor,
    after: DatedCursor | null,
    size: number,
  ): Promise<LeaveInSight[]> {
    return read<SeenRow>(
      this.database,
      `select ${inSight} from leaves l join staff s on s.hall_code = l.hall_code and s.id = l.staff_id
        where l.hall_code = $1
          and ($2 or l.staff_id = $3 or s.department_id = $4 or exists (
                select from post_assignments d join post_assignments a on a.hall_code = d.hall_code and a.post_id = d.post_id
                 where d.hall_code = l.hall_code and d.staff_id = $3 and d.role = 'DEPUTY' and upper_inf(d.during)
                   and a.staff_id = l.staff_id and a.role = 'LEAD' and upper_inf(a.during)))
          and ($5::uuid is null or l.staff_id = $5)
          and ($6::timestamptz is null or least(l.ends_at, l.ended_at) > $6)
          and ($7::timestamptz is null or l.begins_at < $7)
          and (not $8 or l.status = 'REQUESTED')
          and ($9::timestamptz is null or (l.begins_at, l.id) < ($9, $10::uuid))
        order by l.begins_at desc, l.id desc limit $11`,
      [
        hallCode,
        isOverAll,
        id,
        headOfDepartmentId,
        staffId,
        from,
        to,
        onlyUndecided,
        after?.at ?? null,
        after?.id ?? null,
        size + 1,
      ],
    ) as Promise<LeaveInSight[]>;
  }
}
