import { hallTimeZone } from '@hall/kernel';
import { deadlineInvariants, messagingInvariants } from '@hall/platform/audit';
import type { Invariant } from '@hall/platform/audit';
import { codeList } from '@hall/platform/postgres';
import { openStatuses } from '../domain/cases/case';
import { answerable, answeredThen, charged } from './deadlines/answerable';

const theCase = `c.hall_code as hall, 'case ' || c.number as subject, c.responsible_id::text as owner`;
const isOpen = `c.status in ${codeList(openStatuses)}`;
const isHandled = `c.status in ('ACCEPTED', 'IN_PROGRESS')`;
const known = (person: string, hall: string): string =>
  `exists (select from known_staff s where s.hall_code = ${hall} and s.id = ${person})`;
/** What the last line about stopping says of the deadline `d`: whether it stands still. */
const standsStill = (deadline: string): string => `coalesce((select e.kind = 'PAUSE' from deadline_events e
  where e.hall_code = ${deadline}.hall_code and e.deadline_id = ${deadline}.id and e.kind in ('START', 'PAUSE', 'RESUME')
  order by e.sequence desc limit 1), false)`;
const onDay = (instant: string): string => `(${instant} at time zone '${hallTimeZone}')::date`;

const people: readonly Invariant[] = [
  {
    name: 'every-case-has-its-person',
    clause: 'S5.2a',
    text: '在办件由持有该岗权限的人负责 / Whoever holds the post answers for its open cases',
    sql: `select ${theCase}, c.received_at as since, 'the post is held by ' || coalesce(p.holder_id::text, 'nobody') as detail
            from cases c left join known_posts p on p.hall_code = c.hall_code and p.id = c.post_id
           where ${isOpen} and (p.holder_id <> c.responsible_id or not ${known('c.responsible_id', 'c.hall_code')})`,
  },
  {
    name: 'every-contact-has-its-person',
    clause: 'S2.1a',
    text: '未办结的接待由在册人员负责 / Somebody of the hall answers for every open contact',
    sql: `select t.hall_code as hall, 'contact ' || t.id as subject, t.owner_id::text as owner, t.received_at as since, t.channel as detail
            from contacts t where t.closed_at is null and not ${known('t.owner_id', 't.hall_code')}`,
  },
  {
    name: 'levels-are-charged-to-who-answered',
    clause: 'S5.4c',
    text: '预警、逾期记在当时负责的人名下 / Every warning and breach is charged to whoever answered at that instant',
    sql: `select d.hall_code as hall, d.subject || ' ' || d.id as subject, t.person::text as owner, r.at as since,
                 r.level || ' is charged to ' || ${charged} as detail
            from deadline_levels r join deadlines d on d.hall_code = r.hall_code and d.id = r.deadline_id
           cross join lateral (select ${answeredThen} as person) t where t.person <> ${charged}`,
  },
  {
    name: 'no-referral-is-left-lying',
    clause: 'S1.2e',
    text: '转办无人接收的按时退回并告警 / A referral that nobody took goes back in time',
    sql: `select r.hall_code as hall, 'referral ' || r.id as subject, r.offered_by_id::text as owner, r.alert_at as since,
                 'to window ' || r.to_window_id as detail
            from referrals r where r.state = 'OFFERED' and r.alert_at < $1::timestamptz - interval '1 minute'`,
  },
];

