import type { FastifyReply, FastifyRequest } from 'fastify';
import { anonymousActor, localeOf, type ActorSigner } from '@hall/platform/actor';
import { IDEMPOTENCY_HEADER, idempotencyKeyOf } from '@hall/platform/idempotency';
import { Cancellation } from '../cancellation';
import type { GatewayContext } from '../context';
import type { TokenVerifier } from './token-verifier';

/**
 * Makes the context of a request: a token that is not good refuses the request, no token means a visitor who did not
 * sign in. The visitor is signed too, so that a subgraph can tell the gateway from anybody else.
 */
export function requestContextFactory(tokens: TokenVerifier, signer: ActorSigner) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> => {
    const { authorization, 'accept-language': acceptLanguage } = request.headers;
    const locale = localeOf(acceptLanguage);
    const idempotencyKey = idempotencyKeyOf(request.headers[IDEMPOTENCY_HEADER]);
    const actor =
      authorization === undefined
        ? anonymousActor(locale)
        : { ...(await tokens.verify(authorization, locale)), locale };
    return {
      actor,
      actorToken: await signer.sign(actor),
      correlationId: request.id,
      cancellation: cancelledWithClient(reply),
      ...(acceptLanguage === undefined ? {} : { acceptLanguage }),
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    };
  };
}

/** Cancelled when the connection closes before the answer was written. */
function cancelledWithClient(reply: FastifyReply): Cancellation {
  const cancellation = new Cancellation();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) cancellation.cancel();
  });
  return cancellation;
}
