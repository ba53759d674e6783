import { importJWK, SignJWT, type JWK, type KeyLike } from 'jose';
import { ACTOR_ALGORITHM, ACTOR_AUDIENCE, ACTOR_ISSUER } from './headers';
import type { Actor } from './actor';
import { systemClock } from '../clock';
import { BoundedCache } from './bounded-cache';

/** How long a signed actor is accepted, in seconds: enough for the slowest operation, too short to be worth stealing. */
const ACTOR_LIFETIME_SECONDS = 60;

/** A cached token is handed out only while at least this much of its life is left, in seconds. */
const MINIMUM_LIFE_LEFT_SECONDS = 30;

const CACHED_ACTORS = 10_000;

/** Signs actors for the subgraphs; held by the gateway alone. */
export interface ActorSigner {
  /** The compact token for the {@link ACTOR_HEADER} header; the same actor gets the same token for up to 30 seconds. */
  sign(actor: Actor): Promise<string>;
}

/** Settings of {@link createActorSigner}. */
export interface ActorSignerOptions {
  /** Machine time in milliseconds. Never the hall's test clock: moving that must not invalidate tokens in flight. */
  readonly now?: () => number;
  /** How many actors' tokens are remembered. */
  readonly cacheSize?: number;
}

/** Signs one actor with a fresh life of {@link ACTOR_LIFETIME_SECONDS}, counted from `nowSeconds` (Unix time). */
function signActor(actor: Actor, key: KeyLike | Uint8Array, nowSeconds: number): Promise<string> {
  return new SignJWT({
    ...(actor.hallCode === undefined ? {} : { hall: actor.hallCode }),
    ...(actor.name === undefined ? {} : { name: actor.name }),
    roles: [...actor.roles],
    locale: actor.locale,
    ...(actor.account === undefined ? {} : { sub: actor.account }),
  })
    .setProtectedHeader({ alg: ACTOR_ALGORITHM })
    .setIssuer(ACTOR_ISSUER)
    .setAudience(ACTOR_AUDIENCE)
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + ACTOR_LIFETIME_SECONDS)
    .sign(key);
}

/**
 * A signer with a bounded memory. One operation of a front end becomes several subgraph requests, and a front end sends
 * many operations: remembering the token makes the signature a cost per actor and half minute, not per request.
 *
 * @param privateJwk Ed25519 private key as JWK.
 */
export async function createActorSigner(privateJwk: JWK, options: ActorSignerOptions = {}): Promise<ActorSigner> {
  const key = await importEd25519(privateJwk, 'private');
  const now = options.now ?? (() => systemClock.now().getTime());
  const cache = new BoundedCache<Promise<string>>(options.cacheSize ?? CACHED_ACTORS);
  return {
    sign(actor) {
      const seconds = Math.floor(now() / 1000);
      const identity = JSON.stringify([actor.account, actor.hallCode, actor.roles, actor.name, actor.locale]);
      const known = cache.get(identity, seconds);
      if (known !== undefined) return known;
      const token = signActor(actor, key, seconds);
      cache.set(identity, token, seconds + ACTOR_LIFETIME_SECONDS - MINIMUM_LIFE_LEFT_SECONDS);
      return token;
    },
  };
}

/** Imports an Ed25519 JWK and refuses any other kind of key, so that a wrong setting is found at start. */
export async function importEd25519(jwk: JWK, part: 'private' | 'public'): Promise<KeyLike | Uint8Array> {
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.x !== 'string') {
    throw new TypeError('the actor key must be an Ed25519 JWK (kty OKP, crv Ed25519)');
  }
  if (part === 'private' && typeof jwk.d !== 'string') {
    throw new TypeError('the gateway signing key must contain the private part (d)');
  }
  const { d, ...publicPart } = jwk;
  return importJWK(part === 'private' ? { ...publicPart, d } : publicPart, ACTOR_ALGORITHM);
}
