import { badInput } from './errors';

/** A row's place in a list that is ordered by an instant, and by id where instants are the same. */
export interface Cursor {
  readonly at: Date | null;
  readonly id: string;
}

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
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const instant = at === '' ? null : new Date(at);
  if (!isUuid || Number.isNaN(instant?.getTime())) throw notACursor();
  return { at: instant, id };
}

/** The same for lists in which every row has an instant. */
export function parseDatedCursor(cursor: string | null | undefined): { readonly at: Date; readonly id: string } | null {
  const place = parseCursor(cursor);
  if (place?.at === null) throw notACursor();
  return place && { at: place.at, id: place.id };
}
