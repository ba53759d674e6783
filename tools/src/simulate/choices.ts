import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * Everything that is left to chance. The same seed chooses the same: each part of a day draws from a stream of its own, so that
 * one answer more or less of the hall does not change what everybody else does.
 */
export class Choices {
  readonly #generator;

  constructor(private readonly seed: number) {
    this.#generator = xoroshiro128plus(seed);
    // Its first numbers are alike for seeds that are.
    for (let n = 0; n < 16; n++) this.#generator.next();
  }

  /** Choices of their own for a part of the play, named by where it stands in it. */
  of(...place: readonly (string | number)[]): Choices {
    const mixed = createHash('sha256')
      .update(`${this.seed}/${place.join('/')}`)
      .digest();
    return new Choices(mixed.readInt32LE(0));
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return uniformInt(this.#generator, least, most);
  }

  /** Whether something happens that happens so often in a hundred. */
  inHundred(percent: number): boolean {
    return this.between(1, 100) <= percent;
  }

  /** One of several. */
  one<T>(of: readonly T[]): T {
    return of[this.between(0, of.length - 1)]!;
  }

  /** One of several, each as often as its weight says; undefined when none has any. */
  weighted<T>(of: readonly (readonly [thing: T, weight: number])[]): T | undefined {
    const total = of.reduce((sum, [, weight]) => sum + weight, 0);
    if (total === 0) return undefined;
    let left = this.between(1, total);
    return of.find(([, weight]) => (left -= weight) <= 0)?.[0];
  }

  /** Those of several that happen to be meant, each so often in a hundred. */
  some<T>(of: readonly T[], percent: number): T[] {
    return of.filter(() => this.inHundred(percent));
  }
}
