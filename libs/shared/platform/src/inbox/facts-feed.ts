import { isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';

/** Tells when another service's fact has just been applied here. */
export class FactsFeed {
  #waiting: (() => void)[] = [];

  /** Called after each applied event. */
  applied(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach((wake) => wake());
  }

  /** Resolves when the next fact has been applied, or after `withinMs`; answers which. */
  changed(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs).unref();
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

/** How long an attempt may wait for facts that are on their way. */
const patienceMs = 1_000;

/**
 * Runs an attempt, and again whenever a new fact arrives, while its refusal may only mean that a fact of another service
 * is still on its way: somebody who registers a window and uses it a moment later must not be told that there is no
 * such window. After a moment without news the refusal stands.
 *
 * @param staleCodes refusals which a late fact can cause
 */
export async function retryWhenStale<T>(
  feed: FactsFeed,
  staleCodes: ReadonlySet<string>,
  attempt: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const news = feed.changed(Math.max(0, end - performance.now()));
    const outcome = await attempt();
    if (!isRefused(outcome) || !staleCodes.has(outcome.refusal.code)) return outcome;
    if (!(await news)) return outcome;
  }
}
