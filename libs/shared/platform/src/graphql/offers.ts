import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { SubgraphContext } from './context';
import type { Loader } from './loader';

/** The loaders that find names of mutations. */
type OfferLoader<Loaders> = {
  [Name in keyof Loaders]: Loaders[Name] extends Loader<readonly string[]> ? Name : never;
}[keyof Loaders];

/**
 * Makes what gives a type its `allowedActions`: what whoever reads a thing may do with it now, once as texts like those of a
 * refusal, beside which a client selects it (one name has one type in a union, ADR 28), and once of a closed list.
 *
 * @param keyOf by what the loader knows the thing; its id when absent
 */
export function offersBy<Loaders>() {
  return <T extends object>(
    type: new () => T,
    loader: OfferLoader<Loaders>,
    names: object,
    keyOf: (root: T) => string = (root) => (root as { readonly id: string }).id,
  ): new () => object => {
    const load = (root: T, context: SubgraphContext): Promise<readonly string[]> =>
      (context.loaders as Readonly<Record<PropertyKey, Loader<readonly string[]>>>)[loader]!.load(keyOf(root));

    @Resolver(() => type)
    class OffersResolver {
      @FieldResolver(() => [String], {
        description: '您现在可做的操作 / What you may do with it now: with this state, your role and your authority',
      })
      allowedActions(@Root() root: object, @Ctx() context: SubgraphContext) {
        return load(root as T, context);
      }

      @FieldResolver(() => [names], {
        description: '同 allowedActions，可穷举 / The allowed actions again, of a closed list',
      })
      allowedActionNames(@Root() root: object, @Ctx() context: SubgraphContext) {
        return load(root as T, context);
      }
    }
    return OffersResolver;
  };
}
