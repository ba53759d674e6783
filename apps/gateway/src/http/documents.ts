import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { CORRELATION_HEADER } from '@hall/platform/actor';

/** Where the hall's documents are: papers of cases by their links, guides, checklists, the board. */
const DOCUMENTS_PATH = '/documents';

/**
 * Passes requests for documents on to the service that makes them. A link to a paper carries its own proof, so nothing
 * that says who asks is passed on; only reading is.
 *
 * @param upstream the origin of the service
 */
export async function mountDocuments(
  app: FastifyInstance,
  upstream: string,
  { timeoutMs }: { readonly timeoutMs: number },
): Promise<void> {
  await app.register(httpProxy, {
    upstream,
    prefix: DOCUMENTS_PATH,
    rewritePrefix: DOCUMENTS_PATH,
    httpMethods: ['GET', 'HEAD'],
    undici: { bodyTimeout: timeoutMs, headersTimeout: timeoutMs },
    replyOptions: {
      // One attempt: a service that is busy is not made less so by being asked again, and the client is told when to.
      retryDelay: () => null,
      rewriteRequestHeaders: (request, { 'accept-language': language, accept }) => ({
        ...(language !== undefined && { 'accept-language': language }),
        ...(accept !== undefined && { accept }),
        [CORRELATION_HEADER]: String(request.id),
      }),
    },
  });
}
