/**
 * The whole hall on this machine: `npm start [-- --fresh] [-- --no-demo] [-- --with-history] [-- --inspect]`.
 * `npm run dev` is the same with `--watch`: what changes is compiled, and the processes that run it start again.
 * Brings up PostgreSQL, NATS, a token issuer, the three services and the gateway, in that order, and takes them down in
 * the reverse one. With *_DATABASE_URL or NATS_URL set, those servers are used instead of own ones.
 */
import { spawn } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { useHooks } from '../hooks/use.mjs';
import { endRemembered, forgetProcess, rememberedProcess, rememberProcess } from '../servers/pid-file.mjs';
import { endPostgres } from '../servers/postgres.mjs';
import { processIdentity } from '../servers/process.mjs';
import { removeDataFolder } from '../servers/unprivileged.mjs';
import { build, ensureInstalled } from './install.mjs';
import { compilerPart, restarter } from './dev.mjs';
import { natsPart, pidFiles, postgresPart, servicePart } from './parts.mjs';
import { hallFolder, inHall, inspectPorts, makeHallFolder, ports, root, subgraphs } from './paths.mjs';
import { requireFreePorts } from './ports-in-use.mjs';
import { localSecrets } from './secrets.mjs';
import { supervise } from './supervise.mjs';

const startedAt = performance.now();
const say = (line) =>
  process.stdout.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);

/** What has been started, in order. */
const started = [];
let ending;

/** Stops everything in the reverse order, once. */
function end(exitCode) {
  ending ??= (async () => {
    if (started.length > 0) say('stopping …');
    for (const { name, stop } of started.reverse()) {
      await stop().catch((error) => say(`${name}: ${error.message}`));
    }
    if (started.length > 0) say('stopped');
    if (rememberedProcess(inHall('start.pid'))?.pid === process.pid) forgetProcess(inHall('start.pid'));
    process.exit(exitCode);
  })();
  return ending;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
if (process.env.npm_lifecycle_event !== undefined) {
  // A killed npm can pass no signal on; without it nobody would know of us.
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && void end(0), 1_000).unref();
}

try {
  const flag = { type: 'boolean' };
  const { values } = parseArgs({
    options: { fresh: flag, 'no-demo': flag, 'with-history': flag, watch: flag, inspect: flag },
  });
  await ensureInstalled(say);
  useHooks();
  await build(say);
  await start(values);
} catch (error) {
  if (ending === undefined) process.stderr.write(`\n${error.message}\n`);
  await end(1);
}

async function start(options) {
  await clearEarlierRun(options.fresh);
  makeHallFolder();
  rememberProcess(inHall('start.pid'), { pid: process.pid, identity: processIdentity(process.pid) });
  const theirDatabases = subgraphs.filter((name) => process.env[`${name.toUpperCase()}_DATABASE_URL`] !== undefined);
  const ownDatabases = theirDatabases.length < subgraphs.length;
  const ownBroker = process.env.NATS_URL === undefined;
  await requireFreePorts([
    ...Object.entries(ports).filter(
      ([name]) => (name !== 'postgres' || ownDatabases) && (name !== 'nats' || ownBroker),
    ),
    ...(options.inspect ? Object.entries(inspectPorts).map(([name, port]) => [`the debugger of ${name}`, port]) : []),
  ]);

  const secrets = localSecrets();
  const [databases] = await Promise.all([
    ownDatabases ? startDatabases(secrets, theirDatabases) : {},
    ownBroker ? bringUp(natsPart(say), ports.nats) : undefined,
    startTokenIssuer(secrets.issuerKey.public),
  ]);
  const settings = { ...databases, ...(ownBroker ? { NATS_URL: `nats://127.0.0.1:${ports.nats}` } : {}) };
  const services = {};
  const bringUpService = async (name, settings) =>
    (services[name] = await bringUp(servicePart(name, settings, secrets, options), ports[name], options));
  const follow = options.watch ? restarter(say, services) : undefined;
  const bringUpHall = async () => {
    await Promise.all(subgraphs.map((name) => bringUpService(name, settings)));
    await bringUpService('gateway', {});
  };
  await bringUpHall();
  if (options['with-history'] && (await playHistory())) {
    // The clock stands where the history ended: who starts beside nobody takes the machine's.
    for (const name of ['gateway', ...subgraphs]) await services[name].stop();
    await bringUpHall();
  }
  if (!options['no-demo']) await loadDemoHall();
  if (follow !== undefined) await bringUp(compilerPart({ say, onCompiled: () => void follow() }));
  announce(options);
}

