import { isRefused } from '@hall/kernel';
import type { Outcome, Refused } from '@hall/kernel';
import type { SignedInActor } from '../actor';
import { remembered } from '../idempotency';
import type { Database, Tx } from '../postgres';

/** A request to change something: who asks, and what. */
export interface Command<Input> {
  readonly actor: SignedInActor;
  readonly correlationId: string;
  readonly idempotencyKey?: string;
  readonly input: Input;
}

/** What the shell must know about a use case to run it. */
export interface UseCase {
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

/**
 * The shell around every use case. The result that is remembered under an idempotency key is what the body answers:
 * keys of things, not their state, so a repeat shows the thing as it is now.
 */
export function createUseCaseRunner(database: Database): RunUseCase {
  return async (command, { operation, hallCode }, body) => {
    const { actor, idempotencyKey, input } = command;
    try {
      return await database.transaction(async (tx) => {
        const outcome =
          idempotencyKey === undefined
            ? await body(tx)
            : await remembered(tx, { hallCode, actor: actor.account, operation, key: idempotencyKey, input }, () =>
                body(tx),
              );
        if (isRefused(outcome)) throw new RollBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RollBack) return error.refused;
      throw error;
    }
  };
}
