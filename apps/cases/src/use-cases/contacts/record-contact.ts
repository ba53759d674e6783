import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findOfficer, findWindowAndPost } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { openContact } from '../../domain/contacts/contact';
import type { ContactChannel } from '../../domain/contacts/contact';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/** What a first contact says. */
export interface RecordContact {
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly window: HallKey | null;
  /** Identity number or telephone of the client, kept only as a keyed hash; null for somebody who stays unnamed. */
  readonly client: string | null;
  readonly matter: string | null;
}

/**
 * Records a visitor's first contact; the caller becomes the first-contact officer and answers for it. Somebody who has
 * been here about the same matter today is still the same contact, and its owner stays who it was.
 *
 * @regulation S1.2k S2.1a S3.1b A-06
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN
 */
export function recordContact(ports: CasePorts, command: Command<RecordContact>): Promise<Outcome<HallKey>> {
  const { channel, subject, window, client, matter } = command.input;
  const hallCode = window?.hallCode ?? command.actor.hallCode ?? '';
  return ports.run(command, { operation: 'recordContact', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const found = window && (await findWindowAndPost(tx, window, command.actor.account ?? ''));
    if (window && !found) return refuse('WINDOW_NOT_KNOWN');
    const now = ports.clock.now();
    const officerId = officer.value.id;
    const clientHash = client === null || matter === null ? null : ports.lookupHash(client);
    if (clientHash !== null && matter !== null) {
      const same = await ports.contacts.lockContactOfDay(tx, { hallCode, clientHash, matter, day: plainDateOf(now) });
      if (same) {
        await ports.contacts.appendFollowUp(tx, same, { at: now, officerId, kind: 'TOUCHED', note: subject });
        return done({ hallCode, id: same.id });
      }
    }
    const at = { windowId: found?.id ?? null, postId: found?.postId ?? null };
    const contact = openContact({ hallCode, id: ports.newId(), channel, subject, matter, ...at, officerId, now });
    await ports.contacts.insertContact(tx, contact, clientHash);
    await ports.publish(tx, command, [{ kind: 'CONTACT_RECORDED', contact }]);
    return done({ hallCode, id: contact.id });
  });
}
