/** Passwords and keys of the local stack: made once, kept in `.hall/secrets.json`, readable by the owner alone. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { inHall, makeHallFolder, subgraphs } from './paths.mjs';

const file = () => inHall('secrets.json');

/** @returns {ReturnType<typeof makeSecrets>} the secrets of this stack; what is missing is made now */
export function localSecrets() {
  const kept = existsSync(file()) ? JSON.parse(readFileSync(file(), 'utf8')) : {};
  const made = makeSecrets();
  // A service that is new since the last start has no passwords yet.
  const databasePasswords = { ...made.databasePasswords, ...kept.databasePasswords };
  const secrets = { ...made, ...kept, databasePasswords };
  const text = `${JSON.stringify(secrets, null, 2)}\n`;
  if (text !== `${JSON.stringify(kept, null, 2)}\n`) write(text);
  return secrets;
}

/** Aside and then renamed: whoever is killed here leaves all of it or nothing. */
function write(text) {
  makeHallFolder();
  const aside = `${file()}.${process.pid}`;
  writeFileSync(aside, text, { mode: 0o600 });
  renameSync(aside, file());
}

function makeSecrets() {
  const password = () => randomBytes(18).toString('base64url');
  return {
    postgresPassword: password(),
    databasePasswords: Object.fromEntries(subgraphs.map((name) => [name, { app: password(), migrator: password() }])),
    auditorPassword: password(),
    gatewayKey: keyPair(),
    issuerKey: keyPair(),
    dataKeys: `k1:${randomBytes(32).toString('base64')}`,
    hashKey: randomBytes(32).toString('base64'),
    lookupKey: randomBytes(32).toString('base64'),
  };
}

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { private: privateKey.export({ format: 'jwk' }), public: publicKey.export({ format: 'jwk' }) };
}
