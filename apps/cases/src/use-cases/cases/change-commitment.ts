import {
  createDeadline,
  done,
  isBroken,
  isRefused,
  mapDone,
  plainDateOf,
  planDeadline,
  promiseOf,
  startOf,
  statusOfDeadline,
  toDayNumber,
  yardstickOf,
} from '@hall/kernel';
import type { DeadlineStart, HallKey } from '@hall/kernel';
import { refuseUnlessAllowed } from '../../domain/cases/allowed-actions';
import { actedOn } from '../../domain/cases/case';
import { applyDeferral, applyExtension, applyPause, applyResume } from '../../domain/cases/change-commitment';
import type { DeferralReason } from '../../domain/cases/change-commitment';
import { partDeadline, planHandling, replacementSlip } from '../../domain/cases/plan-handling';
import { refuseStandstill } from '../../domain/cases/standstill';
import type { StandstillRequest } from '../../domain/cases/standstill';
import { legalRules } from '../../domain/catalogue/legal-regimes';
import { refuse } from '../../domain/refusals';
import { authorityOverPost, leaderOf } from './acting-officer';
import { caseAct, ownDeadline, findVersion } from './change-case';

/** Why the clock stands still, with the paper that says so, and until when. */
export type PauseCommitment = StandstillRequest & { readonly key: HallKey };

/**
 * Stops the clock of a case for a legal ground, on its paper and for as long as is expected: who lets it stand still longer is
 * reminded like whoever is late.
 *
 * @regulation A-30
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, PAUSE_NEEDS_NOTICE, COMMITMENT_BREACHED, PAUSE_EVIDENCE,
 *   PAUSE_END, CALENDAR_MISSING
 */
export const pauseCommitment = caseAct({
  operation: 'pauseCommitment',
  authorise: authorityOverPost,
  async rule(work, { key: _key, ...said }: PauseCommitment) {
    const { ports, tx, current, by, counting, now, newId } = work;
    const { ground, evidence, body, expectedEnd } = said;
    const own = await ownDeadline(work);
    const paused = applyPause(current, by, { ground, status: statusOfDeadline(own, counting.calendar, now) });
    if (isRefused(paused)) return paused;
    const refused = refuseStandstill(said, now, ports.settings['A-30'].standstillAtMostCalendarDays);
    if (refused) return refused;
    const amount = toDayNumber(expectedEnd) - toDayNumber(plainDateOf(now));
    const limit = { amount, unit: 'CALENDAR_DAY' } as const;
    const { sessions } = startOf(own.ledger);
    const due = promiseOf({ kind: 'START', at: now, limit, sessions }, counting.calendar);
    if (isRefused(due)) return due;
    const until = partDeadline(current, { subject: 'PAUSE', id: newId(), limit, sessions }, work);
    await ports.cases.insertStandstill(tx, current, { ...said, id: until.id, since: now, stoppedById: by.officerId });
    return done({
      next: paused.value,
      kind: 'PAUSED',
      clause: 'A-30',
      note: [`${ground}：${evidence}`, ...(body === null ? [] : [body]), `预计至 ${expectedEnd}`].join('；'),
      own: [{ kind: 'PAUSE', at: now, ground }],
      opened: [until],
    });
  },
});

/**
 * Lets the clock of a case go on. When that moved the date, the applicant gets a new slip with it.
 *
 * @regulation S3.4b A-30
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE
 */
export const resumeCommitment = caseAct({
  operation: 'resumeCommitment',
  authorise: authorityOverPost,
  rule: ({ current, by, now }) =>
    mapDone(applyResume(current, by), (next) => ({
      next,
      kind: 'RESUMED',
      clause: 'A-30',
      own: [{ kind: 'RESUME', at: now }],
      finish: ['PAUSE'],
    })),
});

