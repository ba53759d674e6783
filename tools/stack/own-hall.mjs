/**
 * A whole hall of a checkout, as it was built there, that nobody else uses and of which nothing stays: own PostgreSQL, own
 * NATS, three services and the gateway, on free ports of loopback. Benchmarks and the simulation run on it.
 */
import { spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer, startNats } from '../servers/nats.mjs';
import { startPostgres } from '../servers/postgres.mjs';
import { endProcess, freePort, processIdentity, waitUntil } from '../servers/process.mjs';
import { removeDataFolder } from '../servers/unprivileged.mjs';
import { provisionDatabases } from './databases.mjs';
import { audience, subgraphs } from './paths.mjs';

const issuer = 'https://issuer.invalid';
const password = 'own';
const processes = [...subgraphs, 'gateway'];

/**
 * @param {object} options
 * @param {string} options.root folder of the checkout; it has been built
 * @param {Record<string, string>} [options.environment] of every process, besides its settings
 * @param {Record<string, string>} [options.postgresSettings]
 * @param {string[]} [options.gatewayFlags] of Node, for the gateway
 */
export async function startOwnHall(options) {
  const ending = [];
  const close = async () => {
    for (const end of ending.splice(0).reverse()) await end();
  };
  try {
    return { ...(await start(options, (end) => ending.push(end))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start({ root, environment = {}, postgresSettings = {}, gatewayFlags = [] }, whenDone) {
  const folder = mkdtempSync(join(tmpdir(), 'own-hall-'));
  whenDone(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o711); // PostgreSQL's account passes through; what lies inside has its own rights
  const logs = join(folder, 'logs');
  mkdirSync(logs);
  const [postgres, nats] = await Promise.all([
    startServer(folder, logs, postgresSettings, whenDone),
    startBroker(folder, logs, whenDone),
  ]);
  const passwords = Object.fromEntries(subgraphs.map((name) => [name, { app: password, migrator: password }]));
  const addresses = await provisionDatabases(postgres.url, subgraphs, passwords, password);
  const [gatewayKey, issuerKey] = [keyPair(), keyPair()];
  const jwksUrl = await serveKeys(issuerKey.public, whenDone);
  const ports = Object.fromEntries(await Promise.all(processes.map(async (name) => [name, await freePort()])));
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
    ...Object.fromEntries(subgraphs.map((name) => [`${name.toUpperCase()}_URL`, `${url(name)}/graphql`])),
  };
  const pids = { postgres: postgres.pid, nats: nats.pid };
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...settings, ...environment };
  const startProcess = async (name) => {
    const log = openSync(join(logs, `${name}.log`), 'a');
    const flags = name === 'gateway' ? gatewayFlags : [];
    const child = spawn(process.execPath, [...flags, join(root, 'apps', name, 'dist/main.js')], {
      cwd: root,
      env: { ...env, PORT: ports[name] },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const identity = processIdentity(child.pid);
    whenDone(() =>
      endProcess({ pid: child.pid, identity }, [
        { signal: 'SIGTERM', waitMs: 5_000 },
        { signal: 'SIGKILL', waitMs: 2_000 },
      ]),
    );
    pids[name] = child.pid;
    await waitUntil(async () => child.exitCode !== null || (await isReady(url(name))), {
      withinMs: 60_000,
      failure: () => `${name} of ${root} is not ready`,
    });
    if (child.exitCode !== null) throw new Error(`${name} of ${root} did not start`);
  };
  await Promise.all(subgraphs.map(startProcess));
  await startProcess('gateway');
  return {
    url: `${url('gateway')}/graphql`,
    pids,
    logs,
    superuserUrl: postgres.url,
    /** Addresses at which the services say how it stands with their events. */
    metrics: subgraphs.map((name) => `${url(name)}/metrics`),
    /** What signs tokens here. */
    signing: { key: issuerKey.private, kid: 'own', alg: 'EdDSA', issuer, audience },
    auditorUrls: Object.fromEntries(
      subgraphs.map((name) => [name, `postgres://hall_auditor:${password}@127.0.0.1:${postgres.port}/hall_${name}`]),
    ),
  };
}

async function startServer(folder, logs, settings, whenDone) {
  const dataFolder = join(folder, 'postgres');
  const postgres = await startPostgres({
    dataFolder,
    port: await freePort(),
    durable: false,
    logFile: join(logs, 'postgres.log'),
    settings,
  });
  whenDone(() => removeDataFolder(dataFolder));
  whenDone(() => postgres.stop());
  return postgres;
}

async function startBroker(folder, logs, whenDone) {
  const nats = await startNats({
    program: findNatsServer(),
    storeFolder: join(folder, 'nats'),
    port: await freePort(),
    logFile: join(logs, 'nats.log'),
  });
  whenDone(() => nats.stop());
  return nats;
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
  const body = JSON.stringify({ keys: [{ ...publicKey, kid: 'own' }] });
  const server = createServer((_request, response) => response.end(body));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  whenDone(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${server.address().port}/`;
}
