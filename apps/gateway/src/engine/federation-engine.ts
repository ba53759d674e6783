import { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { Logger } from '@hall/platform/logging';
import type { GatewayContext } from '../context';
import { PooledDataSource, type SubgraphDuration } from './pooled-data-source';
import type { SubgraphClient } from './subgraph-client';

// The engine reports usage figures to its maker unless told not to. A service hall tells nobody.
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

/** Memory for query plans, in MiB: about a thousand operations of front ends, so that planning is paid once each. */
const QUERY_PLAN_STORE_MIB = 50;

/** What the engine needs. */
export interface FederationEngineOptions {
  /** The composed schema, as `tools/src/compose` wrote it. */
  readonly supergraphSdl: string;
  /** One client per subgraph, by its name in the supergraph; addresses in the file are not used. */
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly logger: Logger;
  readonly duration?: SubgraphDuration;
}

/** What plans and executes operations, as the GraphQL server takes it. */
export type FederationEngine = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/**
 * Plans and executes operations over the subgraphs. The one place that knows which engine does it.
 *
 * @throws Error at load when the supergraph names a subgraph that has no client.
 */
export function createFederationEngine(options: FederationEngineOptions): FederationEngine {
  const { supergraphSdl, clients, logger, duration } = options;
  return new ApolloGateway({
    supergraphSdl,
    logger: logger.child({ component: 'engine' }),
    experimental_approximateQueryPlanStoreMiB: QUERY_PLAN_STORE_MIB,
    buildService: ({ name }) => {
      const client = clients.get(name);
      if (client === undefined) throw new Error(`no address is configured for the subgraph "${name}"`);
      return new PooledDataSource(client, duration);
    },
  });
}
