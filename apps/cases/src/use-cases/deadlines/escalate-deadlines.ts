import type { EscalationLevel, WorkCalendar } from '@hall/kernel';
import { startOf } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { isolatedSweep } from '@hall/platform/sweep';
import type { Sweep, SweepBase } from '@hall/platform/sweep';
import { accepted } from '../../domain/cases/accept-case';
import type { Case } from '../../domain/cases/case';
import { returnCase } from '../../domain/cases/end-case';
import { legalRules } from '../../domain/catalogue/legal-regimes';
import type { CaseFact } from '../../domain/facts';
import { dueRungs, planTerm } from '../../domain/deadlines/term';
import type { Term } from '../../domain/deadlines/term';
import { beginHandling } from '../cases/begin-handling';
import { finishTermsAbout, saveChange } from '../cases/change-case';
import type { CaseChange, CasePorts, ClaimedRung, TermKey } from '../ports';

const batchSize = 500;

/**
 * Tells every rung that has become due: warnings, breaches, escalations, and what the law attaches to a breach (deemed
 * acceptance, return). A rung is claimed by inserting it, so each is told exactly once with any number of workers; a
 * worker that sleeps or dies only delays it.
 *
 * @regulation S3.5 S4.1b A-13 A-30
 */
export function rungSweep(ports: CasePorts, base: SweepBase): Sweep {
  const find = (tx: Tx, aside: readonly string[]) => ports.terms.findDue(tx, ports.clock.now(), batchSize, aside);
  return isolatedSweep({ name: 'rungs', find, work: (tx, due) => fireBatch(ports, tx, due) }, base);
}

async function fireBatch(ports: CasePorts, tx: Tx, due: readonly TermKey[]): Promise<number> {
  const now = ports.clock.now();
  const cases = await lockCasesOf(ports, tx, due);
  const free = due.filter(({ caseId }) => caseId === null || cases.has(caseId));
  const terms = await ports.terms.lockAvailableTerms(tx, free);
  const calendars = await calendarsOf(ports, tx, terms);
  const wanted = terms.flatMap((term) =>
    dueRungs(term, calendars.get(term.hallCode)!, now).map((rung): ClaimedRung => ({ term, ...rung })),
  );
  const claimed = await ports.terms.claimRungs(tx, wanted, now);
  await ports.terms.replan(
    tx,
    terms.map((term) => told(term, wanted, calendars.get(term.hallCode)!, now)),
  );
  await tell(ports, tx, claimed, cases);
  await applyLaw(ports, tx, claimed, cases, calendars);
  return terms.length;
}

async function lockCasesOf(ports: CasePorts, tx: Tx, due: readonly TermKey[]): Promise<Map<string, Case>> {
  const keys = new Map(due.flatMap(({ hallCode, caseId }) => (caseId ? [[caseId, { hallCode, id: caseId }]] : [])));
  const locked = await ports.cases.lockAvailableCases(tx, [...keys.values()]);
  return new Map(locked.map((current) => [current.id, current]));
}

/** The calendar of each hall that these terms belong to. */
export async function calendarsOf(
  ports: CasePorts,
  tx: Tx,
  terms: readonly Term[],
): Promise<ReadonlyMap<string, WorkCalendar>> {
  const calendars = new Map<string, WorkCalendar>();
  for (const hallCode of new Set(terms.map((term) => term.hallCode))) {
    calendars.set(hallCode, await ports.directory.findCalendar(tx, hallCode));
  }
  return calendars;
}

function told(term: Term, wanted: readonly ClaimedRung[], calendar: WorkCalendar, now: Date): Term {
  const rungs: EscalationLevel[] = [...term.told, ...wanted.filter((it) => it.term === term).map(({ rung }) => rung)];
  return { ...term, told: rungs, plan: planTerm(term.ledger, rungs, calendar, now) };
}

/** What a rung is called in the record of a case. */
const actionKinds: Readonly<Record<EscalationLevel, string>> = {
  AMBER: 'WARNED_AMBER',
  RED: 'WARNED_RED',
  BREACHED: 'COMMITMENT_BREACHED',
  SECTION_HEAD: 'ESCALATED_TO_SECTION_HEAD',
  CENTRE_LEADER: 'ESCALATED_TO_CENTRE_LEADER',
};

/** Writes each rung into the record of its case, and says it to whoever listens. */
async function tell(
  ports: CasePorts,
  tx: Tx,
  claimed: readonly ClaimedRung[],
  cases: Map<string, Case>,
): Promise<void> {
  const changes: CaseChange[] = [];
  for (const { term, rung, at } of claimed) {
    const current = term.caseId === null ? undefined : cases.get(term.caseId);
    if (!current) continue;
    const next = { ...current, version: current.version + 1 };
    cases.set(next.id, next);
    changes.push({ next, action: { kind: actionKinds[rung], at, by: null, clause: 'S3.5', note: term.subject } });
  }
  await ports.cases.saveCases(tx, changes);
  const facts = claimed.map(({ term, rung, at }): CaseFact => ({ kind: 'RUNG_REACHED', term, rung, at }));
  await ports.publish(tx, bySystem, facts);
}

const bySystem = { correlationId: 'sweep' };

/** What the law attaches to the breach of a duty to check, and of the applicant's own time. */
async function applyLaw(
  ports: CasePorts,
  tx: Tx,
  claimed: readonly ClaimedRung[],
  cases: Map<string, Case>,
  calendars: ReadonlyMap<string, WorkCalendar>,
): Promise<void> {
  for (const { term, rung } of claimed) {
    const current = term.caseId === null ? undefined : cases.get(term.caseId);
    if (rung !== 'BREACHED' || !current) continue;
    const calendar = calendars.get(term.hallCode)!;
    const work = { ports, tx, current, calendar, now: ports.clock.now(), by: null };
    if (term.subject === 'CHECK' && current.status === 'RECEIVED' && legalRules[current.regime].deemedAccepted) {
      cases.set(current.id, await deemAccepted(work));
    }
    if (term.subject === 'CORRECTION' && current.status === 'AWAITING_CORRECTION' && current.acceptedAt === null) {
      const next = returnCase(current);
      const changed = {
        next,
        action: { kind: 'RETURNED', clause: 'S4.3c', note: null },
        facts: [{ kind: 'CASE_CHANGED', current: next, changeKind: 'RETURNED', clause: 'S4.3c' }],
        endTerms: 'CANCEL',
      } as const;
      cases.set(current.id, await saveChange(work, changed, bySystem));
    }
  }
}

/** Nobody has said anything within the time that the law gives: the application counts as accepted from its receipt. */
async function deemAccepted(work: Parameters<typeof saveChange>[0]): Promise<Case> {
  const { ports, tx, current } = work;
  const open = await ports.cases.openDefects(tx, current);
  await ports.cases.settleDefects(
    tx,
    current,
    open.map(({ sequence }) => sequence),
    work.now,
  );
  const version = await ports.items.findVersion(
    tx,
    { hallCode: current.hallCode, id: current.itemId },
    current.itemVersion,
  );
  const next = { ...accepted(current, null, current.receivedAt), version: current.version + 1 };
  await finishTermsAbout(work, 'CHECK');
  const own = (await ports.terms.lockTerm(tx, current))!;
  await beginHandling(work, next, version, { plan: own.plan, sessions: startOf(own.ledger).sessions });
  const changed = {
    next,
    action: { kind: 'DEEMED_ACCEPTED', clause: 'A-13', note: null },
    facts: [{ kind: 'CASE_ACCEPTED', current: next }],
  } as const;
  return saveChange(work, changed, bySystem);
}
