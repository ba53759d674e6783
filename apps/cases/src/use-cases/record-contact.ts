import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { openContact } from '../domain/contact';
import type { ContactChannel } from '../domain/contact';
import { refuse } from '../domain/refusals';
import { findOfficer } from './find-officer';
import type { Key, CasePorts } from './ports';

/** What a first contact says. */
export interface RecordContact {
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly window: Key | null;
}

/**
 * Records a visitor's first contact; the caller becomes the first-contact officer and answers for it.
 *
 * @regulation S2.1a
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN
 */
export function recordContact(ports: CasePorts, command: Command<RecordContact>): Promise<Outcome<Key>> {
  const { channel, subject, window } = command.input;
  const hallCode = window?.hallCode ?? command.actor.hallCode ?? '';
  return ports.run(command, { operation: 'recordContact', hallCode }, async (tx) => {
    const officer = await findOfficer(ports, tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const found = window && (await ports.directory.findWindow(tx, hallCode, window.id));
    if (window && !found) return refuse('WINDOW_NOT_KNOWN');
    const contact = openContact({
      hallCode,
      id: ports.newId(),
      channel,
      subject,
      windowId: found?.id ?? null,
      officerId: officer.value.id,
      now: ports.clock.now(),
    });
    await ports.contacts.insertContact(tx, contact);
    await ports.publish(tx, command, [{ kind: 'CONTACT_RECORDED', contact }]);
    return done({ hallCode, id: contact.id });
  });
}