/** By how many working days a term is extended, and why. */
export interface ExtendCommitment {
  readonly key: HallKey;
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
export const extendCommitment = caseAct({
  operation: 'extendCommitment',
  authorise: leaderOf,
  async rule(work, { workingDays, reason }: ExtendCommitment) {
    const { current, by, now, counting } = work;
    const own = await ownDeadline(work);
    const version = await findVersion(work);
    const extended = applyExtension(current, by, {
      workingDays,
      status: statusOfDeadline(own, counting.calendar, now),
      extendedBefore: own.ledger.some(({ kind }) => kind === 'EXTEND'),
      promised: version.promisedLimit,
      statutory: version.statutoryLimit,
      legalExtension: legalRules[current.regime].extension,
      by: yardstickOf(counting.calendar, startOf(own.ledger).sessions),
    });
    return mapDone(extended, (next) => ({
      next,
      kind: 'EXTENDED',
      clause: 'S3.5',
      note: `+${workingDays}：${reason}`,
      own: [{ kind: 'EXTEND', at: now, amount: workingDays }],
    }));
  },
});

/** Why an on-the-spot case cannot be finished the same day. */
export interface DeferInstantCase {
  readonly key: HallKey;
  readonly code: DeferralReason;
  readonly reason: string;
}

/**
 * An on-the-spot case that cannot be finished the same day becomes a promised one, with a reason and a slip.
 *
 * @regulation S3.4a S3.4b A-07
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE, COMMITMENT_BREACHED, CALENDAR_MISSING
 */
export const deferInstantCase = caseAct({
  operation: 'deferInstantCase',
  authorise: authorityOverPost,
  async rule(work, { code, reason }: DeferInstantCase) {
    const { current, by, now, counting } = work;
    const own = await ownDeadline(work);
    const deferred = applyDeferral(current, by, isBroken(own, counting.calendar, now));
    if (isRefused(deferred)) return deferred;
    const version = await findVersion(work);
    const { sessions, at } = startOf(own.ledger);
    // The promise counts from receipt: deferring wins no time.
    const restart: DeadlineStart = { kind: 'START', at, limit: version.promisedLimit, sessions };
    const due = promiseOf(restart, counting.calendar);
    if (isRefused(due)) return due;
    // What stood still before still does not count.
    const again = [restart, ...own.ledger.filter(({ kind }) => kind === 'PAUSE' || kind === 'RESUME')];
    return done({
      next: deferred.value,
      kind: 'DEFERRED',
      clause: 'S3.4a',
      note: `${code}：${reason}`,
      own: again,
      handling: planHandling(deferred.value, version, createDeadline({ ...own, ledger: again }, counting, now), work),
    });
  },
});

/** Why a slip is issued again. */
export interface ReissueSlip {
  readonly key: HallKey;
  readonly reason: string;
  /** The slip that is meant; null for whichever is in force. */
  readonly slipNumber: string | null;
}

/**
 * Voids the slip and issues a new one with the date as it stands.
 *
 * @regulation S3.4b
 * @refuses CASE_NOT_FOUND, NOT_ON_DUTY, CASE_ACTION_NOT_POSSIBLE while the clock stands still, NO_DATE_TO_PROMISE,
 *   SLIP_NOT_IN_FORCE
 */
export const reissueSlip = caseAct({
  operation: 'reissueSlip',
  authorise: authorityOverPost,
  async rule(work, { reason, slipNumber }: ReissueSlip) {
    const { ports, tx, current, by, now, counting } = work;
    const refused = refuseUnlessAllowed(current, 'reissueSlip');
    if (refused) return refused;
    const own = await ownDeadline(work);
    const plan = planDeadline(own, counting, now);
    // Decided while the clock stood still: there was never a date to go back to.
    if (plan.dueAt === null) return refuse('NO_DATE_TO_PROMISE');
    const latest = await ports.cases.latestSlip(tx, current);
    if (slipNumber !== null && slipNumber !== latest?.number)
      return refuse('SLIP_NOT_IN_FORCE', { number: latest?.number ?? '—' });
    const next = actedOn(current, by, {});
    await ports.cases.insertSlip(tx, next, replacementSlip(next, plan, latest, now));
    return done({ next, kind: 'SLIP_REISSUED', clause: 'S3.4b', note: reason });
  },
});
