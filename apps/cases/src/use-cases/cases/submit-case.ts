import { checkCreditCode, checkIdentityNumber, done, isRefused, plainDateOf, promiseOf } from '@hall/kernel';
import type { Outcome, PlainDate, DeadlineEvent, DeadlineStart } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { accepted, isOfferedAt, receiveCase, statusAfterCheck } from '../../domain/cases/accept-case';
import type { Case } from '../../domain/cases/case';
import { belongsOnNotice, checkMaterials } from '../../domain/cases/check-materials';
import type { Defect } from '../../domain/cases/check-materials';
import { legalRules } from '../../domain/catalogue/legal-regimes';
import type { ServiceItem } from '../../domain/catalogue/service-item';
import { closeContact, refuseUnlessOwner } from '../../domain/contacts/contact';
import type { CaseFact } from '../../domain/facts';
import { numberFaults } from '../../domain/cases/number-faults';
import { refuse } from '../../domain/refusals';
import { openTerm } from '../../domain/deadlines/term';
import { authorityAtWindow } from '../officers';
import type { StaffedWindow } from '../officers';
import type { Applicant, CasePorts, Key, NewDefect } from '../ports';
import { beginHandling, childTerm } from './begin-handling';
import type { CaseWork } from './change-case';
import { issueNotice } from './settle-check';

/** What an application says, and what the officer found in it. */
export interface SubmitCase {
  readonly item: Key;
  readonly window: Key;
  readonly contact: Key | null;
  readonly applicant: Applicant;
  readonly situations: readonly string[];
  readonly materials: readonly string[];
  readonly findings: readonly Defect[];
  /** False for an application that came by letter or online and has not been looked through yet. */
  readonly isChecked: boolean;
}

/**
 * An application is handed in at a window. Complete materials are accepted on the spot and get a slip that says when it
 * is done; incomplete ones get one notice that says everything; what nobody has looked through yet is received, and the
 * law sets how soon that must be done.
 *
 * @regulation S2.2b S2.3c S3.4a S3.4b S3.4f S3.5 S4.1b S4.2c S4.3c S4.4e A-13
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_KNOWN, NOT_ON_DUTY, ITEM_NOT_FOUND, ITEM_NOT_OFFERED_HERE, SITUATION_NOT_LISTED,
 *   MATERIAL_NOT_LISTED, FINDING_WITHOUT_MATERIAL, IDENTITY_NUMBER_INVALID, CREDIT_CODE_INVALID, CONTACT_NOT_FOUND, CONTACT_CLOSED,
 *   CONTACT_NOT_YOURS, CALENDAR_MISSING
 */
export function submitCase(ports: CasePorts, command: Command<SubmitCase>): Promise<Outcome<Key>> {
  const { item: itemKey, window: windowKey, contact, applicant, isChecked, ...handedIn } = command.input;
  const { hallCode } = windowKey;
  return ports.run(command, { operation: 'submitCase', hallCode }, async (tx) => {
    const [counter, item, calendar] = await Promise.all([
      authorityAtWindow(ports, tx, command, windowKey),
      itemKey.hallCode === hallCode ? ports.items.findItem(tx, itemKey) : undefined,
      ports.directory.findCalendar(tx, hallCode),
    ]);
    if (isRefused(counter)) return counter;
    const { window } = counter.value;
    if (!item) return refuse('ITEM_NOT_FOUND');
    if (!isOfferedAt(item, window)) return refuse('ITEM_NOT_OFFERED_HERE', { windows: item.windowIds.join(', ') });
    const now = ports.clock.now();
    const idNumber = checkedNumber(applicant, plainDateOf(now));
    if (isRefused(idNumber)) return idNumber;
    const defects = checkMaterials(item.current.materials, handedIn);
    if (isRefused(defects)) return defects;

    const start = startOfCase(item, counter.value, now);
    const due = promiseOf(start, calendar);
    if (isRefused(due)) return due;
    const received = receiveCase({
      id: ports.newId(),
      number: await ports.cases.nextNumber(tx, hallCode, plainDateOf(now)),
      item,
      contactId: contact?.id ?? null,
      window,
      postId: counter.value.by.postId,
      situations: handedIn.situations,
      by: counter.value.by,
      now,
    });
    const work: CaseWork = { ports, tx, current: received, now, calendar, by: counter.value.by };
    if (contact) {
      const ended = await endContact(work, contact);
      if (isRefused(ended)) return ended;
    }
    const application = { start, applicant: { ...applicant, idNumber: idNumber.value }, item, ...handedIn };
    const fact = await register(work, counter.value, { ...application, defects: isChecked ? defects.value : null });
    await ports.publish(tx, command, [fact]);
    return done({ hallCode, id: received.id });
  });
}

