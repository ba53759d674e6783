import type { Actor } from '@hall/platform/actor';
import type { Cancellation } from './cancellation';

/** What the gateway knows about one request of a client while it asks the subgraphs. */
export interface GatewayContext {
  readonly actor: Actor;
  /** The signed actor for the subgraphs. */
  readonly actorToken: string;
  readonly correlationId: string;
  /** The client's own `Accept-Language`, passed on as it came. */
  readonly acceptLanguage?: string;
  /** What makes sending this request again harmless, passed on as it came. */
  readonly idempotencyKey?: string;
  /** Tells when the client has gone away. */
  readonly cancellation: Cancellation;
}
