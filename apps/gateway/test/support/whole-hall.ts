import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve as resolvePath } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { auditorUrlOf, createEmptyDatabase, eventually, startNats } from '@hall/testing';
import type { NatsProcess, ServiceDatabase } from '@hall/testing';
import { startIssuer } from './issuer';

export const repository = resolvePath(__dirname, '../../../..');

/** The processes of a hall. */
export const processNames = ['staffing', 'cases', 'complaints', 'gateway'] as const;
/** One of {@link processNames}. */
export type ProcessName = (typeof processNames)[number];

/** What a request was answered; test data is looked at by its place. */
export interface HallAnswer {
  readonly data?: Record<string, any> | null; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A whole hall: three services and the gateway as processes of their own, on real servers. */
export interface WholeHall {
  /** GraphQL address of the gateway. */
  readonly url: string;
  readonly nats: NatsProcess;
  readonly databases: Readonly<Record<'staffing' | 'cases' | 'complaints', ServiceDatabase>>;
  readonly gatewayKey: JWK;
  /** What the simulation is told of this hall. */
  readonly simulationEnvironment: Readonly<Record<string, string>>;
  addressOf(name: ProcessName): string;
  /** A token for a user of the hall `demo`. */
  tokenFor(user: string): Promise<string>;
  ask(user: string, query: string, variables?: Record<string, unknown>): Promise<HallAnswer>;
  /** Ends a process at once, as a crash would, and starts it again. Resolves when it is ready. */
  crash(name: ProcessName): Promise<void>;
  /** What does not hold in the three databases, as `npm run audit` says it: a line for each violation, by check. */
  audit(): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Ends everything; fails when there is a violation that does not pass. */
  stop(): Promise<void>;
}

const rolesOf: Readonly<Record<string, string>> = {
  admin: 'ADMIN',
  leader: 'CENTRE_LEADER',
  office: 'CENTRE_OFFICE',
  head: 'SECTION_HEAD',
  desk: 'DESK_OFFICER',
  desk2: 'DESK_OFFICER',
  applicant: 'APPLICANT',
  analyst: 'ANALYST',
};

/**
 * Starts a whole hall on free ports. The services are the built ones, as they would run anywhere.
 *
 * @param options.testClock whether its clock can be set
 */
export async function startWholeHall(options: { readonly testClock?: boolean } = {}): Promise<WholeHall> {
  const nats = await startNats();
  const issuer = await startIssuer();
  const databases = {
    staffing: await createEmptyDatabase('staffing'),
    cases: await createEmptyDatabase('cases'),
    complaints: await createEmptyDatabase('complaints'),
  };
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const gatewayKey = await exportJWK(privateKey);
  const verifyKey = JSON.stringify(await exportJWK(publicKey));
  const ports = Object.fromEntries(
    await Promise.all(processNames.map(async (name) => [name, await freePort()])),
  ) as Record<ProcessName, number>;
  const addressOf = (name: ProcessName): string => `http://127.0.0.1:${ports[name]}`;

  const common = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'development',
    LOG_LEVEL: process.env['HALL_TEST_LOG'] ?? 'silent',
    HALL_TEST_CLOCK: options.testClock ? '1' : '0',
  };
  const secrets = {
    HALL_DATA_KEYS: `k1:${randomBytes(32).toString('base64')}`,
    HALL_HASH_KEY: randomBytes(32).toString('base64'),
    HALL_LOOKUP_KEY: randomBytes(32).toString('base64'),
  };
  const environmentOf = (name: ProcessName): Record<string, string> => {
    if (name === 'gateway') {
      return {
        HALL_HASH_KEY: secrets.HALL_HASH_KEY,
        OIDC_ISSUER: issuer.settings.issuer,
        OIDC_AUDIENCE: issuer.settings.audience,
        OIDC_JWKS_URL: issuer.settings.jwksUrl,
        HALL_GATEWAY_SIGNING_KEY: JSON.stringify(gatewayKey),
        CASES_URL: `${addressOf('cases')}/graphql`,
        STAFFING_URL: `${addressOf('staffing')}/graphql`,
        COMPLAINTS_URL: `${addressOf('complaints')}/graphql`,
      };
    }
    const prefix = name.toUpperCase();
    return {
      [`${prefix}_DATABASE_URL`]: databases[name].url,
      [`${prefix}_MIGRATOR_DATABASE_URL`]: databases[name].migratorUrl,
      NATS_URL: nats.url,
      HALL_GATEWAY_VERIFY_KEY: verifyKey,
      ...secrets,
    };
  };

