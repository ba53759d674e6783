import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from './issuer';

/** One request as it arrived at a {@link RawSubgraph}. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly query?: string;
    readonly variables?: Record<string, unknown>;
    readonly [key: string]: unknown;
  };
}

/** Answers a request in any way a test needs, well-behaved or not. */
export type RawAnswer = (request: ReceivedRequest, response: ServerResponse, raw: IncomingMessage) => void;

/** A subgraph that is only a socket: for what a well-behaved GraphQL server would never do. */
export interface RawSubgraph {
  readonly url: string;
  readonly received: ReceivedRequest[];
  /** From now on answers like this. */
  answer(next: RawAnswer): void;
  close(): Promise<void>;
}

/** Answers with JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): RawAnswer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };
}

/** Starts a raw subgraph on a free port of loopback. */
export async function startRawSubgraph(first: RawAnswer = json({ data: {} })): Promise<RawSubgraph> {
  let answer = first;
  const received: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const arrived = {
        path: request.url ?? '',
        headers: request.headers,
        body: text === '' ? {} : (JSON.parse(text) as ReceivedRequest['body']),
      };
      received.push(arrived);
      answer(arrived, response, request);
    });
  });
  const origin = await listen(server);
  return {
    url: `${origin}/graphql`,
    received,
    answer: (next) => {
      answer = next;
    },
    close: () => close(server),
  };
}
