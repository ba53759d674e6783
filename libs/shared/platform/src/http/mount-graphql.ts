import type { ApolloServer, BaseContext } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpServer } from './http-server';
import { GRAPHQL_PATH } from './route';

/** Makes the context of one GraphQL request; `request.id` is its correlation id. */
export type GraphqlContextFactory<Context extends BaseContext> = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<Context>;

/**
 * Mounts a GraphQL server under {@link GRAPHQL_PATH} (GET and POST), starts it, and stops it after the last request
 * when the HTTP server closes. The context is made before the operation is even parsed: throwing there refuses it.
 */
export async function mountGraphql<Context extends BaseContext>(
  server: HttpServer,
  apollo: ApolloServer<Context>,
  context: GraphqlContextFactory<Context>,
  path: string = GRAPHQL_PATH,
): Promise<void> {
  await apollo.start();
  server.app.addHook('onClose', () => apollo.stop());
  server.app.route({ method: ['GET', 'POST'], url: path, handler: fastifyApolloHandler(apollo, { context }) });
}