const clocks: readonly Invariant[] = [
  {
    name: 'accepted-cases-have-one-clock',
    clause: 'S3.5',
    text: '已受理在办的件有且只有一个承诺期限 / An accepted case in work has one running promise',
    sql: `select ${theCase}, c.accepted_at as since, count(d.id) || ' open promises' as detail
            from cases c left join deadlines d on d.hall_code = c.hall_code and d.owner_kind = 'CASE' and d.owner_id = c.id
                 and d.subject = 'CASE' and d.is_open
           where ${isHandled} group by c.hall_code, c.id having count(d.id) <> 1`,
  },
  {
    name: 'ended-cases-have-no-clock',
    clause: 'S3.5',
    text: '已决定或已结束的件没有在走的期限 / Nothing of a decided or ended case still runs',
    sql: `select ${theCase}, c.received_at as since, d.subject || ' is open, the case ' || c.status as detail
            from cases c join deadlines d on d.hall_code = c.hall_code and d.owner_kind = 'CASE' and d.owner_id = c.id and d.is_open
           where c.status in ('DECIDED', 'COMPLETED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED')`,
  },
  {
    name: 'parts-in-work-have-their-clock',
    clause: 'S2.3b',
    text: '在办环节和联办任务各有其期限 / Every step and joint part in work has its clock, and shows its date',
    sql: `select ${theCase}, p.started_at as since, p.what || ' ' || p.id || coalesce(' shows ' || p.due_at, ' has no clock') as detail
            from (select hall_code, case_id, id, 'step' as what, started_at, null::timestamptz as due_at, false as shows from case_steps
                   where started_at is not null and passed_at is null
                  union all
                  select hall_code, case_id, id, 'joint part', started_at, due_at, true from joint_tasks where state = 'OPEN') p
            join cases c on c.hall_code = p.hall_code and c.id = p.case_id
            left join deadlines d on d.hall_code = p.hall_code and d.id = p.id and d.is_open
           where ${isHandled} and (d.id is null or p.shows and p.due_at is distinct from d.due_at)`,
  },
  {
    name: 'parts-stand-still-with-their-case',
    clause: 'A-30',
    text: '件中止计时，环节和联办任务同时中止 / While the clock of a case stands still, so do those of its parts',
    sql: `select ${theCase}, d.due_at as since, d.subject || ' ' || d.id || ' runs on' as detail
            from deadlines own
            join deadlines d on d.hall_code = own.hall_code and d.owner_kind = 'CASE' and d.owner_id = own.owner_id
                 and d.subject in ('STEP', 'JOINT_TASK') and d.is_open
            join cases c on c.hall_code = own.hall_code and c.id = own.owner_id
           where own.owner_kind = 'CASE' and own.subject = 'CASE' and own.is_open and ${standsStill('own')} <> ${standsStill('d')}`,
  },
  {
    name: 'cases-show-their-clock',
    clause: 'S3.5',
    text: '件上显示的期限与台账一致 / A case shows the date of its promise, and why it stands still',
    sql: `select ${theCase}, d.due_at as since,
                 'shows ' || coalesce(c.due_at::text, 'no date') || ', ' || coalesce('paused on ' || c.paused_on, 'running') as detail
            from cases c join deadlines d on d.hall_code = c.hall_code and d.owner_kind = 'CASE' and d.owner_id = c.id
                 and d.subject = 'CASE' and d.is_open
           where ${isHandled} and (c.due_at is distinct from d.due_at or (c.paused_on is not null) <> ${standsStill('d')})`,
  },
];

const acts: readonly Invariant[] = [
  {
    name: 'decisions-leave-no-step',
    clause: 'S2.3b',
    text: '作出决定的件没有在办环节 / A decision leaves no step that was neither passed on nor ended by name',
    sql: `select ${theCase}, s.started_at as since, s.name as detail
            from cases c join case_steps s on s.hall_code = c.hall_code and s.case_id = c.id
           where c.status in ('DECIDED', 'COMPLETED') and s.passed_at is null and s.closed_at is null`,
  },
  {
    name: 'accepted-stays-accepted',
    clause: 'S3.4b',
    text: '已受理的不得退回未受理 / What was accepted is never un-accepted',
    sql: `select ${theCase}, min(a.at) as since, 'accepted, and now ' || c.status as detail
            from cases c join case_actions a on a.hall_code = c.hall_code and a.case_id = c.id and a.kind in ('ACCEPTED', 'DEEMED_ACCEPTED')
           where c.accepted_at is null or c.status in ('RECEIVED', 'AWAITING_CORRECTION', 'NOT_ACCEPTED', 'RETURNED') group by c.hall_code, c.id`,
  },
  {
    name: 'returned-only-after-delivery',
    clause: 'S4.3c',
    text: '未送达告知书不得退件 / Nothing is returned before its notice was delivered',
    sql: `select ${theCase}, a.at as since, 'returned, and the notice was not delivered' as detail
            from cases c join case_actions a on a.hall_code = c.hall_code and a.case_id = c.id and a.kind = 'RETURNED'
           where c.status = 'RETURNED' and not exists (select from correction_notices n
                 join notice_deliveries v on v.hall_code = n.hall_code and v.notice_number = n.number and v.delivered_at < a.at
                where n.hall_code = c.hall_code and n.case_id = c.id)`,
  },
  {
    name: 'results-go-as-was-chosen',
    clause: 'S3.4c',
    text: '结果按申请人的选择送达，并有身份核验或可查询的单号 / A result goes as the applicant chose before, to somebody who was checked, or with its number',
    sql: `select ${theCase}, v.at as since, 'delivered: ' || v.method || ', chosen: ' || v.chosen as detail
            from cases c
           cross join lateral (select coalesce(c.delivery->>'method', 'WINDOW') as method, (c.delivery->>'deliveredAt')::timestamptz as at,
                 coalesce(c.delivery_choice->>'method', 'WINDOW') as chosen) v
           where c.delivery is not null and (v.method <> v.chosen or (c.delivery_choice->>'chosenAt')::timestamptz > v.at
                 or case v.method when 'WINDOW' then not (c.delivery->>'identityChecked')::boolean
                                  else c.delivery->>'trackingNumber' is null end
                 or c.delivery->>'recipient' = 'AGENT' and c.delivery->>'agentSealed' is null)`,
  },
  {
    name: 'records-have-no-gaps',
    clause: 'S5.4c',
    text: '办件记录连续无缺 / The record of a case has no gap',
    sql: `select ${theCase}, max(a.at) as since, count(a.sequence) || ' lines, the last is ' || coalesce(max(a.sequence), 0) as detail
            from cases c left join case_actions a on a.hall_code = c.hall_code and a.case_id = c.id
           group by c.hall_code, c.id having count(a.sequence) <> coalesce(max(a.sequence), 0) or count(a.sequence) = 0`,
  },
];

