export { anonymousActor, isRole, isSignedIn, localeOf } from './actor';
export type { Actor, Locale, Role, SignedInActor } from './actor';
export { ACTOR_HEADER, CORRELATION_HEADER } from './headers';
export { createActorSigner } from './signer';
export type { ActorSigner } from './signer';
export { createActorVerifier } from './verifier';
export type { ActorVerifier } from './verifier';
export { BoundedCache } from './bounded-cache';
export { noteStaff, staffIdOf } from './staff-of';
