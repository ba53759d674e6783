import { createDeadline, withEvent } from '@hall/kernel';
import type { Counting, DeadlineEvent, DeadlineStart, HallKey } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { DeadlineSubject } from '../../domain/deadlines/subjects';
import type { CasePorts } from '../ports';

/** A thing that has one deadline of its own, with the same id. */
type Single = HallKey & { readonly subject: DeadlineSubject };

/** Begins the deadline of a thing that has only the one. */
export function beginDeadline(
  ports: Pick<CasePorts, 'deadlines'>,
  tx: Tx,
  { hallCode, id, subject }: Single,
  start: DeadlineStart,
  counting: Counting,
): Promise<void> {
  const facts = { hallCode, id, subject, owner: { kind: subject, id }, ledger: [start] };
  return ports.deadlines.insert(tx, [createDeadline(facts, counting, start.at)]);
}

/** Ends the deadline of a thing that has only the one, if it has begun. */
export async function finishDeadline(
  ports: Pick<CasePorts, 'deadlines'>,
  tx: Tx,
  key: HallKey,
  counting: Counting,
  at: Date,
): Promise<void> {
  const deadline = await ports.deadlines.lock(tx, key);
  const event: DeadlineEvent = { kind: 'FINISH', at };
  if (deadline) await ports.deadlines.append(tx, [{ deadline: withEvent(deadline, event, counting, at), event }]);
}
