import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { JWK } from 'jose';
import { pino } from 'pino';
import { ACTOR_HEADER, createActorVerifier, type Actor } from '@hall/platform/actor';
import { createHttpServer, mountGraphql } from '@hall/platform/http';

/** What a toy resolver is given. */
export interface ToyContext {
  readonly actor: Actor;
  readonly correlationId: string;
}

type Resolvers = NonNullable<Parameters<typeof buildSubgraphSchema>[0] extends infer Modules ? Modules : never>;

/** A well-behaved small subgraph behind the platform's own HTTP server and actor check. */
export async function startToySubgraph(
  sdl: string,
  resolvers: unknown,
  publicJwk: JWK,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createHttpServer({ logger: pino({ level: 'silent' }) });
  const verifier = await createActorVerifier(publicJwk);
  const apollo = new ApolloServer<ToyContext>({
    schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers } as Resolvers),
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: true,
    introspection: true,
    stopOnTerminationSignals: false,
  });
  await mountGraphql(server, apollo, async (request) => ({
    actor: await verifier.verify(request.headers[ACTOR_HEADER]),
    correlationId: request.id,
  }));
  const origin = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `${origin}/graphql`, close: () => server.close() };
}
