import { setTimeout as delay } from 'node:timers/promises';
import { isRefused } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';

/** A place from which somebody waits for the next fact. */
interface Waiting {
  /** Whether a fact has been applied since. */
  readonly isOver: boolean;
  /** Resolves when it is over, or after so many milliseconds. */
  within(ms: number): Promise<unknown>;
  /** Waits no longer; nothing of it is left. */
  end(): void;
}

/** Tells when another service's fact has just been applied here. */
export class ReadModelSignal {
  readonly #waiting = new Set<() => void>();
  readonly #listeners: ((type: string) => void)[] = [];

  /** How many wait at the moment. */
  get waiters(): number {
    return this.#waiting.size;
  }

  /** Tells of each applied event by its type, for as long as the service runs. */
  onApplied(listener: (type: string) => void): void {
    this.#listeners.push(listener);
  }

  /** Called after each applied event of this type. */
  notify(type = ''): void {
    this.#listeners.forEach((listener) => listener(type));
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    waiting.forEach((wake) => wake());
  }

  /** Waits for the next fact from now on, until it is ended. */
  wait(): Waiting {
    const over = new AbortController();
    const wake = (): void => over.abort();
    this.#waiting.add(wake);
    return {
      get isOver() {
        return over.signal.aborted;
      },
      within: (ms) => delay(ms, undefined, { signal: over.signal }).catch(() => undefined),
      end: () => this.#waiting.delete(wake),
    };
  }
}

/** How far a service has come in another's history, as places in its stream. */
export interface Progress {
  readonly stream: string;
  /** Everything up to here has been applied. */
  readonly applied: number;
  /** The last that there is. */
  readonly last: number;
}

/** What a service keeps of the others' facts, and how far it has come with them. */
export interface ReadModels {
  readonly signal: ReadModelSignal;
  /** How it stands with each of the others; without those of whom the broker does not say. */
  readonly progress: () => Promise<readonly Progress[]>;
}

/** How long an attempt may wait for facts that are on their way. */
const patienceMs = 1_000;
/** A fact is noted at the broker a moment after it was applied, so that the signal alone would come too early. */
const lookAgainMs = 10;

/**
 * Runs an attempt, and once more when its refusal may only mean that a fact of another service was still on its way:
 * somebody who registers a window and uses it a moment later must not be told that there is no such window. It waits while
 * something that was published before the refusal is not applied here, and no longer than a moment; a refusal that no fact
 * can change is as quick as a success, and so is one while the broker is away.
 *
 * @param staleCodes refusals which a late fact can cause
 */
export async function retryWhenStale<T>(
  { signal, progress }: ReadModels,
  staleCodes: ReadonlySet<string>,
  attempt: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const waiting = signal.wait();
  try {
    const outcome = await attempt();
    if (!isRefused(outcome) || !staleCodes.has(outcome.refusal.code)) return outcome;
    const caughtUp = await catchUp(signal, progress);
    return caughtUp || waiting.isOver ? await attempt() : outcome;
  } finally {
    waiting.end();
  }
}

/** Waits until everything that is published now has been applied. @returns whether there was something to wait for */
async function catchUp(signal: ReadModelSignal, progress: ReadModels['progress']): Promise<boolean> {
  const end = performance.now() + patienceMs;
  let stands = await progress();
  const published = new Map(stands.map(({ stream, last }) => [stream, last]));
  const isBehind = (): boolean => stands.some(({ stream, applied }) => applied < (published.get(stream) ?? 0));
  if (!isBehind()) return false;
  while (isBehind() && performance.now() < end) {
    const waiting = signal.wait();
    await waiting.within(lookAgainMs);
    waiting.end();
    stands = await progress();
  }
  return true;
}

/**
 * Shares an answer among all who ask while it is on its way, save that nobody gets one that was asked for before they came:
 * those who come meanwhile share the next.
 */
export function shareNext<T>(ask: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    next = undefined;
    const asked = ask().finally(() => {
      if (current === asked) current = undefined;
    });
    return (current = asked);
  };
  return () => (current ? (next ??= current.then(begin, begin)) : begin());
}
