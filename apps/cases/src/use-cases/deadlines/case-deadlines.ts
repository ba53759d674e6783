import { levelActionKinds, moveNote } from '@hall/platform/deadlines';
import type { CalendarOf, DeadlineKey, LockedOwners, MovedDeadline, ReachedLevel } from '@hall/platform/deadlines';
import type { HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { accepted } from '../../domain/cases/accept-case';
import type { Case } from '../../domain/cases/case';
import type { RecordedChange } from '../../domain/cases/case-change';
import { applyReturn } from '../../domain/cases/end-case';
import { planHandling } from '../../domain/cases/plan-handling';
import { legalRules } from '../../domain/catalogue/legal-regimes';
import type { CaseFact } from '../../domain/facts';
import { ownDeadline, saveCase, findVersion, planningOf } from '../cases/change-case';
import type { CaseWork } from '../cases/change-case';
import { settleDefects } from '../cases/settle-check';
import type { CasePorts } from '../ports';

/**
 * What the deadlines of this service hang on: cases, which are locked and keep a record, and things whose only deadline is
 * their own.
 *
 * @regulation S3.5 S4.1b A-13 A-30
 */
export async function lockDeadlineOwners(
  ports: CasePorts,
  tx: Tx,
  keys: readonly DeadlineKey[],
): Promise<LockedOwners> {
  const ofCases = keys.filter(({ owner }) => owner.kind === 'CASE');
  const unique = new Map(ofCases.map(({ hallCode, owner: { id } }) => [id, { hallCode, id }]));
  const locked = await ports.cases.lockAvailableCases(tx, [...unique.values()]);
  const cases = new Map(locked.map((current) => [current.id, current]));
  return {
    holds: ({ kind, id }) => kind !== 'CASE' || cases.has(id),
    // The day on a notice that was handed over is the applicant's (S4.3c).
    writtenDays: async (recounted) => {
      const answers = recounted.filter(({ subject }) => subject === 'CORRECTION');
      const days =
        answers.length > 0 ? await ports.cases.writtenDays(tx, answers.map(ownerKey)) : new Map<string, string>();
      return new Map(answers.flatMap(({ id, owner }) => (days.has(owner.id) ? [[id, days.get(owner.id)!]] : [])));
    },
    levelsReached: async (levels, calendarOf) => {
      await recordLevels(ports, tx, levels, cases);
      await applyLaw(ports, tx, levels, cases, calendarOf);
    },
    datesMoved: (moves) => recordMoves(ports, tx, moves, cases),
  };
}

const ownerKey = ({ hallCode, owner: { id } }: DeadlineKey): HallKey => ({ hallCode, id });

/** Writes each level into the record of its case, and states it. */
async function recordLevels(
  ports: CasePorts,
  tx: Tx,
  levels: readonly ReachedLevel[],
  cases: Map<string, Case>,
): Promise<void> {
  const changes: RecordedChange[] = [];
  for (const { deadline, level, at } of levels) {
    const current = cases.get(deadline.owner.id);
    if (!current) continue;
    const next = { ...current, version: current.version + 1 };
    cases.set(next.id, next);
    const action = { kind: levelActionKinds[level], at, by: null, clause: 'S3.5', note: deadline.subject };
    changes.push({ next, action });
  }
  await ports.cases.saveCases(tx, changes);
  const facts = levels.map((reached): CaseFact => ({ kind: 'DEADLINE_LEVEL_REACHED', reached }));
  await ports.publish(tx, bySystem, facts);
}

const bySystem = { correlationId: 'sweep' };

/** What the law attaches to the breach of a duty to check, and of the applicant's own time. */
async function applyLaw(
  ports: CasePorts,
  tx: Tx,
  levels: readonly ReachedLevel[],
  cases: Map<string, Case>,
  calendarOf: CalendarOf,
): Promise<void> {
  for (const { deadline, level } of levels) {
    const current = cases.get(deadline.owner.id);
    if (level !== 'BREACHED' || !current) continue;
    const counting = { calendar: calendarOf(deadline.hallCode), ladder: ports.settings['A-30'] };
    const work: CaseWork = { ports, tx, current, counting, now: ports.clock.now(), ...planningOf(ports), by: null };
    if (deadline.subject === 'CHECK' && current.status === 'RECEIVED' && legalRules[current.regime].deemedAccepted) {
      cases.set(current.id, await deemAccepted(work));
    }
    const isUnanswered = current.status === 'AWAITING_CORRECTION' && current.acceptedAt === null;
    if (deadline.subject === 'CORRECTION' && isUnanswered) {
      const returned = { next: applyReturn(current), kind: 'RETURNED', clause: 'S4.3c', end: 'CANCEL' } as const;
      cases.set(current.id, await saveCase(work, returned, bySystem));
    }
  }
}

/** Nobody has said anything within the time that the law gives: the application counts as accepted from its receipt. */
async function deemAccepted(work: CaseWork): Promise<Case> {
  const { ports, tx, current } = work;
  await settleDefects(work, await ports.cases.openDefects(tx, current));
  const [version, own] = await Promise.all([findVersion(work), ownDeadline(work)]);
  const next = { ...accepted(current, null, current.receivedAt), version: current.version + 1 };
  const change = {
    next,
    kind: 'ACCEPTED',
    recordedAs: 'DEEMED_ACCEPTED',
    clause: 'A-13',
    finish: ['CHECK'],
    handling: planHandling(next, version, own, work),
  } as const;
  return saveCase(work, change, bySystem);
}

/** Writes each moved date into the record of its case, and states it. */
async function recordMoves(
  ports: CasePorts,
  tx: Tx,
  moves: readonly MovedDeadline[],
  cases: Map<string, Case>,
): Promise<void> {
  const changes: RecordedChange[] = [];
  for (const moved of moves) {
    const { deadline, at } = moved;
    const current = cases.get(deadline.owner.id);
    if (deadline.subject !== 'CASE' || !current) continue;
    const next = { ...current, dueAt: deadline.plan.dueAt, version: current.version + 1 };
    cases.set(next.id, next);
    changes.push({ next, action: { kind: 'DATE_MOVED', at, by: null, clause: 'A-30', note: moveNote(moved) } });
  }
  await ports.cases.saveCases(tx, changes);
  await ports.cases.followDeadlines(
    tx,
    moves.map(({ deadline }) => deadline),
  );
  const facts = moves.map((moved): CaseFact => ({ kind: 'DEADLINE_MOVED', moved }));
  await ports.publish(tx, { correlationId: 'calendar' }, facts);
}
