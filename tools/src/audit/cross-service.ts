import type { Invariant, Violation } from '@hall/platform/audit';
import type { Queryable } from '@hall/platform/directory';

/** The databases of the services, to be read. */
export type Databases = Readonly<Record<'staffing' | 'cases' | 'complaints', Queryable>>;

/** Types of events that a service keeps something of, by service and by who states them. */
export type Consumes = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What must hold between the databases of services. */
export interface CrossInvariant extends Pick<Invariant, 'name' | 'clause' | 'text'> {
  readonly find: (databases: Databases, now: Date, consumes: Consumes) => Promise<Violation[]>;
}

type Name = keyof Databases;

async function rowsOf<Row>(databases: Databases, name: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await databases[name as Name].query(sql, values)) as Row[];
}

/** What a service keeps of another's rows: statements of `hall`, `key` and `value` on both sides. */
const mirrors: readonly { readonly of: string; readonly source: string; readonly copy: string }[] = [
  {
    of: 'hall',
    source: `select hall_code as hall, hall_code as key, concat_ws('|', name, sessions) as value from halls`,
    copy: `select hall_code as hall, hall_code as key, concat_ws('|', name, sessions) as value from known_halls`,
  },
  {
    of: 'department',
    source: `select hall_code as hall, id::text as key, concat_ws('|', code, name) as value from departments`,
    copy: `select hall_code as hall, id::text as key, concat_ws('|', code, name) as value from known_departments`,
  },
  {
    of: 'window',
    source: `select hall_code as hall, id::text as key, concat_ws('|', number, name, department_id) as value from service_windows`,
    copy: `select hall_code as hall, id::text as key, concat_ws('|', number, name, department_id) as value from known_windows`,
  },
  {
    of: 'staff',
    source: `select hall_code as hall, id::text as key, concat_ws('|', name, badge_number, department_id, roles) as value from staff`,
    copy: `select hall_code as hall, id::text as key, concat_ws('|', name, badge_number, department_id, roles) as value from known_staff`,
  },
  {
    of: 'post',
    source: `select p.hall_code as hall, p.id::text as key, concat_ws('|', p.window_id, y.staff_id, y.role, y.acting_for_id, y.cover_id) as value
               from posts p left join post_duties y on y.hall_code = p.hall_code and y.post_id = p.id and upper_inf(y.during)`,
    copy: `select hall_code as hall, id::text as key, concat_ws('|', window_id, holder_id, holder_role, acting_for_id, cover_id) as value
             from known_posts`,
  },
  {
    of: 'calendar year',
    source: `select distinct on (hall_code, year) hall_code as hall, hall_code || ' ' || year as key,
                    concat_ws('|', revision, notice_reference, off_days, make_up_days) as value
               from calendar_years order by hall_code, year, revision desc`,
    copy: `select hall_code as hall, hall_code || ' ' || year as key, concat_ws('|', revision, notice_reference, off_days, make_up_days) as value
             from known_calendar_years`,
  },
];

interface MirrorRow {
  readonly hall: string;
  readonly key: string;
  readonly value: string;
}

const violation = (hall: string, subject: string, more: Partial<Violation> = {}): Violation => ({
  hall,
  subject,
  owner: null,
  since: null,
  detail: null,
  ...more,
});

async function differences(databases: Databases): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const { of, source, copy } of mirrors) {
    const sources = await rowsOf<MirrorRow>(databases, 'staffing', source);
    for (const reader of ['cases', 'complaints']) {
      const copies = new Map((await rowsOf<MirrorRow>(databases, reader, copy)).map((row) => [row.key, row]));
      for (const { hall, key, value } of sources) {
        const kept = copies.get(key);
        copies.delete(key);
        const detail = `${reader} keeps ${kept?.value ?? 'nothing'}, staffing says ${value}`;
        if (kept?.value !== value) found.push(violation(hall, `${of} ${key}`, { owner: reader, detail }));
      }
      for (const { hall, key } of copies.values())
        found.push(
          violation(hall, `${of} ${key}`, { owner: reader, detail: `${reader} keeps what staffing does not have` }),
        );
    }
  }
  return found;
}

async function knownCases(databases: Databases): Promise<Violation[]> {
  const sql = (table: string, people: string, where: string): string =>
    `select hall_code as hall, id::text as key, concat_ws('|', number, window_id, department_id,
            (select array_agg(distinct h order by h) from unnest(${people}) h)) as value from ${table} ${where}`;
  const sources = await rowsOf<MirrorRow>(
    databases,
    'cases',
    sql('cases', 'handler_ids || responsible_id', 'where accepted_at is not null'),
  );
  const kept = await rowsOf<MirrorRow>(databases, 'complaints', sql('known_cases', 'handler_ids', ''));
  const copies = new Map(kept.map(({ key, value }) => [key, value]));
  return sources.flatMap(({ hall, key, value }) =>
    copies.get(key) === value
      ? []
      : [
          violation(hall, `case ${key}`, {
            owner: 'complaints',
            detail: `keeps ${copies.get(key) ?? 'nothing'}, cases has ${value}`,
          }),
        ],
  );
}

