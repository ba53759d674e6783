import { heldPosts, leadsDepartment, waitingLists } from '@hall/platform/deadlines';
import type { WaitingPart } from '@hall/platform/deadlines';
import { atHallTime, codeList } from '@hall/platform/postgres';
import { openStatuses } from '../../domain/cases/case';
import type { WaitingKind, WaitingSubject } from '../../domain/deadlines/waiting';
import { answerable, answersMatter, answersRating } from './answerable';

type Part = WaitingPart<WaitingKind, WaitingSubject>;

/** The open cases that the reader answers for now; an act on one takes the post besides. */
const mine = `mine as materialized (
    select c.hall_code, c.id, c.status, c.window_id, c.received_at, c.accepted_at, c.paused_on, c.decision, c.post_id in (select id from held) as may
      from me, cases c where c.hall_code = $1 and c.responsible_id = me.id and c.status in ${codeList(openStatuses)}),`;

const inHand = `c.status in ('ACCEPTED', 'IN_PROGRESS')`;
const ofCase = (subject: string): string =>
  `deadlines d on d.hall_code = $1 and d.owner_kind = 'CASE' and d.owner_id = c.id and d.subject = '${subject}' and d.is_open`;
const ofItself = (thing: string): string => `deadlines d on d.hall_code = $1 and d.id = ${thing}.id`;
const aCase = { key: 'c.id', subject: 'case', subjectId: 'c.id', windowId: 'c.window_id', may: 'c.may' } as const;
const aContact = { subject: 'contact', subjectId: 'k.id' } as const;
const ofContact = (subject: string): string =>
  `left join deadlines d on d.hall_code = $1 and d.owner_kind = 'CONTACT' and d.owner_id = k.id and d.subject = '${subject}' and d.is_open`;

