import { isPlainDate, isPlainText, isUuid } from '@hall/kernel';
import type { Cursor, DatedCursor } from '../postgres';
import { badInput } from './errors';

/** An opaque text that finds a row's place in its list again. */
export function toCursor(at: Date | null, id: string): string {
  return Buffer.from(`${at?.toISOString() ?? ''} ${id}`).toString('base64url');
}

function notACursor() {
  return badInput({ field: 'after', reason: '不是本列表的游标 / not a cursor of this list' });
}

/** The place that a cursor names. @throws BAD_USER_INPUT for a text that is no cursor */
export function parseCursor(cursor: string | null | undefined): Cursor | null {
  if (cursor == null) return null;
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const instant = at === '' ? null : new Date(at);
  if (!isUuid(id) || Number.isNaN(instant?.getTime())) throw notACursor();
  return { at: instant, id };
}

/** The same for lists in which every row has an instant. */
export function parseDatedCursor(cursor: string | null | undefined): DatedCursor | null {
  const place = parseCursor(cursor);
  if (place?.at === null) throw notACursor();
  return place && { at: place.at, id: place.id };
}

/** What the parts of a place in a list can be, and how one is told that comes from outside. */
const forms = {
  id: (part: unknown) => typeof part === 'string' && isUuid(part),
  day: (part: unknown) => typeof part === 'string' && isPlainDate(part),
  instant: (part: unknown) => typeof part === 'string' && /^\d{4}-/.test(part) && !Number.isNaN(Date.parse(part)),
  number: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  text: (part: unknown) => typeof part === 'string' && isPlainText(part),
} satisfies Record<string, (part: unknown) => boolean>;

/** A place in a list, for lists that are ordered by something else than an instant and an id. */
export function toPlace(...parts: readonly (string | number | Date)[]): string {
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
