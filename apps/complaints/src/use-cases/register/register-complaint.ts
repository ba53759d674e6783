import { createDeadline, done, isRefused, plainDateOf, promiseOf } from '@hall/kernel';
import type { Outcome, DeadlineStart, HallKey } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import { findSessions, findStaffByAccount, findStaffById, findWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Complainant, Complaint, ComplaintChannel, ComplaintGround } from '../../domain/register/complaint';
import { chooseOwner } from '../../domain/register/conflict';
import { limitOf } from '../../domain/handling/deadline';
import { refuse } from '../../domain/refusals';
import { insertComplaint, nextNumber } from '../../persistence/register/complaint-store';
import { findCandidates, findCase } from '../../persistence/register/directory-store';
import type { ComplaintPorts } from '../ports';

/** What a complaint says when it reaches the desk. */
export interface RegisterComplaint {
  readonly hallCode: string;
  readonly channel: ComplaintChannel;
  readonly summary: string;
  readonly window: HallKey | null;
  readonly respondent: HallKey | null;
  readonly case: HallKey | null;
  readonly grounds: readonly ComplaintGround[];
  /** Null for an anonymous complaint. */
  readonly complainant: Complainant | null;
}

/** A complaint that is in the register now. */
export interface Registered extends HallKey {
  readonly number: string;
}

/**
 * Takes a complaint into the register. Oral intake is never refused for what it says; only a target that does not
 * exist, or a hall in which nobody may own it, stands in the way. The clock runs from intake.
 *
 * @regulation S6.1b S6.4d S6.5.1 S6.5.2 A-23 A-24 A-26
 * @refuses COMPLAINT_TARGET_NOT_KNOWN, COMPLAINT_OWNER_MISSING, CALENDAR_MISSING
 */
export function registerComplaint(
  ports: ComplaintPorts,
  command: Command<RegisterComplaint>,
): Promise<Outcome<Registered>> {
  const { hallCode, channel, summary, grounds, complainant } = command.input;
  return ports.run(command, { operation: 'registerComplaint', hallCode }, async (tx) => {
    const target = await findTarget(tx, command.input);
    if (isRefused(target)) return target;
    const { sessions, windowId, respondentId, caseId, concernedIds } = target.value;
    const caller = await findStaffByAccount(tx, hallCode, command.actor.account);
    const ownerId = chooseOwner({ concernedIds }, await findCandidates(tx, hallCode), caller?.id);
    if (ownerId === undefined) return refuse('COMPLAINT_OWNER_MISSING');

    const now = ports.clock.now();
    const term: DeadlineStart = { kind: 'START', at: now, limit: limitOf(null, ports.settings), sessions };
    const counting = await findCounting(ports, tx, hallCode);
    const due = promiseOf(term, counting.calendar);
    if (isRefused(due)) return due;
    const complaint: Complaint = {
      hallCode,
      id: ports.newId(),
      number: await nextNumber(tx, hallCode, plainDateOf(now)),
      channel,
      summary,
      receivedAt: now,
      registeredBy: ports.hash('complainant', command.actor.account),
      anonymous: complainant === null,
      windowId,
      respondentId,
      caseId,
      concernedIds,
      grounds,
      timeClass: null,
      status: 'REGISTERED',
      ownerId,
      dueAt: due.value.dueAt,
      finding: null,
      opinion: null,
      feedback: null,
      closedAt: null,
      version: 1,
    };
    const action = {
      kind: 'REGISTERED' as const,
      at: now,
      officerId: caller?.id ?? null,
      clause: 'S6.5.1',
      note: null,
    };
    await insertComplaint(tx, ports.cipher, complaint, complainant, action);
    const owner = { kind: 'COMPLAINT', id: complaint.id };
    const deadline = { hallCode, id: complaint.id, subject: 'COMPLAINT', owner, ledger: [term] };
    await ports.deadlines.insert(tx, [createDeadline(deadline, counting, now)]);
    await ports.publish(tx, command, [{ kind: 'REGISTERED', complaint }]);
    return done({ hallCode, id: complaint.id, number: complaint.number });
  });
}

/** What a complaint is about, and whom it therefore concerns. A complaint about a case is about its window too. */
async function findTarget(tx: Tx, { hallCode, window, respondent, case: about }: RegisterComplaint) {
  const inHall = [window, respondent, about].every((key) => key === null || key.hallCode === hallCode);
  const sessions = await findSessions(tx, hallCode);
  const knownCase = about && (await findCase(tx, hallCode, about.id));
  const knownWindow = window && (await findWindow(tx, hallCode, window.id));
  const knownRespondent = respondent && (await findStaffById(tx, hallCode, respondent.id));
  if (!inHall || !sessions || (about && !knownCase) || (window && !knownWindow) || (respondent && !knownRespondent)) {
    return refuse('COMPLAINT_TARGET_NOT_KNOWN');
  }
  const concernedIds = new Set([...(knownRespondent ? [knownRespondent.id] : []), ...(knownCase?.handlerIds ?? [])]);
  return done({
    sessions,
    windowId: knownWindow?.id ?? knownCase?.windowId ?? null,
    respondentId: knownRespondent?.id ?? null,
    caseId: about?.id ?? null,
    concernedIds: [...concernedIds],
  });
}
