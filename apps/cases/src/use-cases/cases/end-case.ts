import { done, isRefused, mapDone, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome, Refused } from '@hall/kernel';
import { findOfficer, findWindow } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import type { Attribution, Case } from '../../domain/cases/case';
import { isOfferedAt } from '../../domain/cases/accept-case';
import { applyDecline, reportRejection, applyWithdrawal } from '../../domain/cases/end-case';
import type { NonAcceptance } from '../../domain/cases/end-case';
import { refuseReading } from '../../domain/cases/paper-acts';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import { offeredElsewhere } from '../catalogue/offered-elsewhere';
import { authorityOverPost } from './acting-officer';
import type { CasePorts } from '../ports';
import { caseAct } from './change-case';

/** Why a case is not accepted, and where its applicant is directed. */
export type DeclineCase = NonAcceptance & {
  readonly key: HallKey;
  /** What the matter really is; null where it is the item of the case. */
  readonly referToItemId: string | null;
};

/**
 * Does not accept an application, for one of the closed reasons, directs the applicant to whoever is competent, and
 * reports the refusal upwards. A window is named only when it offers the item.
 *
 * @regulation S4.4b S4.4c A-16
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, REFERRAL_REQUIRED, OUTSIDE_BODY_REQUIRED,
 *   NO_NOTICE_BEFORE, WINDOW_NOT_KNOWN, ITEM_NOT_FOUND, ITEM_NOT_OFFERED_HERE
 */
export const declineCase = caseAct({
  operation: 'declineCase',
  authorise: authorityOverPost,
  async rule({ ports, tx, current, by, now }, { key: _key, referToItemId, ...said }: DeclineCase) {
    const { reason, explanation } = said;
    const lost = await refuseReferral(tx, current, referToItemId, said.referToWindowId);
    if (lost) return lost;
    const day = (await ports.cases.writtenDays(tx, [current])).get(current.id);
    const declined = applyDecline(current, by, said, day !== undefined && day < plainDateOf(now));
    if (isRefused(declined)) return declined;
    await ports.cases.insertRejection(tx, reportRejection(current, { ...said, handledById: by.officerId, at: now }));
    const note = `${reason}：${explanation}`;
    return done({ next: declined.value, kind: 'NOT_ACCEPTED', clause: 'S4.4c', note, end: 'CANCEL' });
  },
});

/** A window that does not offer what the matter is about is no place to send somebody to: the refusal names those that do. */
async function refuseReferral(
  tx: Tx,
  { hallCode, itemId }: Case,
  named: string | null,
  windowId: string | null,
): Promise<Refused | undefined> {
  if (windowId === null && named === null) return undefined;
  const [window, item] = await Promise.all([
    windowId === null ? null : findWindow(tx, hallCode, windowId),
    itemStore.findItem(tx, { hallCode, id: named ?? itemId }),
  ]);
  if (!item) return refuse('ITEM_NOT_FOUND');
  if (window === undefined) return refuse('WINDOW_NOT_KNOWN');
  return window && isOfferedAt(item, window) ? undefined : offeredElsewhere(tx, item);
}

/** Why an application is taken back. */
export interface WithdrawCase {
  readonly key: HallKey;
  readonly reason: string;
}

/**
 * The applicant takes the application back, at the window or by their own account.
 *
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE
 */
export const withdrawCase = caseAct({
  operation: 'withdrawCase',
  isOpenToApplicants: true,
  authorise: applicantOrHolder,
  rule: ({ current, by }, { reason }: WithdrawCase) =>
    mapDone(applyWithdrawal(current, by), (next) => ({
      next,
      kind: 'WITHDRAWN',
      recordedAs: by === null ? 'WITHDRAWN_BY_APPLICANT' : 'WITHDRAWN',
      clause: null,
      note: reason,
      end: 'CANCEL',
    })),
});

/** The applicant of a case, who acts for nobody, or whoever holds its post. */
async function applicantOrHolder(
  tx: Tx,
  command: Command<unknown>,
  current: Case,
  ports: CasePorts,
): Promise<Outcome<{ readonly by: Attribution | null }>> {
  if (await ports.cases.isOwnCase(tx, current, command.actor.account)) return done({ by: null });
  if (command.actor.hallCode !== current.hallCode) return refuse('CASE_NOT_FOUND');
  return authorityOverPost(tx, command, current);
}

/** A report that is confirmed. */
export interface AcknowledgeRejection {
  readonly hallCode: string;
  readonly number: string;
}

/**
 * A superior confirms having read a refusal that was reported (否定报备).
 *
 * @refuses REPORT_NOT_FOUND, REPORT_READ, STAFF_NOT_KNOWN, LEADER_REQUIRED
 */
export function acknowledgeRejection(
  ports: CasePorts,
  command: Command<AcknowledgeRejection>,
): Promise<Outcome<HallKey>> {
  const { hallCode, number } = command.input;
  return ports.run(command, { operation: 'acknowledgeRejection', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const report = await ports.cases.lockRejection(tx, hallCode, number);
    if (!report) return refuse('REPORT_NOT_FOUND');
    const key = { hallCode, id: report.caseId };
    const current = await ports.cases.lockCase(tx, key);
    if (!current) return refuse('REPORT_NOT_FOUND');
    const refused = refuseReading({ report, current, caller: officer.value });
    if (refused) return refused;
    await ports.cases.markRejectionRead(tx, { ...report, readById: officer.value.id, readAt: ports.clock.now() });
    return done(key);
  });
}
