import { addMonths, firstDayOf, instantAt } from '@hall/kernel';
import type { YearMonth } from '@hall/kernel';
import { insert, read, selectOne } from '@hall/platform/postgres';
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

/** Finds what was handed in for a month. */
export function findReport(from: Database, hallCode: string, month: YearMonth): Promise<MonthlyCaseReport | undefined> {
  return selectOne(from, tables.monthlyCaseReports, 'where hall_code = $1 and month = $2', [hallCode, month]);
}

/** The only writer of monthly reports. */
export const reportStore = {
  countMonth,

  /** False when the month was handed in before. */
  async insertReport(tx: Tx, report: MonthlyCaseReport): Promise<boolean> {
    const once = 'on conflict do nothing returning month';
    return (await insert(tx, tables.monthlyCaseReports, report, once)).length === 1;
  },
};
