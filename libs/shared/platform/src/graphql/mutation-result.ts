import { isRefused } from '@hall/kernel';
import type { Outcome, RefusalCatalogue } from '@hall/kernel';
import { isSignedIn } from '../actor';
import type { Command } from '../use-case';
import type { SubgraphContext } from './context';
import { unauthenticated } from './errors';
import { toRefusal } from './user-error.type';
import type { RefusalType, UserError } from './user-error.type';

/**
 * Makes a use case's command from a request: who asks, under which correlation id, and what. A key in the input comes before
 * that of the request.
 */
export function commandOf<Input>(context: SubgraphContext, input: Input, givenKey?: string | null): Command<Input> {
  const { actor, correlationId } = context;
  const idempotencyKey = givenKey ?? context.idempotencyKey;
  if (!isSignedIn(actor)) throw unauthenticated();
  return { actor, correlationId, input, ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** Turns an outcome into a member of the mutation's union: the changed thing, loaded afresh, or the refusal. */
export type ToMutationResult = <T, Type>(
  outcome: Promise<Outcome<T>>,
  context: SubgraphContext,
  load: (value: T) => Promise<Type | null>,
) => Promise<Type | UserError>;

/** Makes the {@link ToMutationResult} of one service. */
export function mutationResultWith(type: RefusalType, catalogue: RefusalCatalogue): ToMutationResult {
  return async (outcome, context, load) => {
    const settled = await outcome;
    if (isRefused(settled)) return toRefusal(type, catalogue, settled.refusal, context.locale);
    const loaded = await load(settled.value);
    if (loaded === null) throw new Error('the changed thing could not be read back');
    return loaded;
  };
}
