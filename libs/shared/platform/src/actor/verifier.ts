import { GraphQLError } from 'graphql';
import { errors, jwtVerify, type JWK, type JWTPayload } from 'jose';
import { ACTOR_ALGORITHM, ACTOR_AUDIENCE, ACTOR_ISSUER } from './headers';
import { isRole, type Actor } from './actor';
import { systemClock } from '../clock';
import { BoundedCache } from './bounded-cache';
import { importEd25519 } from './signer';

const CACHED_TOKENS = 10_000;
/** Difference between the clocks of two machines that is forgiven, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** Longer than any token the gateway makes; longer input is refused without being looked at. */
const LONGEST_TOKEN = 4096;

/** Checks the gateway's signature on an actor; held by every subgraph. */
export interface ActorVerifier {
  /**
   * The actor of a request, from its {@link ACTOR_HEADER} header.
   *
   * @throws GraphQLError with code `UNAUTHENTICATED` and HTTP status 401 when the header is missing, forged or expired.
   */
  verify(header: string | readonly string[] | undefined): Promise<Actor>;
}

/** Settings of {@link createActorVerifier}. */
export interface ActorVerifierOptions {
  /** Machine time in milliseconds; never the hall's test clock. */
  readonly now?: () => number;
  /** How many verified tokens are remembered. */
  readonly cacheSize?: number;
}

/**
 * A verifier with a bounded memory of tokens that were found good, each until it expires. Bad tokens are not
 * remembered: an attacker must not be able to push good ones out.
 *
 * @param publicJwk Ed25519 public key of the gateway as JWK.
 */
export async function createActorVerifier(publicJwk: JWK, options: ActorVerifierOptions = {}): Promise<ActorVerifier> {
  const key = await importEd25519(publicJwk, 'public');
  const now = options.now ?? (() => systemClock.now().getTime());
  const cache = new BoundedCache<Actor>(options.cacheSize ?? CACHED_TOKENS);
  return {
    async verify(header) {
      if (typeof header !== 'string' || header === '' || header.length > LONGEST_TOKEN) throw notFromGateway();
      const milliseconds = now();
      const known = cache.get(header, milliseconds);
      if (known !== undefined) return known;
      try {
        const { payload } = await jwtVerify(header, key, {
          algorithms: [ACTOR_ALGORITHM],
          issuer: ACTOR_ISSUER,
          audience: ACTOR_AUDIENCE,
          requiredClaims: ['iat', 'exp', 'roles', 'locale'],
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: new Date(milliseconds),
        });
        const actor = actorOf(payload);
        cache.set(header, actor, ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000);
        return actor;
      } catch (error) {
        if (error instanceof errors.JOSEError) throw notFromGateway();
        throw error;
      }
    },
  };
}

function actorOf(payload: JWTPayload): Actor {
  const { sub, hall, roles, name, locale } = payload;
  return Object.freeze({
    ...(typeof sub === 'string' ? { account: sub } : {}),
    ...(typeof hall === 'string' ? { hallCode: hall } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    roles: Object.freeze(Array.isArray(roles) ? roles.filter(isRole) : []),
    locale: locale === 'en' ? 'en' : 'zh-CN',
  });
}

/** The refusal of a request that did not come through the gateway. It says no more, so that a forger learns nothing. */
function notFromGateway(): GraphQLError {
  return new GraphQLError('请通过网关访问。This service answers requests of the gateway only.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}
