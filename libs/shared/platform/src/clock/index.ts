import type { Clock } from '@hall/kernel';

/** The machine's clock: the only place that asks it for the hall's time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it was set; until then it is the machine's. */
class SettableClock implements Clock {
  #instant: Date | undefined;

  now(): Date {
    return this.#instant === undefined ? systemClock.now() : new Date(this.#instant);
  }

  set(instant: Date): void {
    this.#instant = new Date(instant);
  }
}

/** The clock of a process; settable for tests and demonstrations only. */
export function createClock({ testClock }: { readonly testClock: boolean }): Clock {
  return testClock ? new SettableClock() : systemClock;
}
