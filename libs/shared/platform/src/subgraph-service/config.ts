import { defaultValuesSchema } from '@hall/contracts';
import type { DefaultValues } from '@hall/contracts';
import type { JWK } from 'jose';
import { z } from 'zod';
import { testClockSetting } from '../clock';
import { loadConfig } from '../config';
import { createKeyedHash, hashKeySetting } from '../privacy';
import type { KeyedHash } from '../privacy';
import { defaultLimits } from '../postgres';
import type { DatabaseLimits } from '../postgres';

type ServiceName = 'cases' | 'staffing' | 'complaints';

/** The settings of a subgraph in the form the code uses. */
export interface SubgraphConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly introspection: boolean;
  readonly testClock: string;
  readonly databaseUrl: string;
  /** When set, the service brings its tables up to date before it starts. */
  readonly migratorDatabaseUrl: string | undefined;
  readonly databaseLimits: DatabaseLimits;
  /** How often a service checks its own invariants; 0 for never. */
  readonly auditEveryMinutes: number;
  readonly natsUrl: string;
  readonly gatewayKey: JWK;
  readonly hash: KeyedHash;
  readonly regulation: DefaultValues;
}

/** The settings that every subgraph has; the two database addresses carry the service's own name. */
export function subgraphSettings(service: ServiceName, defaultPort: number) {
  const { app, migrator } = databaseSettingNames(service);
  return z.object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'])
      .default('production')
      .describe('Kind of environment; introspection is on in development only'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
      .default('info')
      .describe('Least severe level that is logged'),
    HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(defaultPort)
      .describe('Port to listen on; 0 picks a free one'),
    [app]: z.url().meta({ description: 'PostgreSQL address of the application role', secret: true }),
    [migrator]: z
      .url()
      .optional()
      .meta({ description: 'PostgreSQL address of the owner role; when set, migrations run at start', secret: true }),
    DATABASE_READ_TIMEOUT_MS: limit('read', 'a statement that reads'),
    DATABASE_WRITE_TIMEOUT_MS: limit('write', 'a statement of a change'),
    DATABASE_CHANGE_TIMEOUT_MS: limit(
      'whole',
      'a change as a whole, with its wait for a connection and all its attempts',
    ),
    DATABASE_LOCK_TIMEOUT_MS: limit('lock', 'a row that somebody else is changing'),
    DATABASE_IDLE_TIMEOUT_MS: limit('idle', 'the next statement of a transaction, before it is ended'),
    DATABASE_CONNECT_TIMEOUT_MS: limit('connect', 'a connection to the database, new or free'),
    DATABASE_BACKGROUND_TIMEOUT_MS: limit('background', 'any of these in work that nobody waits for'),
    AUDIT_EVERY_MINUTES: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_080)
      .default(60)
      .describe(
        'How often the invariants are checked for the metric `hall_invariant_violations`, in minutes; 0 for never',
      ),
    NATS_URL: z.string().min(1).describe('Address of the NATS server, with JetStream'),
    HALL_GATEWAY_VERIFY_KEY: z
      .string()
      .transform(toJwk)
      .meta({ description: 'Ed25519 public key (JWK, JSON) that checks the gateway’s signature' }),
    HALL_HASH_KEY: hashKeySetting,
    HALL_REGULATION: z
      .string()
      .default('{}')
      .superRefine(isDefaultValues)
      .describe(
        'Numbers of the regulation that differ here, JSON by default and name: {"A-06":{"acknowledgeWithinMinutes":15}}',
      ),
    HALL_TEST_CLOCK: testClockSetting,
  });
}

/**
 * Reads the settings that every subgraph has.
 *
 * @throws ConfigError listing every mistake at once
 */
export function readSubgraphConfig(
  service: ServiceName,
  defaultPort: number,
  env: NodeJS.ProcessEnv = process.env,
): SubgraphConfig {
  const settings = loadConfig(subgraphSettings(service, defaultPort), env) as Record<string, unknown>;
  const { app, migrator } = databaseSettingNames(service);
  return {
    host: settings['HOST'] as string,
    port: settings['PORT'] as number,
    logLevel: settings['LOG_LEVEL'] as string,
    introspection: settings['NODE_ENV'] === 'development',
    testClock: settings['HALL_TEST_CLOCK'] as string,
    databaseUrl: settings[app] as string,
    migratorDatabaseUrl: settings[migrator] as string | undefined,
    databaseLimits: {
      read: settings['DATABASE_READ_TIMEOUT_MS'] as number,
      write: settings['DATABASE_WRITE_TIMEOUT_MS'] as number,
      whole: settings['DATABASE_CHANGE_TIMEOUT_MS'] as number,
      lock: settings['DATABASE_LOCK_TIMEOUT_MS'] as number,
      idle: settings['DATABASE_IDLE_TIMEOUT_MS'] as number,
      connect: settings['DATABASE_CONNECT_TIMEOUT_MS'] as number,
      background: settings['DATABASE_BACKGROUND_TIMEOUT_MS'] as number,
    },
    auditEveryMinutes: settings['AUDIT_EVERY_MINUTES'] as number,
    natsUrl: settings['NATS_URL'] as string,
    gatewayKey: settings['HALL_GATEWAY_VERIFY_KEY'] as JWK,
    hash: createKeyedHash(settings['HALL_HASH_KEY'] as string),
    regulation: defaultValuesSchema.parse(readJson(settings['HALL_REGULATION'] as string)),
  };
}

/** PostgreSQL's own greatest number of milliseconds; none at all would be for ever. */
const longestLimitMs = 2_147_483_647;

function limit(name: keyof DatabaseLimits, awaited: string) {
  const milliseconds = z.coerce.number().int().min(1).max(longestLimitMs);
  return milliseconds.default(defaultLimits[name]).describe(`Longest wait for ${awaited}, in ms`);
}

function databaseSettingNames(service: ServiceName): { readonly app: string; readonly migrator: string } {
  const prefix = service.toUpperCase();
  return { app: `${prefix}_DATABASE_URL`, migrator: `${prefix}_MIGRATOR_DATABASE_URL` };
}

function isDefaultValues(text: string, context: z.RefinementCtx): void {
  const issues = defaultValuesSchema.safeParse(readJson(text)).error?.issues ?? [];
  for (const { path, message } of issues) {
    context.addIssue({ code: 'custom', message: `${path.join('.')} ${message}`.trim() });
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toJwk(text: string, context: z.RefinementCtx): JWK {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'x' in value) return value as JWK;
  } catch {
    // The message below serves both cases.
  }
  context.addIssue({ code: 'custom', message: 'must be a public key as JWK in JSON' });
  return z.NEVER;
}
