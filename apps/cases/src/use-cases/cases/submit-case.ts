import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { Counting, HallKey, Outcome } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Applicant } from '../../domain/cases/applicant';
import { factOf } from '../../domain/cases/case-change';
import type { DeliveryMethod } from '../../domain/cases/delivery';
import type { Defect } from '../../domain/cases/check-materials';
import { checkApplication, planApplication } from '../../domain/cases/plan-application';
import type { ApplicationPlan } from '../../domain/cases/plan-application';
import { refuse } from '../../domain/refusals';
import { offeredElsewhere } from '../catalogue/offered-elsewhere';
import { authorityAtWindow } from './acting-officer';
import { itemStore } from '../../persistence/catalogue/item-store';
import { finishContactDeadlines } from '../contacts/contact-deadlines';
import type { CasePorts } from '../ports';
import { insertHandling, planningOf } from './change-case';

/** What an application says, and what the officer found in it. */
export interface SubmitCase {
  readonly item: HallKey;
  readonly window: HallKey;
  readonly contact: HallKey | null;
  readonly applicant: Applicant;
  readonly situations: readonly string[];
  readonly materials: readonly string[];
  readonly findings: readonly Defect[];
  readonly deliveryMethod: DeliveryMethod;
  /** False for an application that came by letter or online and has not been looked through yet. */
  readonly isChecked: boolean;
}

/**
 * An application is handed in at a window: what becomes of it is planned as a whole, and then written.
 *
 * @regulation S2.2b S2.3c S3.4a S3.4b S3.4f S3.5 S4.1b S4.2c S4.3c S4.4e A-13
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, NOT_ON_DUTY, ITEM_NOT_FOUND, CONTACT_NOT_FOUND, and whatever the check of the
 *   application refuses
 */
export function submitCase(ports: CasePorts, command: Command<SubmitCase>): Promise<Outcome<HallKey>> {
  const { item: itemKey, window: windowKey, contact: contactKey, ...handedIn } = command.input;
  const { hallCode } = windowKey;
  return ports.run(command, { operation: 'submitCase', hallCode }, async (tx) => {
    const [atWindow, item, counting] = await Promise.all([
      authorityAtWindow(tx, command, windowKey),
      itemKey.hallCode === hallCode ? itemStore.findItem(tx, itemKey) : undefined,
      findCounting(ports, tx, hallCode),
    ]);
    if (isRefused(atWindow)) return atWindow;
    // The post first and the contact then, as the news of an authority locks them.
    const contact =
      contactKey && (contactKey.hallCode === hallCode ? await ports.contacts.lockContact(tx, contactKey) : undefined);
    if (!item) return refuse('ITEM_NOT_FOUND');
    if (contact === undefined) return refuse('CONTACT_NOT_FOUND');
    const now = ports.clock.now();
    const checked = checkApplication({ ...handedIn, ...atWindow.value, item, contact }, counting, now);
    if (isRefused(checked))
      return checked.refusal.code === 'ITEM_NOT_OFFERED_HERE' ? offeredElsewhere(tx, item) : checked;
    const number = await ports.cases.nextNumber(tx, hallCode, plainDateOf(now));
    const plan = planApplication(checked.value, number, { counting, now, ...planningOf(ports) });
    await writeApplication(ports, tx, command, plan, counting);
    return done({ hallCode, id: plan.change.next.id });
  });
}

/** Writes everything that was planned; statements that need no answer go out together. */
async function writeApplication(
  ports: CasePorts,
  tx: Tx,
  command: Command<SubmitCase>,
  { change, by, at, applicant, materials, notice, defects, contact }: ApplicationPlan,
  counting: Counting,
): Promise<void> {
  const { next, kind, clause, opened, handling } = change;
  await Promise.all([
    ports.cases.insertCase(tx, { next, action: { kind, at, by, clause, note: null } }, applicant),
    ports.cases.insertMaterials(tx, next, materials, at),
    ports.deadlines.insert(tx, [...opened, ...(handling?.deadlines ?? [])]),
    handling && insertHandling({ ports, tx }, next, handling),
    notice && ports.cases.insertNotice(tx, next, notice),
    defects.length > 0 && ports.cases.insertDefects(tx, next, defects, at),
    contact && ports.contacts.updateContact(tx, contact.contact),
    contact && ports.contacts.appendFollowUps(tx, contact.contact, contact.followUps),
    contact && finishContactDeadlines({ ports, tx }, contact.contact, counting),
    ports.publish(tx, command, [
      factOf(change, next),
      ...(contact ? [{ kind: 'CONTACT_CHANGED', contact: contact.contact, changeKind: 'CLOSED' } as const] : []),
    ]),
  ]);
}
