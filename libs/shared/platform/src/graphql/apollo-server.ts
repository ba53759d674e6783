import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { errorFormatter } from './errors';
import type { SubgraphContext } from './context';
import type { Logger } from '../logging';

/**
 * The GraphQL server of a subgraph. Limits on depth and cost are the gateway's; here the signature of the gateway is
 * required (see `actor`), and faults are masked again, so that reaching a subgraph by another way reveals nothing.
 */
export function createSubgraphServer<Loaders>(options: {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly introspection: boolean;
  /** Awaited before a mutation is answered. */
  readonly afterMutation: () => Promise<void>;
}): ApolloServer<SubgraphContext<Loaders>> {
  return new ApolloServer<SubgraphContext<Loaders>>({
    schema: options.schema,
    introspection: options.introspection,
    hideSchemaDetailsFromClientErrors: !options.introspection,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(options.logger),
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled(), answering(options)],
  });
}

function answering({ afterMutation }: { readonly afterMutation: () => Promise<void> }): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ operation }) {
        if (operation?.operation === 'mutation') await afterMutation();
      },
    }),
  };
}
