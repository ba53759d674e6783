import { composeServices } from '@apollo/composition';
import type { GraphQLError } from 'graphql';
import { parse, Source } from 'graphql';

/** The schema of one subgraph, as the service emitted it. */
export interface SubgraphSchema {
  readonly name: string;
  /** Address written into the supergraph; the gateway replaces it by its own settings. */
  readonly url: string;
  /** File the schema came from, for messages. */
  readonly file: string;
  readonly sdl: string;
}

/** The subgraphs do not fit together; `problems` holds every reason with the place it came from. */
export class CompositionError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the subgraphs do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/**
 * Composes the subgraphs into one supergraph.
 *
 * @throws CompositionError with every problem at once.
 */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[]): string {
  const problems: string[] = [];
  const services = subgraphs.flatMap(({ name, url, file, sdl }) => {
    try {
      return [{ name, url, typeDefs: parse(new Source(sdl, file)) }];
    } catch (error) {
      problems.push(describe(error as GraphQLError));
      return [];
    }
  });
  if (problems.length > 0) throw new CompositionError(problems);
  const { errors, supergraphSdl } = composeServices(services);
  if (errors !== undefined) throw new CompositionError(errors.map(describe));
  return `${supergraphSdl.trimEnd()}\n`;
}

/** One line per error: code, message, and every place it points to. */
function describe(error: GraphQLError): string {
  const code = error.extensions['code'];
  const places = (error.nodes ?? []).flatMap(({ loc }) =>
    loc === undefined ? [] : [`${loc.source.name}:${loc.startToken.line}:${loc.startToken.column}`],
  );
  const own =
    error.source === undefined
      ? []
      : (error.locations ?? []).map(({ line, column }) => `${error.source?.name}:${line}:${column}`);
  const where = [...new Set([...own, ...places])];
  const head = code === undefined ? error.message : `${String(code)}: ${error.message}`;
  return where.length === 0 ? head : `${head} (${where.join(', ')})`;
}
