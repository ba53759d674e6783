import { atHallTime } from '@hall/platform/postgres';
import type { Database } from '@hall/platform/postgres';
import type { CountedFact, Dimension } from '../../domain/statistics/statistics';
import { notConcerning } from '../register/visibility';

/** What a statistic is asked about. */
export interface StatisticsQuestion {
  readonly hallCode: string;
  /** The period, half-open. */
  readonly from: Date;
  readonly to: Date;
  /** What was known at this instant is what counts. */
  readonly asOf: Date;
  readonly facts: readonly CountedFact[];
  readonly groupBy: readonly Dimension[];
  readonly filter: {
    readonly windowId?: string;
    readonly channel?: string;
    readonly ground?: string;
    readonly timeClass?: string;
  };
  /** The reader's account: rows that concern the reader are not counted, so that no figure tells of them. */
  readonly account: string;
}

/** Counts of facts in one group. */
export interface CountedGroup {
  /** Values of the dimensions, in the order asked for; null where a complaint has none. */
  readonly keys: readonly (string | null)[];
  readonly counts: ReadonlyMap<CountedFact, number>;
}

/** How each dimension is read from a fact. Days and months are the hall's. */
const dimensionSql: Record<Dimension, string> = {
  DAY: `to_char(at ${atHallTime}, 'YYYY-MM-DD')`,
  MONTH: `to_char(at ${atHallTime}, 'YYYY-MM')`,
  CHANNEL: 'channel',
  GROUND: 'ground',
  TIME_CLASS: 'time_class',
  WINDOW: 'window_id::text',
  DEPARTMENT: 'department_id::text',
  FINDING: 'finding',
  STATUS: 'status',
};

/**
 * Each complaint as it was known at an instant: its last state by then, and when it was decided and closed. A complaint
 * that was registered later is not known yet.
 */
const known = `
  select c.id, c.channel, c.received_at, c.anonymous, s.status, s.window_id, s.department_id, s.grounds, s.time_class, s.due_at,
         s.finding, s.fed_back, m.decided_at, m.closed_at
    from complaints c
    cross join lateral (
      select * from complaint_states s
       where s.hall_code = c.hall_code and s.complaint_id = c.id and s.at <= $4 order by s.sequence desc limit 1) s
    cross join lateral (
      select min(at) filter (where status = 'DECIDED') as decided_at, min(at) filter (where status = 'CLOSED') as closed_at
        from complaint_states s where s.hall_code = c.hall_code and s.complaint_id = c.id and s.at <= $4) m
   where c.hall_code = $1 and c.received_at < $3 and ${notConcerning(5)}`;

/** Every countable fact of a complaint, at its own instant. */
const facts = `
  select k.*, f.fact, f.at
    from known k
    cross join lateral (values
      ('RECEIVED', k.received_at, true),
      ('CLOSED', k.closed_at, true),
      ('OPEN_AT_END', $3::timestamptz - interval '1 microsecond', k.closed_at is null or k.closed_at >= $3),
      ('DUE', k.due_at, true),
      ('ON_TIME', k.due_at, k.decided_at <= k.due_at),
      ('LATE', k.due_at, coalesce(k.decided_at, $4) > k.due_at),
      ('DECIDED', k.decided_at, true),
      ('UPHELD', k.decided_at, k.finding in ('UPHELD', 'PARTLY_UPHELD')),
      ('TELLABLE', k.decided_at, not k.anonymous),
      ('TOLD', k.decided_at, not k.anonymous and k.fed_back)
    ) f (fact, at, holds)
   where f.holds and f.at >= $2 and f.at < $3 and f.fact = any($6)`;

/**
 * The one statement of every statistic: counts of facts by group. A complaint with several grounds counts once under
 * each when grouped by ground, and once in all otherwise.
 */
function statisticsSql(question: StatisticsQuestion): {
  readonly sql: string;
  readonly parameters: readonly unknown[];
} {
  const { hallCode, from, to, asOf, account, groupBy, filter } = question;
  const keys = groupBy.map((dimension, i) => `${dimensionSql[dimension]} as k${i}`);
  const byGround = groupBy.includes('GROUND')
    ? `cross join lateral unnest(case when grounds = '{}' then array[null] else grounds end) as g (ground)`
    : '';
  const places = groupBy.map((_dimension, i) => `k${i}`);
  const parameters = [
    hallCode,
    from,
    to,
    asOf,
    account,
    question.facts,
    filter.windowId,
    filter.channel,
    filter.ground,
    filter.timeClass,
  ];
  const sql = `
    with known as (${known}), facts as (${facts})
    select ${[...keys, 'fact', 'count(*)::integer as count'].join(', ')}
      from facts ${byGround}
     where ($7::uuid is null or window_id = $7) and ($8::text is null or channel = $8)
       and ($9::text is null or $9 = any(grounds)) and ($10::text is null or time_class = $10)
     group by ${[...places, 'fact'].join(', ')}
     order by ${[...places, 'fact'].join(', ')}`;
  return { sql, parameters: parameters.map((value) => value ?? null) };
}

/** The read side of the figures. */
export class StatisticsQueries {
  constructor(private readonly database: Database) {}

  /** Counts of facts by group, in the order of the groups. */
  async countFacts(question: StatisticsQuestion): Promise<CountedGroup[]> {
    const { sql, parameters } = statisticsSql(question);
    const rows = await this.database.query<Record<string, string | null> & { fact: CountedFact; count: number }>(
      sql,
      parameters,
    );
    const groups = new Map<string, { keys: (string | null)[]; counts: Map<CountedFact, number> }>();
    for (const row of rows) {
      const keys = question.groupBy.map((_dimension, i) => row[`k${i}`] ?? null);
      const name = JSON.stringify(keys);
      const group = groups.get(name) ?? { keys, counts: new Map() };
      group.counts.set(row.fact, row.count);
      groups.set(name, group);
    }
    return [...groups.values()];
  }
}
