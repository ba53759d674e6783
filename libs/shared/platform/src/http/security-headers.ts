import type { FastifyInstance } from 'fastify';

/**
 * Answers are data: no browser may guess their type, frame them, run anything in them or keep their address.
 * A route that serves a page (the sandbox, in development) replaces the policy for itself.
 */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-site',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'strict-transport-security': 'max-age=31536000',
} as const;

/** Adds the security headers to every answer, errors included. */
export function registerSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(HEADERS);
  });
}
