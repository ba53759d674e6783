import type { HallKey, PauseGround, PlainDate } from '@hall/kernel';
import { alertReader } from '@hall/platform/deadlines';
import { atHallTime, byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';

/** A case whose clock stands still now, with what is known of it. */
export interface StoppedClock {
  readonly hallCode: string;
  readonly caseId: string;
  readonly ground: PauseGround;
  readonly since: Date | null;
  /** Until when; null where nobody had to say so. */
  readonly expectedEnd: PlainDate | null;
  readonly evidence: string | null;
  readonly body: string | null;
  readonly stoppedById: string | null;
  /** Its place in the list of a hall. */
  readonly until: Date | null;
}

/** Of the case `c`: waiting for materials comes of a notice and ends with its day, everything else of whoever stopped the clock. */
const stopped = `
  select c.hall_code, c.id as case_id, c.paused_on as ground, s.*, s.expected_end::timestamp ${atHallTime} as until
    from cases c
    left join lateral (
      select p.since, p.expected_end, p.evidence, p.body, p.stopped_by_id from case_standstills p
       where c.paused_on <> 'AWAITING_CORRECTION' and p.hall_code = c.hall_code and p.case_id = c.id
      union all
      select n.issued_at, n.reply_by, n.number, null, n.issued_by_id from correction_notices n
       where c.paused_on = 'AWAITING_CORRECTION' and n.hall_code = c.hall_code and n.case_id = c.id
         and n.ground is distinct from 'OMISSION'
       order by since desc limit 1) s on true
   where c.paused_on is not null`;

/** Why the clocks of these cases stand still; nothing for those that run. */
export function standstillsOf(database: Database, cases: readonly HallKey[]): Promise<StoppedClock[]> {
  return read<StoppedClock>(database, `${stopped} and ${byKeys('c.id')}`, keyColumns(cases));
}

/** Every clock that stands still, for a head in the own department: what should have gone on longest ago first. */
export function stoppedClocks(
  database: Database,
  { hallCode, account, departmentId }: { hallCode: string; account: string; departmentId: string | null },
  after: Cursor | null,
  size: number,
): Promise<StoppedClock[]> {
  const place = `coalesce(until, '-infinity'::timestamptz)`;
  return read<StoppedClock>(
    database,
    `with ${alertReader}
     select s.* from me, lateral (${stopped} and c.hall_code = $1 and (me.sees_all or me.is_head and c.department_id = me.department_id)
                                    and ($3::uuid is null or c.department_id = $3)) s
      where $4::timestamptz is null or (${place}, case_id) > ($4, $5)
      order by ${place}, case_id limit $6`,
    [hallCode, account, departmentId, after && (after.at ?? '-infinity'), after?.id ?? null, size + 1],
  );
}
