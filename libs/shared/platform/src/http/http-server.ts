import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { isPlainText } from '@hall/kernel';
import { fastify, LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { CORRELATION_HEADER } from '../actor';
import type { Logger } from '../logging';
import { correlationIdOf } from './correlation';
import { registerFaultAnswers, sendError, sendNoSuchAddress } from './faults';
import { registerHealth, type ReadinessChecks } from './health';
import { registerMetrics } from './metrics';
import { GRAPHQL_PATH, routeOf } from './route';
import { SECURITY_HEADERS } from './security-headers';

/** Largest request body, in bytes, unless configured otherwise: room for an import of some thousand rows. */
const DEFAULT_BODY_LIMIT = 4 * 1024 * 1024;

/** Idle connections are kept longer than any client keeps them, so that a client never writes into a closing one. */
const KEEP_ALIVE_MS = 75_000;
/** A client must have sent its whole request by then (guards against slow senders). */
const REQUEST_TIMEOUT_MS = 30_000;
/** Requests still running this long after the start of closing are cut. */
const CLOSE_WITHIN_MS = 10_000;

/** Settings of {@link createHttpServer}. */
export interface HttpServerOptions {
  readonly logger: Logger;
  /** What `/health/ready` asks, by name. */
  readonly readiness?: ReadinessChecks;
  /** Where the service keeps metrics of its own; they are shown on `/metrics` beside the HTTP ones. */
  readonly metrics?: Registry;
  /** Largest request body in bytes. */
  readonly bodyLimit?: number;
  /** How long running requests may take to finish once closing has begun, in milliseconds. */
  readonly closeWithinMs?: number;
}

/** The HTTP side of one process. */
export interface HttpServer {
  /** The underlying server, for mounting routes before {@link HttpServer.listen}. */
  readonly app: FastifyInstance;
  readonly metrics: Registry;
  /** Opens the port (0 picks a free one) and returns the address, for example `http://127.0.0.1:4000`. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Reports not ready, lets running requests finish within the limit, closes every connection. May be called twice. */
  close(): Promise<void>;
}

/**
 * The one way a service of the hall speaks HTTP: a correlation id on every request and answer, `/health/live`,
 * `/health/ready`, `/metrics`, a body limit, security headers, one shape for errors, and an orderly close.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { logger, readiness = {}, metrics = new Registry(), closeWithinMs = CLOSE_WITHIN_MS } = options;
  const app = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'correlationId' }),
    genReqId: (request) => correlationIdOf(request.headers[CORRELATION_HEADER]),
    bodyLimit: options.bodyLimit ?? DEFAULT_BODY_LIMIT,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: (_error, _request, reply) => void sendNoSuchAddress(reply as never),
    routerOptions: { maxParamLength: 200 },
  }) as unknown as FastifyInstance;
  app.addHook('onRoute', (route) => {
    route.schema = { querystring: onceEach, ...(route.schema as object | undefined) };
  });
  // Hooks that wait for nothing call back instead of returning promises: they run on every request.
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header(CORRELATION_HEADER, request.id);
    done();
  });
  app.addHook('preValidation', (request, reply, done) => {
    if (isPlain(request)) return done();
    void sendError(reply, 400, '地址含有控制字符 / The address contains control characters', {
      code: 'BAD_USER_INPUT',
    });
  });
  app.addHook('onResponse', (request, reply, done) => {
    const line = { method: request.method, route: routeOf(request), status: reply.statusCode, ms: reply.elapsedTime };
    request.log.debug(line, 'answered');
    done();
  });
  registerFaultAnswers(app);
  registerMetrics(app, metrics);
  const health = registerHealth(app, readiness);
  const silent = silentConnections(app);

  let closing: Promise<void> | undefined;
  return {
    app,
    metrics,
    listen: ({ host, port }) => app.listen({ host, port }),
    close() {
      closing ??= closeOrderly(app, closeWithinMs, () => {
        health.drain();
        for (const socket of silent) socket.destroy();
      });
      return closing;
    },
  };
}

/** No route asks for a parameter of its address twice; one that comes twice would arrive as a list where a text is read. */
const onceEach = { type: 'object', additionalProperties: { type: 'string' } };

/** Whether the variable parts of an address are texts. A GraphQL document in an address looks after its own. */
function isPlain({ params, query, routeOptions }: FastifyRequest): boolean {
  const asked = routeOptions.url === GRAPHQL_PATH ? [params] : [params, query];
  return asked.flatMap((part) => Object.values(part ?? {}).flat()).every((text) => isPlainText(String(text)));
}

async function closeOrderly(app: FastifyInstance, withinMs: number, drain: () => void): Promise<void> {
  drain();
  const cut = setTimeout(() => app.server.closeAllConnections(), withinMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}

/**
 * Connections over which nothing was asked yet. Browsers and pools open such in advance; the server would count them
 * as busy and wait for them when it closes.
 */
function silentConnections(app: FastifyInstance): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }: IncomingMessage) => silent.delete(socket));
  return silent;
}
