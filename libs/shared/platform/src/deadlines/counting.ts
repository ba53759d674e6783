import type { DefaultValues } from '@hall/contracts';
import type { Counting } from '@hall/kernel';
import { findCalendar } from '../directory';
import type { Tx } from '../postgres';

/** By what the deadlines of a hall are counted: the calendar in force, and the ladder of this installation. */
export async function findCounting(
  { settings }: { readonly settings: Pick<DefaultValues, 'A-30'> },
  tx: Tx,
  hallCode: string,
): Promise<Counting> {
  return { calendar: await findCalendar(tx, hallCode), ladder: settings['A-30'] };
}