  const children = new Map<ProcessName, ChildProcess>();
  const start = async (name: ProcessName): Promise<void> => {
    const env = { ...common, PORT: String(ports[name]), ...environmentOf(name) };
    children.set(
      name,
      spawn(process.execPath, [resolvePath(repository, 'apps', name, 'dist/main.js')], {
        env,
        stdio: ['ignore', 'inherit', 'inherit'],
      }),
    );
    const ready = async (): Promise<boolean> => (await fetch(`${addressOf(name)}/health/live`)).ok;
    await eventually(ready, { withinMs: 20_000, message: `${name} did not start` });
  };
  const end = async (name: ProcessName, signal: NodeJS.Signals): Promise<void> => {
    const child = children.get(name);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const allReady = (): Promise<unknown> =>
    eventually(async () => (await fetch(`${addressOf('gateway')}/health/ready`)).ok, {
      withinMs: 20_000,
      message: 'the hall is not ready',
    });

  const endAll = async (): Promise<void> => {
    for (const name of [...processNames].reverse()) await end(name, 'SIGTERM');
    await issuer.close();
    await nats.stop();
    for (const database of Object.values(databases)) await database.drop();
  };
  try {
    await Promise.all(processNames.map(start));
    await allReady();
  } catch (error) {
    // Whatever did start would keep the test run waiting for ever.
    await endAll();
    throw error;
  }
  const tokenFor = async (user: string): Promise<string> => {
    const bearer = await issuer.bearer({ sub: user, hall: 'demo', roles: [rolesOf[user] ?? 'OFFICER'], name: user });
    return bearer.replace('Bearer ', '');
  };
  return {
    url: `${addressOf('gateway')}/graphql`,
    nats,
    databases,
    gatewayKey,
    simulationEnvironment: {
      PATH: process.env['PATH'] ?? '',
      HALL_URL: `${addressOf('gateway')}/graphql`,
      HALL_METRICS: (['staffing', 'cases', 'complaints'] as const)
        .map((name) => `${addressOf(name)}/metrics`)
        .join(' '),
      HALL_TOKEN_SIGNING: JSON.stringify(issuer.signing),
      ...auditorAddresses(databases),
    },
    addressOf,
    tokenFor,
    async ask(user, query, variables = {}) {
      const response = await fetch(`${addressOf('gateway')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenFor(user)}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as HallAnswer;
    },
    async crash(name) {
      await end(name, 'SIGKILL');
      await start(name);
      await allReady();
    },
    audit: () => audit(addressOf('gateway'), databases),
    async stop() {
      const isSound = async (): Promise<void> => expect(await audit(addressOf('gateway'), databases)).toEqual({});
      const verdict = await eventually(isSound, { withinMs: 5_000 }).catch((error: unknown) => error);
      await endAll();
      if (verdict instanceof Error) throw verdict.cause ?? verdict;
    },
  };
}

/** Where the audit reads the databases. */
function auditorAddresses(databases: WholeHall['databases']): Record<string, string> {
  const addresses = Object.entries(databases).map(([name, { name: database }]) => [
    `${name.toUpperCase()}_AUDITOR_DATABASE_URL`,
    auditorUrlOf(database),
  ]);
  return Object.fromEntries(addresses) as Record<string, string>;
}

/** Runs the audit as a command of its own. */
async function audit(gateway: string, databases: WholeHall['databases']): Promise<Record<string, string[]>> {
  const env = { ...process.env, ...auditorAddresses(databases), HALL_URL: `${gateway}/graphql` };
  const output = await new Promise<string>((resolve, reject) => {
    const args = [resolvePath(repository, 'tools/dist/audit/main.js'), '--json'];
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) =>
      stdout ? resolve(stdout) : reject(new Error(stderr)),
    );
  });
  const { checks } = JSON.parse(output) as { checks: { name: string; violations: object[] }[] };
  const broken = checks.filter(({ violations }) => violations.length > 0);
  return Object.fromEntries(broken.map(({ name, violations }) => [name, violations.map((one) => JSON.stringify(one))]));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise<unknown>((closed) => server.close(closed));
  return port;
}
