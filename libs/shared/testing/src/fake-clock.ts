import type { Clock } from '@hall/kernel';

/** A clock that a test moves. */
export class FakeClock implements Clock {
  #instant: Date;

  constructor(instant: string | Date = '2026-11-23T09:00:00+08:00') {
    this.#instant = new Date(instant);
  }

  now(): Date {
    return new Date(this.#instant);
  }

  set(instant: string | Date): void {
    this.#instant = new Date(instant);
  }

  advanceMinutes(minutes: number): void {
    this.#instant = new Date(this.#instant.getTime() + minutes * 60_000);
  }
}
