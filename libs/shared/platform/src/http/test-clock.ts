import { z } from 'zod';
import { ACTOR_HEADER, type ActorVerifier } from '../actor';
import { sendError } from './faults';
import type { HttpServer } from './http-server';

/** Where the test clock is set: `POST {"now": "<DateTime>"}`; with `"fire": false` nothing is fired yet. */
export const TEST_CLOCK_PATH = '/test/clock';

const dateTime = z.iso.datetime({
  offset: true,
  error: 'must be an ISO 8601 instant with offset, 2026-11-23T10:00:00+08:00',
});
const body = z.strictObject({ now: dateTime, fire: z.boolean().optional() });

/** Settings of {@link mountTestClock}. */
export interface TestClockOptions {
  /** The clock of the service. The route exists only when it can be set, that is when `HALL_TEST_CLOCK=1`. */
  readonly clock: { now(): Date; set?(instant: Date): void; readonly standsAt?: Date | undefined };
  /** Fires everything that became due at the new instant; the answer waits for it. */
  readonly afterSet: (now: Date, correlationId: string) => Promise<void>;
  /** In a subgraph: whose signature is required. In the gateway, where tests call, absent. */
  readonly verifier?: ActorVerifier;
}

/**
 * `POST /test/clock` for tests and demonstrations. Answers `{"now": …}` when everything due has been done; 400 naming
 * the field for bad input; 401 without the gateway's signature. Without a settable clock there is no such route.
 */
export function mountTestClock(server: HttpServer, { clock, afterSet, verifier }: TestClockOptions): void {
  if (typeof clock.set !== 'function') return;
  const set = clock.set.bind(clock);
  server.app.get(TEST_CLOCK_PATH, () => ({ now: clock.standsAt?.toISOString() ?? null }));
  server.app.post(TEST_CLOCK_PATH, async (request, reply) => {
    if (verifier !== undefined) {
      try {
        await verifier.verify(request.headers[ACTOR_HEADER]);
      } catch {
        return sendError(reply, 401, '请通过网关访问 / Only the gateway may move the clock');
      }
    }
    const parsed = body.safeParse(request.body ?? {});
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => ({ field: fieldOf(issue), reason: issue.message }));
      const summary = fields.map(({ field, reason }) => `${field}: ${reason}`).join('; ');
      return sendError(reply, 400, `输入有误 / Bad input: ${summary}`, { code: 'BAD_USER_INPUT', fields });
    }
    const now = new Date(parsed.data.now);
    set(now);
    if (parsed.data.fire !== false) await afterSet(now, request.id);
    return reply.send({ now: parsed.data.now });
  });
}

/** The field an issue is about; for an unknown field its own name, for a body that is no object `now`. */
function fieldOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.keys.join(', ');
  return issue.path.length === 0 ? 'now' : issue.path.join('.');
}
