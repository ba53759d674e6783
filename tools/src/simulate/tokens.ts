import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { HallError, repository } from '../shared/hall-client';
import type { Person } from './people';

/** What an issuer signs with, and what it signs for. */
interface Signing {
  readonly key: JWK;
  readonly kid: string;
  readonly alg: string;
  readonly issuer: string;
  readonly audience: string;
}

/** From the environment, else that of the local stack. */
function signingOfHall(): Signing {
  const given = process.env['HALL_TOKEN_SIGNING'];
  if (given !== undefined) return JSON.parse(given) as Signing;
  const file = resolve(repository, '.hall/secrets.json');
  if (!existsSync(file)) throw new HallError('There is no local stack. Start it first: npm start');
  const { issuerKey } = JSON.parse(readFileSync(file, 'utf8')) as { issuerKey: { private: JWK } };
  return {
    key: issuerKey.private,
    kid: 'local',
    alg: 'EdDSA',
    issuer: 'http://127.0.0.1:4010',
    audience: 'service-hall',
  };
}

/** Gives everybody the token that they would have signed in for. */
export class TokenSource {
  readonly #signing = signingOfHall();
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(private readonly hallCode: string) {}

  of(who: Person): Promise<string> {
    const known = this.#tokens.get(who.account);
    if (known) return known;
    const token = this.#sign(who);
    this.#tokens.set(who.account, token);
    return token;
  }

  async #sign({ account, name, role }: Person): Promise<string> {
    const { key, kid, alg, issuer, audience } = this.#signing;
    return new SignJWT({ hall: this.hallCode, roles: [role], name })
      .setProtectedHeader({ alg, kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(account)
      .setIssuedAt()
      .setExpirationTime('12h')
      .sign(await importJWK(key, alg));
  }
}
