import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '@hall/kernel';
import { Gauge } from 'prom-client';
import type { Registry } from 'prom-client';
import type { Logger } from '../logging';
import { connectAuditor } from './auditor';
import { findViolations } from './invariant';
import type { Invariant } from './invariant';

/** What counting a service's violations needs. */
export interface AuditOptions {
  readonly invariants: readonly Invariant[];
  readonly url: string;
  readonly service: string;
  readonly everyMinutes: number;
  /** How long one check may take, in ms. */
  readonly limit: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly registry: Registry;
}

/**
 * Counts now and then where a service's invariants do not hold, as a metric. It has a connection of its own that can only
 * read, so that nobody waits for it; a check that fails is left out and holds no other up.
 */
export class AuditLoop {
  readonly #stopped = new AbortController();
  readonly #violations: Gauge<'name'>;
  #loop: Promise<void> | undefined;

  constructor(private readonly options: AuditOptions) {
    this.#violations = new Gauge({
      name: 'hall_invariant_violations',
      help: 'Places where what must hold does not, by invariant; absent until it was checked (npm run audit says which)',
      labelNames: ['name'] as const,
      registers: [options.registry],
    });
  }

  start(): void {
    if (this.options.everyMinutes > 0) this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  /** Checks everything once. */
  async count(): Promise<void> {
    const { url, service, limit, invariants, clock, logger } = this.options;
    const reader = await connectAuditor({ url, schema: service, limit });
    try {
      for (const invariant of invariants) {
        if (this.#stopped.signal.aborted) return;
        try {
          const found = await findViolations(reader, invariant, clock.now());
          this.#violations.set({ name: invariant.name }, found.length);
          if (found.length > 0)
            logger.error({ invariant: invariant.name, found: found.length }, 'an invariant is violated');
        } catch (error) {
          this.#violations.remove({ name: invariant.name });
          logger.warn({ err: error, invariant: invariant.name }, 'an invariant could not be checked');
        }
      }
    } finally {
      await reader.close();
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    const pause = (): Promise<unknown> =>
      delay(this.options.everyMinutes * 60_000, undefined, { signal, ref: false }).catch(() => undefined);
    for (await pause(); !signal.aborted; await pause()) {
      await this.count().catch((error: unknown) =>
        this.options.logger.warn({ err: error }, 'the audit will try again'),
      );
    }
  }
}
