import type { Counting, HallKey, Refused } from '@hall/kernel';
import type { Contact } from '../../domain/contacts/contact';
import { ownedByContact } from '../../domain/deadlines/subjects';
import { beginDeadline, finishDeadlines } from '../deadlines/owner-deadlines';
import type { Keeper } from '../deadlines/owner-deadlines';

/**
 * Begins a clock of a contact: it is to end by closing time, and what the desk has to find out is found out in time.
 *
 * @regulation S1.2k A-06 A-16
 * @refuses WINDOW_NOT_KNOWN as long as nothing is known of the hall's hours
 */
export function beginContactDeadline(
  keeper: Keeper,
  { hallCode, id: contactId }: HallKey,
  subject: 'CONTACT' | 'CONSULTATION',
): Promise<Refused | undefined> {
  const { settings, newId } = keeper.ports;
  const amount = subject === 'CONTACT' ? settings['A-06'].endWithinWorkingDays : settings['A-16'].deskAnswerWorkingDays;
  const of = { hallCode, id: newId(), subject, owner: ownedByContact(contactId) };
  return beginDeadline(keeper, of, { amount, unit: 'WORKING_DAY' });
}

/**
 * A contact that has ended owes nothing any more.
 *
 * @regulation S2.1b A-16
 */
export function finishContactDeadlines(keeper: Keeper, { hallCode, id }: Contact, counting?: Counting): Promise<void> {
  return finishDeadlines(keeper, hallCode, ownedByContact(id), counting);
}
