import { Pool, type Dispatcher } from 'undici';
import { subgraphError } from './subgraph-errors';

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

/** One HTTP answer of a subgraph, read completely. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly text: string;
}

/** Idle connections are dropped well before a subgraph closes them (75 s), so that no request meets a closing one. */
const KEEP_ALIVE_MS = 30_000;

/** Failures of a connection, before any answer, that a read may simply repeat: the subgraph restarted. */
const CONNECTION_LOST = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);

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

  /**
   * Posts a GraphQL request.
   *
   * @param repeatable whether losing the connection before an answer may be repaired by sending once more: true for
   * reads only, because a write may have happened.
   */
  async post(
    body: string,
    headers: Record<string, string>,
    options: { readonly signal?: AbortSignal | undefined; readonly repeatable: boolean },
  ): Promise<SubgraphAnswer> {
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

  async #send(
    request: Dispatcher.RequestOptions,
    { signal, repeatable }: { readonly signal?: AbortSignal | undefined; readonly repeatable: boolean },
  ): Promise<SubgraphAnswer> {
    const { name, timeoutMs } = this.settings;
    if (signal?.aborted) throw subgraphError('REQUEST_CANCELLED', name);
    const controller = new AbortController();
    let reason: 'SUBGRAPH_TIMEOUT' | 'REQUEST_CANCELLED' | undefined;
    const stop = (why: typeof reason): void => {
      reason ??= why;
      controller.abort();
    };
    const timer = setTimeout(() => stop('SUBGRAPH_TIMEOUT'), timeoutMs);
    const cancel = (): void => stop('REQUEST_CANCELLED');
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.#exchange({ ...request, signal: controller.signal }, repeatable);
    } catch (error) {
      if (reason !== undefined) throw subgraphError(reason, name, error);
      if (error instanceof AnswerTooLarge) throw subgraphError('SUBGRAPH_ANSWER_TOO_LARGE', name, error);
      throw subgraphError('SUBGRAPH_UNAVAILABLE', name, error);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  async #exchange(request: Dispatcher.RequestOptions, repeatable: boolean): Promise<SubgraphAnswer> {
    let response: Dispatcher.ResponseData;
    try {
      response = await this.#pool.request(request);
    } catch (error) {
      if (!repeatable || !CONNECTION_LOST.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      response = await this.#pool.request(request);
    }
    const { statusCode, headers, body } = response;
    return {
      status: statusCode,
      contentType: one(headers['content-type']) ?? '',
      cacheControl: one(headers['cache-control']),
      text: await this.#read(body, one(headers['content-length'])),
    };
  }

  async #read(body: Dispatcher.ResponseData['body'], declaredLength: string | undefined): Promise<string> {
    const limit = this.settings.maxAnswerBytes;
    if (declaredLength !== undefined && Number(declaredLength) <= limit) return body.text();
    const chunks: Buffer[] = [];
    let length = Number(declaredLength ?? 0) > limit ? Infinity : 0;
    if (length <= limit) {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        length += chunk.length;
        if (length > limit) break;
        chunks.push(chunk);
      }
    }
    if (length <= limit) return Buffer.concat(chunks).toString('utf8');
    const error = new AnswerTooLarge(`more than ${limit} bytes`);
    // Destroying closes the connection: the rest of a huge answer is not read.
    body.on('error', () => undefined).destroy(error);
    throw error;
  }
}

class AnswerTooLarge extends Error {}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
