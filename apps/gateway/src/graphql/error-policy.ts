import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { expectedErrorCodes } from '@hall/contracts';
import type { Locale } from '@hall/platform/actor';
import type { Logger } from '@hall/platform/logging';
import type { GatewayContext } from '../context';
import { LIMITS } from './limits';

/** Codes that say what the caller, or somebody the caller can wait for, has to do; they pass as they are. */
const EXPECTED_CODES: ReadonlySet<unknown> = new Set([...expectedErrorCodes, 'IDENTITY_PROVIDER_UNAVAILABLE']);

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
export function errorPolicy(logger: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) {
            if (isExpected(error.extensions['code'])) continue;
            const { correlationId, actor } = contextValue;
            const line = { correlationId, account: actor.account, err: causeOf(error), path: error.path };
            logger.error({ ...line, code: error.extensions['code'] }, 'operation failed');
          }
        },
        async willSendResponse({ response, contextValue: { actor, correlationId } }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          if (result.errors === undefined) return;
          result.errors = result.errors
            .slice(0, LIMITS.errors)
            .map((error) => presentError(error, actor.locale, correlationId));
        },
      };
    },
    // Errors before an operation exists (a bad token, keys that cannot be had) only pass here.
    async contextCreationDidFail({ error }) {
      const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
      if (code !== 'UNAUTHENTICATED') logger.error({ err: causeOf(error), code }, 'request refused');
    },
  };
}

/** Nothing to look into: the caller's business, or a caller who went away and will read no answer. */
function isExpected(code: unknown): boolean {
  return EXPECTED_CODES.has(code) || code === 'REQUEST_CANCELLED';
}

function causeOf(error: Error): Error {
  return error instanceof GraphQLError && error.originalError instanceof Error ? error.originalError : error;
}
