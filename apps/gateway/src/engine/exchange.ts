import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** One HTTP answer of a subgraph, read completely. */
export interface SubgraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly cacheControl: string | undefined;
  readonly text: string;
}

/** The answer is longer than allowed; its rest was not read. */
export class AnswerTooLarge extends Error {}

/**
 * One request and its answer at the lowest level of the HTTP client, without the streams in between, which cost more
 * than the request itself. Settles once; whatever happens later is ignored.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #length = 0;
  readonly #chunks: Buffer[] = [];

  constructor(
    private readonly maxBytes: number,
    private readonly resolve: (answer: SubgraphAnswer) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  /** Whether any part of an answer has arrived. */
  get answered(): boolean {
    return this.#status !== 0;
  }

  /** Ends the exchange now, wherever it is: waiting for a connection, for the answer, or in the middle of it. */
  stop(reason: Error): void {
    this.#stopped = reason;
    this.#controller?.abort(reason);
    this.reject(reason);
  }

  /** The request is about to be written. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped !== undefined) controller.abort(this.#stopped);
  }

  /** Status and headers have arrived. */
  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#headers = headers;
    if (Number(headers['content-length'] ?? 0) > this.maxBytes) this.#tooLarge();
  }

  /** A part of the body has arrived. */
  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.maxBytes) return this.#tooLarge();
    this.#chunks.push(chunk);
  }

  /** The answer is complete. */
  onResponseEnd(): void {
    const [first, ...more] = this.#chunks;
    const body = first === undefined || more.length === 0 ? first : Buffer.concat(this.#chunks);
    this.resolve({
      status: this.#status,
      contentType: one(this.#headers['content-type']) ?? '',
      cacheControl: one(this.#headers['cache-control']),
      text: body?.toString('utf8') ?? '',
    });
  }

  /** The connection failed, or the exchange was stopped. */
  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.reject(error);
  }

  #tooLarge(): void {
    this.stop(new AnswerTooLarge(`more than ${this.maxBytes} bytes`));
  }
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}
