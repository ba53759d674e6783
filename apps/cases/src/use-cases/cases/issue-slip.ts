import { plainDateOf } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Case } from '../../domain/cases/case';
import { pickupWindowOf } from '../../domain/cases/complete-case';
import type { TermPlan } from '../../domain/deadlines/term';
import type { CasePorts } from '../ports';

/** What issuing a slip needs of the work in hand. */
interface SlipWork {
  readonly ports: Pick<CasePorts, 'cases'>;
  readonly tx: Tx;
  readonly now: Date;
}

/** Issues the first slip of a case, which says when it is done. */
export function issueSlip(work: SlipWork, of: Case, plan: TermPlan): Promise<void> {
  const number = `${of.number}-1`;
  return writeSlip(work, of, plan, { number, codeOf: number });
}

/** Issues a slip with a code of its own, in place of one that was lost: whoever has the other learns nothing any more. */
export async function replaceSlip(work: SlipWork, of: Case, plan: TermPlan): Promise<void> {
  const before = await work.ports.cases.latestSlip(work.tx, of);
  const number = `${of.number}-${(before?.nth ?? 0) + 1}`;
  await writeSlip(work, of, plan, { number, codeOf: number });
}

/**
 * Issues a slip with the new date when the date on the last one does not hold any more. It prints the same code: the
 * applicant, who is not at the counter, still sees the progress with the paper in hand.
 *
 * @regulation S3.4b
 */
export async function renewSlip(work: SlipWork, of: Case, plan: TermPlan): Promise<void> {
  // While the clock stands still there is no date to write down; the slip follows when it goes on.
  if (plan.dueAt === null) return;
  const before = await work.ports.cases.latestSlip(work.tx, of);
  if (!before || before.dueOn === plainDateOf(plan.dueAt)) return;
  await writeSlip(work, of, plan, { number: `${of.number}-${before.nth + 1}`, codeOf: before.codeOf });
}

async function writeSlip(
  { ports, tx, now }: SlipWork,
  of: Case,
  { dueAt, provisional }: TermPlan,
  paper: { readonly number: string; readonly codeOf: string },
): Promise<void> {
  if (dueAt === null) throw new Error(`no date to promise for case ${of.id}`);
  const dueOn = plainDateOf(dueAt);
  await ports.cases.insertSlip(tx, of, {
    ...paper,
    issuedAt: now,
    dueOn,
    provisional,
    pickupWindowId: pickupWindowOf(of),
  });
}
