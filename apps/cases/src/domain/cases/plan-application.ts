import { createDeadline, done, isRefused, plainDateOf, promiseOf } from '@hall/kernel';
import type { Counting, Deadline, DeadlineEvent, DeadlineStart, Outcome, Refused } from '@hall/kernel';
import { legalRules } from '../catalogue/legal-regimes';
import type { ServiceItem } from '../catalogue/service-item';
import { closeContact, continueContact, refuseUnlessOwner } from '../contacts/contact';
import type { Contact, ContinuedContact } from '../contacts/contact';
import { ownedBy } from '../deadlines/subjects';
import { refuse } from '../refusals';
import { accepted, isOfferedAt, receiveCase, statusAfterCheck } from './accept-case';
import type { Submission } from './accept-case';
import { checkedNumber } from './applicant';
import type { Applicant } from './applicant';
import type { Attribution, Case } from './case';
import type { DeliveryMethod } from './delivery';
import type { CaseChange } from './case-change';
import { belongsOnNotice, findDefects, foundDefects } from './check-materials';
import type { Defect, HandedIn, NewDefect } from './check-materials';
import { writeNotice } from './notices';
import type { CorrectionNotice } from './notices';
import { partDeadline, planHandling } from './plan-handling';
import type { Handling, Planning } from './plan-handling';

/** An application as it is handed in at a window, with what the hall knows of its item. */
export interface Application extends HandedIn {
  readonly item: ServiceItem;
  readonly window: Submission['window'];
  readonly sessions: DeadlineStart['sessions'];
  readonly by: Attribution & { readonly postId: string };
  readonly applicant: Applicant;
  /** How the applicant wants the result. */
  readonly deliveryMethod: DeliveryMethod;
  /** The first contact that it came from. */
  readonly contact: Contact | null;
  /** False for what came by letter or online and has not been looked through yet. */
  readonly isChecked: boolean;
}

/** An application that nothing stands in the way of. */
export interface CheckedApplication extends Application {
  readonly start: DeadlineStart;
  /** Null when nobody has looked yet. */
  readonly defects: readonly Defect[] | null;
}

/**
 * Whether an application can be taken: the item is offered at the window, the numbers can be right, nothing is asked for that
 * is not on the published list, and there is a day to promise.
 *
 * @regulation S2.2b S3.4a S3.4f S3.5 S4.2c S4.4e
 * @refuses ITEM_NOT_OFFERED_HERE, IDENTITY_NUMBER_INVALID, CREDIT_CODE_INVALID, SITUATION_NOT_LISTED, MATERIAL_NOT_LISTED,
 *   FINDING_WITHOUT_MATERIAL, CALENDAR_MISSING, CONTACT_CLOSED, CONTACT_NOT_YOURS
 */
export function checkApplication(
  application: Application,
  { calendar }: Counting,
  now: Date,
): Outcome<CheckedApplication> {
  const { item, window, sessions, applicant, contact, by, isChecked } = application;
  if (!isOfferedAt(item, window)) return refuse('ITEM_NOT_OFFERED_HERE', { item: item.name, windows: '—' });
  const idNumber = checkedNumber(applicant, plainDateOf(now));
  if (isRefused(idNumber)) return idNumber;
  const defects = findDefects(item.current.materials, application);
  if (isRefused(defects)) return defects;
  // An on-the-spot item is done the same day; all others within their promise.
  const sameDay = { amount: 0, unit: 'WORKING_DAY' } as const;
  const limit = item.handlingType === 'INSTANT' ? sameDay : item.current.promisedLimit;
  const start: DeadlineStart = { kind: 'START', at: now, limit, sessions };
  const due = promiseOf(start, calendar);
  if (isRefused(due)) return due;
  if (contact) {
    const refused = refuseContact(contact, by.officerId, now);
    if (refused) return refused;
  }
  return done({
    ...application,
    applicant: { ...applicant, idNumber: idNumber.value },
    start,
    defects: isChecked ? defects.value : null,
  });
}

/** A contact that ended earlier the same day goes on with the application; one of another day is over. */
function refuseContact(contact: Contact, officerId: string, now: Date): Refused | undefined {
  if (contact.closedAt === null) return refuseUnlessOwner(contact, officerId);
  return plainDateOf(contact.receivedAt) === plainDateOf(now) ? undefined : refuse('CONTACT_CLOSED');
}

