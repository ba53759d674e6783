import { createDeadline, withEvent } from '@hall/kernel';
import type { Counting, DeadlineEvent, DeadlineStart, HallKey, Refused } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import { findSessions } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Contact } from '../../domain/contacts/contact';
import { ownedByContact } from '../../domain/deadlines/subjects';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/** Where the deadlines of a contact are kept. */
interface Keeper {
  readonly ports: CasePorts;
  readonly tx: Tx;
}

/**
 * Begins a clock of a contact: it is to end by closing time, and what the desk has to find out is found out in time.
 *
 * @regulation S1.2k A-06 A-16
 * @refuses WINDOW_NOT_KNOWN as long as nothing is known of the hall's hours
 */
export async function beginContactDeadline(
  { ports, tx }: Keeper,
  { hallCode, id: contactId }: HallKey,
  subject: 'CONTACT' | 'CONSULTATION',
): Promise<Refused | undefined> {
  const [sessions, counting] = await Promise.all([findSessions(tx, hallCode), findCounting(ports, tx, hallCode)]);
  if (!sessions) return refuse('WINDOW_NOT_KNOWN');
  const amount =
    subject === 'CONTACT' ? ports.settings['A-06'].endWithinWorkingDays : ports.settings['A-16'].deskAnswerWorkingDays;
  const at = ports.clock.now();
  const start: DeadlineStart = { kind: 'START', at, limit: { amount, unit: 'WORKING_DAY' }, sessions };
  const facts = { hallCode, id: ports.newId(), subject, owner: ownedByContact(contactId), ledger: [start] };
  await ports.deadlines.insert(tx, [createDeadline(facts, counting, at)]);
  return undefined;
}

/**
 * A contact that has ended owes nothing any more.
 *
 * @regulation S2.1b A-16
 */
export async function finishContactDeadlines(
  { ports, tx }: Keeper,
  { hallCode, id }: Contact,
  counting?: Counting,
): Promise<void> {
  const open = await ports.deadlines.lockOpenOf(tx, hallCode, ownedByContact(id));
  if (open.length === 0) return;
  const now = ports.clock.now();
  const event: DeadlineEvent = { kind: 'FINISH', at: now };
  const by = counting ?? (await findCounting(ports, tx, hallCode));
  await ports.deadlines.append(
    tx,
    open.map((deadline) => ({ deadline: withEvent(deadline, event, by, now), event })),
  );
}
