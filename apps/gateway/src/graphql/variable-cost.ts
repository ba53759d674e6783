import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, Kind, validate, visit } from 'graphql';
import type { DocumentNode, ValidationRule } from 'graphql';
import type { GatewayContext } from '../context';

/** The arguments by which the cost of a list is multiplied. */
const multipliers: ReadonlySet<string> = new Set(['first', 'last']);

/** The document as if its sizes of pages had been written out; the same one when none of them is a variable. */
function withSizes(document: DocumentNode, variables: Readonly<Record<string, unknown>>): DocumentNode {
  const defaults = new Map<string, number>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    for (const { variable, defaultValue } of definition.variableDefinitions ?? [])
      if (defaultValue?.kind === Kind.INT) defaults.set(variable.name.value, Number(defaultValue.value));
  }
  return visit(document, {
    Argument(argument) {
      const { name, value } = argument;
      if (!multipliers.has(name.value) || value.kind !== Kind.VARIABLE) return undefined;
      const given = variables[value.name.value];
      const size = given === undefined ? defaults.get(value.name.value) : given;
      // Anything else is no size: whoever takes it refuses it, or has a size of its own.
      if (typeof size !== 'number' || !Number.isInteger(size)) return undefined;
      return { ...argument, value: { kind: Kind.INT, value: String(size) } };
    },
  });
}

/**
 * Holds an operation to its limit of cost once more when its variables are known: the text is validated without them, and
 * only once for all requests that have it.
 */
export function variableCost(costRule: ValidationRule): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, request }) {
          const asked = withSizes(document, request.variables ?? {});
          const [tooDear] = asked === document ? [] : validate(schema, asked, [costRule]);
          if (!tooDear) return;
          const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } };
          throw new GraphQLError(tooDear.message, { extensions });
        },
      };
    },
  };
}
