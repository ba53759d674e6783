import type { Loose } from '@hall/testing';

type Sql = (sql: string, values?: unknown[]) => Promise<Loose[]>;

/** What copies of a case lack: they have neither papers nor records, and dates of their own. */
export const lackedByCopies = [
  'accepted-cases-have-a-slip',
  'records-have-no-gaps',
  'every-deadline-has-its-person',
  'parts-in-work-have-their-clock',
  'parts-stand-still-with-their-case',
  'dates-follow-from-ledgers',
  'every-breach-is-on-record',
  'nothing-is-due-in-silence',
  'open-deadlines-have-open-ledgers',
  'accepted-cases-have-one-clock',
  'ended-cases-have-no-clock',
  'cases-show-their-clock',
  'decisions-leave-no-step',
];

/**
 * Copies an accepted case many times, with its term, by SQL alone: what a hall has after years.
 *
 * @param spread minutes by which the copies were received apart
 */
export async function copyCase(
  sql: Sql,
  number: string,
  copies: number,
  { spread = 0, dueSpread = 0 } = {},
): Promise<void> {
  await sql('create temp table if not exists copies (n integer, id uuid, source uuid)');
  await sql('truncate copies');
  await sql(
    `insert into copies select n, gen_random_uuid(), (select id from cases where number = $1) from generate_series(1, $2::integer) n`,
    [number, copies],
  );
  await sql(
    `insert into cases
     select (jsonb_populate_record(c, jsonb_build_object('id', k.id, 'number', c.number || '-' || k.n,
              'received_at', c.received_at - make_interval(mins => k.n * $1), 'due_at', c.due_at + make_interval(mins => k.n * $2)))).*
       from copies k join cases c on c.id = k.source`,
    [spread, dueSpread],
  );
  await sql(
    `insert into deadlines select (jsonb_populate_record(t, jsonb_build_object('id', k.id, 'owner_id', k.id))).*
       from copies k join deadlines t on t.id = k.source`,
  );
  await sql(
    `insert into deadline_events select (jsonb_populate_record(e, jsonb_build_object('deadline_id', k.id))).*
       from copies k join deadline_events e on e.deadline_id = k.source`,
  );
}
