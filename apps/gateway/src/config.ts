import { resolve } from 'node:path';
import { z } from 'zod';
import { testClockSetting } from '@hall/platform/clock';
import { loadConfig } from '@hall/platform/config';
import { createKeyedHash, hashKeySetting } from '@hall/platform/privacy';
import type { KeyedHash } from '@hall/platform/privacy';
import type { JWK } from 'jose';
import type { OidcSettings } from './identity/token-verifier';

const MEBIBYTE = 1024 * 1024;

/** Settings of the gateway as environment variables; the table in the README is made from this. */
export const gatewaySettings = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('production')
    .describe('Kind of environment; introspection and the sandbox are on in development only'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000).describe('Port to listen on; 0 picks a free one'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severe level that is logged'),
  HALL_TEST_CLOCK: testClockSetting,
  OIDC_ISSUER: z.url().describe('Issuer of the users’ tokens'),
  OIDC_AUDIENCE: z.string().min(1).default('service-hall').describe('Audience the users’ tokens must name'),
  OIDC_JWKS_URL: z.url().describe('Address of the issuer’s public keys'),
  CASES_URL: z.url().describe('GraphQL address of the cases subgraph'),
  STAFFING_URL: z.url().describe('GraphQL address of the staffing subgraph'),
  COMPLAINTS_URL: z.url().describe('GraphQL address of the complaints subgraph'),
  HALL_GATEWAY_SIGNING_KEY: z
    .string()
    .transform(toJwk)
    .meta({ description: 'Ed25519 private key (JWK, JSON) that signs actors for the subgraphs', secret: true }),
  HALL_HASH_KEY: hashKeySetting,
  SUPERGRAPH_FILE: z.string().optional().describe('Composed schema; by default the one that belongs to this version'),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000).describe('Longest wait for a subgraph, in ms'),
  SUBGRAPH_MAX_ANSWER_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(16 * MEBIBYTE)
    .describe('Largest answer of a subgraph, in bytes'),
  SUBGRAPH_CONNECTIONS: z.coerce.number().int().min(1).default(64).describe('Connections kept per subgraph at most'),
  HTTP_BODY_LIMIT: z.coerce
    .number()
    .int()
    .min(1024)
    .default(4 * MEBIBYTE)
    .describe('Largest request body, in bytes'),
  GRAPHQL_MAX_ALIASES: z.coerce
    .number()
    .int()
    .min(1)
    .default(60)
    .describe('Aliases in one operation at most; how much it may ask for is the limit of its cost'),
  CORS_ORIGINS: z.string().default('').describe('Origins of web front ends, separated by commas'),
});

/** Settings of the gateway, checked and in the form the code uses. */
export interface GatewayConfig {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly testClock: string;
  /** Schema introspection and suggestions in errors; in development only. */
  readonly introspection: boolean;
  /** A page in the browser to try operations; in development only. */
  readonly sandbox: boolean;
  readonly oidc: OidcSettings;
  /** GraphQL address by subgraph name. */
  readonly subgraphs: Readonly<Record<string, string>>;
  readonly subgraphLimits: {
    readonly timeoutMs: number;
    readonly maxAnswerBytes: number;
    readonly connections: number;
  };
  readonly signingKey: JWK;
  readonly hash: KeyedHash;
  readonly supergraphFile: string;
  readonly bodyLimit: number;
  readonly maxAliases: number;
  readonly corsOrigins: readonly string[];
}

/**
 * Reads the settings of the gateway.
 *
 * @throws ConfigError listing every mistake at once.
 */
export function readGatewayConfig(env: NodeJS.ProcessEnv = process.env): GatewayConfig {
  const settings = loadConfig(gatewaySettings, env);
  const development = settings.NODE_ENV === 'development';
  return {
    host: settings.HOST,
    port: settings.PORT,
    logLevel: settings.LOG_LEVEL,
    testClock: settings.HALL_TEST_CLOCK,
    introspection: development,
    sandbox: development,
    oidc: { issuer: settings.OIDC_ISSUER, audience: settings.OIDC_AUDIENCE, jwksUrl: settings.OIDC_JWKS_URL },
    subgraphs: {
      cases: settings.CASES_URL,
      staffing: settings.STAFFING_URL,
      complaints: settings.COMPLAINTS_URL,
    },
    subgraphLimits: {
      timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
      maxAnswerBytes: settings.SUBGRAPH_MAX_ANSWER_BYTES,
      connections: settings.SUBGRAPH_CONNECTIONS,
    },
    hash: createKeyedHash(settings.HALL_HASH_KEY),
    signingKey: settings.HALL_GATEWAY_SIGNING_KEY,
    supergraphFile: settings.SUPERGRAPH_FILE ?? resolve(__dirname, '../supergraph.graphql'),
    bodyLimit: settings.HTTP_BODY_LIMIT,
    maxAliases: settings.GRAPHQL_MAX_ALIASES,
    corsOrigins: settings.CORS_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  };
}

function toJwk(text: string, context: z.RefinementCtx): JWK {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'd' in value) return value as JWK;
  } catch {
    // The message below serves both cases, and never repeats the text, which may be the key itself.
  }
  context.addIssue({ code: 'custom', message: 'must be a private key as JWK in JSON' });
  return z.NEVER;
}
