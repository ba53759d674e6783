export { ROLES, anonymousActor, isRole, isSignedIn, localeOf } from './actor';
export type { Actor, Locale, Role, SignedInActor } from './actor';
export { ACTOR_AUDIENCE, ACTOR_HEADER, ACTOR_ISSUER, CORRELATION_HEADER } from './headers';
export { ACTOR_LIFETIME_SECONDS, createActorSigner } from './signer';
export type { ActorSigner, ActorSignerOptions } from './signer';
export { createActorVerifier } from './verifier';
export type { ActorVerifier, ActorVerifierOptions } from './verifier';
export { BoundedCache } from './bounded-cache';
export { noteStaff, staffIdOf } from './staff-of';
