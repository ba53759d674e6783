import type { Clock, HallKey } from '@hall/kernel';
import type { Logger } from '../logging';
import { isOutage, isPassing } from '../postgres';
import type { Tx } from '../postgres';
import type { Sweep } from './sweep-loop';

/** The steps of a sweep over things that each have a key. */
export interface SweepSteps<Key extends HallKey> {
  readonly name: string;
  /**
   * Finds what is due, the most urgent first, a bounded number.
   *
   * @param aside ids that the statement leaves out: sorted out afterwards, they would fill the batch for ever
   */
  find(tx: Tx, aside: readonly string[]): Promise<readonly Key[]>;
  /** Does the work for these, and returns how many were done; what others hold is left out. */
  work(tx: Tx, keys: readonly Key[]): Promise<number>;
}

/** What a sweep needs of the service. */
export interface SweepBase {
  readonly inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How long a thing that cannot be worked on is left alone before it is tried again. */
const setAsideMs = 10 * 60_000;

/**
 * A sweep in which one faulty thing holds nobody else up: a batch that fails is done again one by one, and what fails by
 * itself is logged, left aside for a while, and tried again. What others hold, what has nobody to hold it, and what only met
 * a lock or a time limit stays due, but is passed over for the rest of the round: found again and again, it would fill the
 * batch. When the database is not there, the sweep fails as a whole and nothing is left aside.
 */
export function isolatedSweep<Key extends HallKey>(steps: SweepSteps<Key>, base: SweepBase): Sweep {
  const { inTransaction, clock, logger } = base;
  const asideUntil = new Map<string, number>();
  const toldUntil = new Map<string, number>();

  const due = (tx: Tx, passed: ReadonlySet<string>): Promise<readonly Key[]> => {
    const now = clock.now().getTime();
    for (const times of [asideUntil, toldUntil]) for (const [id, until] of times) if (until <= now) times.delete(id);
    return steps.find(tx, [...asideUntil.keys(), ...passed]);
  };
  /** @returns whether anything new was said: what does not pass is found every second, and said once in a while */
  const note = (error: unknown, { hallCode, id }: Key, passed: Set<string>): boolean => {
    const line = { err: error, sweep: steps.name, hallCode, id };
    const until = clock.now().getTime() + setAsideMs;
    if (!isPassing(error)) {
      asideUntil.set(id, until);
      logger.error(line, 'a sweep left something aside');
      return true;
    }
    passed.add(id);
    if (toldUntil.has(id)) return false;
    toldUntil.set(id, until);
    logger.warn(line, 'a sweep tries something again later');
    return true;
  };
  const oneByOne = async (passed: Set<string>, cause: unknown): Promise<Worked> => {
    const keys = await inTransaction((tx) => due(tx, passed));
    let [done, failed, news] = [0, 0, false];
    for (const key of keys) {
      try {
        const count = await inTransaction((tx) => steps.work(tx, [key]));
        if (count === 0) passed.add(key.id);
        done += count;
      } catch (error) {
        if (isOutage(error)) throw error;
        failed++;
        news = note(error, key, passed) || news;
      }
    }
    if (news || failed === 0) logger.warn({ err: cause, sweep: steps.name }, 'a batch failed and was done one by one');
    return { found: keys.length, done };
  };
  const atOnce = async (passed: Set<string>): Promise<Worked> => {
    try {
      return await inTransaction(async (tx) => {
        const keys = await due(tx, passed);
        const done = keys.length > 0 ? await steps.work(tx, keys) : 0;
        if (done < keys.length) keys.forEach(({ id }) => passed.add(id));
        return { found: keys.length, done };
      });
    } catch (error) {
      if (isOutage(error)) throw error;
      return oneByOne(passed, error);
    }
  };
  return {
    name: steps.name,
    async batch(passed = new Set()) {
      for (;;) {
        const { found, done } = await atOnce(passed);
        // Where none of them could be worked on, what stands behind them is due now.
        if (done > 0 || found === 0) return done;
      }
    },
  };
}

interface Worked {
  readonly found: number;
  readonly done: number;
}
