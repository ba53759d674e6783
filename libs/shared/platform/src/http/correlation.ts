import { randomUUID } from 'node:crypto';

const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._:-]{7,63}$/;

/**
 * The correlation id of a request: the caller's when it is well-formed (8 to 64 letters, digits, `. _ : -`), a new one
 * otherwise. Anything else from outside would end up in logs and answers unread.
 */
export function correlationIdOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : randomUUID();
}
