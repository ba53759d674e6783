/**
 * The whole hall on this machine: `npm start [-- --fresh] [-- --no-demo]`.
 * Brings up PostgreSQL, NATS, a token issuer, the three services and the gateway, in that order, and takes them down in
 * the reverse one. With *_DATABASE_URL or NATS_URL set, those servers are used instead of own ones.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findNatsServer, startNats } from '../servers/nats.mjs';
import { endRemembered, forgetProcess, rememberedProcess, rememberProcess } from '../servers/pid-file.mjs';
import { endPostgres, startPostgres } from '../servers/postgres.mjs';
import { processIdentity, waitUntil } from '../servers/process.mjs';
import { build, ensureInstalled } from './install.mjs';
import { audience, hallFolder, inHall, issuerUrl, makeHallFolder, ports, root, subgraphs } from './paths.mjs';
import { localSecrets } from './secrets.mjs';
import { lastLines, superviseService } from './service-process.mjs';

const { values: options } = parseArgs({ options: { fresh: { type: 'boolean' }, 'no-demo': { type: 'boolean' } } });
const startedAt = performance.now();
const say = (line) =>
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);

/** What is running, in order of its start. */
const running = [];
let ending;

/** Stops everything in the reverse order, once. */
function end(exitCode) {
  ending ??= (async () => {
    say('stopping …');
    for (const { name, stop } of running.reverse()) {
      await stop().catch((error) => say(`${name}: ${error.message}`));
    }
    forgetProcess(inHall('start.pid'));
    say('stopped');
    process.exit(exitCode);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));

try {
  ensureInstalled(say);
  build(say);
  await start();
} catch (error) {
  if (ending === undefined) process.stderr.write(`\n${error.message}\n`);
  await end(1);
}

async function start() {
  await clearEarlierRun();
  makeHallFolder();
  rememberProcess(inHall('start.pid'), { pid: process.pid, identity: processIdentity(process.pid) });
  const ownDatabases = subgraphs.some((name) => process.env[`${name.toUpperCase()}_DATABASE_URL`] === undefined);
  const ownBroker = process.env.NATS_URL === undefined;
  await requireFreePorts({ ownDatabases, ownBroker });

  const secrets = localSecrets();
  const [databases, natsUrl] = await Promise.all([
    ownDatabases ? startDatabases(secrets) : {},
    ownBroker ? startBroker() : process.env.NATS_URL,
  ]);
  const { startIssuer } = await import('./issuer.mjs');
  const issuer = await startIssuer(secrets.issuerKey.public);
  running.push({ name: 'token issuer', stop: issuer.close });

  const common = { NODE_ENV: 'development', HOST: '127.0.0.1', ...databases, NATS_URL: natsUrl };
  for (const name of subgraphs) {
    supervise(name, {
      ...common,
      PORT: String(ports[name]),
      HALL_GATEWAY_VERIFY_KEY: JSON.stringify(secrets.gatewayKey.public),
      HALL_DATA_KEYS: secrets.dataKeys,
      HALL_LOOKUP_KEY: secrets.lookupKey,
    });
  }
  supervise('gateway', {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(ports.gateway),
    OIDC_ISSUER: issuerUrl,
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URL: `${issuerUrl}/jwks`,
    HALL_GATEWAY_SIGNING_KEY: JSON.stringify(secrets.gatewayKey.private),
    ...Object.fromEntries(
      subgraphs.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`]),
    ),
  });
  await Promise.all([...subgraphs, 'gateway'].map(ready));
  if (!options['no-demo']) loadDemoHall();
  announce();
}

/** Ends what a killed start left behind: only processes that are provably ours. */
async function clearEarlierRun() {
  if (!existsSync(hallFolder)) return;
  const other = rememberedProcess(inHall('start.pid'));
  if (other !== undefined) {
    throw new Error(
      `The stack is running already (process ${other.pid}). Stop it first with Ctrl-C, or: kill ${other.pid}`,
    );
  }
  for (const name of ['gateway', ...subgraphs]) await endRemembered(inHall(`${name}.pid`));
  await endRemembered(inHall('nats.pid'));
  await endPostgres(inHall('postgres'));
  if (options.fresh) {
    for (const folder of ['postgres', 'nats', 'logs']) rmSync(inHall(folder), { recursive: true, force: true });
    say('started empty: earlier data removed');
  }
}

async function requireFreePorts({ ownDatabases, ownBroker }) {
  const wanted = Object.entries(ports).filter(
    ([name]) => (name !== 'postgres' || ownDatabases) && (name !== 'nats' || ownBroker),
  );
  const busy = [];
  for (const [name, port] of wanted) if (await isBusy(port)) busy.push(`  ${port} (wanted for ${name})${whoHas(port)}`);
  if (busy.length > 0)
    throw new Error(`These ports of 127.0.0.1 are in use:\n${busy.join('\n')}\nStop what uses them and start again.`);
}

function isBusy(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Which process listens on a port, where the system tells. */
function whoHas(port) {
  const { stdout = '' } = spawnSync('ss', ['-ltnpH', `sport = :${port}`], { encoding: 'utf8' });
  const [, program, pid] = /users:\(\("([^"]+)",pid=(\d+)/.exec(stdout ?? '') ?? [];
  return program === undefined ? '' : `: ${program}, process ${pid}`;
}

async function startDatabases(secrets) {
  say('starting PostgreSQL …');
  const server = await startPostgres({
    dataFolder: inHall('postgres'),
    port: ports.postgres,
    password: secrets.postgresPassword,
    logFile: inHall('logs/postgres.log'),
  });
  running.push({ name: 'PostgreSQL', stop: server.stop });
  const { provisionDatabases } = await import('./databases.mjs');
  const addresses = await provisionDatabases(server.url, secrets.databasePasswords);
  say(`PostgreSQL is ready on port ${ports.postgres}`);
  return { ...addresses, ...given(Object.keys(addresses)) };
}

/** Those of these settings that the caller has made. */
function given(names) {
  return Object.fromEntries(
    names.filter((name) => process.env[name] !== undefined).map((name) => [name, process.env[name]]),
  );
}

async function startBroker() {
  const program = findNatsServer({ say });
  const server = await startNats({
    program,
    storeFolder: inHall('nats'),
    port: ports.nats,
    logFile: inHall('logs/nats.log'),
  });
  running.push({ name: 'NATS', stop: server.stop });
  say(`NATS is ready on port ${ports.nats}`);
  return server.url;
}

function supervise(name, env) {
  running.push(superviseService({ name, env, say, onGiveUp: () => void end(1) }));
}

async function ready(name) {
  await waitUntil(async () => ending !== undefined || (await isReady(ports[name])), {
    withinMs: 60_000,
    failure: () =>
      `${name} is not ready after 60 seconds; the last lines of its log:\n${lastLines(inHall('logs', `${name}.log`))}`,
  });
  if (ending === undefined) say(`${name} is ready on port ${ports[name]}`);
}

async function isReady(port) {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function loadDemoHall() {
  const seed = join(root, 'tools/dist/demo/seed.js');
  if (!existsSync(seed)) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, [seed], { cwd: root, encoding: 'utf8' });
  if (status === 0) say('the demo hall is loaded');
  else say(`the demo hall could not be loaded:\n${stdout}${stderr}`);
}

function announce() {
  say('ready');
  process.stdout.write(`
  gateway     http://127.0.0.1:${ports.gateway}/graphql   (open it in a browser to try operations)
  services    ${subgraphs.map((name) => `${name} ${ports[name]}`).join(', ')}   (/health/ready, /metrics)
  a token     npm run --silent token -- lead
  a journey   npm run demo
  logs        .hall/logs

  A service that ends by itself is started again. Ctrl-C stops everything.

`);
}
