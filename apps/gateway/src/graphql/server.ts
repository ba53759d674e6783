import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@hall/platform/logging';
import type { KeyedHash } from '@hall/platform/privacy';
import type { GatewayContext } from '../context';
import type { FederationEngine } from '../engine';
import { errorPolicy, presentError } from './error-policy';
import { costRule, LIMITS, limitRules } from './limits';
import { variableCost } from './variable-cost';

/** Settings of {@link createGraphqlServer}. */
export interface GraphqlServerOptions {
  readonly engine: FederationEngine;
  readonly logger: Logger;
  /** Stands for accounts in logs. */
  readonly hash: KeyedHash;
  /** Whether the schema can be asked for, and wrong names get suggestions. Development only. */
  readonly introspection: boolean;
  /** Aliases in one operation at most. */
  readonly maxAliases: number;
}

/** The GraphQL server of the gateway with every limit on; GET, batches and foreign forms are guarded as listed. */
export function createGraphqlServer(options: GraphqlServerOptions): ApolloServer<GatewayContext> {
  const { engine, logger, introspection, maxAliases } = options;
  return new ApolloServer<GatewayContext>({
    gateway: engine,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    maxRecursiveSelections: LIMITS.recursiveSelections,
    validationRules: limitRules(maxAliases),
    formatError: (formatted) => presentError(formatted),
    stringifyResult: (value) => JSON.stringify(value),
    logger: logger.child({ component: 'graphql' }),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      errorPolicy(logger, options.hash),
      variableCost(costRule),
      // What the library would report or trace for its maker's service; without them an operation is a sixth cheaper.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
}
