import { randomBytes } from 'node:crypto';
import { defaultValues } from '@hall/contracts';
import type { DefaultValues } from '@hall/contracts';
import { exportJWK, generateKeyPair } from 'jose';
import { ACTOR_HEADER, createActorSigner } from '@hall/platform/actor';
import type { Actor } from '@hall/platform/actor';
import { TEST_CLOCK_PATH } from '@hall/platform/http';
import { createLogger } from '@hall/platform/logging';
import { defaultLimits } from '@hall/platform/postgres';
import type { DatabaseLimits } from '@hall/platform/postgres';
import { createKeyedHash } from '@hall/platform/privacy';
import { startSubgraphService } from '@hall/platform/subgraph-service';
import type { ServiceDefinition, SubgraphService } from '@hall/platform/subgraph-service';
import { textOf } from './operation';
import type { Ask } from './operation';
import { createServiceDatabase } from './service-database';
import type { ServiceDatabase } from './service-database';

/** A service under test: real database, real broker, real HTTP; only the gateway's signature is the test's own. */
export interface TestService {
  readonly service: SubgraphService;
  readonly database: ServiceDatabase;
  /** Asks as this actor; as nobody when absent. */
  as(actor: Partial<Actor>, headers?: Readonly<Record<string, string>>): Ask;
  /** Counts the statements that reach the server while something is done, without those of opening a transaction. */
  statementsOf(work: () => Promise<unknown>): Promise<string[]>;
  /** Sets the service's clock; what became due by then has been done when this answers. */
  setClock(now: string): Promise<void>;
  /** Starts another worker on the same database, which the caller closes. */
  another(): Promise<SubgraphService>;
  /** Restarts the service on the same database, with other settings of the regulation where they are given. */
  restart(regulation?: DefaultValues): Promise<void>;
  stop(): Promise<void>;
}

const ofTransaction = /^(start transaction|commit|rollback)/i;
/** The relay works beside every request; what it does is not the request's. */
const ofRelay = /^\s*(select|update)\b[^]*\boutbox\b|pg_try_advisory/;
/** So is what looks for things that have become due. */
const ofSweep = /\/\* sweep \*\//;

/** Tests prepare years of data through the service's own connections. */
const patient: DatabaseLimits = { ...defaultLimits, read: 60_000, whole: 60_000 };

/** What a service under test is started with. */
export interface TestServiceOptions {
  readonly natsUrl: string;
  readonly testClock?: boolean;
  readonly regulation?: DefaultValues;
  readonly databaseLimits?: Partial<DatabaseLimits>;
  /** By what address the service reaches its database, where it is not the database's own. */
  readonly databaseAddress?: (url: string) => Promise<string>;
}

/** Keeps what a logger said last, for the message of a failure: what a service masks, its test has to name. */
function lastLines(most: number): { readonly lines: readonly string[]; write(line: string): void } {
  const lines: string[] = [];
  return { lines, write: (line) => void (lines.push(line) > most && lines.shift()) };
}

/** Starts a service on a fresh database. */
export async function startTestService<Loaders>(
  definition: ServiceDefinition<Loaders>,
  options: TestServiceOptions,
): Promise<TestService> {
  const database = await createServiceDatabase(definition.name, definition.migrations);
  const databaseUrl = (await options.databaseAddress?.(database.url)) ?? database.url;
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const signer = await createActorSigner(await exportJWK(privateKey));
  const gatewayKey = await exportJWK(publicKey);
  const hash = createKeyedHash(randomBytes(32).toString('base64'));
  const level = process.env['HALL_TEST_LOG'];
  const faults = lastLines(5);
  const start = (regulation = options.regulation ?? defaultValues): Promise<SubgraphService> =>
    startSubgraphService(
      definition,
      {
        host: '127.0.0.1',
        port: 0,
        logLevel: 'silent',
        introspection: true,
        testClock: options.testClock === false ? '0' : '1',
        databaseUrl,
        databaseLimits: { ...patient, ...options.databaseLimits },
        migratorDatabaseUrl: undefined,
        auditEveryMinutes: 0,
        natsUrl: options.natsUrl,
        gatewayKey,
        hash,
        regulation,
      },
      createLogger({
        service: definition.name,
        level: level ?? 'error',
        ...(level === undefined && { destination: faults }),
      }),
    );
  let service = await start();
  return {
    get service() {
      return service;
    },
    database,
    as: (actor, headers) => async (operation: Parameters<typeof textOf>[0], variables?: unknown) => {
      const token = await signer.sign({ roles: [], locale: 'zh-CN', ...actor });
      const response = await fetch(`${service.url}/graphql`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', [ACTOR_HEADER]: token },
        body: JSON.stringify({ query: textOf(operation), variables }),
      });
      return (await response.json()) as never;
    },
    async statementsOf(work) {
      const statements: string[] = [];
      const stop = service.database.onStatement((sql) => statements.push(sql));
      await work().finally(stop);
      return statements.filter((sql) => !ofTransaction.test(sql) && !ofRelay.test(sql) && !ofSweep.test(sql));
    },
    async setClock(now) {
      const token = await signer.sign({ roles: [], locale: 'zh-CN' });
      const response = await fetch(`${service.url}${TEST_CLOCK_PATH}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', [ACTOR_HEADER]: token },
        body: JSON.stringify({ now }),
      });
      if (response.ok) return;
      const why = [await response.text(), ...faults.lines].join('\n');
      throw new Error(`the clock was not set: ${response.status} ${why}`);
    },
    another: () => start(),
    async restart(regulation) {
      await service.close();
      service = await start(regulation);
    },
    async stop() {
      await service.close();
      await database.drop();
    },
  };
}
