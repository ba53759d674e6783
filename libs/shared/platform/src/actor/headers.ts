/** Header in which the gateway hands the signed actor to a subgraph. */
export const ACTOR_HEADER = 'x-hall-actor';

/** Header that ties together everything one request of a client caused, in every process. */
export const CORRELATION_HEADER = 'x-correlation-id';

/** `iss` of an actor token: only the gateway signs. */
export const ACTOR_ISSUER = 'hall-gateway';

/** `aud` of an actor token: any subgraph of the installation, and nobody else. */
export const ACTOR_AUDIENCE = 'hall-subgraphs';

/** The one signature algorithm accepted, so that a token cannot choose a weaker one. */
export const ACTOR_ALGORITHM = 'EdDSA';
