import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { expectedErrorCodes } from '@hall/contracts';
import type { Locale } from '@hall/platform/actor';
import type { Logger } from '@hall/platform/logging';
import type { KeyedHash } from '@hall/platform/privacy';
import type { GatewayContext } from '../context';
import { LIMITS } from './limits';

/** Codes that say what the caller, or somebody the caller can wait for, has to do; they pass as they are. */
const EXPECTED_CODES: ReadonlySet<unknown> = new Set([...expectedErrorCodes, 'IDENTITY_PROVIDER_UNAVAILABLE']);

const isCallersOwn = (code: unknown): boolean => (expectedErrorCodes as readonly unknown[]).includes(code);

/** Codes of the engine whose own message is for the log; people get one in their language. */
const SUBGRAPH_MESSAGES: Readonly<Record<string, Readonly<Record<Locale, string>> | undefined>> = {
  SUBGRAPH_UNAVAILABLE: {
    'zh-CN': '部分服务暂时不可用，请稍后再试',
    en: 'A service is not available; try again later',
  },
  SUBGRAPH_TIMEOUT: {
    'zh-CN': '部分服务未及时答复，请稍后再试',
    en: 'A service did not answer in time; try again later',
  },
};

const FAULT: Readonly<Record<Locale, string>> = {
  'zh-CN': '系统故障，请将编号告知工作人员',
  en: 'Internal error; tell the staff its number',
};

/** Extensions that describe our inside and never leave. */
const INTERNAL_EXTENSIONS = ['stacktrace', 'serviceName', 'subgraph', 'response', 'exception', 'http'];

/**
 * What a client sees of an error. Expected codes keep message and details; a fault keeps its path alone and gets a
 * code, a message in the reader's language and, where the request is known, the number that finds it in the log.
 */
export function presentError(
  formatted: GraphQLFormattedError,
  locale: Locale = 'zh-CN',
  correlationId?: string,
): GraphQLFormattedError {
  const { message, locations, path, extensions } = formatted;
  const code = extensions?.['code'];
  const place = path === undefined ? {} : { path };
  const number = correlationId === undefined ? {} : { correlationId };
  if (EXPECTED_CODES.has(code)) {
    const shown = Object.entries(extensions ?? {}).filter(([name]) => !INTERNAL_EXTENSIONS.includes(name));
    const spot = locations === undefined ? {} : { locations };
    return { message, ...spot, ...place, extensions: Object.fromEntries(shown) };
  }
  const known = SUBGRAPH_MESSAGES[String(code)];
  if (known !== undefined) return { message: known[locale], ...place, extensions: { code, ...number } };
  return { message: FAULT[locale], ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', ...number } };
}

/**
 * Applies {@link presentError} to every answer, keeps at most {@link LIMITS}.errors errors, and logs faults once, in
 * full, under the correlation id that the client is given.
 */
export function errorPolicy(logger: Logger, hash: KeyedHash): ApolloServerPlugin<GatewayContext> {
  const log = (error: GraphQLError, context: GatewayContext) => logFault({ logger, hash }, error, context);
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) log(error, contextValue);
        },
        async willSendResponse({ response, contextValue }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          const { actor, correlationId } = contextValue;
          const missing = takeMissing(result);
          for (const error of missing) log(error, contextValue);
          if (missing.length > 0) result.errors = [...(result.errors ?? []), ...missing];
          if (result.errors === undefined) return;
          const wait = retryAfter(result.errors);
          if (wait !== undefined) response.http.headers.set('retry-after', String(wait));
          result.errors = result.errors
            .slice(0, LIMITS.errors)
            .map((error) => presentError(error, actor.locale, correlationId));
        },
      };
    },
    // Errors before an operation exists (a bad token, keys that cannot be had) only pass here.
    async contextCreationDidFail({ error }) {
      const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
      if (isCallersOwn(code)) logger.debug({ code, reason: error.message }, 'request refused');
      else logger.error({ err: causeOf(error), code }, 'request refused');
    },
  };
}

/** When to ask again for a service that is away and does not say. */
const awaySeconds = 2;

/** How many seconds until it is worth trying again, where an error says so; the longest of several. */
function retryAfter(errors: readonly GraphQLFormattedError[]): number | undefined {
  const waits = errors.flatMap(({ extensions }) => {
    const { retryAfterSeconds, code } = (extensions ?? {}) as { retryAfterSeconds?: unknown; code?: unknown };
    if (typeof retryAfterSeconds === 'number' && retryAfterSeconds > 0) return Math.ceil(retryAfterSeconds);
    return String(code) in SUBGRAPH_MESSAGES ? awaySeconds : [];
  });
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

/**
 * What the engine found missing when it put an answer together: a thing that one subgraph names and another does not have. It
 * would tell in an extension only, under which a client finds null and nothing that says why.
 */
function takeMissing(result: { extensions?: Record<string, unknown> }): readonly GraphQLError[] {
  const { valueCompletion = [], ...extensions } = result.extensions ?? {};
  if (Object.keys(extensions).length > 0) result.extensions = extensions;
  else delete result.extensions;
  return valueCompletion as readonly GraphQLError[];
}

/** Logs a fault in full, under the number that the client is given. */
function logFault(
  { logger, hash }: { readonly logger: Logger; readonly hash: KeyedHash },
  error: GraphQLError,
  { correlationId, actor: { account } }: GatewayContext,
): void {
  const code = error.extensions['code'];
  if (isExpected(code)) return;
  // As the services name them: an account may be a phone number.
  const actor = account === undefined ? undefined : hash('account', account);
  const line = { correlationId, actor, err: causeOf(error), path: error.path };
  logger.error({ ...line, code }, 'operation failed');
}

/** Nothing to look into: the caller's business, or a caller who went away and will read no answer. */
function isExpected(code: unknown): boolean {
  return EXPECTED_CODES.has(code) || code === 'REQUEST_CANCELLED';
}

function causeOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError instanceof Error ? error.originalError : error;
}
