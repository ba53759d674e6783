import { addMonths, firstDayOf, instantAt } from '@hall/kernel';
import type { DeadlineStart, HallKey, YearMonth } from '@hall/kernel';
import { atHallTime, insert, read, readOne, selectOne } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { CaseFigures, MonthlyCaseReport } from '../../domain/reports/monthly-case-report';
import { tables } from '../rows';

/** States of a case that ended without a decision, and the acts that end it so. */
const ended = `'NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN'`;
const endings = `'NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN', 'WITHDRAWN_BY_APPLICANT'`;

/**
 * The figures of a month by department, counted from the facts: one pass over the hall's cases, and the few refusals,
 * notices and endings of that month. A promise is due once its day has come by `now`, unless the case had ended before.
 */
export async function countMonth(
  from: Tx | Database,
  hallCode: string,
  month: YearMonth,
  now: Date,
): Promise<CaseFigures[]> {
  const start = instantAt(firstDayOf(month), '00:00');
  const to = instantAt(firstDayOf(addMonths(month, 1)), '00:00');
  return read<CaseFigures>(
    from,
    `with facts as (
       select department_id, received_at, accepted_at,
              case when due_at >= $2 and due_at < $3 and due_at <= $4 and (status not in (${ended}) or due_at < (
                select min(at) from case_actions a where a.hall_code = $1 and a.case_id = cases.id and a.kind in (${endings})))
              then due_at end as due_at,
              (decision ->> 'decidedAt')::timestamptz as decided_at, (decision ->> 'approved')::boolean as approved,
              (delivery ->> 'deliveredAt')::timestamptz as delivered_at
         from cases where hall_code = $1),
     of_cases as (
       select department_id,
              count(*) filter (where received_at >= $2 and received_at < $3) as received,
              count(*) filter (where accepted_at >= $2 and accepted_at < $3) as accepted,
              count(*) filter (where decided_at >= $2 and decided_at < $3) as decided,
              count(*) filter (where decided_at >= $2 and decided_at < $3 and approved) as approved,
              count(*) filter (where delivered_at >= $2 and delivered_at < $3) as delivered,
              count(due_at) as due, count(*) filter (where decided_at <= due_at) as on_time
         from facts group by department_id),
     others as (
       select 'notices' as kind, case_id from correction_notices where hall_code = $1 and issued_at >= $2 and issued_at < $3
       union all select 'refused', case_id from refusal_reports where hall_code = $1 and at >= $2 and at < $3
       union all select 'ended', case_id from case_actions
        where hall_code = $1 and at >= $2 and at < $3 and kind in ('RETURNED', 'WITHDRAWN', 'WITHDRAWN_BY_APPLICANT')),
     of_others as (
       select c.department_id, count(*) filter (where o.kind = 'notices') as notices,
              count(*) filter (where o.kind = 'refused' and c.decision is null) as refused, count(*) filter (where o.kind = 'ended') as ended
         from others o join cases c on c.hall_code = $1 and c.id = o.case_id group by c.department_id)
     select d.id as "departmentId", coalesce(received, 0)::integer as received, coalesce(accepted, 0)::integer as accepted,
            coalesce(notices, 0)::integer as notices, coalesce(refused, 0)::integer as refused, coalesce(ended, 0)::integer as ended,
            coalesce(decided, 0)::integer as decided, coalesce(approved, 0)::integer as approved,
            coalesce(delivered, 0)::integer as delivered, coalesce(due, 0)::integer as due,
            coalesce(on_time, 0)::integer as "onTime", (coalesce(due, 0) - coalesce(on_time, 0))::integer as late
       from known_departments d
       left join of_cases c on c.department_id = d.id
       left join of_others o on o.department_id = d.id
      where d.hall_code = $1 order by d.code`,
    [hallCode, start, to, now],
  );
}

/** A month that is over and whose report nobody owes yet. */
export interface OwedMonth extends HallKey {
  readonly month: YearMonth;
}

/** A month whose report is owed from now on. */
interface ClaimedMonth extends OwedMonth {
  readonly sessions: DeadlineStart['sessions'];
  /** When it was handed in, where that was before. */
  readonly submittedAt: Date | null;
}

/** Finds what was handed in for a month. */
export function findReport(from: Database, hallCode: string, month: YearMonth): Promise<MonthlyCaseReport | undefined> {
  return selectOne(from, tables.monthlyCaseReports, 'where hall_code = $1 and month = $2', [hallCode, month]);
}

/** The only writer of monthly reports. */
export const reportStore = {
  countMonth,

  /** Months that are over and not owed yet, of halls that have somebody who answers for them; the oldest first. */
  findOwed: (
    tx: Tx,
    of: {
      readonly now: Date;
      readonly limit: number;
      readonly aside: readonly string[];
      readonly hallCode: string | null;
    },
  ): Promise<OwedMonth[]> =>
    read<OwedMonth>(
      tx,
      `select /* sweep */ h.hall_code, o.month, o.id from known_halls h
        cross join lateral (
          select to_char(m, 'YYYY-MM') as month, md5('report ' || h.hall_code || to_char(m, 'YYYY-MM'))::uuid as id
            from generate_series(date_trunc('month', h.began_at ${atHallTime}),
                                 date_trunc('month', $1::timestamptz ${atHallTime}) - interval '1 month', interval '1 month') m) o
        where ($4::text is null or h.hall_code = $4) and o.id <> all($3::uuid[])
          and not exists (select from report_months r where r.hall_code = h.hall_code and r.month = o.month)
          and exists (select from known_staff s where s.hall_code = h.hall_code and s.roles && array['CENTRE_OFFICE', 'CENTRE_LEADER'])
        order by o.month, h.hall_code limit $2`,
      [of.now, of.limit, of.aside, of.hallCode],
    ),

  /** Claims months by inserting them; returns only those that nobody has claimed before. */
  claimMonths: (tx: Tx, owed: readonly OwedMonth[]): Promise<ClaimedMonth[]> =>
    read<ClaimedMonth>(
      tx,
      `with claimed as (
         insert into report_months (hall_code, month, id) select * from unnest($1::text[], $2::text[], $3::uuid[])
         on conflict do nothing returning hall_code, month, id)
       select c.*, h.sessions, r.submitted_at from claimed c join known_halls h on h.hall_code = c.hall_code
         left join monthly_case_reports r on r.hall_code = c.hall_code and r.month = c.month`,
      [owed.map(({ hallCode }) => hallCode), owed.map(({ month }) => month), owed.map(({ id }) => id)],
    ),

  /** What the report of a month hangs on. */
  findMonth: (from: Tx | Database, hallCode: string, month: string): Promise<HallKey | undefined> =>
    readOne<HallKey>(from, 'select hall_code, id from report_months where hall_code = $1 and month = $2', [
      hallCode,
      month,
    ]),

  /** Notes since when a hall is one: what was before is nobody's to report. */
  noteBeginning: async (tx: Tx, hallCode: string, at: Date): Promise<void> => {
    await tx.query('update known_halls set began_at = $2 where hall_code = $1 and began_at is null', [hallCode, at]);
  },

  /** False when the month was handed in before. */
  async insertReport(tx: Tx, report: MonthlyCaseReport): Promise<boolean> {
    const once = 'on conflict do nothing returning month';
    return (await insert(tx, tables.monthlyCaseReports, report, once)).length === 1;
  },
};
