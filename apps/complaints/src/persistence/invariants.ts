import { deadlineInvariants, messagingInvariants } from '@hall/platform/audit';
import type { Invariant } from '@hall/platform/audit';
import { answerable } from './handling/answerable';

const theComplaint = `c.hall_code as hall, 'complaint ' || c.number as subject, c.owner_id::text as owner, c.received_at as since`;

/** What must hold of the rows of this service at every moment. */
export const invariants: readonly Invariant[] = [
  {
    name: 'every-complaint-has-its-person',
    clause: 'S6.4d',
    text: '未结投诉由在册人员负责 / Somebody of the hall answers for every open complaint',
    sql: `select ${theComplaint}, c.status as detail from complaints c
           where c.closed_at is null and not exists (select from known_staff s where s.hall_code = c.hall_code and s.id = c.owner_id)`,
  },
  {
    name: 'complaints-show-their-clock',
    clause: 'A-29',
    text: '投诉所示期限与台账一致 / A complaint shows the date of its deadline',
    sql: `select ${theComplaint}, 'shows ' || coalesce(c.due_at::text, 'no date') as detail
            from complaints c join deadlines d on d.hall_code = c.hall_code and d.owner_id = c.id and d.is_open
           where c.due_at is distinct from d.due_at`,
  },
  {
    name: 'closed-complaints-have-no-clock',
    clause: 'A-29',
    text: '已结投诉没有在走的期限 / Nothing of a closed complaint still runs',
    sql: `select ${theComplaint}, 'closed, and its deadline is open' as detail
            from complaints c join deadlines d on d.hall_code = c.hall_code and d.owner_id = c.id and d.is_open
           where c.closed_at is not null`,
  },
  {
    name: 'states-are-on-record',
    clause: 'S6.4h',
    text: '投诉状态与其历史一致 / The last state on record is the state of the complaint',
    sql: `select ${theComplaint}, 'is ' || c.status || ', on record ' || coalesce(last.status, 'nothing') as detail
            from complaints c left join lateral (select h.status from complaint_states h
                 where h.hall_code = c.hall_code and h.complaint_id = c.id order by h.sequence desc limit 1) last on true
           where last.status is distinct from c.status`,
  },
  ...deadlineInvariants(answerable),
  ...messagingInvariants,
];
