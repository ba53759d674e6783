import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { UnavailableError } from '../postgres';

/** Codes for what the HTTP layer itself refuses, by status. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  503: 'SERVICE_UNAVAILABLE',
};

/**
 * Sends an error in the one shape the hall uses for all of them, that of a GraphQL answer without data, so that a
 * client needs one reader for refusals of the HTTP layer and of GraphQL.
 */
export function sendError(
  reply: FastifyReply,
  status: number,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const code = CODE_OF_STATUS[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, correlationId: reply.request.id, ...extensions } }] });
}

/** Answers an address that leads nowhere; it is not repeated. */
export function sendNoSuchAddress(reply: FastifyReply): FastifyReply {
  return sendError(reply, 404, '没有这个地址 / No such address');
}

/** Masks faults, names what a client did wrong, and answers unknown paths. */
export function registerFaultAnswers(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    // A `Host` header that is no host makes building the request's URL fail: the sender's mistake, not ours.
    const status = error.code === 'ERR_INVALID_URL' ? 400 : (error.statusCode ?? 500);
    if (status < 500) return sendError(reply, status, error.message);
    if (error instanceof UnavailableError) {
      request.log.warn({ err: error }, 'request given back');
      void reply.header('retry-after', UnavailableError.retryAfterSeconds);
      return sendError(reply, 503, '系统繁忙，请稍后重试 / Busy at the moment; please try again shortly');
    }
    request.log.error({ err: error }, 'request failed');
    return sendError(reply, status, '系统故障 / Internal error');
  });
  app.setNotFoundHandler((_request, reply) => sendNoSuchAddress(reply));
}
