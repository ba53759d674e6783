import { waitingLists } from '@hall/platform/deadlines';
import type { WaitingPart } from '@hall/platform/deadlines';
import type { StaffWaitingKind } from '../../domain/conduct/waiting';

type Part = WaitingPart<StaffWaitingKind, 'conduct' | 'post'>;

const aRecord = {
  key: 'r.id',
  subject: 'conduct',
  subjectId: 'r.id',
  since: 'r.recorded_at',
  place: 'r.recorded_at',
} as const;
const open = `r.hall_code = $1 and r.status in ('RECORDED', 'STATEMENT_GIVEN', 'APPEALED')`;

/** Whoever leads the department of the person decides; the centre, where nobody there can: never the person, nor twice the same. */
const decides = `r.staff_id <> me.id and r.decided_by_id is distinct from me.id
              and ('SECTION_HEAD' = any(me.roles) and me.department_id = o.department_id
                or me.roles && array['CENTRE_OFFICE', 'CENTRE_LEADER'] and not exists (
                  select from staff h where h.hall_code = $1 and h.department_id = o.department_id and 'SECTION_HEAD' = any(h.roles)
                     and h.id <> r.staff_id and h.id is distinct from r.decided_by_id))`;
const toDecide = (
  when: string,
): string => `conduct_records r join staff o on o.hall_code = r.hall_code and o.id = r.staff_id
            where ${open} and ${when} and ${decides}`;

const parts: readonly Part[] = [
  {
    ...aRecord,
    kind: 'CONDUCT_TO_ANSWER',
    from: `conduct_records r where ${open} and r.status = 'RECORDED' and r.staff_id = me.id`,
  },
  {
    ...aRecord,
    kind: 'CONDUCT_TO_DECIDE',
    from: toDecide(`(r.status = 'STATEMENT_GIVEN' or r.status = 'RECORDED' and r.recorded_at < me.before)`),
  },
  { ...aRecord, kind: 'APPEAL_TO_DECIDE', from: toDecide(`r.status = 'APPEALED'`) },
  {
    kind: 'DUTIES_TO_READ',
    from: `post_assignments a join posts p on p.hall_code = a.hall_code and p.id = a.post_id
            where a.hall_code = $1 and a.staff_id = me.id and upper_inf(a.during)
              and not exists (select from duty_receipts d where d.hall_code = $1 and d.post_id = p.id and d.staff_id = me.id
                                 and d.duties = p.duties)`,
    key: 'p.id',
    subject: 'post',
    subjectId: 'p.id',
    since: 'lower(a.during)',
  },
];

/**
 * What of conduct and duties waits for a person, by who may answer it.
 *
 * @regulation S4.5b S2.4a
 */
export const staffWaiting = waitingLists(parts, { staff: 'staff' });