/** Everything that taking an application brings about. */
export interface ApplicationPlan {
  readonly change: CaseChange & { readonly opened: readonly Deadline[] };
  readonly by: Attribution;
  readonly at: Date;
  readonly applicant: Applicant;
  readonly materials: readonly string[];
  readonly notice: CorrectionNotice | null;
  readonly defects: readonly NewDefect[];
  readonly contact: ContinuedContact | null;
}

/**
 * Plans what becomes of an application. Complete materials are accepted on the spot and get a slip that says when it is done;
 * incomplete ones get one notice that says everything; what nobody has looked through yet is received, and the law sets how
 * soon that must be done.
 *
 * @regulation S2.3c S3.4b S4.1b S4.3c A-13
 */
export function planApplication(application: CheckedApplication, number: string, planning: Planning): ApplicationPlan {
  const { item, window, by, situations, materials, applicant, contact, start, defects, deliveryMethod } = application;
  const { counting, now, newId } = planning;
  const contactId = contact?.id ?? null;
  const received = receiveCase({
    id: newId(),
    number,
    item,
    contactId,
    window,
    postId: by.postId,
    situations,
    deliveryMethod,
    by,
    now,
  });
  const standing = defects ? statusAfterCheck(defects) : ({ status: 'RECEIVED', pausedOn: null } as const);
  const pause: DeadlineEvent[] = standing.pausedOn ? [{ kind: 'PAUSE', at: now, ground: standing.pausedOn }] : [];
  const { hallCode, id } = received;
  const owner = ownedBy(received);
  const own = createDeadline({ hallCode, id, subject: 'CASE', owner, ledger: [start, ...pause] }, counting, now);
  const current: Case = { ...received, ...standing, dueAt: own.plan.dueAt };
  const toBe = outcomeFor(current, own, application, planning);
  return {
    change: {
      next: toBe.kind === 'ACCEPTED' ? accepted(current, by, now) : current,
      kind: toBe.kind,
      clause: toBe.kind === 'CORRECTION_REQUESTED' ? 'S4.1b' : 'S3.4b',
      opened: [own, ...toBe.opened],
      ...(toBe.handling && { handling: toBe.handling }),
    },
    by,
    at: now,
    applicant,
    materials,
    notice: toBe.notice ?? null,
    defects: foundDefects(defects ?? [], { noticeNumber: toBe.notice?.number ?? null, foundById: by.officerId }),
    contact: contact && endOf(contact, application, toBe.kind === 'ACCEPTED' ? 'ACCEPTED' : 'SERVED', id, now),
  };
}

interface Consequences {
  readonly kind: 'ACCEPTED' | 'RECEIVED' | 'CORRECTION_REQUESTED';
  readonly opened: readonly Deadline[];
  readonly notice?: CorrectionNotice;
  readonly handling?: Handling;
}

function outcomeFor(current: Case, own: Deadline, application: CheckedApplication, planning: Planning): Consequences {
  const { item, by, defects, start } = application;
  const { sessions } = start;
  switch (current.status) {
    case 'ACCEPTED':
      return { kind: 'ACCEPTED', opened: [], handling: planHandling(current, item.current, own, planning) };
    case 'RECEIVED': {
      const limit = legalRules[current.regime].check;
      const check = partDeadline(current, { subject: 'CHECK', id: planning.newId(), limit, sessions }, planning);
      return { kind: 'RECEIVED', opened: [check] };
    }
    default: {
      if (!defects?.some(belongsOnNotice)) throw new Error('a notice names what is wrong');
      const first = { nth: 1, second: null, issuedById: by.officerId, approvedById: null, sessions };
      const { notice, deadlines } = writeNotice(current, first, planning);
      return { kind: 'CORRECTION_REQUESTED', opened: deadlines, notice };
    }
  }
}

/**
 * The contact ends as it was: accepted only when the application was; whoever got a notice, or has handed in what is still to
 * be looked through, was served.
 */
function endOf(
  contact: Contact,
  { by, window }: CheckedApplication,
  outcome: 'ACCEPTED' | 'SERVED',
  caseId: string,
  now: Date,
): ContinuedContact {
  const visit = { officerId: by.officerId, windowId: window.id, postId: by.postId, note: null, now };
  const continued = contact.closedAt === null ? { contact, followUps: [] } : continueContact(contact, visit);
  const ended = closeContact(continued.contact, { outcome, caseId }, now);
  if (isRefused(ended)) throw new Error('a contact that was open a moment ago can be ended');
  return { ...continued, contact: ended.value };
}
