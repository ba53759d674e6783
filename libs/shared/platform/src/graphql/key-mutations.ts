import type { GraphQLSchema } from 'graphql';
import type { SubgraphContext } from './context';

/**
 * Gives every mutation of a request a key of its own: that of the request and the name under which the client asked for it,
 * so that several mutations in one request do not take each other for a repeat.
 */
export function keyMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = (source, args, context: SubgraphContext, info) => {
      const { idempotencyKey: ofRequest } = context;
      const keyed = ofRequest === undefined ? context : { ...context, idempotencyKey: `${ofRequest}/${info.path.key}` };
      return resolve(source, args, keyed, info);
    };
  }
}