interface EventRow {
  readonly hall: string;
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  readonly published: boolean;
}

async function unheardEvents(databases: Databases, now: Date, consumes: Consumes): Promise<Violation[]> {
  const found: Violation[] = [];
  const stated = new Map<string, EventRow[]>();
  for (const name of Object.keys(databases)) {
    const sql = `select hall_code as hall, event_id::text as id, type, occurred_at as at, published_at is not null as published
                   from outbox where occurred_at < $1::timestamptz - interval '1 minute' or published_at is not null`;
    stated.set(name, await rowsOf<EventRow>(databases, name, sql, [now]));
  }
  for (const [producer, events] of stated) {
    for (const { hall, id, type, at, published } of events)
      if (!published)
        found.push(violation(hall, `event ${id}`, { owner: producer, since: at, detail: `${type} waits to leave` }));
    for (const consumer of Object.keys(databases)) {
      const types = new Set(consumes[consumer]?.[producer]);
      const inbox = await rowsOf<{ id: string }>(
        databases,
        consumer,
        'select event_id::text as id from inbox where consumer = $1',
        [`${consumer}__${producer}`],
      );
      const heard = new Set(inbox.map(({ id }) => id));
      for (const { hall, id, type, at, published } of events)
        if (published && types.has(type) && !heard.has(id))
          found.push(
            violation(hall, `event ${id}`, {
              owner: consumer,
              since: at,
              detail: `${type} of ${producer} was not applied`,
            }),
          );
    }
  }
  return found;
}

interface BreachRow {
  readonly hall: string;
  readonly subject: string;
  readonly post: string;
  readonly at: Date;
  readonly answerable: string;
}

/** Who held each post, or answered for its vacancy, at some instants; where nobody did any more, whoever did last. */
async function answeredThen(databases: Databases, breaches: readonly BreachRow[]): Promise<(string | null)[]> {
  const sql = `select (select h.person from (
                   select y.staff_id as person, lower(y.during) as since from post_duties y
                    where y.hall_code = b.hall and y.post_id = b.post and not isempty(y.during)
                   union all
                   select v.owner_id, lower(v.during) from vacancies v
                    where v.hall_code = b.hall and v.post_id = b.post and not isempty(v.during)) h
                  where h.since <= b.at order by h.since desc limit 1)::text as person
                 from unnest($1::text[], $2::uuid[], $3::timestamptz[]) with ordinality as b (hall, post, at, place) order by b.place`;
  const columns = [breaches.map(({ hall }) => hall), breaches.map(({ post }) => post), breaches.map(({ at }) => at)];
  return (await rowsOf<{ person: string | null }>(databases, 'staffing', sql, columns)).map(({ person }) => person);
}

async function chargedToOthers(databases: Databases): Promise<Violation[]> {
  const breaches = await rowsOf<BreachRow>(
    databases,
    'cases',
    `select d.hall_code as hall, d.subject || ' of case ' || c.number as subject, c.post_id::text as post, l.at,
            coalesce(( select k.answerable_id from level_corrections k where k.hall_code = l.hall_code and k.deadline_id = l.deadline_id and k.promise = l.promise and k.level = l.level order by k.id desc limit 1), l.answerable_id)::text as answerable
       from deadline_levels l join deadlines d on d.hall_code = l.hall_code and d.id = l.deadline_id
       join cases c on c.hall_code = d.hall_code and c.id = d.owner_id
      where l.level = 'BREACHED' and d.owner_kind = 'CASE' and d.subject <> 'JOINT_TASK'`,
  );
  const people = await answeredThen(databases, breaches);
  return breaches.flatMap(({ hall, subject, at, answerable }, i) => {
    const person = people[i] ?? null;
    if (person === null || person === answerable) return [];
    return [violation(hall, subject, { owner: person, since: at, detail: `the breach is charged to ${answerable}` })];
  });
}

/** What must hold between services once nothing is under way. */
export const crossInvariants: readonly CrossInvariant[] = [
  {
    name: 'every-event-arrived',
    clause: null,
    text: '发出的事件都已被各服务处理 / Every event that was stated was published, and applied by every service that wants it',
    find: unheardEvents,
  },
  {
    name: 'directories-equal-staffing',
    clause: null,
    text: '各服务所知的大厅、人员、岗位与人事服务一致 / What services keep of staffing is what staffing has',
    find: differences,
  },
  {
    name: 'complaints-knows-the-cases',
    clause: null,
    text: '投诉服务所知的办件及经办人与办件服务一致 / What complaints keeps of cases is what cases has',
    find: knownCases,
  },
  {
    name: 'breaches-are-charged-to-who-answered',
    clause: 'S5.4c',
    text: '逾期记在当时持有权限的人名下 / Every breach is charged to whoever held the post, or answered for its vacancy, at that instant',
    find: chargedToOthers,
  },
];
