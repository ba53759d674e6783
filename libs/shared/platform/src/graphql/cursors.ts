import { createHash } from 'node:crypto';
import { isPlainDate, isPlainText, isUuid } from '@hall/kernel';
import { defaultFieldResolver } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Cursor, DatedCursor } from '../postgres';
import type { Connection } from './connection';
import { badInput } from './errors';
import { typesOf } from './hall-of';

function notACursor() {
  return badInput({ field: 'after', reason: '不是本列表的游标 / not a cursor of this list' });
}

/** What the parts of a place in a list can be, and how one is told that comes from outside. */
const forms = {
  id: (part: unknown) => typeof part === 'string' && isUuid(part),
  day: (part: unknown) => typeof part === 'string' && isPlainDate(part),
  instant: (part: unknown) => typeof part === 'string' && /^\d{4}-/.test(part) && !Number.isNaN(Date.parse(part)),
  instantOrNone: (part: unknown): boolean => part === null || forms.instant(part),
  number: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  text: (part: unknown) => typeof part === 'string' && isPlainText(part),
} satisfies Record<string, (part: unknown) => boolean>;

/** A place in a list: what it is ordered by, in that order. */
export function toPlace(...parts: readonly (string | number | Date | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** The parts of a place, in the order of the list. @throws BAD_USER_INPUT for a text that is no place of such a list */
export function parsePlace(
  cursor: string | null | undefined,
  ...expected: readonly (keyof typeof forms)[]
): readonly (string | number)[] | null {
  if (cursor == null) return null;
  const parts = partsOf(cursor);
  const fits = parts.length === expected.length && expected.every((form, place) => forms[form](parts[place]));
  if (!fits) throw notACursor();
  return parts as readonly (string | number)[];
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The place in a list that is ordered by an instant, and by id where instants are the same. */
export function toCursor(at: Date | null, id: string): string {
  return toPlace(at, id);
}

/** The place that a cursor names. @throws BAD_USER_INPUT for a text that is no cursor */
export function parseCursor(cursor: string | null | undefined): Cursor | null {
  const place = parsePlace(cursor, 'instantOrNone', 'id');
  return place && { at: place[0] === null ? null : new Date(place[0]!), id: place[1] as string };
}

/** The same for lists in which every row has an instant. */
export function parseDatedCursor(cursor: string | null | undefined): DatedCursor | null {
  const place = parsePlace(cursor, 'instant', 'id');
  return place && { at: new Date(place[0]!), id: place[1] as string };
}

const markLength = 8;

/** What is not said, said to be nothing, or empty narrows nothing. */
function saidOf(value: unknown): unknown {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  if (typeof value !== 'object' || Array.isArray(value) || value instanceof Date) return value;
  const said = Object.entries(value).flatMap(([name, each]) =>
    saidOf(each) === undefined ? [] : [[name, saidOf(each)]],
  );
  return said.length === 0 ? undefined : said;
}

/** What a cursor begins with: a few letters that stand for its list, as it was asked for. */
function markOf(list: string, narrowedBy: object): string {
  const said = JSON.stringify([list, saidOf(narrowedBy)]);
  return createHash('sha256').update(said).digest('base64url').slice(0, markLength);
}

/**
 * Ties cursors to their list: every field with an `after` gives out cursors that it alone takes back, and that only where it is
 * narrowed and ordered in the same way. A place in one list says nothing in another.
 */
export function tieCursors(schema: GraphQLSchema): void {
  const lists = typesOf(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter(({ args }) => args.some(({ name }) => name === 'after'))
      .map((field) => [`${type.name}.${field.name}`, field] as const),
  );
  for (const [list, field] of lists) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (
      source,
      { after, ...asked }: { readonly after?: string | null; first?: unknown },
      context,
      info,
    ) => {
      const { first: _size, ...narrowedBy } = asked;
      const mark = markOf(list, narrowedBy);
      if (after != null && !after.startsWith(mark)) throw notACursor();
      const place = after?.slice(markLength) ?? null;
      const { edges, pageInfo } = (await resolve(
        source,
        { ...asked, after: place },
        context,
        info,
      )) as Connection<unknown>;
      const tied = edges.map(({ node, cursor }) => ({ node, cursor: mark + cursor }));
      return { edges: tied, pageInfo: { ...pageInfo, endCursor: tied.at(-1)?.cursor } };
    };
  }
}
