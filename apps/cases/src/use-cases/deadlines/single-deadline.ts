import { createDeadline, withEvent } from '@hall/kernel';
import type { Counting, DeadlineEvent, DeadlineStart, HallKey, Refused, TimeLimit } from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import { findSessions } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { createActs } from '@hall/platform/use-case';
import type { DeadlineSubject } from '../../domain/deadlines/subjects';
import type { CaseFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/**
 * Begins the deadline of a thing that has only this one, with the same id.
 *
 * @refuses WINDOW_NOT_KNOWN as long as nothing is known of the hall's hours
 */
export async function beginDeadline(
  ports: CasePorts,
  tx: Tx,
  { hallCode, id }: HallKey,
  subject: DeadlineSubject,
  limit: TimeLimit,
): Promise<Refused | undefined> {
  const sessions = await findSessions(tx, hallCode);
  if (!sessions) return refuse('WINDOW_NOT_KNOWN');
  const start: DeadlineStart = { kind: 'START', at: ports.clock.now(), limit, sessions };
  const facts = { hallCode, id, subject, owner: { kind: subject, id }, ledger: [start] };
  await ports.deadlines.insert(tx, [createDeadline(facts, await findCounting(ports, tx, hallCode), start.at)]);
  return undefined;
}

/** What is answered: how it is locked and saved, and the fact that says so. */
interface Answered<T> {
  readonly notFound: () => Refused;
  readonly lock: (ports: CasePorts, tx: Tx, key: HallKey) => Promise<T | undefined>;
  readonly update: (ports: CasePorts, tx: Tx, answered: T) => Promise<void>;
  readonly fact: (answered: T) => CaseFact;
}

/** The shell of acts that answer something whose only deadline ends with the answer, if it has begun. */
export function answerActs<T extends HallKey>({ update, fact, ...of }: Answered<T>) {
  return createActs<CasePorts, T, { readonly counting: Counting }, T>({
    ...of,
    prepare: async (ports, tx, hallCode) => ({ counting: await findCounting(ports, tx, hallCode) }),
    async save({ ports, tx, current, counting, now }, answered, command) {
      await update(ports, tx, answered);
      const deadline = await ports.deadlines.lock(tx, current);
      const event: DeadlineEvent = { kind: 'FINISH', at: now };
      if (deadline) await ports.deadlines.append(tx, [{ deadline: withEvent(deadline, event, counting, now), event }]);
      await ports.publish(tx, command, [fact(answered)]);
    },
  });
}