/** The number by which a person or an organisation is known, in its full form. */
function checkedNumber({ kind, idNumber }: Applicant, today: PlainDate): Outcome<string> {
  if (kind === 'ORGANISATION') {
    const organisation = checkCreditCode(idNumber);
    if (organisation.kind === 'VALID') return done(organisation.code);
    return refuse('CREDIT_CODE_INVALID', numberFaults[organisation.fault]);
  }
  const person = checkIdentityNumber(idNumber, { today });
  if (person.kind === 'VALID') return done(person.number);
  return refuse('IDENTITY_NUMBER_INVALID', numberFaults[person.fault]);
}

/** An on-the-spot item is done the same day; all others within their promise. */
function startOfCase(item: ServiceItem, { sessions }: StaffedWindow, at: Date): DeadlineStart {
  const sameDay = { amount: 0, unit: 'WORKING_DAY' } as const;
  const limit = item.handlingType === 'INSTANT' ? sameDay : item.current.promisedLimit;
  return { kind: 'START', at, limit, sessions };
}

interface Application {
  readonly start: DeadlineStart;
  readonly applicant: Applicant;
  readonly item: ServiceItem;
  readonly materials: readonly string[];
  /** Null when nobody has looked yet. */
  readonly defects: readonly Defect[] | null;
}

/** Writes the case, what was handed in, what is wrong with it, and what follows. */
async function register(work: CaseWork, counter: StaffedWindow, application: Application): Promise<CaseFact> {
  const { ports, tx, current: received, now, calendar, by } = work;
  const { start, applicant, item, materials, defects } = application;
  const standing = defects ? statusAfterCheck(defects) : ({ status: 'RECEIVED', pausedOn: null } as const);
  const ledger: DeadlineEvent[] = standing.pausedOn
    ? [start, { kind: 'PAUSE', at: now, ground: standing.pausedOn }]
    : [start];
  const { hallCode, id, responsibleId } = received;
  const own = openTerm({ hallCode, id, subject: 'CASE', caseId: id, responsibleId, ledger }, calendar, now);
  const standingCase: Case = { ...received, ...standing, dueAt: own.plan.dueAt };
  const isAccepted = standing.status === 'ACCEPTED';
  const current = isAccepted ? accepted(standingCase, by, now) : standingCase;
  const kind = isAccepted ? 'ACCEPTED' : standing.status === 'RECEIVED' ? 'RECEIVED' : 'CORRECTION_REQUESTED';
  const clause = kind === 'CORRECTION_REQUESTED' ? 'S4.1b' : 'S3.4b';
  const check = { subject: 'CHECK', id: ports.newId(), limit: legalRules[current.regime].check } as const;
  const terms = kind === 'RECEIVED' ? [own, childTerm(work, current, { ...check, sessions: start.sessions })] : [own];
  const action = { kind, at: now, by, clause, note: null };
  await Promise.all([
    ports.cases.insertCase(tx, { next: current, action }, applicant),
    materials.length > 0 ? ports.cases.insertMaterials(tx, current, materials, now) : undefined,
    ports.terms.openTerms(tx, terms),
    isAccepted
      ? beginHandling(work, current, item.current, { plan: own.plan, sessions: start.sessions })
      : tellDefects(work, counter, current, defects ?? []),
  ]);
  if (isAccepted) return { kind: 'CASE_ACCEPTED', current };
  return { kind: 'CASE_CHANGED', current, changeKind: kind as 'RECEIVED' | 'CORRECTION_REQUESTED', clause };
}

/** Everything that is wrong, at once: on a notice, save for what is corrected on the spot. */
async function tellDefects(
  work: CaseWork,
  { sessions }: StaffedWindow,
  of: Case,
  defects: readonly Defect[],
): Promise<void> {
  if (defects.length === 0) return;
  const hasNotice = defects.some(belongsOnNotice);
  const notice = hasNotice
    ? await issueNotice(work, of, sessions, { nth: 1, second: null, approvedById: null })
    : undefined;
  await recordDefects(work, of, defects, notice?.number ?? null);
}

/** Records what was found, each with the notice that names it; without one the clock does not stand still for it. */
export async function recordDefects(
  { ports, tx, now, by }: CaseWork,
  of: Case,
  defects: readonly Defect[],
  noticeNumber: string | null,
  { newlySupplied = false, pausing = true } = {},
): Promise<readonly NewDefect[]> {
  const foundById = by?.officerId ?? of.responsibleId;
  const found = defects.map((defect): NewDefect => {
    const named = belongsOnNotice(defect) ? noticeNumber : null;
    return { ...defect, newlySupplied, noticeNumber: named, pausing: named !== null && pausing, foundById };
  });
  if (found.length > 0) await ports.cases.insertDefects(tx, of, found, now);
  return found;
}

async function endContact({ ports, tx, current, by, now }: CaseWork, key: Key): Promise<Outcome<void>> {
  const contact = await ports.contacts.lockContact(tx, key);
  if (!contact) return refuse('CONTACT_NOT_FOUND');
  const closed = closeContact(contact, { outcome: 'ACCEPTED', caseId: current.id }, now);
  if (isRefused(closed)) return closed;
  const refused = refuseUnlessOwner(contact, by!.officerId);
  if (refused) return refused;
  await ports.contacts.updateContact(tx, closed.value);
  return done(undefined);
}
