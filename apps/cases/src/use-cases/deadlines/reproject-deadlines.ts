import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import type { Case } from '../../domain/cases/case';
import type { CaseFact } from '../../domain/facts';
import { planTerm } from '../../domain/deadlines/term';
import type { Term } from '../../domain/deadlines/term';
import type { CaseChange, CasePorts, Projection, TermKey } from '../ports';
import { calendarsOf } from './escalate-deadlines';

const batchSize = 1_000;

/**
 * Works out the dates of open terms anew after their hall has published a calendar year. Each term is looked at once
 * per calendar; what has moved is recorded with before, after and reason, and only those whose date moved are told.
 *
 * @regulation A-30
 */
export function reprojectionSweep(ports: CasePorts, base: SweepBase): Sweep {
  const find = (tx: Tx, aside: readonly string[]) => ports.terms.findOutdated(tx, batchSize, aside);
  return isolatedSweep(
    { name: 'reprojection', find, work: (tx, outdated) => reprojectBatch(ports, tx, outdated) },
    base,
  );
}

async function reprojectBatch(ports: CasePorts, tx: Tx, outdated: readonly TermKey[]): Promise<number> {
  const now = ports.clock.now();
  const caseKeys = outdated.flatMap(({ hallCode, caseId }) => (caseId ? [{ hallCode, id: caseId }] : []));
  const cases = new Map((await ports.cases.lockAvailableCases(tx, caseKeys)).map((current) => [current.id, current]));
  const free = outdated.filter(({ caseId }) => caseId === null || cases.has(caseId));
  const terms = await ports.terms.lockAvailableTerms(tx, free);
  const calendars = await calendarsOf(ports, tx, terms);
  const replanned = terms.map((term) => {
    const plan = planTerm(term.ledger, term.told, calendars.get(term.hallCode)!, now);
    return { before: term, after: { ...term, plan } };
  });
  await ports.terms.replan(
    tx,
    replanned.map(({ after }) => after),
  );
  const moved = replanned.filter(({ before, after }) => before.plan.dueAt?.getTime() !== after.plan.dueAt?.getTime());
  await recordMoves(ports, tx, { moved, cases, now });
  return terms.length;
}

interface Moves {
  readonly moved: readonly { readonly before: Term; readonly after: Term }[];
  readonly cases: Map<string, Case>;
  readonly now: Date;
}

async function recordMoves(ports: CasePorts, tx: Tx, { moved, cases, now }: Moves): Promise<void> {
  const projections: Projection[] = [];
  const changes: CaseChange[] = [];
  const facts: CaseFact[] = [];
  for (const { before, after: term } of moved) {
    const reason = `${before.plan.calendarVersion} → ${term.plan.calendarVersion}`;
    projections.push({ term, before: before.plan.dueAt, after: term.plan.dueAt, reason, at: now });
    facts.push({ kind: 'TERM_MOVED', term, before: before.plan.dueAt, reason });
    const current = term.caseId === null ? undefined : cases.get(term.caseId);
    if (term.subject !== 'CASE' || !current) continue;
    const next = { ...current, dueAt: term.plan.dueAt, version: current.version + 1 };
    cases.set(next.id, next);
    changes.push({ next, action: { kind: 'DATE_MOVED', at: now, by: null, clause: 'A-30', note: reason } });
  }
  await ports.terms.insertProjections(tx, projections);
  await ports.cases.saveCases(tx, changes);
  await ports.publish(tx, { correlationId: 'calendar' }, facts);
}