/** Ends what a killed start left behind: only processes that are provably ours. */
async function clearEarlierRun(fresh) {
  if (!existsSync(hallFolder)) return;
  const other = rememberedProcess(inHall('start.pid'));
  if (other !== undefined) {
    throw new Error(
      `The stack is running already (process ${other.pid}). Stop it first with Ctrl-C, or: kill ${other.pid}`,
    );
  }
  for (const file of pidFiles) await endRemembered(file);
  await endPostgres(inHall('postgres'));
  if (!fresh) return;
  removeDataFolder(inHall('postgres'));
  for (const name of ['nats', 'logs', 'demo-loaded']) rmSync(inHall(name), { recursive: true, force: true });
  say('starting empty: earlier data removed');
}

async function bringUp(part, port, { watch = false } = {}) {
  if (ending !== undefined) return undefined;
  // Whoever is changing the code wants the rest to stay until the code is right.
  const onGiveUp = () => (watch ? say(`${part.name} waits for the next change`) : void end(1));
  const supervised = supervise(part, { say, onGiveUp });
  started.push(supervised);
  await supervised.start();
  say(port === undefined ? `${part.name} watches` : `${part.name} is ready on port ${port}`);
  return supervised;
}

/** @returns the addresses of the services that have no database of the caller's own */
async function startDatabases(secrets, theirs) {
  await bringUp(postgresPart(secrets.postgresPassword), ports.postgres);
  const { provisionDatabases } = await import('./databases.mjs');
  return provisionDatabases(
    `postgres://postgres:${secrets.postgresPassword}@127.0.0.1:${ports.postgres}/postgres`,
    subgraphs.filter((name) => !theirs.includes(name)),
    secrets.databasePasswords,
    secrets.auditorPassword,
  );
}

async function startTokenIssuer(publicKey) {
  const { startIssuer } = await import('./issuer.mjs');
  const issuer = await startIssuer(publicKey);
  started.push({ name: 'token issuer', stop: issuer.close });
  say(`the token issuer is ready on port ${ports.issuer}`);
}

/** Plays the demo hall up to yesterday, once per `.hall`. @returns whether anything was played */
async function playHistory() {
  if (existsSync(inHall('demo-loaded'))) {
    say('the demo hall is there already; a history begins with --fresh');
    return false;
  }
  say('playing two weeks of the demo hall, which takes some minutes …');
  const today = new Date().toISOString().slice(0, 10);
  const args = ['--hall', 'demo', '--windows', '6', '--days', '10', '--until', today, '--partial'];
  const child = spawn(process.execPath, [join(root, 'tools/dist/simulate/main.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  started.push({ name: 'history', stop: async () => void child.kill() });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (ending === undefined) say(code === 0 ? 'the history is played' : 'the history has found something; see above');
  return ending === undefined;
}

/** Once per `.hall`; a hall that people have worked in is not filled again. */
async function loadDemoHall() {
  const program = join(root, 'tools/dist/demo/seed.js');
  if (existsSync(inHall('demo-loaded')) || !existsSync(program)) return;
  say('loading the demo hall …');
  let output = '';
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [program], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    started.push({ name: 'demo hall', stop: async () => void child.kill() });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', resolve);
  });
  if (ending !== undefined) return;
  if (code === 0) {
    writeFileSync(inHall('demo-loaded'), '');
    say('the demo hall is loaded');
  } else {
    say(`the demo hall could not be loaded; the stack runs without it:\n${output.trim()}`);
  }
}

function announce({ watch, inspect }) {
  if (ending !== undefined) return;
  const pair = ([name, port]) => `${name} ${port}`;
  say('ready');
  process.stdout.write(`
  gateway     http://127.0.0.1:${ports.gateway}/graphql   (open it in a browser to try operations)
  services    ${subgraphs.map((name) => pair([name, ports[name]])).join(', ')}   (/health/ready, /metrics)
  a token     npm run --silent token -- lead
  a journey   npm run demo
  logs        .hall/logs${inspect ? `\n  debuggers   ${Object.entries(inspectPorts).map(pair).join(', ')}   (chrome://inspect, or attach from an editor)` : ''}
${watch ? '\n  What you save is compiled, and the processes that run it start again.' : ''}
  A part that ends by itself is started again. Ctrl-C stops everything; --fresh starts empty.

`);
}
