import type { Clock } from '@hall/kernel';
import type { Logger } from '../logging';
import type { Tx } from '../postgres';
import type { Sweep } from './sweep-loop';

/** A thing of one hall that something has become due for. */
interface DueKey {
  readonly hallCode: string;
  readonly id: string;
}

/** The steps of a sweep over things that each have a key. */
export interface SweepSteps<Key extends DueKey> {
  readonly name: string;
  /** Finds what is due, the most urgent first, a bounded number. */
  find(tx: Tx): Promise<readonly Key[]>;
  /** Does the work for these, and answers how many were done; what others hold is left out. */
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
 * itself is logged, left aside for a while, and tried again.
 */
export function isolatedSweep<Key extends DueKey>(steps: SweepSteps<Key>, base: SweepBase): Sweep {
  const { inTransaction, clock, logger } = base;
  const aside = new Map<string, number>();
  const nameOf = ({ hallCode, id }: Key): string => `${hallCode}.${id}`;
  const isAside = (key: Key): boolean => (aside.get(nameOf(key)) ?? 0) > clock.now().getTime();
  const due = async (tx: Tx): Promise<readonly Key[]> => (await steps.find(tx)).filter((key) => !isAside(key));

  const oneByOne = async (): Promise<number> => {
    let done = 0;
    for (const key of await inTransaction(due)) {
      try {
        done += await inTransaction((tx) => steps.work(tx, [key]));
        aside.delete(nameOf(key));
      } catch (error) {
        aside.set(nameOf(key), clock.now().getTime() + setAsideMs);
        logger.error({ err: error, sweep: steps.name, key: nameOf(key) }, 'a sweep left something aside');
      }
    }
    return done;
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
        logger.warn({ err: error, sweep: steps.name }, 'a batch failed and is done one by one');
        return oneByOne();
      }
    },
  };
}
