import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { isBlank, isHallCode, isPlainText } from '@hall/kernel';
import { BoundedCache, isRole, type Actor, type Locale } from '@hall/platform/actor';

/** Signature algorithms accepted of an identity provider: asymmetric ones only. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
/** A token found good is not checked again for so long, in seconds; a key withdrawn by the provider counts after it. */
const REMEMBERED_SECONDS = 60;
const REMEMBERED_TOKENS = 10_000;
const LONGEST_TOKEN = 8192;
const CLOCK_TOLERANCE_SECONDS = 5;

/** Whose tokens are accepted. */
export interface OidcSettings {
  /** `iss` of the tokens. */
  readonly issuer: string;
  /** `aud` that must be among a token's audiences. */
  readonly audience: string;
  /** Address of the provider's public keys. */
  readonly jwksUrl: string;
}

/** Who signed in, without the language, which is the request's own. */
type Identity = Omit<Actor, 'locale'>;

/** Checks users' tokens. */
export interface TokenVerifier {
  /**
   * The identity behind an `Authorization` header.
   *
   * @throws GraphQLError `UNAUTHENTICATED` (401) for a token that is not good; `IDENTITY_PROVIDER_UNAVAILABLE` (503)
   * when the provider's keys cannot be had, which says nothing about the token.
   */
  verify(authorization: string, locale: Locale): Promise<Identity>;
}

/**
 * A verifier over the provider's published keys, which are fetched when first needed, kept, and fetched again when a
 * token names a new key (at most every 30 seconds, so that invented key ids do not become requests to the provider).
 *
 * @param now machine time in milliseconds
 */
export function createTokenVerifier(
  { issuer, audience, jwksUrl }: OidcSettings,
  now: () => number,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(jwksUrl), { cooldownDuration: 30_000, timeoutDuration: 5_000 }),
): TokenVerifier {
  const good = new BoundedCache<Identity>(REMEMBERED_TOKENS);
  return {
    async verify(authorization, locale) {
      const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
      if (token === undefined || token.length > LONGEST_TOKEN) throw unauthenticated(locale);
      const milliseconds = now();
      // The digest, not the token, is what a memory dump would show.
      const digest = createHash('sha256').update(token).digest('base64');
      const known = good.get(digest, milliseconds);
      if (known !== undefined) return known;
      const payload = await verified(token, milliseconds, locale);
      const identity = identityOf(payload);
      if (identity === undefined) throw unauthenticated(locale);
      good.set(digest, identity, Math.min((payload.exp ?? 0) * 1000, milliseconds + REMEMBERED_SECONDS * 1000));
      return identity;
    },
  };

  async function verified(token: string, milliseconds: number, locale: Locale): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['sub', 'exp'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: new Date(milliseconds),
      });
      return payload;
    } catch (error) {
      throw isFaultOfToken(error) ? unauthenticated(locale) : providerUnavailable(locale, error);
    }
  }
}

/** Unreachable keys come as a time-out, as a plain network error or as jose's generic error for a bad HTTP answer. */
function isFaultOfToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}

function identityOf({ sub, hall, roles, name }: JWTPayload): Identity | undefined {
  if (typeof sub !== 'string' || isBlank(sub) || sub.length > 200 || !isPlainText(sub)) return undefined;
  if (hall !== undefined && (typeof hall !== 'string' || !isHallCode(hall))) return undefined;
  if (roles !== undefined && !Array.isArray(roles)) return undefined;
  return {
    account: sub,
    // Roles of other systems of the same provider are not ours to judge; they are left out.
    roles: (roles ?? []).filter(isRole),
    ...(hall === undefined ? {} : { hallCode: hall }),
    ...(typeof name === 'string' ? { name: plain(name) } : {}),
  };
}

/** A name is for greeting somebody: what no text of ours holds is left out of it. */
function plain(name: string): string {
  return [...name].filter(isPlainText).slice(0, 200).join('');
}

function unauthenticated(locale: Locale): GraphQLError {
  const message = locale === 'en' ? 'The token is not valid; sign in again' : '登录凭证无效或已过期，请重新登录';
  const headers = new Map([['www-authenticate', 'Bearer error="invalid_token"']]);
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } } });
}

function providerUnavailable(locale: Locale, cause: unknown): GraphQLError {
  const message = locale === 'en' ? 'Signing in is not possible at the moment' : '暂时无法核验身份，请稍后再试';
  return new GraphQLError(message, {
    extensions: { code: 'IDENTITY_PROVIDER_UNAVAILABLE', http: { status: 503 } },
    ...(cause instanceof Error ? { originalError: cause } : {}),
  });
}
