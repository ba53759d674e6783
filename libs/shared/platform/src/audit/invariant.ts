import type { Queryable } from '../directory';
import { judges } from './judges';
import type { Violation } from './violation';

/** What must hold of a service's rows at every moment, and the statement that finds where it does not. */
export interface Invariant {
  readonly name: string;
  /** The clause that it comes from; null for what only the machinery promises. */
  readonly clause: string | null;
  /** What it means, Chinese first. */
  readonly text: string;
  /**
   * One statement over the service's own tables, with a row for each violation: `hall`, `subject`, `owner` (whose), `since`,
   * `detail`. `$1`, where it occurs, is the present instant. With a judge, the rows are what the judge looks at, and `$2`, `$3`
   * are the last key before them and how many.
   */
  readonly sql: string;
  /** What decides where SQL cannot: it works out again what is stored. */
  readonly judge?: keyof typeof judges;
}

const batch = 200;

/** Every place where an invariant does not hold now, in the order in which the statement finds them. */
export async function findViolations(
  reader: Queryable,
  { sql, judge }: Pick<Invariant, 'sql' | 'judge'>,
  now: Date,
): Promise<Violation[]> {
  if (!judge) return (await reader.query(sql, sql.includes('$1') ? [now] : [])) as Violation[];
  const found: Violation[] = [];
  for (let last = '', rows: { readonly key: string }[]; ; last = rows.at(-1)!.key) {
    rows = (await reader.query(sql, [now, last, batch])) as { readonly key: string }[];
    found.push(...(await judges[judge](reader, rows as never, now)));
    if (rows.length < batch) return found;
  }
}
