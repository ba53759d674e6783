import { readFile } from 'node:fs/promises';
import fastifyCors from '@fastify/cors';
import { Histogram, Registry } from 'prom-client';
import { createActorSigner } from '@hall/platform/actor';
import { createClock, systemClock } from '@hall/platform/clock';
import { createHttpServer, GRAPHQL_PATH, mountGraphql, mountTestClock } from '@hall/platform/http';
import type { Logger } from '@hall/platform/logging';
import type { GatewayConfig } from './config';
import { createFederationEngine, SubgraphClient, type SubgraphDuration } from './engine';
import { createGraphqlServer } from './graphql/server';
import { mountDocuments } from './http/documents';
import { mountSandbox } from './http/sandbox';
import { moveSubgraphClocks } from './http/test-clock';
import { requestContextFactory } from './identity/request-context';
import { createTokenVerifier } from './identity/token-verifier';

/** What the gateway is given from outside. */
export interface GatewayDependencies {
  readonly logger: Logger;
  /** The composed schema, when it does not come from the configured file. */
  readonly supergraphSdl?: string;
}

/** A gateway that is wired but not yet listening. */
export interface Gateway {
  /** Opens the port and returns the address of GraphQL, for example `http://127.0.0.1:4000/graphql`. */
  listen(): Promise<string>;
  /** The address of GraphQL. Throws before {@link Gateway.listen}. */
  readonly url: string;
  /** Stops taking requests, lets running ones finish, closes the connections to the subgraphs. */
  close(): Promise<void>;
}

/**
 * Wires the gateway: who asks (identity), what may be asked (limits), who answers (engine over the subgraphs), and
 * what of an error is told.
 *
 * @throws Error when the supergraph cannot be read or names a subgraph without an address.
 */
export async function createGateway(config: GatewayConfig, { logger, ...deps }: GatewayDependencies): Promise<Gateway> {
  const supergraphSdl = deps.supergraphSdl ?? (await readFile(config.supergraphFile, 'utf8'));
  // Signatures live in machine time: moving the hall's test clock must not end anybody's session.
  const now = (): number => systemClock.now().getTime();
  const signer = await createActorSigner(config.signingKey, { now });
  const clients = new Map(
    Object.entries(config.subgraphs).map(([name, url]) => [
      name,
      new SubgraphClient({ name, url, ...config.subgraphLimits }),
    ]),
  );
  const metrics = new Registry();
  const server = createHttpServer({
    logger,
    metrics,
    bodyLimit: config.bodyLimit,
    readiness: Object.fromEntries([...clients].map(([name, client]) => [name, () => client.ready()])),
  });
  // Registered first, so that it runs after everything else has stopped using the connections.
  server.app.addHook('onClose', async () => {
    await Promise.all([...clients.values()].map((client) => client.close()));
  });
  if (config.corsOrigins.length > 0) {
    await server.app.register(fastifyCors, { origin: [...config.corsOrigins], methods: ['GET', 'POST'], maxAge: 600 });
  }
  if (config.sandbox) await mountSandbox(server.app, GRAPHQL_PATH);
  const { cases } = config.subgraphs;
  if (cases !== undefined) await mountDocuments(server.app, new URL(cases).origin, config.subgraphLimits);

  const engine = createFederationEngine({ supergraphSdl, clients, logger, duration: subgraphDuration(metrics) });
  const apollo = createGraphqlServer({
    engine,
    logger,
    hash: config.hash,
    introspection: config.introspection,
    maxAliases: config.maxAliases,
  });
  await mountGraphql(server, apollo, requestContextFactory(createTokenVerifier(config.oidc, now), signer));
  mountTestClock(server, {
    clock: createClock({ testClock: config.testClock }),
    afterSet: (instant, correlationId) => moveSubgraphClocks(clients.values(), signer, instant, correlationId),
  });

  let url: string | undefined;
  return {
    async listen() {
      url = `${await server.listen({ host: config.host, port: config.port })}${GRAPHQL_PATH}`;
      return url;
    },
    get url() {
      if (url === undefined) throw new Error('the gateway does not listen yet');
      return url;
    },
    close: () => server.close(),
  };
}

function subgraphDuration(metrics: Registry): SubgraphDuration {
  return new Histogram({
    name: 'subgraph_request_duration_seconds',
    help: 'Time of one request of the gateway to a subgraph',
    labelNames: ['subgraph', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
}
