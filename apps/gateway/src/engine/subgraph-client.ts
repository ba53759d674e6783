import { GraphQLError } from 'graphql';
import { Pool, type Dispatcher } from 'undici';
import type { Cancellation } from '../cancellation';
import { AnswerTooLarge, Exchange, type SubgraphAnswer } from './exchange';
import { subgraphError, type SubgraphErrorCode } from './subgraph-errors';

/** Where a subgraph is, and how much it may cost. */
export interface SubgraphSettings {
  /** Logical name, as in the supergraph. */
  readonly name: string;
  /** Its GraphQL address. */
  readonly url: string;
  /** From the first byte sent to the last byte received, waiting for a free connection included, in milliseconds. */
  readonly timeoutMs: number;
  /** Largest answer accepted, in bytes. */
  readonly maxAnswerBytes: number;
  /** Connections kept open at most; further requests wait for one. */
  readonly connections: number;
}

/** Idle connections are dropped well before a subgraph closes them (75 s), so that no request meets a closing one. */
const KEEP_ALIVE_MS = 30_000;

/** Failures of a connection, before any answer, that a read may simply repeat: the subgraph restarted. */
const CONNECTION_LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

/** How one request may end early or be repeated. */
export interface SendOptions {
  /** Ends the request when the client goes away. */
  readonly cancellation?: Cancellation | undefined;
  /**
   * Whether losing the connection before an answer may be repaired by sending once more: true for reads only, because
   * a write may have happened.
   */
  readonly repeatable: boolean;
}

/** HTTP to one subgraph over a pool of kept-alive connections. */
export class SubgraphClient {
  readonly #pool: Pool;
  readonly #url: URL;

  constructor(readonly settings: SubgraphSettings) {
    this.#url = new URL(settings.url);
    this.#pool = new Pool(this.#url.origin, {
      connections: settings.connections,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      connectTimeout: settings.timeoutMs,
      // The limits of `send` cover the whole exchange; the pool's own would only add two more clocks.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  /** Posts a GraphQL request. */
  async post(body: string, headers: Record<string, string>, options: SendOptions): Promise<SubgraphAnswer> {
    const path = `${this.#url.pathname}${this.#url.search}`;
    return this.#send({ path, method: 'POST', headers, body }, options);
  }

  /** Posts JSON to another path of the same service, for example its test clock. */
  async postTo(path: string, body: unknown, headers: Record<string, string>): Promise<SubgraphAnswer> {
    const json = { ...headers, 'content-type': 'application/json' };
    return this.#send({ path, method: 'POST', headers: json, body: JSON.stringify(body) }, { repeatable: false });
  }

  /** Whether the subgraph says that it is ready; rejects when it does not. */
  async ready(): Promise<void> {
    const { status } = await this.#send({ path: '/health/ready', method: 'GET' }, { repeatable: true });
    if (status !== 200) throw new Error(`${this.settings.name} answered ${status} to its readiness check`);
  }

  /** Lets running requests finish, then closes every connection. */
  close(): Promise<void> {
    return this.#pool.close();
  }

  /** Sends, once more where that is harmless, and turns every failure into an error with a code. */
  async #send(request: Dispatcher.DispatchOptions, { cancellation, repeatable }: SendOptions): Promise<SubgraphAnswer> {
    const { name } = this.settings;
    const ends = performance.now() + this.settings.timeoutMs;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#exchange(request, Math.max(1, ends - performance.now()), cancellation);
      } catch (error) {
        if (error instanceof GraphQLError) throw error;
        if (error instanceof AnswerTooLarge) throw subgraphError('SUBGRAPH_ANSWER_TOO_LARGE', name, error);
        const lost = error instanceof LostConnection && repeatable && attempt === 1;
        if (!lost) throw subgraphError('SUBGRAPH_UNAVAILABLE', name, error);
      }
    }
  }

  async #exchange(
    request: Dispatcher.DispatchOptions,
    timeoutMs: number,
    cancellation: Cancellation | undefined,
  ): Promise<SubgraphAnswer> {
    const { name, maxAnswerBytes } = this.settings;
    let exchange: Exchange | undefined;
    const stop = (code: SubgraphErrorCode): void => exchange?.stop(subgraphError(code, name));
    const timer = setTimeout(stop, timeoutMs, 'SUBGRAPH_TIMEOUT');
    const unsubscribe = cancellation?.subscribe(() => stop('REQUEST_CANCELLED'));
    try {
      if (cancellation?.cancelled) throw subgraphError('REQUEST_CANCELLED', name);
      return await new Promise<SubgraphAnswer>((resolve, reject) => {
        exchange = new Exchange(maxAnswerBytes, resolve, reject);
        this.#pool.dispatch(request, exchange);
      });
    } catch (error) {
      const lost = exchange?.answered === false && CONNECTION_LOST.has((error as NodeJS.ErrnoException).code ?? '');
      throw lost ? new LostConnection('before any answer', { cause: error }) : error;
    } finally {
      clearTimeout(timer);
      unsubscribe?.();
    }
  }
}

/** The connection ended before any part of an answer. */
class LostConnection extends Error {}
