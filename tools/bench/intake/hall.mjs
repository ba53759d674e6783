/** A whole hall of a checkout, as it was built there: own PostgreSQL, own NATS, three services and the gateway. */
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT } from 'jose';
import pg from 'pg';
import { startNats } from '../../servers/nats.mjs';
import { startPostgres } from '../../servers/postgres.mjs';
import { freePort, waitUntil } from '../../servers/process.mjs';
import { removeDataFolder } from '../../servers/unprivileged.mjs';
import { provisionDatabases } from '../../stack/databases.mjs';
import { stop } from '../gateway/processes.mjs';

const services = ['staffing', 'cases', 'complaints'];
const issuer = 'https://issuer.invalid';
const audience = 'service-hall';

/** @param {string} root folder of the checkout; it has been built */
export async function startHall(root) {
  const ending = [];
  const close = async () => {
    for (const end of ending.reverse()) await end();
  };
  try {
    return { ...(await start(root, (end) => ending.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(root, whenDone) {
  const folder = mkdtempSync(join(tmpdir(), 'intake-bench-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, 'logs'));
  const postgres = await startServer(folder, whenDone);
  const nats = await startNats({
    storeFolder: join(folder, 'nats'),
    port: await freePort(),
    logFile: join(folder, 'logs/nats.log'),
  });
  whenDone(() => nats.stop());
  const passwords = Object.fromEntries(services.map((name) => [name, { app: 'bench', migrator: 'bench' }]));
  const addresses = await provisionDatabases(postgres.url, services, passwords);
  const [gatewayKey, issuerKey] = [keyPair(), keyPair()];
  const jwksUrl = await serveKeys(issuerKey.public, whenDone);
  const ports = Object.fromEntries(
    await Promise.all([...services, 'gateway'].map(async (name) => [name, await freePort()])),
  );
  const url = (name) => `http://127.0.0.1:${ports[name]}`;
  const settings = {
    ...addresses,
    NATS_URL: nats.url,
    HALL_GATEWAY_VERIFY_KEY: JSON.stringify(gatewayKey.public),
    HALL_GATEWAY_SIGNING_KEY: JSON.stringify(gatewayKey.private),
    HALL_DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    HALL_HASH_KEY: randomBytes(32).toString('base64'),
    HALL_LOOKUP_KEY: randomBytes(32).toString('base64'),
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URL: jwksUrl,
    ...Object.fromEntries(services.map((name) => [`${name.toUpperCase()}_URL`, `${url(name)}/graphql`])),
  };
  const pids = { postgres: postgres.pid, nats: nats.pid };
  for (const name of [...services, 'gateway']) {
    const env = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings, PORT: ports[name] };
    const flags = name === 'gateway' ? ['--max-semi-space-size=64'] : [];
    const program = join(root, 'apps', name, 'dist/main.js');
    const child = spawn(process.execPath, [...flags, program], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    whenDone(() => stop(child));
    pids[name] = child.pid;
    await waitUntil(async () => child.exitCode !== null || (await isReady(url(name))), {
      withinMs: 60_000,
      failure: () => `${name} of ${root} is not ready`,
    });
    if (child.exitCode !== null) throw new Error(`${name} of ${root} did not start`);
  }
  return {
    url: `${url('gateway')}/graphql`,
    pids,
    tokenFor: (user, role) => sign(issuerKey.private, user, role),
    statementsDuring: (work) => statementsDuring(postgres.url, join(folder, 'logs/postgres.log'), work),
  };
}

async function startServer(folder, whenDone) {
  const dataFolder = join(folder, 'postgres');
  const postgres = await startPostgres({
    dataFolder,
    port: await freePort(),
    durable: false,
    logFile: join(folder, 'logs/postgres.log'),
    settings: { log_line_prefix: '%a|' },
  });
  whenDone(() => removeDataFolder(dataFolder));
  whenDone(() => postgres.stop());
  return postgres;
}

/** What cases asked of its database, as the server logged it, without opening and closing of transactions. */
async function statementsDuring(superuserUrl, logFile, work) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const log = async (what) => {
    await client.query(`alter system set log_statement = '${what}'`);
    await client.query('select pg_reload_conf()');
    await new Promise((done) => setTimeout(done, 300));
  };
  try {
    await log('all');
    const from = readFileSync(logFile).length;
    await work();
    await log('none');
    const lines = readFileSync(logFile)
      .subarray(from)
      .toString()
      .split(/^(?=[^|\n]*\|LOG: )/m);
    return lines
      .map((line) => /^cases\|LOG: {2}(?:statement|execute [^:]+): ([^]*)$/.exec(line)?.[1])
      .filter(
        (sql) =>
          sql !== undefined &&
          !/^(start transaction|commit|rollback)|\/\* sweep \*\/|\boutbox where\b|^\s*update outbox|pg_try_advisory/i.test(
            sql,
          ),
      );
  } finally {
    await client.end();
  }
}

async function isReady(address) {
  try {
    return (await fetch(`${address}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { private: privateKey.export({ format: 'jwk' }), public: publicKey.export({ format: 'jwk' }) };
}

async function serveKeys(publicKey, whenDone) {
  const body = JSON.stringify({ keys: [{ ...publicKey, kid: 'bench', alg: 'EdDSA', use: 'sig' }] });
  const server = createServer((_request, response) => response.end(body));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  whenDone(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}

async function sign(privateKey, user, role) {
  return new SignJWT({ hall: 'bench', roles: [role], name: user })
    .setProtectedHeader({ alg: 'EdDSA', kid: 'bench' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(user)
    .setIssuedAt()
    .setExpirationTime('2h')
    .sign(await importJWK(privateKey, 'EdDSA'));
}
