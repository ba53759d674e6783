import type { EscalationLevel } from '@hall/kernel';
import { read } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';
import type { DeadlineSubject } from '../../domain/deadlines/subjects';
import { answerable } from './answerable';

/** Something that somebody has to look at: an open deadline and the last level it reached, or a referral that came back. */
export interface Alert {
  readonly id: string;
  /** When it became so. */
  readonly at: Date;
  readonly kind: EscalationLevel | 'REFERRAL_RETURNED';
  readonly subject: DeadlineSubject | 'CONTACT';
  /** Its place in the list: when it is or was due, null while it stands still; when the referral came back. */
  readonly urgency: Date | null;
  readonly caseId: string | null;
  readonly contactId: string | null;
  readonly responsibleId: string;
}

/** The caller, and what the caller may see: everything, one department, or what they answer for themselves. */
const me = `me as (select id, department_id, roles && array['CENTRE_OFFICE', 'CENTRE_LEADER'] as sees_all,
                          'SECTION_HEAD' = any(roles) as is_head
                     from known_staff where hall_code = $1 and account = $2)`;
const isMine = (department: string, responsible: string): string =>
  `(me.sees_all or (me.is_head and ${department} = me.department_id) or ${responsible} = me.id)`;
/** Looked up row by row, and only for a head: the list stays in the order of its index. */
const departmentOf = `coalesce(
  (select c.department_id from cases c where c.hall_code = d.hall_code and d.owner_kind = 'CASE' and c.id = d.owner_id),
  (select s.department_id from known_staff s where s.hall_code = d.hall_code and s.id = a.id))`;
/** A deadline that stands still has no date and comes last. The index is built on the same expression. */
const urgency = `coalesce(d.due_at, 'infinity'::timestamptz)`;

/** What has to be looked at. Leaders and the office see all of the hall, heads their department, others their own. */
export class AlertQueries {
  constructor(private readonly database: Database) {}

  /** A page of alerts, the most urgent first. */
  async alertPage(hallCode: string, account: string, after: Cursor | null, size: number): Promise<Alert[]> {
    const values = [hallCode, account, after && (after.at ?? 'infinity'), after?.id ?? null, size + 1];
    const [ofDeadlines, ofReferrals] = await Promise.all([
      read<Alert>(
        this.database,
        `with ${me}
         select d.id, d.due_at as urgency, d.notified[cardinality(d.notified)] as kind, d.subject,
                case d.owner_kind when 'CASE' then d.owner_id end as case_id, null as contact_id, a.id as responsible_id,
                (select max(l.at) from deadline_levels l where l.hall_code = d.hall_code and l.deadline_id = d.id) as at
           from me, deadlines d, lateral (select ${answerable} as id offset 0) a
          where d.hall_code = $1 and d.is_open and cardinality(d.notified) > 0
            and ${isMine(departmentOf, 'a.id')}
            and ($3::timestamptz is null or (${urgency}, d.id) > ($3, $4))
          order by ${urgency}, d.id limit $5`,
        values,
      ),
      read<Alert>(
        this.database,
        `with ${me}
         select f.id, f.returned_at as urgency, f.returned_at as at, 'REFERRAL_RETURNED' as kind, 'CONTACT' as subject, null as case_id,
                f.contact_id, k.owner_id as responsible_id
           from me, referrals f
           join contacts k on k.hall_code = f.hall_code and k.id = f.contact_id
           left join known_staff s on s.hall_code = k.hall_code and s.id = k.owner_id
          where f.hall_code = $1 and f.state = 'RETURNED' and k.closed_at is null and ${isMine('s.department_id', 'k.owner_id')}
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
