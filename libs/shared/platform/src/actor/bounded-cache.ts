/**
 * A map with a limit in number and in time. The oldest entry makes room, so that a flood of distinct tokens costs
 * a bounded amount of memory and nothing else.
 */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();

  /** @param limit largest number of entries kept */
  constructor(private readonly limit: number) {}

  /** Number of entries held, expired ones included until they are met. */
  get size(): number {
    return this.#entries.size;
  }

  /** The value stored under `key`, unless `now` has reached its end of life (same unit as in {@link set}). */
  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until > now) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  /** Drops everything. */
  clear(): void {
    this.#entries.clear();
  }

  /** Stores `value` until `until`, dropping the entry that was stored longest ago when the limit is reached. */
  set(key: string, value: Value, until: number): void {
    this.#entries.delete(key);
    if (this.#entries.size >= this.limit) {
      const oldest = this.#entries.keys().next();
      if (!oldest.done) this.#entries.delete(oldest.value);
    }
    this.#entries.set(key, { value, until });
  }
}
