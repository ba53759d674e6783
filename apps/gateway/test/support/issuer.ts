import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { OidcSettings } from '../../src/identity/token-verifier';

/** An identity provider of the tests: publishes keys and signs tokens. */
export interface TestIssuer {
  readonly settings: OidcSettings;
  /** What signs the tokens, for a program that signs its own. */
  readonly signing: {
    readonly key: JWK;
    readonly kid: string;
    readonly alg: string;
    readonly issuer: string;
    readonly audience: string;
  };
  /** A bearer header; claims may replace any default, `undefined` removes one. */
  bearer(claims?: JWTPayload & Record<string, unknown>, options?: { alg?: string; kid?: string }): Promise<string>;
  /** How often the keys were fetched. */
  readonly fetches: () => number;
  /** Makes the key address answer with this status. */
  answerWith(status: number): void;
  close(): Promise<void>;
}

/** Starts an issuer on a free port of loopback. */
export async function startIssuer(): Promise<TestIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
  let fetches = 0;
  let status = 200;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  });
  const url = await listen(server);
  const settings = { issuer: 'https://issuer.test', audience: 'service-hall', jwksUrl: `${url}/jwks` };
  const { issuer, audience } = settings;
  return {
    settings,
    signing: { key: await exportJWK(privateKey), kid: jwk.kid, alg: jwk.alg, issuer, audience },
    fetches: () => fetches,
    answerWith: (next) => {
      status = next;
    },
    async bearer(claims = {}, { alg = 'ES256', kid = 'k1' } = {}) {
      const seconds = Math.floor(Date.now() / 1000);
      const payload = {
        iss: settings.issuer,
        aud: settings.audience,
        sub: 'wang.fang',
        hall: 'dxal',
        roles: ['OFFICER'],
        name: '王芳',
        iat: seconds,
        exp: seconds + 300,
        ...claims,
      };
      const jwt = new SignJWT(payload).setProtectedHeader({ alg, kid });
      return `Bearer ${await jwt.sign(alg === 'HS256' ? Buffer.from(jwk.x ?? '') : privateKey)}`;
    },
    close: () => close(server),
  };
}

/** Listens on a free port of loopback and gives the address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Closes a server with all its connections. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
