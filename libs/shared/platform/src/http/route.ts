import type { FastifyRequest } from 'fastify';

/** Where every service of the hall answers GraphQL. */
export const GRAPHQL_PATH = '/graphql';

/** The pattern of the route a request met, never its path: paths may hold numbers of people's cases. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
