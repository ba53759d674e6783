import { done, yardstickOf } from '@hall/kernel';
import type { Outcome, Yardstick } from '@hall/kernel';
import { findCalendar, findSessions } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { refuse } from '../../domain/refusals';

/** What a hall's limits are compared by. @refuses WINDOW_NOT_KNOWN as long as nothing is known of its hours */
export async function hallYardstick(tx: Tx, hallCode: string): Promise<Outcome<Yardstick>> {
  const [sessions, calendar] = await Promise.all([findSessions(tx, hallCode), findCalendar(tx, hallCode)]);
  return sessions ? done(yardstickOf(calendar, sessions)) : refuse('WINDOW_NOT_KNOWN');
}
