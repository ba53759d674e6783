/**
 * Runs the subgraph compatibility suite of the federation's authors against a subgraph made with our builder
 * (`libs/shared/platform/test/compatibility`). Prints what failed and ends with "N passed, N failed".
 *
 * The suite brings two companion subgraphs and its tests; its own launcher wants Docker and a downloaded binary, so the
 * parts are started here, each on a free port. In front stands the engine with its own data source: the suite judges
 * the subgraph, not our gateway.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const EXPECTED_TESTS = 23;
const START_WITHIN_MS = 20_000;

// The engine reports usage figures to its maker unless told not to.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';
const require = createRequire(import.meta.url);
require('./typescript-hook.cjs');
const { ApolloGateway } = require('@apollo/gateway');
const { ApolloServer } = require('@apollo/server');
const { startStandaloneServer } = require('@apollo/server/standalone');
const { composeServices } = require('@apollo/composition');
const { parse } = require('graphql');

const root = resolve(import.meta.dirname, '../..');
const suite = dirname(require.resolve('@apollo/federation-subgraph-compatibility-tests/package.json'));
/** What has to be stopped at the end, last started first. */
const running = [];

try {
  const counts = await run();
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`);
  process.exitCode = counts.failed === 0 && counts.passed === EXPECTED_TESTS ? 0 : 1;
} finally {
  for (const stop of running.reverse()) await stop();
}

async function run() {
  const { startProducts } = require(join(root, 'libs/shared/platform/test/compatibility/products.ts'));
  const products = await startProducts();
  running.push(() => products.close());
  const addresses = {
    products: products.url,
    users: await startCompanion('users', 'USERS_PORT'),
    inventory: await startCompanion('inventory', 'INVENTORY_PORT'),
  };
  const gateway = await startGateway(await composed(addresses));
  const ports = Object.fromEntries([
    [4000, new URL(gateway).port],
    [4002, new URL(addresses.users).port],
    [4003, new URL(addresses.inventory).port],
  ]);
  return judge({ PRODUCTS_URL: addresses.products, SUITE_PORTS: JSON.stringify(ports) });
}

async function startCompanion(name, portVariable) {
  const port = await freePort();
  const child = spawn(process.execPath, ['index.js'], {
    cwd: join(suite, 'dist/subgraphs', name),
    env: { ...process.env, [portVariable]: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.push(() => stop(child));
  return `http://localhost:${port}/`;
}

/** Asks every subgraph for its schema, waiting for those that are still starting, and composes them. */
async function composed(addresses) {
  const services = [];
  for (const [name, url] of Object.entries(addresses)) {
    services.push({ name, url, typeDefs: parse(await schemaOf(name, url)) });
  }
  const { supergraphSdl, errors } = composeServices(services);
  if (errors !== undefined) throw new Error(`the subgraphs do not compose:\n${errors.join('\n')}`);
  return supergraphSdl;
}

async function schemaOf(name, url) {
  for (let waited = 0; ; waited += 200) {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ _service { sdl } }"}',
      });
      const { data, errors } = await response.json();
      if (data?._service?.sdl === undefined) throw new Error(JSON.stringify(errors));
      return data._service.sdl;
    } catch (error) {
      if (waited >= START_WITHIN_MS) throw new Error(`${name} does not answer`, { cause: error });
      await new Promise((wake) => setTimeout(wake, 200));
    }
  }
}

async function startGateway(supergraphSdl) {
  const quiet = { debug() {}, info() {}, warn: console.warn, error: console.error };
  const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl, logger: quiet }), logger: quiet });
  const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
  running.push(() => server.stop());
  return url;
}

/** Runs the suite's own tests in a process of their own and reads its report. */
async function judge(environment) {
  const folder = await mkdtemp(join(tmpdir(), 'subgraph-compatibility-'));
  try {
    const outputFile = join(folder, 'report.json');
    const config = JSON.stringify({
      rootDir: join(suite, 'dist/tests'),
      roots: [join(suite, 'dist/tests')],
      testMatch: ['**/*.test.js'],
      testEnvironment: 'node',
      testPathIgnorePatterns: [],
      haste: { retainAllFiles: true },
      transform: {},
      setupFiles: [join(import.meta.dirname, 'port-translation.cjs')],
    });
    const child = spawn(
      process.execPath,
      [require.resolve('jest/bin/jest'), '--ci', '--json', '--runInBand', '--no-watchman'].concat([
        `--outputFile=${outputFile}`,
        `--config=${config}`,
      ]),
      { cwd: root, env: { ...process.env, ...environment }, stdio: 'ignore' },
    );
    await new Promise((resolved, rejected) => child.once('exit', resolved).once('error', rejected));
    const report = JSON.parse(await readFile(outputFile, 'utf8'));
    for (const file of report.testResults) {
      const failed = file.assertionResults.filter(({ status }) => status !== 'passed');
      for (const test of failed) process.stdout.write(`✗ ${test.fullName}\n${test.failureMessages.join('\n')}\n`);
      if (file.assertionResults.length === 0) process.stdout.write(`✗ ${file.name}\n${file.message}\n`);
    }
    return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((resolved) => server.listen(0, '127.0.0.1', resolved));
  const { port } = server.address();
  await new Promise((resolved) => server.close(resolved));
  return port;
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolved) => child.once('exit', resolved));
  child.kill();
  await exited;
}
