import { done, isRefused, plainDateOf, promiseOf } from '@hall/kernel';
import type { Outcome, TermStart } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { acceptCase } from '../domain/accept-case';
import type { Attribution } from '../domain/case';
import { closeByCase } from '../domain/contact';
import { refuse } from '../domain/refusals';
import { findOfficer } from './find-officer';
import type { Applicant, CasePorts, Key } from './ports';

/** What an application says. */
export interface SubmitCase {
  readonly item: Key;
  readonly window: Key;
  readonly contact: Key | null;
  readonly applicant: Applicant;
  readonly materials: readonly string[];
}

/**
 * An application is handed in at a window: complete materials are accepted on the spot, the term starts, and the
 * applicant gets a slip that says when it is done.
 *
 * @regulation S2.2b S3.4b S3.5 S4.1b S4.4e
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, NOT_ON_DUTY, ITEM_NOT_FOUND, ITEM_NOT_OFFERED_HERE, MATERIAL_NOT_LISTED,
 *   MATERIALS_INCOMPLETE, CONTACT_NOT_FOUND, CONTACT_CLOSED, CALENDAR_MISSING
 */
export function submitCase(ports: CasePorts, command: Command<SubmitCase>): Promise<Outcome<Key>> {
  const { item: itemKey, window: windowKey, contact: contactKey, applicant, materials } = command.input;
  const { hallCode } = windowKey;
  return ports.run(command, { operation: 'submitCase', hallCode }, async (tx) => {
    const counter = await authorityAtWindow(ports, tx, command, windowKey);
    if (isRefused(counter)) return counter;
    const { by, window, sessions } = counter.value;
    const item = itemKey.hallCode === hallCode ? await ports.items.findItem(tx, itemKey) : undefined;
    if (!item) return refuse('ITEM_NOT_FOUND');

    const now = ports.clock.now();
    const term: TermStart = { kind: 'START', at: now, limit: item.current.promisedLimit, sessions };
    const due = promiseOf(term, ports.calendar);
    if (isRefused(due)) return due;
    const number = await ports.cases.nextNumber(tx, hallCode, plainDateOf(now));
    const contactId = contactKey?.id ?? null;
    const accepted = acceptCase({
      id: ports.newId(),
      number,
      item,
      contactId,
      window,
      submittedMaterials: materials,
      by,
      dueAt: due.value.dueAt,
      now,
    });
    if (isRefused(accepted)) return accepted;
    const current = accepted.value;

    if (contactKey) {
      const ended = await endContact(ports, tx, contactKey, current.id);
      if (isRefused(ended)) return ended;
    }
    const slip = {
      number: `${number}-1`,
      issuedAt: now,
      dueOn: due.value.dueOn,
      provisional: due.value.provisional,
      pickupWindowId: window.id,
    };
    const action = { kind: 'ACCEPTED', at: now, by, clause: 'S3.4b', note: null };
    await ports.cases.insertCase(tx, { accepted: current, applicant, materials, term: [term], slip, action });
    await ports.publish(tx, command, [{ kind: 'CASE_ACCEPTED', current }]);
    return done({ hallCode, id: current.id });
  });
}

/** The caller's authority at a window: the post of that window which the caller holds now. */
async function authorityAtWindow(ports: CasePorts, tx: Tx, command: Command<unknown>, { hallCode, id }: Key) {
  const officer = await findOfficer(ports, tx, command, hallCode);
  if (isRefused(officer)) return officer;
  const window = await ports.directory.findWindow(tx, hallCode, id);
  const sessions = await ports.directory.findSessions(tx, hallCode);
  if (!window || !sessions) return refuse('WINDOW_NOT_KNOWN');
  const held = await ports.directory.findHeldPost(tx, hallCode, id, officer.value.id);
  if (!held) return refuse('NOT_ON_DUTY');
  const by: Attribution = {
    officerId: officer.value.id,
    postId: held.postId,
    actingForId: held.actingForId,
    coverId: held.coverId,
  };
  return done({ by, window, sessions });
}

async function endContact(ports: CasePorts, tx: Tx, key: Key, caseId: string): Promise<Outcome<void>> {
  const contact = await ports.contacts.lockContact(tx, key);
  if (!contact) return refuse('CONTACT_NOT_FOUND');
  const closed = closeByCase(contact, caseId, ports.clock.now());
  if (isRefused(closed)) return closed;
  await ports.contacts.updateContact(tx, closed.value);
  return done(undefined);
}
