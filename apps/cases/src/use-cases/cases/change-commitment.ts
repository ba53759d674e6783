import { done, isRefused, promiseOf, startOf } from '@hall/kernel';
import type { Outcome, PauseGround, DeadlineStart } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import {
  deferInstantCase as defer,
  extendCommitment as extend,
  pauseCommitment as pause,
  resumeCommitment as resume,
} from '../../domain/cases/change-commitment';
import type { DeferralReason } from '../../domain/cases/change-commitment';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { refuse } from '../../domain/refusals';
import { legalRules } from '../../domain/catalogue/legal-regimes';
import { planTerm, statusNow } from '../../domain/deadlines/term';
import { authorityOverPost, leaderOf } from '../officers';
import type { CasePorts, Key } from '../ports';
import { beginHandling } from './begin-handling';
import { changeCase } from './change-case';
import type { OfficerWork } from './change-case';
import { replaceSlip } from './issue-slip';

/** Why the clock stands still, with the paper that says so. */
export interface PauseCommitment {
  readonly key: Key;
  readonly ground: PauseGround;
  readonly evidence: string;
}

/**
 * Stops the clock of a case for a legal ground.
 *
 * @regulation A-30
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, PAUSE_NEEDS_NOTICE, COMMITMENT_BREACHED
 */
export function pauseCommitment(ports: CasePorts, command: Command<PauseCommitment>): Promise<Outcome<Key>> {
  const { ground, evidence } = command.input;
  return changeCase(ports, command, 'pauseCommitment', authorityOverPost, async (work) => {
    const { current, by, now } = work;
    const status = statusNow(await ownTerm(work), work.calendar, now);
    const paused = pause(current, by, { ground, status });
    if (isRefused(paused)) return paused;
    return done({
      next: paused.value,
      action: { kind: 'PAUSED', clause: 'A-30', note: `${ground}：${evidence}` },
      facts: [{ kind: 'CASE_CHANGED', current: paused.value, changeKind: 'PAUSED', clause: 'A-30' }],
      term: [{ kind: 'PAUSE', at: now, ground }],
    });
  });
}

/**
 * Lets the clock of a case go on. When that moved the date, the applicant gets a new slip with it.
 *
 * @regulation S3.4b A-30
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE
 */
export function resumeCommitment(ports: CasePorts, command: Command<{ readonly key: Key }>): Promise<Outcome<Key>> {
  return changeCase(ports, command, 'resumeCommitment', authorityOverPost, async ({ current, by, now }) => {
    const resumed = resume(current, by);
    if (isRefused(resumed)) return resumed;
    return done({
      next: resumed.value,
      action: { kind: 'RESUMED', clause: 'A-30', note: null },
      facts: [{ kind: 'CASE_CHANGED', current: resumed.value, changeKind: 'RESUMED', clause: 'A-30' }],
      term: [{ kind: 'RESUME', at: now }],
    });
  });
}

/** By how many working days a term is extended, and why. */
export interface ExtendCommitment {
  readonly key: Key;
  readonly workingDays: number;
  readonly reason: string;
}

/**
 * A leader extends the term of a case: once, before it is broken, within what the law allows. The applicant gets a new
 * slip with the new date.
 *
 * @regulation S3.4b S3.5 A-30
 * @refuses CASE_NOT_FOUND, LEADER_REQUIRED, CASE_ACTION_NOT_POSSIBLE, COMMITMENT_BREACHED, EXTENDED_BEFORE,
 *   EXTENSION_UNIT, EXTENSION_TOO_LONG
 */
