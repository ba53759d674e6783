import type { FastifyInstance } from 'fastify';

/** A readiness check: resolves when the thing is usable, rejects (with any error) when it is not. */
type ReadinessCheck = () => Promise<unknown>;

/** Checks by name, for example `postgres`, `nats`, `cases`. */
export type ReadinessChecks = Readonly<Record<string, ReadinessCheck>>;

/** A check that has not answered by then counts as failed, in milliseconds. */
const CHECK_WITHIN_MS = 2_000;

/**
 * `/health/live`: the process runs (never asks anything else, so that a broken database does not restart services).
 * `/health/ready`: every named check passes and the process is not closing; 503 otherwise, with each check's state.
 * Reasons go to the log, not into the answer.
 */
export function registerHealth(app: FastifyInstance, checks: ReadinessChecks): { drain: () => void } {
  let closing = false;
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await within(CHECK_WITHIN_MS, check());
          return [name, 'up'] as const;
        } catch (error) {
          request.log.warn({ err: error, check: name }, 'not ready');
          return [name, 'down'] as const;
        }
      }),
    );
    const ready = !closing && results.every(([, state]) => state === 'up');
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: closing ? 'closing' : ready ? 'ready' : 'not-ready', checks: Object.fromEntries(results) });
  });
  return {
    drain: () => {
      closing = true;
    },
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
