import type { Invariant } from './invariant';

/** A mobile number or an identity number in a text, between neither letters nor digits: not the middle of an id or a time. */
const personal = String.raw`(^|[^0-9A-Za-z-])(1[3-9]\d{9}|\d{17}[\dXx])([^0-9A-Za-z-]|$)`;

/** What holds of the flow of events of every service. */
export const messagingInvariants: readonly Invariant[] = [
  {
    name: 'no-personal-data-in-events',
    clause: null,
    text: '事件中没有电话和证件号码 / No event carries a phone or identity number',
    sql: `select hall_code as hall, 'event ' || event_id as subject, null as owner, occurred_at as since, type as detail
            from outbox where envelope::text ~ '${personal}'`,
  },
  {
    name: 'no-personal-data-in-faults',
    clause: null,
    text: '失败记录中没有电话和证件号码 / No note of a failed event carries a phone or identity number',
    sql: `select '' as hall, 'dead letter ' || id as subject, null as owner, died_at as since, subject as detail
            from dead_letters where payload || ' ' || reason ~ '${personal}'
           union all
          select hall_code, 'event ' || event_id, null, occurred_at, type from outbox where last_error ~ '${personal}'`,
  },
  {
    name: 'no-event-is-given-up',
    clause: null,
    text: '没有无法处理而被搁置的事件 / No event of another service was given up',
    sql: `select '' as hall, 'dead letter ' || id as subject, consumer as owner, died_at as since, reason as detail
            from dead_letters where replayed_at is null`,
  },
];

/** What happens by a sweep, once a second, may be a moment late. */
const aMomentAgo = `$1::timestamptz - interval '1 minute'`;

/**
 * What holds of the deadlines of a service.
 *
 * @param answerable SQL of whoever answers for the deadline `d` now
 */
export function deadlineInvariants(answerable: string): readonly Invariant[] {
  const found = `d.hall_code as hall, d.subject || ' ' || d.id as subject, (${answerable})::text as owner`;
  return [
    {
      name: 'every-deadline-has-its-person',
      clause: 'A-22',
      text: '每个未结期限都有一名在册人员负责 / Somebody of the hall answers for every open deadline',
      sql: `select ${found}, d.due_at as since, d.owner_kind || ' ' || d.owner_id as detail
              from deadlines d where d.is_open and not exists (
                   select from known_staff s where s.hall_code = d.hall_code and s.id = (${answerable}))`,
    },
    {
      name: 'nothing-is-due-in-silence',
      clause: 'A-30',
      text: '到点的预警和升级都已发出 / Every level that is due was notified',
      sql: `select ${found}, d.next_level_at as since, 'a level is due and was not notified' as detail
              from deadlines d where d.next_level_at < ${aMomentAgo}`,
    },
    {
      name: 'every-breach-is-on-record',
      clause: 'A-30',
      text: '逾期必有记录和责任人 / Whatever is past its due instant has its record, with who answered',
      sql: `select ${found}, d.due_at as since, 'no breach on record' as detail
              from deadlines d
             where d.is_open and d.due_at < ${aMomentAgo}
               and not exists (select from deadline_levels l where l.hall_code = d.hall_code and l.deadline_id = d.id
                    and l.level = 'BREACHED' and l.promise = (select count(*) from deadline_events e
                         where e.hall_code = d.hall_code and e.deadline_id = d.id and e.kind = 'START'))`,
    },
    {
      name: 'every-level-names-a-person',
      clause: 'S5.4c',
      text: '每次预警、逾期记在在册人员名下 / Every level is charged to somebody of the hall',
      sql: `select ${found}, l.at as since, l.level || ' is charged to ' || l.answerable_id as detail
              from deadline_levels l join deadlines d on d.hall_code = l.hall_code and d.id = l.deadline_id
             where not exists (select from known_staff s where s.hall_code = l.hall_code and s.id = l.answerable_id)`,
    },
    {
      name: 'open-deadlines-have-open-ledgers',
      clause: 'A-30',
      text: '期限开放与否与其台账一致 / A deadline is open as long as its ledger has no end',
      sql: `select ${found}, max(e.at) as since, case when d.is_open then 'open, but ended' else 'closed without an end' end as detail
              from deadlines d left join deadline_events e on e.hall_code = d.hall_code and e.deadline_id = d.id
             group by d.hall_code, d.id
            having d.is_open = coalesce(bool_or(e.kind in ('FINISH', 'CANCEL')), true)`,
    },
    {
      name: 'dates-follow-from-ledgers',
      clause: 'A-30',
      text: '期限日可由台账重新算出 / Every date can be worked out again from its ledger',
      judge: 'DUE_DATES',
      sql: `select d.hall_code as hall, d.id::text as key, d.subject, (${answerable})::text as owner, d.due_at,
                   (select jsonb_agg(jsonb_build_object('kind', e.kind, 'at', e.at, 'details', e.details) order by e.sequence)
                      from deadline_events e where e.hall_code = d.hall_code and e.deadline_id = d.id) as ledger
              from deadlines d
             where d.is_open and $1::timestamptz is not null and ($2 = '' or d.id > nullif($2, '')::uuid) order by d.id limit $3`,
    },
  ];
}
