/** The development token issuer: what a gateway needs of an OpenID Connect provider, and nothing more. */
import { createServer } from 'node:http';
import { issuerUrl, ports } from './paths.mjs';

/**
 * @param {object} publicKey JWK
 * @returns {Promise<{ close: () => Promise<void> }>}
 */
export function startIssuer(publicKey) {
  const documents = {
    '/.well-known/openid-configuration': {
      issuer: issuerUrl,
      jwks_uri: `${issuerUrl}/jwks`,
      id_token_signing_alg_values_supported: ['EdDSA'],
    },
    '/jwks': { keys: [{ ...publicKey, kid: 'local', alg: 'EdDSA', use: 'sig' }] },
  };
  const server = createServer((request, response) => {
    const body = documents[request.url];
    response
      .writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(body ?? { error: 'not found' }));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(ports.issuer, '127.0.0.1', () =>
      resolve({
        close: () =>
          new Promise((closed) => {
            server.close(closed);
            server.closeAllConnections();
          }),
      }),
    );
  });
}
