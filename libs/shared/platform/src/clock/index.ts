import { z } from 'zod';
import type { Clock } from '@hall/kernel';

/** The machine's clock: the only place that asks it for the hall's time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands where it was set; until then it is the machine's. */
class SettableClock implements Clock {
  constructor(public standsAt: Date | undefined) {}

  now(): Date {
    return this.standsAt === undefined ? systemClock.now() : new Date(this.standsAt);
  }

  set(instant: Date): void {
    this.standsAt = new Date(instant);
  }
}

/** The setting that makes the clock of a process settable, or lets it stand from the start where the hall's stands already. */
export const testClockSetting = z
  .union([z.enum(['0', '1']), z.iso.datetime({ offset: true })])
  .default('0')
  .describe('1, or the instant at which it stands, makes the clock settable: tests and demonstrations only');

/** The clock of a process; settable for tests and demonstrations only. */
export function createClock({ testClock }: { readonly testClock: string }): Clock {
  if (testClock === '0') return systemClock;
  return new SettableClock(testClock === '1' ? undefined : new Date(testClock));
}
