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
 * itself is logged, left aside for a while, and tried again. When the database is not there, the sweep fails as a whole and
 * nothing is left aside; what only met a lock or a time limit stays due.
 */
export function isolatedSweep<Key extends HallKey>(steps: SweepSteps<Key>, base: SweepBase): Sweep {
  const { inTransaction, clock, logger } = base;
  const asideUntil = new Map<string, number>();

  const due = (tx: Tx): Promise<readonly Key[]> => {
    const now = clock.now().getTime();
    for (const [id, until] of asideUntil) if (until <= now) asideUntil.delete(id);
    return steps.find(tx, [...asideUntil.keys()]);
  };
  /** @returns whether it was left aside */
  const note = (error: unknown, { hallCode, id }: Key): boolean => {
    const line = { err: error, sweep: steps.name, hallCode, id };
    if (isPassing(error)) {
      logger.warn(line, 'a sweep tries something again later');
      return false;
    }
    asideUntil.set(id, clock.now().getTime() + setAsideMs);
    logger.error(line, 'a sweep left something aside');
    return true;
  };
  const oneByOne = async (): Promise<number> => {
    const keys = await inTransaction(due);
    let [done, leftAside] = [0, false];
    for (const key of keys) {
      try {
        done += await inTransaction((tx) => steps.work(tx, [key]));
      } catch (error) {
        if (isOutage(error)) throw error;
        leftAside = note(error, key) || leftAside;
      }
    }
    // Where all were faulty, what stood behind them is due now.
    return done > 0 || !leftAside ? done : oneByOne();
  };
  return {
    name: steps.name,
    async batch() {
      try {
        return await inTransaction(async (tx) => {
          const keys = await due(tx);
          return keys.length > 0 ? steps.work(tx, keys) : 0;
        });
      } catch (error) {
        if (isOutage(error)) throw error;
        logger.warn({ err: error, sweep: steps.name }, 'a batch failed and is done one by one');
        return oneByOne();
      }
    },
  };
}
