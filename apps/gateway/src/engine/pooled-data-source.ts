import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Histogram } from 'prom-client';
import { ACTOR_HEADER, CORRELATION_HEADER } from '@hall/platform/actor';
import { IDEMPOTENCY_HEADER } from '@hall/platform/idempotency';
import type { GatewayContext } from '../context';
import { restrictCaching } from './cache-policy';
import type { SubgraphAnswer } from './exchange';
import type { SubgraphClient } from './subgraph-client';
import { codeOfStatus, subgraphError } from './subgraph-errors';

/** A GraphQL answer as the engine takes it from a data source. */
type GatewayGraphQLResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** How a fetch ended: with data, with an answer that has errors, or without a usable answer. */
type Outcome = 'ok' | 'errors' | 'failed';

/** Seconds per subgraph request, by subgraph and outcome. */
export type SubgraphDuration = Histogram<'subgraph' | 'outcome'>;

/**
 * Sends the fetches of a query plan to one subgraph. It keeps everything the engine's own remote data source
 * guarantees — headers of the planned request, `extensions`, cache policy, 401 and 403 as codes, writes never sent
 * twice — and adds what that one has not: a signed actor, one time limit for the whole exchange, cancellation, a
 * limit on the answer. It spends a fraction of the processor time (see `npm run bench -- gateway`).
 */
export class PooledDataSource implements GraphQLDataSource<GatewayContext> {
  readonly #name: string;
  /** Where durations are counted, by outcome; looked up once, because it is needed for every fetch. */
  readonly #observers: Readonly<Record<Outcome, { observe(seconds: number): void }>> | undefined;

  constructor(
    private readonly client: SubgraphClient,
    duration?: SubgraphDuration,
  ) {
    this.#name = client.settings.name;
    this.#observers = duration && {
      ok: duration.labels(this.#name, 'ok'),
      errors: duration.labels(this.#name, 'errors'),
      failed: duration.labels(this.#name, 'failed'),
    };
  }

  /** Sends one fetch and gives its answer; rejects with a GraphQL error that has a code. */
  async process(options: GraphQLDataSourceProcessOptions<GatewayContext>): Promise<GatewayGraphQLResponse> {
    if (!('incomingRequestContext' in options)) {
      throw new Error('only operations of clients are sent to subgraphs: the schema comes from a file');
    }
    const { context, operation, overallCachePolicy } = options.incomingRequestContext;
    const { query, variables, operationName, extensions, http } = options.request;
    const write = operation?.operation === 'mutation';
    const started = performance.now();
    let outcome: Outcome = 'failed';
    try {
      const answer = await this.client.post(
        JSON.stringify({ query, variables, operationName, extensions }),
        this.#headers(context, http?.headers),
        // A write is not cancelled when its client goes away: it may have happened, and the log must tell its end.
        { cancellation: write ? undefined : context.cancellation, repeatable: !write },
      );
      const body = this.#bodyOf(answer);
      restrictCaching(overallCachePolicy, answer.cacheControl);
      outcome = body.errors === undefined ? 'ok' : 'errors';
      return body;
    } finally {
      this.#observers?.[outcome].observe((performance.now() - started) / 1000);
    }
  }

  #headers(
    { actorToken, correlationId, acceptLanguage, idempotencyKey }: GatewayContext,
    planned: Iterable<[string, string]> | undefined,
  ): Record<string, string> {
    return {
      // For example the request for a trace, when the engine asks for one.
      ...(planned === undefined ? undefined : Object.fromEntries(planned)),
      ...(acceptLanguage === undefined ? undefined : { 'accept-language': acceptLanguage }),
      ...(idempotencyKey === undefined ? undefined : { [IDEMPOTENCY_HEADER]: idempotencyKey }),
      'content-type': 'application/json',
      accept: 'application/json',
      [ACTOR_HEADER]: actorToken,
      [CORRELATION_HEADER]: correlationId,
    };
  }

  /**
   * A GraphQL answer is used whatever its status, because its errors say more than the status does; the status only
   * lends a code to errors without one. Anything else becomes an error by its status.
   */
  #bodyOf({ status, contentType, text }: SubgraphAnswer): GatewayGraphQLResponse {
    const ok = status >= 200 && status < 300;
    const body = isJson(contentType) ? parsed(text) : undefined;
    const usable = body !== undefined && (ok || Array.isArray(body.errors));
    if (!usable) {
      const cause = new Error(`status ${status}, ${contentType || 'no content type'}, ${text.length} characters`);
      throw subgraphError(codeOfStatus(status), this.#name, cause);
    }
    if (ok || body.errors === undefined) return body;
    const code = codeOfStatus(status);
    const errors = body.errors.map((error) =>
      error.extensions?.['code'] === undefined ? { ...error, extensions: { ...error.extensions, code } } : error,
    );
    return { ...body, errors };
  }
}

function isJson(contentType: string): boolean {
  return contentType.startsWith('application/json') || contentType.startsWith('application/graphql-response+json');
}

function parsed(text: string): GatewayGraphQLResponse | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
