/** The parts of the local stack and what each needs to be told. */
import { findNatsServer, startNats } from '../servers/nats.mjs';
import { postgresStopSteps, startPostgres } from '../servers/postgres.mjs';
import { launchService } from './node-service.mjs';
import { audience, inHall, inspectPorts, issuerUrl, ports, subgraphs } from './paths.mjs';

const logFileOf = (name) => inHall('logs', `${name}.log`);
const pidFileOf = (name) => inHall(`${name}.pid`);

/** Files that note the processes of a start, in the order in which leftovers of a killed one are ended. */
export const pidFiles = ['compiler', 'gateway', ...subgraphs, 'nats'].map(pidFileOf);

/** @param {string} password of the superuser */
export function postgresPart(password) {
  const logFile = logFileOf('postgres');
  return {
    name: 'PostgreSQL',
    logFile,
    pidFile: pidFileOf('postgres'),
    stopSteps: postgresStopSteps,
    launch: (onSpawn) =>
      startPostgres({ dataFolder: inHall('postgres'), port: ports.postgres, password, logFile, onSpawn }),
  };
}

/** @param {(line: string) => void} say told when the server has to be fetched first */
export function natsPart(say) {
  const logFile = logFileOf('nats');
  return {
    name: 'NATS',
    logFile,
    pidFile: pidFileOf('nats'),
    launch: (onSpawn) =>
      startNats({ program: findNatsServer({ say }), storeFolder: inHall('nats'), port: ports.nats, logFile, onSpawn }),
  };
}

/**
 * @param {'gateway' | 'staffing' | 'cases' | 'complaints'} name
 * @param {Record<string, string>} settings what is not fixed: addresses of servers
 * @param {ReturnType<typeof import('./secrets.mjs').localSecrets>} secrets
 * @param {{ inspect?: boolean }} [options] `inspect`: a debugger may join
 */
export function servicePart(name, settings, secrets, { inspect = false } = {}) {
  const logFile = logFileOf(name);
  const own = name === 'gateway' ? gatewaySettings(secrets) : subgraphSettings(secrets);
  // The demo plays at the hours of a working day; whoever wants the machine's time alone sets 0.
  const HALL_TEST_CLOCK = process.env.HALL_TEST_CLOCK ?? '1';
  const env = { NODE_ENV: 'development', HALL_TEST_CLOCK, ...own, ...settings, HOST: '127.0.0.1' };
  const others = ['gateway', ...subgraphs].filter((other) => other !== name).map((other) => ports[other]);
  const inspectPort = inspect ? inspectPorts[name] : undefined;
  return {
    name,
    logFile,
    pidFile: pidFileOf(name),
    launch: async (onSpawn) =>
      launchService({ name, port: ports[name], env: await atHallTime(env, others), logFile, inspectPort }, onSpawn),
  };
}

/**
 * A process that starts again stands at the hall's test time from its first moment, as those that kept running know it.
 * @param {Record<string, string>} env of the process @param {number[]} others their ports
 */
export async function atHallTime(env, others) {
  const asked = others.map(async (port) => {
    const answer = await fetch(`http://127.0.0.1:${port}/test/clock`, { signal: AbortSignal.timeout(2_000) });
    return (await answer.json()).now ?? Promise.reject(new Error('not set'));
  });
  const now = await Promise.any(asked).catch(() => undefined);
  return env.HALL_TEST_CLOCK === '0' || now === undefined ? env : { ...env, HALL_TEST_CLOCK: now };
}

function subgraphSettings({ gatewayKey, dataKeys, lookupKey, hashKey }) {
  return {
    HALL_GATEWAY_VERIFY_KEY: JSON.stringify(gatewayKey.public),
    HALL_PUBLIC_URL: process.env.HALL_PUBLIC_URL ?? `http://127.0.0.1:${ports.gateway}`,
    HALL_DATA_KEYS: dataKeys,
    HALL_LOOKUP_KEY: lookupKey,
    HALL_HASH_KEY: hashKey,
  };
}

function gatewaySettings({ gatewayKey, hashKey }) {
  return {
    HALL_HASH_KEY: hashKey,
    OIDC_ISSUER: issuerUrl,
    OIDC_AUDIENCE: audience,
    OIDC_JWKS_URL: `${issuerUrl}/jwks`,
    HALL_GATEWAY_SIGNING_KEY: JSON.stringify(gatewayKey.private),
    ...Object.fromEntries(
      subgraphs.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${ports[name]}/graphql`]),
    ),
  };
}
