import { isRefused } from '@hall/kernel';
import type { HallKey, Outcome, Refusal, RefusalCatalogue } from '@hall/kernel';
import type { Loader } from './loader';
import { createUnionType } from 'type-graphql';
import { isSignedIn } from '../actor';
import type { Command } from '../use-case';
import type { SubgraphContext } from './context';
import { forbidden, unauthenticated } from './errors';
import { globalId } from './keys';
import { refusalType, toRefusal } from './user-error.type';
import type { RefusalType, RefusalWords, UserError } from './user-error.type';

/** What a caller may say besides the input of an act. */
export interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
  /** Stands for an account where nobody needs one. See {@link Command.proof}. */
  readonly proof?: string;
}

/**
 * Makes a use case's command from a request: who asks, under which correlation id, and what. A key in the input comes before
 * that of the request.
 */
export function commandOf<Input>(context: SubgraphContext, input: Input, said: Keyed = {}): Command<Input> {
  const { actor, correlationId, audience } = context;
  const idempotencyKey = said.idempotencyKey ?? context.idempotencyKey;
  const asked = { correlationId, input, idempotencyKey, ...(audience && { audience }) };
  if (isSignedIn(actor)) return { ...asked, actor };
  if (said.proof === undefined) throw unauthenticated();
  return { ...asked, actor: { ...actor, account: nobody }, proof: said.proof };
}

/** No account is called so. */
const nobody = '';

/** The loaders that find a thing by its global id. */
export type LoaderName<Loaders> = {
  [Name in keyof Loaders]: Loaders[Name] extends Loader<unknown> ? Name : never;
}[keyof Loaders];

/** How the mutations of a service answer: with the changed thing, or with the one refusal type of the service. */
export interface MutationResults<Loaders> {
  readonly Refusal: RefusalType;
  /** Makes the union that a mutation returns. */
  readonly resultOf: (name: string, ...types: readonly (new () => object)[]) => object;
  /** Makes a refusal for a caller. */
  readonly refused: (refusal: Refusal, context: SubgraphContext) => UserError;
  /** Turns an outcome into a member of the union; the changed thing is loaded afresh. */
  readonly toMutationResult: <Changed>(
    outcome: Promise<Outcome<Changed>>,
    context: SubgraphContext,
    load: (changed: Changed) => Promise<object | null>,
    offered?: (about: HallKey) => Promise<readonly string[]>,
  ) => Promise<object>;
  /**
   * Runs an act as its caller and shows what it has changed; a refusal names what this caller may do instead.
   *
   * @param show the loader that finds the changed thing by its key, or how else it is found
   */
  readonly act: <Ports, Input, Changed>(
    parts: { readonly ports: Ports },
    context: SubgraphContext<Loaders>,
    useCase: (ports: Ports, command: Command<Input>) => Promise<Outcome<Changed>>,
    said: Input & Keyed,
    show: (Changed extends HallKey ? LoaderName<Loaders> : never) | ((changed: Changed) => Promise<object | null>),
  ) => Promise<object>;
}

/**
 * Makes the {@link MutationResults} of a service.
 *
 * @param offeredBy for a thing that has acts of its own, the loader of those that the caller may do, by the loader of the thing
 * @param words by which enumeration people read the codes in its details
 */
export function mutationResults<Loaders>(
  name: string,
  description: string,
  catalogue: RefusalCatalogue,
  offeredBy: Partial<Record<LoaderName<Loaders>, LoaderName<Loaders>>> = {},
  words: RefusalWords = {},
): MutationResults<Loaders> {
  const Refusal = refusalType(name, description, catalogue);
  const results: MutationResults<Loaders> = {
    Refusal,
    resultOf: (union, ...types) =>
      createUnionType({
        name: union,
        description: '结果，或按规定的拒绝 / The changed thing, or a refusal with its clause',
        types: () => [...types, Refusal] as const,
      }),
    refused: (refusal, { locale }) => toRefusal(Refusal, catalogue, refusal, locale, words),
    async toMutationResult(outcome, context, load, offered) {
      const settled = await outcome;
      if (isRefused(settled)) {
        const { about, allowedActions } = settled.refusal;
        if (!offered || !about || !allowedActions) return results.refused(settled.refusal, context);
        const own = await offered(about);
        const told = { ...settled.refusal, allowedActions: allowedActions.filter((action) => own.includes(action)) };
        return results.refused(told, context);
      }
      const loaded = await load(settled.value);
      // Done it is; but it has come to be none of the caller's business, with the act or before it was asked for again.
      if (loaded === null) throw forbidden('the changed thing');
      return loaded;
    },
    act({ ports }, context, useCase, { idempotencyKey, proof, ...said }, show) {
      const loaders = context.loaders as Readonly<Record<PropertyKey, Loader<object | null>>>;
      const load = typeof show === 'function' ? show : (key: unknown) => loaders[show]!.load(globalId(key as HallKey));
      const offers = typeof show === 'string' ? offeredBy[show as LoaderName<Loaders>] : undefined;
      const offered = (about: HallKey) => loaders[offers!]!.load(globalId(about)) as Promise<readonly string[]>;
      const keyed = { idempotencyKey, ...(proof !== undefined && { proof }) };
      const outcome = useCase(ports, commandOf(context, said as never, keyed));
      return results.toMutationResult(outcome, context, load as never, offers && offered);
    },
  };
  return results;
}