export function extendCommitment(ports: CasePorts, command: Command<ExtendCommitment>): Promise<Outcome<Key>> {
  const { workingDays, reason } = command.input;
  return changeCase(ports, command, 'extendCommitment', leaderOf, async (work) => {
    const { current, by, now, calendar } = work;
    const term = await ownTerm(work);
    const version = await versionOf(work);
    const extended = extend(current, by, {
      workingDays,
      status: statusNow(term, calendar, now),
      extendedBefore: term.ledger.some(({ kind }) => kind === 'EXTEND'),
      promised: version.promisedLimit,
      statutory: version.statutoryLimit,
      legalExtension: legalRules[current.regime].extension,
    });
    if (isRefused(extended)) return extended;
    return done({
      next: extended.value,
      action: { kind: 'EXTENDED', clause: 'S3.5', note: `+${workingDays}：${reason}` },
      facts: [{ kind: 'CASE_CHANGED', current: extended.value, changeKind: 'EXTENDED', clause: 'S3.5' }],
      term: [{ kind: 'EXTEND', at: now, amount: workingDays }],
    });
  });
}

/**
 * An on-the-spot case that cannot be finished the same day becomes a promised one, with a reason and a slip.
 *
 * @regulation S3.4a S3.4b A-07
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, CALENDAR_MISSING
 */
export function deferInstantCase(
  ports: CasePorts,
  command: Command<{ readonly key: Key; readonly code: DeferralReason; readonly reason: string }>,
): Promise<Outcome<Key>> {
  return changeCase(ports, command, 'deferInstantCase', authorityOverPost, async (work) => {
    const { current, by, now, calendar } = work;
    const deferred = defer(current, by);
    if (isRefused(deferred)) return deferred;
    const { code, reason } = command.input;
    const term = await ownTerm(work);
    const version = await versionOf(work);
    const { sessions, at } = startOf(term.ledger);
    // The promise counts from receipt: deferring wins no time.
    const restart: DeadlineStart = { kind: 'START', at, limit: version.promisedLimit, sessions };
    const due = promiseOf(restart, calendar);
    if (isRefused(due)) return due;
    // What stood still before still does not count.
    const again = [restart, ...term.ledger.filter(({ kind }) => kind === 'PAUSE' || kind === 'RESUME')];
    const plan = planTerm(again, [], calendar, now);
    await beginHandling(work, deferred.value, version, { plan, sessions });
    return done({
      next: deferred.value,
      action: { kind: 'DEFERRED', clause: 'S3.4a', note: `${code}：${reason}` },
      facts: [{ kind: 'CASE_CHANGED', current: deferred.value, changeKind: 'DEFERRED', clause: 'S3.4a' }],
      term: again,
    });
  });
}

/**
 * Voids the slip and issues a new one with the date as it stands.
 *
 * @regulation S3.4b
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE while the clock stands still, NO_DATE_TO_PROMISE
 */
export function reissueSlip(
  ports: CasePorts,
  command: Command<{ readonly key: Key; readonly reason: string }>,
): Promise<Outcome<Key>> {
  return changeCase(ports, command, 'reissueSlip', authorityOverPost, async (work) => {
    const { current, by, now, calendar } = work;
    const refused = refuseUnlessAllowed(current, 'reissueSlip');
    if (refused) return refused;
    const term = await ownTerm(work);
    const plan = planTerm(term.ledger, term.told, calendar, now);
    // Decided while the clock stood still: there was never a date to go back to.
    if (plan.dueAt === null) return refuse('NO_DATE_TO_PROMISE');
    const next = actedOn(current, by, {});
    await replaceSlip(work, next, plan);
    return done({
      next,
      action: { kind: 'SLIP_REISSUED', clause: 'S3.4b', note: command.input.reason },
      facts: [{ kind: 'CASE_CHANGED', current: next, changeKind: 'SLIP_REISSUED', clause: 'S3.4b' }],
    });
  });
}

async function ownTerm({ ports, tx, current }: OfficerWork) {
  const term = await ports.terms.lockTerm(tx, current);
  if (!term) throw new Error(`case ${current.id} has no term`);
  return term;
}

function versionOf({ ports, tx, current }: OfficerWork) {
  return ports.items.findVersion(tx, { hallCode: current.hallCode, id: current.itemId }, current.itemVersion);
}
