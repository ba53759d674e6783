import type { Database } from '../postgres';

/** Which part of the past is said again; ends are inclusive, a missing end is open. */
export interface ReplayRange {
  readonly since?: Date;
  readonly until?: Date;
}

/**
 * Makes published events pending again: the broker acknowledges before its disk has them, so the outbox is what may be
 * relied on. Readers know what they have done already, so saying it again changes nothing.
 *
 * @returns how many events will be published again
 */
export async function replayOutbox(database: Database, { since, until }: ReplayRange = {}): Promise<number> {
  return database.transaction(async (tx) => {
    const [, count] = await tx.query<[unknown[], number]>(
      `update outbox set published_at = null
        where published_at is not null and ($1::timestamptz is null or occurred_at >= $1) and ($2::timestamptz is null or occurred_at <= $2)`,
      [since ?? null, until ?? null],
    );
    return count;
  }, 'background');
}
