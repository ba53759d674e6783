/** Statements that violate one invariant each, by its name. */
export type Plants = Readonly<Record<string, string>>;

/** A number that nobody has, of the kind that people have. */
const phone = '13812341234';

/** For the invariants of the flow of events; there must be an event. */
export const messagingPlants: Plants = {
  'no-personal-data-in-events': `update outbox set envelope = jsonb_set(envelope, '{data,note}', '"tel ${phone}"') where id = (select min(id) from outbox)`,
  'no-personal-data-in-faults': `update outbox set last_error = 'no answer from ${phone}' where id = (select min(id) from outbox)`,
  'no-event-is-given-up': `insert into dead_letters (consumer, subject, payload, reason, attempts) values ('c', 's', '{}', 'r', 5)`,
};

const nobody = 'a0000000-0000-4000-8000-000000000000';

/**
 * For the invariants of deadlines.
 *
 * @param one a condition on `deadlines` that one open, running deadline fulfils
 * @param owner SQL that lets the owner of this deadline show another date: with a leading comma, a part of a `with`
 */
export function deadlinePlants(one: string, owner: (dueAt: string) => string = () => ''): Plants {
  const start = `jsonb_set(details, '{limit}', '{"amount": 1, "unit": "WORKING_DAY"}')`;
  const theOne = `(select id from deadlines where ${one})`;
  return {
    'every-deadline-has-its-person': `with twin as (
        insert into deadline_events select (jsonb_populate_record(e, '{"deadline_id": "${nobody}"}')).* from deadline_events e
         where e.deadline_id = ${theOne})
      insert into deadlines select (jsonb_populate_record(d, '{"id": "${nobody}", "owner_id": "${nobody}"}')).* from deadlines d where ${one}`,
    'nothing-is-due-in-silence': `update deadlines set next_level_at = '2026-11-02T09:00:00+08:00' where ${one}`,
    'every-breach-is-on-record': `with promised as (
        update deadline_events set at = '2026-11-02T10:00:00+08:00', details = ${start} where deadline_id = ${theOne} and kind = 'START')
      ${owner(`'2026-11-03T17:00:00+08:00'`)}
      update deadlines set due_at = '2026-11-03T17:00:00+08:00', next_level_at = null where ${one}`,
    'every-level-names-a-person': `insert into deadline_levels (hall_code, deadline_id, promise, level, at, notified_at, answerable_id)
      select hall_code, id, 1, 'AMBER', '2026-11-02T09:00:00+08:00', due_at, '${nobody}' from deadlines where ${one}`,
    'open-deadlines-have-open-ledgers': `insert into deadline_events (hall_code, deadline_id, sequence, kind, at, details)
      select hall_code, id, 99, 'FINISH', '2026-11-23T09:00:00+08:00', '{}' from deadlines where ${one}`,
    'dates-follow-from-ledgers': `with stays as (select 1) ${owner(`due_at + interval '1 hour'`)}
      update deadlines set due_at = due_at + interval '1 hour' where ${one}`,
  };
}
