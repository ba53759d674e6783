import type { EscalationLevel } from '@hall/kernel';
import { read } from '../postgres';
import type { Cursor, Database } from '../postgres';

/** One thing that waits for somebody, as a statement finds it. */
export interface WaitingRow<Kind extends string = string, Subject extends string = string> {
  /** Its own id, made of its kind and key: the same as long as it waits. */
  readonly id: string;
  readonly kind: Kind;
  /** What the mutations that answer it take. */
  readonly key: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly windowId: string | null;
  readonly since: Date | null;
  readonly dueAt: Date | null;
  /** Its place in the list: until when, unless the service says so otherwise; null comes last. */
  readonly place: Date | null;
  readonly level: EscalationLevel | null;
  /** Whether the reader has the authority that answering it takes, at this instant. */
  readonly may: boolean;
}

/**
 * How one kind of thing that waits is found. All of it is SQL; `me` is the reader (`id`, `department_id`, `roles`), and parameter 1 the hall.
 */
export interface WaitingPart<Kind extends string, Subject extends string> {
  readonly kind: Kind;
  /** What follows `from me,`, up to and with the conditions. */
  readonly from: string;
  readonly key: string;
  readonly subject: Subject;
  readonly subjectId: string;
  readonly windowId?: string;
  readonly since: string;
  /** The alias of the deadline that says until when; nothing where none runs. */
  readonly deadline?: string;
  /** Until when, where that is kept elsewhere. */
  readonly dueAt?: string;
  /** Its place in the list, where that does not follow from until when. */
  readonly place?: string;
  readonly may?: string;
}

/** Whether the reader leads a department, or the centre. */
export const leadsDepartment = (departmentId: string): string =>
  `('CENTRE_LEADER' = any(me.roles) or ('SECTION_HEAD' = any(me.roles) and me.department_id = ${departmentId}))`;

const levelOf = (deadline: string): string => `${deadline}.notified[cardinality(${deadline}.notified)]`;

// A kind that nobody asks for is left out before a row of it is read.
function partText(part: WaitingPart<string, string>): string {
  const dueAt = part.dueAt ?? (part.deadline ? `${part.deadline}.due_at` : 'null::timestamptz');
  return `
  select md5('${part.kind}/' || (${part.key})::text)::uuid as id, '${part.kind}' as kind, (${part.key})::text as key,
         '${part.subject}' as subject, ${part.subjectId} as subject_id, ${part.windowId ?? 'null::uuid'} as window_id,
         ${part.since} as since, ${dueAt} as due_at, ${part.place ?? dueAt} as place,
         ${part.deadline ? levelOf(part.deadline) : 'null::text'} as level, ${part.may ?? 'true'} as may
    from me, ${part.from} and ($4::text[] is null or '${part.kind}' = any($4))`;
}

/** The posts that the reader holds now, for `more` of {@link waitingLists}. */
export const heldPosts = `held as materialized (
    select p.id, p.window_id from me, known_posts p where p.hall_code = $1 and p.holder_id = me.id),`;

/** Who reads, and which kinds of things. */
export interface WaitingReader<Kind extends string = string> {
  readonly hallCode: string;
  readonly account: string;
  /** What the reader's token says: what an act asks for is asked for here, too. */
  readonly roles: readonly string[];
  /** All kinds when null. */
  readonly kinds: readonly Kind[] | null;
  /** An instant that the parts ask for as `me.before`. */
  readonly before?: Date;
}

/**
 * What waits for a person, in one statement however many things there are: each kind is found by an index that begins with the
 * person, a post or a department of theirs; what is due first comes first, and what has no day last.
 *
 * @param staff the table of the service's members of staff
 * @param more further parts of the `with` clause, each ended with a comma
 */
export function waitingLists<Kind extends string, Subject extends string>(
  parts: readonly WaitingPart<Kind, Subject>[],
  { staff = 'known_staff', more = '' }: { readonly staff?: string; readonly more?: string } = {},
) {
  const all = `with me as materialized (
    select s.id, s.department_id, array(select unnest(s.roles) intersect select unnest($3::text[])) as roles,
           $5::timestamptz as before
      from ${staff} s where s.hall_code = $1 and s.account = $2),
  ${more}
  waiting as (${parts.map(partText).join(' union all ')})`;
  const urgency = `coalesce(place, 'infinity'::timestamptz)`;
  const values = ({ hallCode, account, roles, kinds, before }: WaitingReader<Kind>): unknown[] => {
    return [hallCode, account, roles, kinds, before ?? null];
  };
  return {
    page: (database: Database, reader: WaitingReader<Kind>, after: Cursor | null, size: number) =>
      read<WaitingRow<Kind, Subject>>(
        database,
        `${all} select * from waiting where $6::timestamptz is null or (${urgency}, id) > ($6, $7)
          order by ${urgency}, id limit $8`,
        [...values(reader), after && (after.at ?? 'infinity'), after?.id ?? null, size + 1],
      ),
    counts: (database: Database, reader: WaitingReader<Kind>) =>
      read<{ readonly kind: Kind; readonly count: number; readonly overdue: number }>(
        database,
        `${all} select kind, count(*)::integer as count, count(*) filter (where level in ('BREACHED', 'SECTION_HEAD', 'CENTRE_LEADER'))::integer as overdue
           from waiting group by kind`,
        values(reader),
      ),
  };
}
