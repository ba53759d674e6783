import { createDeadline, withEvent } from '@hall/kernel';
import type {
  Counting,
  Deadline,
  DeadlineEvent,
  DeadlineOwner,
  DeadlineStart,
  HallKey,
  Refused,
  TimeLimit,
} from '@hall/kernel';
import { findCounting } from '@hall/platform/deadlines';
import { findSessions } from '@hall/platform/directory';
import type { Tx } from '@hall/platform/postgres';
import { createActs } from '@hall/platform/use-case';
import { ownDeadlineOf } from '../../domain/deadlines/subjects';
import type { DeadlineSubject } from '../../domain/deadlines/subjects';
import type { CaseFact } from '../../domain/facts';
import { refuse } from '../../domain/refusals';
import type { CasePorts } from '../ports';

/** Where the deadlines of things that are no cases are kept. */
export interface Keeper {
  readonly ports: CasePorts;
  readonly tx: Tx;
}

/**
 * Begins a deadline now.
 *
 * @refuses WINDOW_NOT_KNOWN as long as nothing is known of the hall's hours
 */
export async function beginDeadline(
  { ports, tx }: Keeper,
  of: Pick<Deadline, 'hallCode' | 'id' | 'subject' | 'owner'>,
  limit: TimeLimit,
): Promise<Refused | undefined> {
  const [sessions, counting] = await Promise.all([findSessions(tx, of.hallCode), findCounting(ports, tx, of.hallCode)]);
  if (!sessions) return refuse('WINDOW_NOT_KNOWN');
  const start: DeadlineStart = { kind: 'START', at: ports.clock.now(), limit, sessions };
  await ports.deadlines.insert(tx, [createDeadline({ ...of, ledger: [start] }, counting, start.at)]);
  return undefined;
}

/** Ends whatever deadlines of an owner are open. */
export async function finishDeadlines(
  { ports, tx }: Keeper,
  hallCode: string,
  owner: DeadlineOwner,
  counting?: Counting,
): Promise<void> {
  const open = await ports.deadlines.lockOpenOf(tx, hallCode, owner);
  if (open.length === 0) return;
  const event: DeadlineEvent = { kind: 'FINISH', at: ports.clock.now() };
  const by = counting ?? (await findCounting(ports, tx, hallCode));
  await ports.deadlines.append(
    tx,
    open.map((deadline) => ({ deadline: withEvent(deadline, event, by, event.at), event })),
  );
}

/** What is answered: how it is locked and saved, which deadline ends with it, and the fact that says so. */
interface Answered<T> {
  readonly subject: DeadlineSubject;
  readonly notFound: () => Refused;
  readonly lock: (ports: CasePorts, tx: Tx, key: HallKey) => Promise<T | undefined>;
  readonly update: (ports: CasePorts, tx: Tx, answered: T) => Promise<void>;
  readonly fact: (answered: T) => CaseFact;
}

/** The shell of acts that answer something whose only deadline ends with the answer, if it has begun. */
export function answerActs<T extends HallKey>({ subject, update, fact, ...of }: Answered<T>) {
  return createActs<CasePorts, T, { readonly counting: Counting }, T>({
    ...of,
    prepare: async (ports, tx, hallCode) => ({ counting: await findCounting(ports, tx, hallCode) }),
    async save({ ports, tx, current, counting }, answered, command) {
      await update(ports, tx, answered);
      await finishDeadlines({ ports, tx }, current.hallCode, ownDeadlineOf(current, subject).owner, counting);
      await ports.publish(tx, command, [fact(answered)]);
    },
  });
}
