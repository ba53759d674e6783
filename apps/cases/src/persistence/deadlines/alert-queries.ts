import type { EscalationLevel } from '@hall/kernel';
import { alertOfDeadline, alertReader, isForReader, pageOfAlerts } from '@hall/platform/deadlines';
import { read } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';
import type { DeadlineSubject } from '../../domain/deadlines/subjects';
import { answerable, charged } from './answerable';

/** Something that somebody has to look at: an open deadline and the last level it reached, or a referral that came back. */
export interface Alert {
  readonly id: string;
  /** When it became so. */
  readonly at: Date;
  readonly kind: EscalationLevel | 'REFERRAL_RETURNED';
  readonly subject: DeadlineSubject;
  /** Its place in the list: when it is or was due, null while it stands still; when the referral came back. */
  readonly urgency: Date | null;
  readonly caseId: string | null;
  readonly contactId: string | null;
  /** The month whose report is due. */
  readonly month: string | null;
  readonly responsibleId: string;
  /** Who answered when it became so; for a referral, who did not take it. */
  readonly answeredById: string | null;
}

/** Looked up row by row, and only for a head: the list stays in the order of its index. */
const departmentOf = `coalesce(
  (select c.department_id from cases c where c.hall_code = d.hall_code and d.owner_kind = 'CASE' and c.id = d.owner_id),
  (select s.department_id from known_staff s where s.hall_code = d.hall_code and s.id = a.id))`;
/** What has to be looked at. Leaders and the office see all of the hall, heads their department, others their own. */
export class AlertQueries {
  constructor(private readonly database: Database) {}

  /** A page of alerts, the most urgent first. */
  async alertPage(hallCode: string, account: string, after: Cursor | null, size: number): Promise<Alert[]> {
    const values = [hallCode, account, after && (after.at ?? 'infinity'), after?.id ?? null, size + 1];
    const [ofDeadlines, ofReferrals] = await Promise.all([
      read<Alert>(
        this.database,
        `with ${alertReader}
         select ${alertOfDeadline}, d.subject,
                case d.owner_kind when 'CASE' then d.owner_id end as case_id,
                case d.owner_kind when 'CONTACT' then d.owner_id end as contact_id,
                case d.owner_kind when 'REPORT' then (
                  select m.month from report_months m where m.hall_code = d.hall_code and m.id = d.owner_id) end as month, a.id as responsible_id,
                (select ${charged} from deadline_levels r where r.hall_code = d.hall_code and r.deadline_id = d.id
                    and r.level = d.notified[cardinality(d.notified)] order by r.promise desc limit 1) as answered_by_id
           from me, deadlines d, lateral (select ${answerable} as id offset 0) a
          where ${isForReader(departmentOf, 'a.id')} and ${pageOfAlerts}`,
        values,
      ),
      read<Alert>(
        this.database,
        `with ${alertReader}
         select f.id, f.returned_at as urgency, f.returned_at as at, 'REFERRAL_RETURNED' as kind, 'CONTACT' as subject, null as case_id,
                f.contact_id, null as month, k.owner_id as responsible_id, f.ignored_by_id as answered_by_id
           from me, referrals f
           join contacts k on k.hall_code = f.hall_code and k.id = f.contact_id
           left join known_staff s on s.hall_code = k.hall_code and s.id = k.owner_id
          where f.hall_code = $1 and f.state = 'RETURNED' and k.closed_at is null and ${isForReader('s.department_id', 'k.owner_id')}
            and ($3::timestamptz is null or (f.returned_at, f.id) > ($3, $4))
          order by f.returned_at, f.id limit $5`,
        values,
      ),
    ]);
    const time = (row: Alert): number => row.urgency?.getTime() ?? Infinity;
    return [...ofDeadlines, ...ofReferrals]
      .sort((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) - time(b)))
      .slice(0, size + 1);
  }
}
