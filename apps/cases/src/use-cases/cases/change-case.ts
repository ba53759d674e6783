import type { Deadline } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import type { Cause } from '@hall/platform/publishing';
import { createActs } from '@hall/platform/use-case';
import type { InHand } from '@hall/platform/use-case';
import type { Attribution, Case } from '../../domain/cases/case';
import { factOf, ledgerEvents, movesDeadlines } from '../../domain/cases/case-change';
import type { CaseChange } from '../../domain/cases/case-change';
import { mayBecome } from '../../domain/cases/transitions';
import { renewedSlip } from '../../domain/cases/plan-handling';
import type { Handling, Planning } from '../../domain/cases/plan-handling';
import type { ItemVersion } from '../../domain/catalogue/service-item';
import { ownedBy } from '../../domain/deadlines/subjects';
import { refuse } from '../../domain/refusals';
import { itemStore } from '../../persistence/catalogue/item-store';
import type { CasePorts } from '../ports';

/** A case in hand, locked, with everything that a rule about it may need. */
export interface CaseWork extends InHand<CasePorts, Case>, Planning {
  /** Who acts; null where the system or the applicant does. */
  readonly by: Attribution | null;
}

/** What plans need of the installation, whoever plans. */
export function planningOf({ newId, settings }: CasePorts): Pick<Planning, 'newId' | 'noticeDays'> {
  const { handOverWorkingDays: handOver } = settings['S4.3a'];
  const { correctionWorkingDays: correction } = settings['S4.3c'];
  return { newId, noticeDays: { handOver, correction } };
}

/** The shell of every act on a case. */
export const caseAct = createActs<CasePorts, Case, Pick<CaseWork, 'counting' | 'newId' | 'noticeDays'>, CaseChange>({
  notFound: () => refuse('CASE_NOT_FOUND'),
  lock: (ports, tx, key) => ports.cases.lockCase(tx, key),
  prepare: async (ports, tx, hallCode) => ({
    counting: await findCounting(ports, tx, hallCode),
    ...planningOf(ports),
  }),
  save: (work, change, command) => saveCase({ by: null, ...work }, change, command),
});

/** Saves what became of a case, its deadlines and papers included, and states the fact. */
export async function saveCase(work: CaseWork, change: CaseChange, cause: Cause): Promise<Case> {
  const { ports, tx, current, counting, now, by } = work;
  const { handling, clause, recordedAs, note = null } = change;
  if (!mayBecome(current, change.next))
    throw new Error(`${current.status} never becomes ${change.next.status}: ${current.id}`);
  const open = movesDeadlines(change) ? await ports.deadlines.lockOpenOf(tx, current.hallCode, ownedBy(current)) : [];
  const events = ledgerEvents(current.id, open, change, counting, now);
  const own = change.own?.length ? events.findLast(({ deadline }) => deadline.id === current.id)?.deadline : undefined;
  const next = own ? { ...change.next, dueAt: own.plan.dueAt } : change.next;
  const isRenewed = own !== undefined && change.end === undefined && !handling;
  const renewed = isRenewed ? renewedSlip(next, own.plan, await ports.cases.latestSlip(tx, next), now) : null;
  const moved = events.filter(({ event }) => event.kind !== 'FINISH' && event.kind !== 'CANCEL');
  await Promise.all([
    ports.deadlines.append(tx, events).then(() =>
      ports.cases.followDeadlines(
        tx,
        moved.map(({ deadline }) => deadline),
      ),
    ),
    ports.deadlines.insert(tx, [...(change.opened ?? []), ...(handling?.deadlines ?? [])]),
    handling && insertHandling(work, next, handling),
    renewed && ports.cases.insertSlip(tx, next, renewed),
    ports.cases.saveCases(tx, [{ next, action: { kind: recordedAs ?? change.kind, at: now, by, clause, note } }]),
    ports.publish(tx, cause, [factOf(change, next), ...(change.facts ?? [])]),
  ]);
  return next;
}

/** Writes what acceptance has brought about, save for its deadlines. */
export async function insertHandling(
  { ports, tx }: Pick<CaseWork, 'ports' | 'tx'>,
  of: Case,
  { slip, steps, tasks }: Handling,
): Promise<void> {
  await Promise.all([
    slip && ports.cases.insertSlip(tx, of, slip),
    steps.length > 0 && ports.cases.insertSteps(tx, of, steps),
    tasks.length > 0 && ports.cases.insertTasks(tx, of, tasks),
  ]);
}

/** The deadline of a case as a whole. */
export async function ownDeadline({
  ports,
  tx,
  current,
}: Pick<CaseWork, 'ports' | 'tx' | 'current'>): Promise<Deadline> {
  const deadline = await ports.deadlines.lock(tx, current);
  if (!deadline) throw new Error(`case ${current.id} has no deadline`);
  return deadline;
}

/** The version of its item that a case keeps. */
export function findVersion({ tx, current }: Pick<CaseWork, 'tx' | 'current'>): Promise<ItemVersion> {
  return itemStore.findVersion(tx, { hallCode: current.hallCode, id: current.itemId }, current.itemVersion);
}