const parts: readonly Part[] = [
  {
    ...aCase,
    deadline: 'd',
    kind: 'CASE_TO_CHECK',
    from: `mine c left join ${ofCase('CHECK')} where c.status = 'RECEIVED'`,
    since: 'c.received_at',
  },
  {
    ...aCase,
    deadline: 'd',
    kind: 'NOTICE_TO_DELIVER',
    from: `mine c join correction_notices n on n.hall_code = $1 and n.case_id = c.id
             left join deadlines d on d.hall_code = $1 and d.id = n.deadline_id
            where c.status <> 'DECIDED'
              and not exists (select from notice_deliveries v where v.hall_code = $1 and v.notice_number = n.number)`,
    key: 'n.number',
    since: 'n.issued_at',
  },
  {
    ...aCase,
    deadline: 'd',
    kind: 'STEP_TO_PASS',
    from: `mine c join ${ofCase('STEP')} join case_steps p on p.hall_code = $1 and p.id = d.id where ${inHand}`,
    since: 'p.started_at',
  },
  {
    ...aCase,
    deadline: 'd',
    kind: 'CASE_TO_DECIDE',
    from: `mine c left join ${ofItself('c')} where ${inHand}`,
    since: 'c.accepted_at',
  },
  {
    ...aCase,
    deadline: 'd',
    kind: 'CLOCK_TO_RESUME',
    from: `mine c join ${ofCase('PAUSE')} join case_standstills p on p.hall_code = $1 and p.id = d.id where ${inHand}`,
    since: 'p.since',
  },
  {
    ...aCase,
    kind: 'RESULT_TO_DELIVER',
    from: `(select c.id, c.window_id, c.decision, c.may from mine c where c.status = 'DECIDED'
            union all
            select c.id, c.substitute_window_id, c.decision, true from me, cases c
             where c.hall_code = $1 and c.status = 'DECIDED' and c.substitute_window_id in (select window_id from held)
               and c.responsible_id <> me.id) c where true`,
    since: `(c.decision->>'decidedAt')::timestamptz`,
  },
  ...(['TASK_TO_TAKE', 'OPINION_TO_GIVE'] as const).map((kind): Part => ({
    kind,
    from: `joint_tasks t left join ${ofItself('t')}
            where t.hall_code = $1 and t.state = 'OPEN' and t.department_id = me.department_id
              and t.taken_by_id ${kind === 'TASK_TO_TAKE' ? 'is null' : '= me.id'}`,
    key: 't.id',
    subject: 'task',
    subjectId: 't.case_id',
    since: 't.started_at',
    deadline: 'd',
  })),
  {
    ...aContact,
    kind: 'REFERRAL_OFFERED',
    from: `referrals f join contacts k on k.hall_code = $1 and k.id = f.contact_id and k.closed_at is null
            where f.hall_code = $1 and f.state = 'OFFERED' and f.to_window_id in (select window_id from held)`,
    key: 'f.id',
    windowId: 'f.to_window_id',
    since: 'f.offered_at',
    dueAt: 'f.alert_at',
  },
  {
    ...aContact,
    deadline: 'd',
    kind: 'CONTACT_TO_END',
    from: `contacts k ${ofContact('CONTACT')} where k.hall_code = $1 and k.owner_id = me.id and k.closed_at is null`,
    key: 'k.id',
    windowId: 'k.window_id',
    since: 'k.received_at',
  },
  {
    ...aContact,
    deadline: 'd',
    kind: 'DESK_QUESTION',
    from: `contacts k ${ofContact('CONSULTATION')}
            where k.hall_code = $1 and k.desk_since is not null and k.desk_taken_at is null and k.closed_at is null
              and 'DESK_OFFICER' = any(me.roles)`,
    key: 'k.id',
    since: 'k.desk_since',
  },
  {
    kind: 'REJECTION_TO_READ',
    // The centre reads what has no head of its own to read it.
    from: `refusal_reports r join cases c on c.hall_code = $1 and c.id = r.case_id
            where r.hall_code = $1 and r.read_at is null and r.handled_by_id <> me.id
              and ('SECTION_HEAD' = any(me.roles) and me.department_id = c.department_id
                or 'CENTRE_LEADER' = any(me.roles) and not exists (
                  select from known_staff s where s.hall_code = $1 and s.department_id = c.department_id
                     and 'SECTION_HEAD' = any(s.roles) and s.id <> r.handled_by_id))`,
    key: 'r.number',
    subject: 'case',
    subjectId: 'c.id',
    windowId: 'c.window_id',
    since: 'r.at',
  },
  {
    kind: 'MATTER_TO_ANSWER',
    from: `major_matters m join known_staff o on o.hall_code = m.hall_code and o.id = m.reported_by_id left join ${ofItself('m')}
            where m.hall_code = $1 and m.answered_at is null and ${answersMatter} = me.id`,
    key: 'm.id',
    subject: 'matter',
    subjectId: 'm.id',
    since: 'm.reported_at',
    deadline: 'd',
    may: `m.reported_by_id <> me.id and ${leadsDepartment('o.department_id')}`,
  },
  {
    kind: 'RATING_TO_ANSWER',
    from: `ratings r left join ${ofItself('r')}
            where r.hall_code = $1 and r.level <= 2 and r.answered_at is null and ${answersRating} = me.id`,
    key: 'r.id',
    subject: 'rating',
    subjectId: 'r.id',
    windowId: 'r.window_id',
    since: 'r.rated_at',
    deadline: 'd',
    may: `r.staff_id <> me.id and me.roles && array['SECTION_HEAD', 'CENTRE_LEADER']`,
  },
  {
    kind: 'ITEM_TO_PUBLISH',
    // The department completes it, and the office publishes it.
    from: `service_items i where i.hall_code = $1 and i.draft is not null and i.retired_at is null and i.publish_on is null
              and ('CENTRE_OFFICE' = any(me.roles) or 'SECTION_HEAD' = any(me.roles) and i.department_id = me.department_id)`,
    key: 'i.code',
    subject: 'item',
    subjectId: 'i.id',
    since: 'null::timestamptz',
    may: `'CENTRE_OFFICE' = any(me.roles)`,
  },
  {
    kind: 'MONTHLY_REPORT',
    from: `report_months o join deadlines d on d.hall_code = $1 and d.owner_kind = 'REPORT' and d.owner_id = o.id and d.is_open
            where o.hall_code = $1 and ${answerable} = me.id`,
    key: 'o.month',
    subject: 'month',
    subjectId: 'o.id',
    since: `((o.month || '-01')::date + interval '1 month')::timestamp ${atHallTime}`,
    deadline: 'd',
    may: `me.roles && array['CENTRE_OFFICE', 'CENTRE_LEADER']`,
  },
  {
    kind: 'GUIDES_TO_PRINT',
    from: `guide_orders o where o.hall_code = $1 and o.filled_at is null and o.owner_id = me.id`,
    key: 'o.item_id',
    subject: 'item',
    subjectId: 'o.item_id',
    windowId: 'o.window_id',
    since: 'o.opened_at',
  },
  {
    kind: 'MESSAGE_TO_READ',
    from: `messages e where e.hall_code = $1 and e.for_staff_id = me.id and e.delivered_at is null`,
    key: 'e.id',
    subject: 'message',
    subjectId: 'e.id',
    since: 'e.taken_at',
  },
];

/**
 * What waits for a person to act, by the rule that the acts and the alerts go by: whoever answers for a thing now, and whoever
 * holds the post or leads the department that it takes.
 *
 * @regulation S2.2c S3.4d S1.2k A-06 A-12
 */
export const waitingFor = waitingLists(parts, { more: heldPosts + mine });
