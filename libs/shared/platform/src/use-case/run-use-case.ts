import { isRefused } from '@hall/kernel';
import type { Outcome, Refused } from '@hall/kernel';
import { staffNotedIn } from '../actor';
import type { KnownStaff, SignedInActor } from '../actor';
import { runIdempotent } from '../idempotency';
import { retryWhenStale } from '../inbox';
import type { ReadModels } from '../inbox';
import type { Logger } from '../logging';
import { SqlState, sqlStateOf } from '../postgres';
import type { Database, Tx } from '../postgres';
import type { KeyedHash } from '../privacy';
import { refuseCommonly } from '../refusals';
import type { commonRefusals } from '../refusals';

/** For whom an act is. */
export interface ActAudience {
  /** Whether it is for a member of staff with these roles. */
  includes(roles: readonly string[]): boolean;
  /** Whether it is for its caller as the hall knows them now; asked when an earlier answer is to be given again. */
  stillIncludesCaller(): boolean | Promise<boolean>;
}

/** A request to change something: who asks, and what. */
export interface Command<Input> {
  readonly actor: SignedInActor;
  readonly correlationId: string;
  /** Of the request; whoever makes a command without one says so. */
  readonly idempotencyKey: string | undefined;
  /** What a visitor who did not sign in has shown: repeats of theirs are known by it, and strangers do not meet. */
  readonly proof?: string | undefined;
  /** For whom it is; absent where it is for everybody. */
  readonly audience?: ActAudience;
  readonly input: Input;
}

/** What the shell must know about a use case to run it. */
interface UseCase {
  /** The mutation's name; idempotency keys of different operations do not meet. */
  readonly operation: string;
  readonly hallCode: string;
}

/** Runs the body of a use case: one transaction, at most once per idempotency key, nothing kept when it refuses. */
export type RunUseCase = <T>(
  command: Command<unknown>,
  useCase: UseCase,
  body: (tx: Tx) => Promise<Outcome<T>>,
) => Promise<Outcome<T>>;

/** Carries a refusal out of the transaction, so that whatever was written before it is rolled back. */
class RollBack extends Error {
  constructor(readonly refused: Refused) {
    super('refused');
  }
}

/** One line per command: who, what, and how it ended. Never what was in it. */
function logOutcome(
  { logger, hash }: UseCaseShell,
  { actor, correlationId }: Command<unknown>,
  useCase: UseCase,
  outcome: Outcome<unknown>,
): void {
  const result = isRefused(outcome)
    ? { refused: outcome.refusal.code, clause: outcome.refusal.clause }
    : { done: outcome.value };
  logger.info(
    { correlationId, actor: hash('account', actor.account), ...useCase, ...result },
    isRefused(outcome) ? 'refused' : 'done',
  );
}

/** Whoever was registered a moment ago may not be known here yet. */
const staffNotKnown: keyof typeof commonRefusals = 'STAFF_NOT_KNOWN';

/** What the shell of a service's use cases is made of. */
export interface UseCaseShell {
  readonly database: Database;
  readonly logger: Logger;
  /** Stands for accounts in logs, and for requests under an idempotency key. */
  readonly hash: KeyedHash;
  /** What a transaction finds out of the staff is of use to whoever reads what it has changed. */
  readonly knownStaff?: KnownStaff;
  /** For a service that keeps facts of others: which refusals may only mean that a fact is still on its way. */
  readonly waitForFacts?: { readonly readModels: ReadModels; readonly staleCodes: ReadonlySet<string> };
}

/**
 * The shell around every use case. The result that is remembered under an idempotency key is what the body returns:
 * keys of things, not their state, so a repeat shows the thing as it is now.
 */
export function createUseCaseRunner(shell: UseCaseShell): RunUseCase {
  const { waitForFacts } = shell;
  const staleCodes = new Set([...(waitForFacts?.staleCodes ?? []), staffNotKnown]);
  return async (command, useCase, body) => {
    const attempt = () => refusedWhenTaken(shell, () => runOnce(shell, command, useCase, body));
    const outcome = waitForFacts ? await retryWhenStale(waitForFacts.readModels, staleCodes, attempt) : await attempt();
    logOutcome(shell, command, useCase, outcome);
    return outcome;
  };
}

const taken: ReadonlySet<string | undefined> = new Set([SqlState.uniqueViolation, SqlState.exclusionViolation]);

/**
 * Somebody else has just written what may be there only once. The second time the body finds it there and says no in its own
 * words; where it does not look for it, the shell says so.
 *
 * @refuses ALREADY_WRITTEN
 */
async function refusedWhenTaken<T>({ logger }: UseCaseShell, once: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const orTaken = async (error: unknown): Promise<Outcome<T>> => {
    if (!taken.has(sqlStateOf(error))) throw error;
    logger.warn({ err: error }, 'what may be there only once is there already');
    return refuseCommonly('ALREADY_WRITTEN');
  };
  try {
    return await once();
  } catch (error) {
    await orTaken(error);
    return once().catch(orTaken);
  }
}

/** One transaction, at most once per idempotency key, rolled back when the body refuses. */
async function runOnce<T>(
  { database, hash, knownStaff }: UseCaseShell,
  { actor, idempotencyKey, proof, audience, input }: Command<unknown>,
  { operation, hallCode }: UseCase,
  body: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let isAgain = false;
  try {
    const answer = await database.transaction(async (tx) => {
      // The hall of the caller belongs to who they are: with a token of another hall a request is another one.
      const who = proof === undefined ? JSON.stringify([actor.hallCode, actor.account]) : hash('visitor', proof);
      const identity = { hallCode, actor: who, operation, input };
      isAgain = idempotencyKey !== undefined;
      const outcome =
        idempotencyKey === undefined
          ? await body(tx)
          : await runIdempotent(tx, { ...identity, key: idempotencyKey, hash }, () => ((isAgain = false), body(tx)));
      knownStaff?.note(staffNotedIn(tx));
      if (isRefused(outcome)) throw new RollBack(outcome);
      return outcome;
    });
    // The answer is a thing that the act has found its caller to be one for; they may have ceased to be.
    return isAgain && audience && !(await audience.stillIncludesCaller()) ? refuseCommonly('STAFF_NOT_KNOWN') : answer;
  } catch (error) {
    if (error instanceof RollBack) return error.refused;
    throw error;
  }
}
