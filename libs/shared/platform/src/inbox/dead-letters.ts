import type { Database } from '../postgres';

/** A message that could not be handled, kept with the reason. */
export interface DeadLetter {
  readonly id: string;
  readonly consumer: string;
  readonly subject: string;
  readonly payload: string;
  readonly reason: string;
  readonly attempts: number;
  readonly diedAt: Date;
  readonly replayedAt: Date | null;
}

/** The dead letters of a service, newest first. */
export function listDeadLetters(database: Database, { includeReplayed = false } = {}): Promise<DeadLetter[]> {
  return database.query<DeadLetter>(
    `select id, consumer, subject, payload, reason, attempts, died_at as "diedAt", replayed_at as "replayedAt"
       from dead_letters where $1 or replayed_at is null order by id desc limit 1000`,
    [includeReplayed],
  );
}

/**
 * Gives a dead letter to the consumer's handler again and notes that it was done. What had been done already is not
 * done twice.
 *
 * @param handle the consumer's own way of handling a payload; a failure leaves the letter where it is
 * @returns whether there was such a letter
 */
export async function replayDeadLetter(
  database: Database,
  id: string,
  handle: (payload: string) => Promise<void>,
): Promise<boolean> {
  const [letter] = await database.query<{ payload: string }>('select payload from dead_letters where id = $1', [id]);
  if (!letter) return false;
  await handle(letter.payload);
  await database.query('update dead_letters set replayed_at = now() where id = $1', [id]);
  return true;
}
