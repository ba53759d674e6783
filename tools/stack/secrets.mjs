/** Passwords and keys of the local stack: made once, kept in `.hall/secrets.json`, readable by the owner alone. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inHall, makeHallFolder, subgraphs } from './paths.mjs';

const file = () => inHall('secrets.json');

/** @returns {ReturnType<typeof makeSecrets>} the secrets of this stack, made on first use */
export function localSecrets() {
  if (existsSync(file())) return JSON.parse(readFileSync(file(), 'utf8'));
  makeHallFolder();
  const secrets = makeSecrets();
  writeFileSync(file(), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function makeSecrets() {
  const password = () => randomBytes(18).toString('base64url');
  return {
    postgresPassword: password(),
    databasePasswords: Object.fromEntries(subgraphs.map((name) => [name, { app: password(), migrator: password() }])),
    gatewayKey: keyPair(),
    issuerKey: keyPair(),
    dataKeys: `k1:${randomBytes(32).toString('base64')}`,
    lookupKey: randomBytes(32).toString('base64'),
  };
}

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { private: privateKey.export({ format: 'jwk' }), public: publicKey.export({ format: 'jwk' }) };
}
