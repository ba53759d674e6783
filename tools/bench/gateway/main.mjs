import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { bodiesOf, OPERATIONS } from './operations.mjs';
import { freePort, pinning, pinSelf, startNode, stop, usage } from './processes.mjs';
import { report } from './report.mjs';
import { SUBGRAPHS } from './subgraphs.mjs';

const here = import.meta.dirname;
const peers = resolve(here, '../peers');
const autocannon = createRequire(join(peers, 'package.json'))('autocannon');
const hive = join(peers, 'node_modules/@graphql-hive/gateway/dist/bin.js');
const CONNECTIONS = 16;
const START_WITHIN_MS = 60_000;

/** Seconds and rounds: the whole run takes under three minutes, the quick one under one. */
const FULL = { rounds: 3, warmUp: 3, seconds: 2 };
const QUICK = { rounds: 1, warmUp: 1, seconds: 1 };

/** The flag of `npm start -w apps/gateway`: room for short-lived objects makes large answers cheaper by a quarter. */
const OUR_FLAGS = ['--max-semi-space-size=64'];

/** Who is measured: how to start it on a port over the same subgraphs, and where it answers. */
const CONTESTANTS = {
  ours: {
    title: 'our gateway',
    args: (setup) => [...OUR_FLAGS, join(here, 'ours.cjs'), JSON.stringify(setup)],
    path: '/graphql',
  },
  stock: {
    title: '@apollo/gateway as shipped, standalone',
    args: (setup) => [join(here, 'stock.mjs'), JSON.stringify(setup)],
    path: '/',
  },
  hive: { title: 'Hive Gateway, JavaScript planner', args: (setup) => hiveArgs(setup), path: '/graphql' },
  'hive-rust': {
    title: 'Hive Gateway, Rust planner',
    args: (setup) => [...hiveArgs(setup), '--hive-router-runtime'],
    path: '/graphql',
  },
};

function hiveArgs({ supergraphFile, port }) {
  return [hive, 'supergraph', supergraphFile, '--host', '127.0.0.1', '--port', String(port), '--fork', '1'];
}

/**
 * Our gateway beside the gateways installable from npm, over the same three subgraphs, in one run: requests per second
 * and processor time per request, medians over rounds in which everybody takes turns. The gateway under load has one
 * core, the subgraphs and the load the other.
 */
export async function main(options) {
  const unknown = options.filter((option) => option !== '--quick');
  if (unknown.length > 0) throw new Error(`unknown option ${unknown.join(' ')}; there is --quick`);
  const plan = options.includes('--quick') ? QUICK : FULL;
  const folder = await mkdtemp(join(tmpdir(), 'gateway-bench-'));
  const running = [];
  try {
    const cores = availableParallelism();
    const gatewayCore = cores - 1;
    pinSelf(0);
    const subgraphs = await startSubgraphs(running);
    const supergraphFile = join(folder, 'supergraph.graphql');
    await writeFile(supergraphFile, composed(subgraphs));
    const contestants = [];
    for (const [name, { title, args, path }] of Object.entries(CONTESTANTS)) {
      const port = await freePort();
      const child = startNode(args({ subgraphs, supergraphFile, port }), { core: gatewayCore, cwd: folder });
      running.push(child);
      const contestant = { name, title, child, url: `http://127.0.0.1:${port}${path}`, measured: [] };
      await untilReady(contestant);
      contestants.push(contestant);
    }
    await requireEqualAnswers(contestants);
    await measure(contestants, plan);
    const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cores} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
    const conditions = pinning ? `gateway alone on core ${gatewayCore}` : 'processes not pinned to cores';
    report({ contestants, operations: OPERATIONS, machine, conditions, plan, connections: CONNECTIONS });
  } finally {
    for (const child of running.reverse()) await stop(child);
    await rm(folder, { recursive: true, force: true });
  }
}

async function startSubgraphs(running) {
  const child = startNode([join(here, 'subgraphs.mjs')], { core: 0, stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const line = await new Promise((resolved, rejected) => {
    child.stdout.once('data', (chunk) => resolved(String(chunk)));
    child.once('exit', (code) => rejected(new Error(`the subgraphs ended with ${code}`)));
  });
  return JSON.parse(line);
}

function composed(addresses) {
  const services = Object.entries(SUBGRAPHS).map(([name, { sdl }]) => ({
    name,
    url: addresses[name],
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors !== undefined) throw new Error(errors.join('\n'));
  return supergraphSdl;
}

async function post(url, body) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.json();
}

async function untilReady({ title, child, url }) {
  for (let waited = 0; ; waited += 200) {
    try {
      if ((await post(url, '{"query":"{ __typename }"}')).data?.__typename === 'Query') return;
    } catch {
      // Not listening yet.
    }
    if (child.exitCode !== null) throw new Error(`${title} ended with ${child.exitCode} while starting`);
    if (waited >= START_WITHIN_MS) throw new Error(`${title} does not answer`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

/** Speed of a wrong answer means nothing: everybody must give the same one, without errors. */
async function requireEqualAnswers(contestants) {
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const [body] = bodiesOf(operation, 1);
    const answers = [];
    for (const { url } of contestants) answers.push(await post(url, body));
    operation.bytes = JSON.stringify(answers[0]).length;
    answers.forEach((answer, index) => {
      if (answer.errors !== undefined || !isDeepStrictEqual(answer.data, answers[0].data)) {
        throw new Error(
          `${contestants[index].title} answers "${name}" wrongly: ${JSON.stringify(answer).slice(0, 500)}`,
        );
      }
    });
  }
}

async function measure(contestants, { rounds, warmUp, seconds }) {
  for (const [operation, definition] of Object.entries(OPERATIONS)) {
    const bodies = bodiesOf(definition);
    for (const { url } of contestants) await load(url, bodies, warmUp);
    for (let round = 0; round < rounds; round += 1) {
      // Turns begin with somebody else each round, so that nobody always follows the heaviest.
      const order = contestants.map((_, index) => contestants[(index + round) % contestants.length]);
      for (const contestant of order) {
        const before = usage(contestant.child.pid);
        const { requests, elapsed } = await load(contestant.url, bodies, seconds);
        const after = usage(contestant.child.pid);
        contestant.measured.push({
          operation,
          perSecond: requests / elapsed,
          cpuMs: after && requests > 0 ? (after.cpuMs - before.cpuMs) / requests : undefined,
          rssMiB: after?.rssMiB,
        });
      }
    }
    process.stderr.write(`${operation} measured\n`);
  }
}

async function load(url, bodies, seconds) {
  let next = 0;
  const started = performance.now();
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    sampleInt: 100,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] }),
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of the requests to ${url} failed`);
  return { requests: result['2xx'], elapsed: (performance.now() - started) / 1000 };
}
