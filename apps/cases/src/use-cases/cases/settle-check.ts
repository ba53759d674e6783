import { startOf, withEvent } from '@hall/kernel';
import type { Deadline } from '@hall/kernel';
import { accepted } from '../../domain/cases/accept-case';
import type { Case } from '../../domain/cases/case';
import type { CaseChange } from '../../domain/cases/case-change';
import { foundDefects } from '../../domain/cases/check-materials';
import type { Defect, FindingFacts, NewDefect, OpenDefect } from '../../domain/cases/check-materials';
import { concludeCheck } from '../../domain/cases/conclude-check';
import { writeNotice } from '../../domain/cases/notices';
import { planHandling } from '../../domain/cases/plan-handling';
import { ownDeadline, findVersion } from './change-case';
import type { CaseWork } from './change-case';

/** What the record and the fact say of an act that may also complete the check. */
type Said = Pick<CaseChange, 'kind' | 'recordedAs' | 'clause' | 'note'>;

/**
 * What follows for a case from what is still open after an act: acceptance with everything that it brings about, at once, or
 * waiting.
 *
 * @param next the case as the rule has left it
 * @param open what is not settled after this act
 */
export async function settleCheck(
  work: CaseWork,
  next: Case,
  open: readonly Omit<OpenDefect, 'sequence'>[],
  said: Said,
): Promise<CaseChange> {
  const { current, by, counting, now } = work;
  const { isComplete, ...conclusion } = concludeCheck(current, next, open, now);
  if (!isComplete) return { ...said, ...conclusion };
  const done = accepted(conclusion.next, by, now);
  const [own, version] = await Promise.all([ownDeadline(work), findVersion(work)]);
  const running = conclusion.own.reduce((latest, event) => withEvent(latest, event, counting, now), own);
  const handling = planHandling(done, version, running, work);
  return { ...conclusion, next: done, kind: 'ACCEPTED', clause: 'S3.4b', note: said.note ?? null, handling };
}

/** Issues a notice; returns it with the deadline that belongs to it. */
export async function issueNotice(
  work: CaseWork,
  of: Case,
  notice: Omit<Parameters<typeof writeNotice>[1], 'issuedById' | 'sessions'>,
): Promise<{ readonly number: string; readonly deadlines: readonly Deadline[] }> {
  const { ports, tx, by } = work;
  if (by === null) throw new Error('a notice is always issued by a named person');
  const { sessions } = startOf((await ownDeadline(work)).ledger);
  const written = writeNotice(of, { ...notice, issuedById: by.officerId, sessions }, work);
  await ports.cases.insertNotice(tx, of, written.notice);
  return { number: written.notice.number, deadlines: written.deadlines };
}

/** Records what was found. */
export async function recordDefects(
  { ports, tx, now, by }: CaseWork,
  of: Case,
  defects: readonly Defect[],
  facts: Omit<FindingFacts, 'foundById'>,
): Promise<readonly NewDefect[]> {
  const found = foundDefects(defects, { ...facts, foundById: by?.officerId ?? of.responsibleId });
  if (found.length > 0) await ports.cases.insertDefects(tx, of, found, now);
  return found;
}

/** Marks what an act has settled. */
export function settleDefects(
  { ports, tx, current, now }: CaseWork,
  defects: readonly { readonly sequence: number }[],
): Promise<void> {
  return ports.cases.settleDefects(
    tx,
    current,
    defects.map(({ sequence }) => sequence),
    now,
  );
}
