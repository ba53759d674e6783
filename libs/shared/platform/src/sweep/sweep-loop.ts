import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logging';

/** Work that becomes due by the passing of time alone: deadlines, alerts, re-projections. */
export interface Sweep {
  readonly name: string;
  /**
   * Does one bounded batch of what is due, in its own transaction, and returns how much it did; 0 when nothing is due.
   * Any number of processes may run it at once, and a process may die at any point: the next batch goes on.
   *
   * @param passed what could not be worked on in this round, to be passed over for the rest of it; the batch adds to it
   */
  batch(passed?: Set<string>): Promise<number>;
}

const pollMs = 1_000;

/** Runs sweeps until nothing is due, once a second. What is due is in the database, so a restart forgets nothing. */
export class SweepLoop {
  readonly #stopped = new AbortController();
  #loop: Promise<void> | undefined;

  constructor(private readonly options: { readonly sweeps: readonly Sweep[]; readonly logger: Logger }) {}

  start(): void {
    this.#loop ??= this.#run();
  }

  /**
   * Does everything that is due now. A sweep that fails holds no other up.
   *
   * @throws what the first of them failed with, after all others are done
   */
  async drain(): Promise<void> {
    const failures = new Map<Sweep, unknown>();
    const round = this.options.sweeps.map((sweep) => ({ sweep, passed: new Set<string>() }));
    let done: number;
    do {
      done = 0;
      for (const { sweep, passed } of round) {
        if (failures.has(sweep)) continue;
        done += await sweep.batch(passed).catch((error: unknown) => (failures.set(sweep, error), 0));
      }
    } while (done > 0 && !this.#stopped.signal.aborted);
    for (const error of failures.values()) throw error;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        await this.drain();
      } catch (error) {
        this.options.logger.warn({ err: error }, 'a sweep failed and will be tried again');
      }
      await delay(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
