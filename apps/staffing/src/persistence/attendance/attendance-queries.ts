import type { HallKey } from '@hall/kernel';
import { byKeys, keyColumns, read } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { ArrivalMark } from '../../domain/attendance/attendance';
import type { PersonFacts } from '../../domain/attendance/person-days';
import type { LeavesRow, StaffActsRow } from '../rows';

/** A check-in, as recorded. */
export interface CheckInRecord extends HallKey {
  readonly staffId: string;
  readonly windowId: string;
  readonly mark: ArrivalMark;
  readonly at: Date;
}

/** The read side of attendance. */
export class AttendanceQueries {
  constructor(private readonly database: Database) {}

  checkIns(keys: readonly HallKey[]): Promise<CheckInRecord[]> {
    return read<{ hall_code: string; id: string; staff_id: string; window_id: string; mark: ArrivalMark; at: Date }>(
      this.database,
      `select hall_code, id, staff_id, window_id, mark, at from staff_acts where kind = 'CHECK_IN' and ${byKeys()}`,
      keyColumns(keys),
    );
  }

  /**
   * A page of the people of a hall who are on duty at one of these instants, by badge; narrowed to a department or a person.
   *
   * @param after a badge, whose person is still on the page
   */
  async peopleOnDuty(
    hallCode: string,
    { departmentId, staffId }: { readonly departmentId: string | null; readonly staffId: string | null },
    at: readonly Date[],
    after: string | null,
    size: number,
  ): Promise<{ readonly id: string; readonly badgeNumber: string }[]> {
    return read<{ id: string; badge_number: string }>(
      this.database,
      `select id, badge_number from staff s
        where hall_code = $1 and ($2::uuid is null or department_id = $2) and ($3::uuid is null or id = $3)
          and ($5::text is null or badge_number >= $5)
          and exists (select from post_assignments a join unnest($4::timestamptz[]) as opening on a.during @> opening
                       where a.hall_code = s.hall_code and a.staff_id = s.id)
        order by badge_number limit $6`,
      [hallCode, departmentId, staffId, at, after, size],
    );
  }

  /** What is on record of these people for a time: four statements, however many they are. */
  async factsOf(hallCode: string, staffIds: readonly string[], from: Date, to: Date): Promise<PersonFacts[]> {
    const values = [hallCode, staffIds, from, to];
    const [assigned, acts, leaves, work] = await Promise.all([
      read<{ staff_id: string; from: Date; to: Date | null }>(
        this.database,
        `select staff_id, lower(during) as "from", upper(during) as "to" from post_assignments
          where hall_code = $1 and staff_id = any($2::uuid[]) and during && tstzrange($3, $4)`,
        values,
      ),
      read<Pick<StaffActsRow, 'id' | 'staff_id' | 'kind' | 'at'>>(
        this.database,
        `select id, staff_id, kind, at from staff_acts
          where hall_code = $1 and staff_id = any($2::uuid[]) and at >= $3 and at < $4 and undone_at is null`,
        values,
      ),
      read<Pick<LeavesRow, 'id' | 'staff_id' | 'kind' | 'begins_at' | 'ends_at' | 'ended_at'>>(
        this.database,
        `select id, staff_id, kind, begins_at, ends_at, ended_at from leaves
          where hall_code = $1 and staff_id = any($2::uuid[]) and status in ('APPROVED', 'ENDED')
            and begins_at < $4 and least(ends_at, ended_at) > $3`,
        values,
      ),
      // What this service knows of people at work besides their punches.
      read<{ id: string; staff_id: string; at: Date }>(
        this.database,
        `select post_id as id, staff_id, read_at as at from duty_receipts
          where hall_code = $1 and staff_id = any($2::uuid[]) and read_at >= $3 and read_at < $4
         union all
         select leave_id, accepted_by_id, accepted_at from handover_acceptances
          where hall_code = $1 and accepted_by_id = any($2::uuid[]) and accepted_at >= $3 and accepted_at < $4`,
        values,
      ),
    ]);
    return staffIds.map((staffId) => ({
      staffId,
      assigned: assigned
        .filter((each) => each.staffId === staffId)
        .map(({ from: begins, to: ends }) => ({ from: begins.getTime(), to: ends?.getTime() ?? null })),
      acts: acts.filter((each) => each.staffId === staffId).map(({ id, kind, at }) => ({ id, kind, at: at.getTime() })),
      work: work.filter((each) => each.staffId === staffId).map(({ id, at }) => ({ id, at: at.getTime() })),
      excuses: leaves
        .filter((each) => each.staffId === staffId)
        .map(({ id, kind, beginsAt, endsAt, endedAt }) => ({
          id,
          kind: kind === 'OFFICIAL_TRIP' ? ('OUTING' as const) : ('LEAVE' as const),
          from: beginsAt.getTime(),
          to: endsAt.getTime(),
          endedAt: endedAt?.getTime() ?? null,
        })),
    }));
  }
}
