import type { Rung } from '@hall/kernel';
import type { Database } from '@hall/platform/postgres';
import type { TermSubject } from '../domain/terms/term';

/** Something that somebody has to look at: a rung of a term, or a referral that nobody acknowledged. */
export interface Alert {
  readonly id: string;
  readonly at: Date;
  readonly kind: Rung | 'REFERRAL_RETURNED';
  readonly subject: TermSubject | 'CONTACT';
  readonly caseId: string | null;
  readonly contactId: string | null;
  readonly responsibleId: string;
  readonly isOpen: boolean;
}

/** Who asks, and for what. */
export interface AlertFilter {
  readonly account: string;
  /** Leaves out what has been dealt with. */
  readonly onlyOpen: boolean;
}

interface AlertRow extends Omit<Alert, 'caseId' | 'contactId' | 'responsibleId' | 'isOpen'> {
  readonly case_id: string | null;
  readonly contact_id: string | null;
  readonly responsible_id: string;
  readonly is_open: boolean;
}

/** The caller, and what the caller may see: everything, one department, or what they answer for themselves. */
const me = `me as (select id, department_id, roles && array['CENTRE_OFFICE', 'CENTRE_LEADER'] as sees_all,
                          'SECTION_HEAD' = any(roles) as is_head
                     from known_staff where hall_code = $1 and account = $2)`;
const isMine = (department: string, responsible: string): string =>
  `(me.sees_all or (me.is_head and ${department} = me.department_id) or ${responsible} = me.id)`;

/** Alerts, the newest first. Leaders and the office see all of the hall, heads their department, others their own. */
export class AlertQueries {
  constructor(private readonly database: Database) {}

  async alertPage(
    hallCode: string,
    { account, onlyOpen }: AlertFilter,
    after: { readonly at: Date; readonly id: string } | null,
    size: number,
  ): Promise<Alert[]> {
    const values = [hallCode, account, onlyOpen, after?.at ?? null, after?.id ?? null, size + 1];
    const [ofTerms, ofReferrals] = await Promise.all([
      // A term whose last day begins when a third is left is told of once.
      this.database.query<AlertRow>(
        `with ${me}
         select r.term_id as id, r.at, r.rung as kind, t.subject, t.case_id, null as contact_id, t.responsible_id, t.is_open
           from me, term_rungs r
           join terms t on t.hall_code = r.hall_code and t.id = r.term_id
           left join cases c on c.hall_code = t.hall_code and c.id = t.case_id
           left join known_staff s on s.hall_code = t.hall_code and s.id = t.responsible_id
          where r.hall_code = $1 and (not $3 or t.is_open) and ${isMine('coalesce(c.department_id, s.department_id)', 't.responsible_id')}
            and ($4::timestamptz is null or (r.at, r.term_id) < ($4, $5))
            and (r.rung <> 'AMBER' or not exists (select from term_rungs x where x.hall_code = r.hall_code and x.term_id = r.term_id
                                                    and x.promise = r.promise and x.at = r.at and x.rung = 'RED'))
          order by r.at desc, r.term_id desc limit $6`,
        values,
      ),
      this.database.query<AlertRow>(
        `with ${me}
         select f.id, f.returned_at as at, 'REFERRAL_RETURNED' as kind, 'CONTACT' as subject, null as case_id, f.contact_id,
                k.owner_id as responsible_id, k.closed_at is null as is_open
           from me, referrals f
           join contacts k on k.hall_code = f.hall_code and k.id = f.contact_id
           left join known_staff s on s.hall_code = k.hall_code and s.id = k.owner_id
          where f.hall_code = $1 and f.state = 'RETURNED' and (not $3 or k.closed_at is null) and ${isMine('s.department_id', 'k.owner_id')}
            and ($4::timestamptz is null or (f.returned_at, f.id) < ($4, $5))
          order by f.returned_at desc, f.id desc limit $6`,
        values,
      ),
    ]);
    return [...ofTerms, ...ofReferrals]
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
      .slice(0, size + 1)
      .map(toAlert);
  }
}

function toAlert(row: AlertRow): Alert {
  const { case_id: caseId, contact_id: contactId, responsible_id: responsibleId, is_open: isOpen, ...rest } = row;
  return { ...rest, caseId, contactId, responsibleId, isOpen };
}