const papers: readonly Invariant[] = [
  {
    name: 'accepted-cases-have-a-slip',
    clause: 'S3.4b',
    text: '承诺件、联办件受理必有受理单 / Whoever was accepted and has to come back has a slip',
    sql: `select ${theCase}, c.accepted_at as since, c.handling_type as detail from cases c
           where c.accepted_at is not null and c.handling_type <> 'INSTANT'
             and not exists (select from acceptance_slips s where s.hall_code = c.hall_code and s.case_id = c.id)`,
  },
  {
    name: 'slips-print-the-promise',
    clause: 'S3.4b',
    text: '受理单所印日期即当时的承诺 / A slip prints the date of the promise, as long as nothing moved it since',
    sql: `select ${theCase}, s.issued_at as since, 'slip ' || s.number || ' prints ' || s.due_on || ', promised is ' || ${onDay('d.due_at')} as detail
            from acceptance_slips s join cases c on c.hall_code = s.hall_code and c.id = s.case_id
            join deadlines d on d.hall_code = s.hall_code and d.owner_kind = 'CASE' and d.owner_id = s.case_id and d.subject = 'CASE' and d.is_open
           where s.due_on <> ${onDay('d.due_at')}
             and not exists (select from deadline_events e where e.hall_code = d.hall_code and e.deadline_id = d.id
                  and e.at >= s.issued_at and e.kind <> 'START')
             and not exists (select from deadline_moves m where m.hall_code = d.hall_code and m.deadline_id = d.id and m.at >= s.issued_at)
             and not exists (select from acceptance_slips n where n.hall_code = s.hall_code and n.case_id = s.case_id and n.issued_at > s.issued_at)`,
  },
  {
    name: 'notices-are-handed-over',
    clause: 'S4.3a',
    text: '未送达的告知书有当日送达的期限 / Whatever notice waits to be handed over has the duty to do so',
    sql: `select ${theCase}, n.issued_at as since, 'notice ' || n.number || ' lies, and nobody has to hand it over' as detail
            from correction_notices n join cases c on c.hall_code = n.hall_code and c.id = n.case_id
           where c.status = 'AWAITING_CORRECTION'
             and not exists (select from notice_deliveries v where v.hall_code = n.hall_code and v.notice_number = n.number)
             and exists (select from case_defects f where f.hall_code = n.hall_code and f.case_id = n.case_id
                  and f.notice_number = n.number and f.settled_at is null)
             and not exists (select from deadlines d where d.hall_code = n.hall_code and d.id = n.deadline_id and d.is_open)`,
  },
  {
    name: 'answers-begin-with-delivery',
    clause: 'A-15',
    text: '补正期限自送达起算，且不早于告知书所印日期 / The time to answer begins when the notice is handed over, and ends no earlier than what it prints',
    sql: `select ${theCase}, d.due_at as since, 'due is ' || ${onDay('d.due_at')} ||
                 coalesce(', in writing ' || v.day, ', and nothing was handed over') as detail
            from deadlines d join cases c on c.hall_code = d.hall_code and c.id = d.owner_id
            left join lateral (select max(v.reply_by) as day from correction_notices n
                 join notice_deliveries v on v.hall_code = n.hall_code and v.notice_number = n.number
                where n.hall_code = c.hall_code and n.case_id = c.id) v on true
           where d.owner_kind = 'CASE' and d.subject = 'CORRECTION' and d.is_open
             and (v.day is null or ${onDay('d.due_at')} < v.day)`,
  },
];

/** What must hold of the rows of this service at every moment. */
export const invariants: readonly Invariant[] = [
  ...people,
  ...clocks,
  ...acts,
  ...papers,
  ...deadlineInvariants(answerable),
  ...messagingInvariants,
];
