import { done, isRefused } from '@hall/kernel';
import type { Outcome, DeadlineEvent, WorkCalendar } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Cause } from '@hall/platform/publishing';
import type { Command } from '@hall/platform/use-case';
import type { Attribution, Case } from '../../domain/cases/case';
import type { CaseFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import { withEvent } from '../../domain/deadlines/term';
import type { Term } from '../../domain/deadlines/term';
import type { ActingOfficer } from '../officers';
import type { CaseActionEntry, CasePorts, Key } from '../ports';
import { renewSlip } from './issue-slip';

/** A case in hand, locked, with everything that a rule about it may need. */
export interface CaseWork {
  readonly ports: CasePorts;
  readonly tx: Tx;
  readonly current: Case;
  readonly now: Date;
  readonly calendar: WorkCalendar;
  /** Who acts; null where the system does. */
  readonly by: Attribution | null;
}

/** A case in hand of somebody who acts on it. */
export interface OfficerWork extends CaseWork, ActingOfficer {
  readonly by: Attribution;
}

/** What a use case made of the case in hand. */
export interface Changed {
  readonly next: Case;
  readonly action: Pick<CaseActionEntry, 'kind' | 'clause' | 'note'>;
  readonly facts: readonly CaseFact[];
  /** What happened to the case's own term, in order. */
  readonly term?: readonly DeadlineEvent[];
  /** Ends every term of the case. */
  readonly endTerms?: 'FINISH' | 'CANCEL';
}

/** How it is found out whether the caller may act on a case. */
export type Authorise = (
  ports: CasePorts,
  tx: Tx,
  command: Command<unknown>,
  current: Case,
) => Promise<Outcome<ActingOfficer>>;

/**
 * What every change of a case has in common: lock it, see who acts and whether they may, apply the rule, and save the
 * state with the line that explains it, the terms and the facts, all or nothing.
 *
 * @refuses CASE_NOT_FOUND and whatever the authority and the rule refuse
 */
export function changeCase<Input extends { readonly key: Key }>(
  ports: CasePorts,
  command: Command<Input>,
  operation: string,
  authorise: Authorise,
  rule: (work: OfficerWork) => Promise<Outcome<Changed>>,
): Promise<Outcome<Key>> {
  const { key } = command.input;
  const { hallCode } = key;
  return ports.run(command, { operation, hallCode }, async (tx) => {
    const current = command.actor.hallCode === hallCode ? await ports.cases.lockCase(tx, key) : undefined;
    if (!current) return refuse('CASE_NOT_FOUND');
    const [officer, calendar] = await Promise.all([
      authorise(ports, tx, command, current),
      ports.directory.findCalendar(tx, hallCode),
    ]);
    if (isRefused(officer)) return officer;
    const work = { ports, tx, current, calendar, now: ports.clock.now(), ...officer.value };
    const changed = await rule(work);
    if (isRefused(changed)) return changed;
    await saveChange(work, changed.value, command);
    return done(key);
  });
}

/** Saves what became of a case, its terms and its slip included, and states the facts. */
export async function saveChange(work: CaseWork, changed: Changed, cause: Cause): Promise<Case> {
  const { ports, tx, now: at, by } = work;
  const ownTerm = await moveTerms(work, changed);
  const next = ownTerm ? { ...changed.next, dueAt: ownTerm.plan.dueAt } : changed.next;
  if (ownTerm && changed.endTerms === undefined) await renewSlip(work, next, ownTerm.plan);
  await Promise.all([
    ports.cases.saveCases(tx, [{ next, action: { ...changed.action, at, by } }]),
    ports.publish(tx, cause, withCase(changed.facts, next)),
  ]);
  return next;
}

/** The facts of a change speak of the case as it was saved. */
export function withCase(facts: readonly CaseFact[], saved: Case): readonly CaseFact[] {
  return facts.map((fact) => ('current' in fact && fact.current.id === saved.id ? { ...fact, current: saved } : fact));
}

/** Appends to the ledgers; answers the case's own term when that has moved. */
async function moveTerms(work: CaseWork, { term = [], endTerms }: Changed): Promise<Term | undefined> {
  const { ports, tx, current, calendar, now } = work;
  if (endTerms !== undefined) {
    const open = await ports.terms.lockOpenTermsOf(tx, current.hallCode, current.id);
    const ended = open.map((each) =>
      applied(each, [...(each.id === current.id ? term : []), { kind: endTerms, at: now }]),
    );
    await ports.terms.appendToTerms(tx, ended.flat());
    return ended.flat().findLast((each) => each.term.id === current.id)?.term;
  }
  if (term.length === 0) return undefined;
  const own = await ports.terms.lockTerm(tx, current);
  if (!own) throw new Error(`case ${current.id} has no term`);
  const moved = applied(own, term);
  await ports.terms.appendToTerms(tx, moved);
  return moved.at(-1)?.term;

  function applied(of: Term, events: readonly DeadlineEvent[]): { term: Term; event: DeadlineEvent }[] {
    let latest = of;
    return events.map((event) => {
      latest = withEvent(latest, event, calendar, now);
      return { term: latest, event };
    });
  }
}

/** Ends terms of one kind that belong to the case in hand. */
export async function finishTermsAbout(work: CaseWork, subject: Term['subject']): Promise<void> {
  const { ports, tx, current, calendar, now } = work;
  const open = await ports.terms.lockOpenTermsOf(tx, current.hallCode, current.id);
  const event: DeadlineEvent = { kind: 'FINISH', at: now };
  const ended = open
    .filter((term) => term.subject === subject)
    .map((term) => ({ term: withEvent(term, event, calendar, now), event }));
  if (ended.length > 0) await ports.terms.appendToTerms(tx, ended);
}
