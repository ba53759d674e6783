import type { FastifyRequest } from 'fastify';

/** The pattern of the route a request met, never its path: paths may hold numbers of people's cases. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
