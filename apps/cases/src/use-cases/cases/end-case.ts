import { done, isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { declineCase as decline, withdrawCase as withdraw } from '../../domain/cases/end-case';
import type { NonAcceptance } from '../../domain/cases/end-case';
import { refuse } from '../../domain/refusals';
import { authorityOverPost, findOfficer, isLeader } from '../officers';
import type { CasePorts, Key } from '../ports';
import { changeCase, saveChange } from './change-case';

/**
 * Does not accept an application, for one of the closed reasons, directs the applicant to whoever is competent, and
 * reports the refusal upwards.
 *
 * @regulation S4.4b S4.4c A-16
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, REFERRAL_REQUIRED, OUTSIDE_BODY_REQUIRED,
 *   NO_NOTICE_BEFORE, WINDOW_NOT_KNOWN
 */
export function declineCase(
  ports: CasePorts,
  command: Command<NonAcceptance & { readonly key: Key }>,
): Promise<Outcome<Key>> {
  const { key: _key, ...refusal } = command.input;
  return changeCase(ports, command, 'declineCase', authorityOverPost, async ({ tx, current, by, now }) => {
    const { referToWindowId } = refusal;
    const target = referToWindowId && (await ports.directory.findWindow(tx, current.hallCode, referToWindowId));
    if (referToWindowId && !target) return refuse('WINDOW_NOT_KNOWN');
    const notices = await ports.cases.noticesOf(tx, current);
    const declined = decline(current, by, refusal, notices.length > 0);
    if (isRefused(declined)) return declined;
    await ports.cases.insertRejection(tx, {
      hallCode: current.hallCode,
      number: `${current.number}-N`,
      caseId: current.id,
      ...refusal,
      handledById: by.officerId,
      at: now,
      readById: null,
      readAt: null,
    });
    return done({
      next: declined.value,
      action: { kind: 'NOT_ACCEPTED', clause: 'S4.4c', note: `${refusal.reason}：${refusal.explanation}` },
      facts: [{ kind: 'CASE_CHANGED', current: declined.value, changeKind: 'NOT_ACCEPTED', clause: 'S4.4c' }],
      endTerms: 'CANCEL',
    });
  });
}

/** Why an application is taken back. */
export interface WithdrawCase {
  readonly key: Key;
  readonly reason: string;
}

/**
 * The applicant takes the application back, at the window or by their own account.
 *
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE
 */
export function withdrawCase(ports: CasePorts, command: Command<WithdrawCase>): Promise<Outcome<Key>> {
  const { key, reason } = command.input;
  const { actor } = command;
  return ports.run(command, { operation: 'withdrawCase', hallCode: key.hallCode }, async (tx) => {
    const current = await ports.cases.lockCase(tx, key);
    const isApplicant = current !== undefined && (await ports.cases.isOwnCase(tx, key, actor.account));
    if (!current || (!isApplicant && actor.hallCode !== key.hallCode)) return refuse('CASE_NOT_FOUND');
    const officer = isApplicant ? undefined : await authorityOverPost(ports, tx, command, current);
    if (officer && isRefused(officer)) return officer;
    const by = officer?.value.by ?? null;
    const withdrawn = withdraw(current, by);
    if (isRefused(withdrawn)) return withdrawn;
    const calendar = await ports.directory.findCalendar(tx, key.hallCode);
    const changed = {
      next: withdrawn.value,
      action: { kind: isApplicant ? 'WITHDRAWN_BY_APPLICANT' : 'WITHDRAWN', clause: null, note: reason },
      facts: [{ kind: 'CASE_CHANGED', current: withdrawn.value, changeKind: 'WITHDRAWN', clause: null }],
      endTerms: 'CANCEL',
    } as const;
    await saveChange({ ports, tx, current, calendar, now: ports.clock.now(), by }, changed, command);
    return done(key);
  });
}

/**
 * A superior confirms having read a refusal that was reported (否定报备).
 *
 * @refuses REPORT_NOT_FOUND, REPORT_READ, STAFF_NOT_KNOWN, LEADER_REQUIRED
 */
export function acknowledgeRefusal(
  ports: CasePorts,
  command: Command<{ readonly hallCode: string; readonly number: string }>,
): Promise<Outcome<Key>> {
  const { hallCode, number } = command.input;
  return ports.run(command, { operation: 'acknowledgeRefusal', hallCode }, async (tx) => {
    const officer = await findOfficer(ports, tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const report = await ports.cases.lockRejection(tx, hallCode, number);
    if (!report) return refuse('REPORT_NOT_FOUND');
    if (report.readAt !== null) return refuse('REPORT_READ');
    const key = { hallCode, id: report.caseId };
    const current = await ports.cases.lockCase(tx, key);
    if (!current || !isLeader(officer.value, current.departmentId) || report.handledById === officer.value.id) {
      return refuse('LEADER_REQUIRED');
    }
    await ports.cases.markRejectionRead(tx, { ...report, readById: officer.value.id, readAt: ports.clock.now() });
    return done(key);
  });
}
