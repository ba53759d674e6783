/** Our gateway as it runs in production: every limit, metric, signature and check on. Arguments: one JSON object. */
require('../../suites/typescript-hook.cjs');
const { generateKeyPair, exportJWK } = require('jose');
const { createLogger } = require('@hall/platform/logging');
const { createGateway } = require('../../../apps/gateway/src/app.ts');

async function main({ subgraphs, supergraphFile, port }) {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const config = {
    host: '127.0.0.1',
    port,
    logLevel: 'warn',
    testClock: false,
    introspection: false,
    sandbox: false,
    oidc: { issuer: 'https://issuer.invalid', audience: 'bench', jwksUrl: 'http://127.0.0.1:9/' },
    subgraphs,
    subgraphLimits: { timeoutMs: 10_000, maxAnswerBytes: 16 * 1024 * 1024, connections: 64 },
    signingKey: await exportJWK(privateKey),
    supergraphFile,
    bodyLimit: 4 * 1024 * 1024,
    corsOrigins: [],
  };
  const gateway = await createGateway(config, { logger: createLogger({ service: 'gateway', level: 'warn' }) });
  await gateway.listen();
}

void main(JSON.parse(process.argv[2]));
