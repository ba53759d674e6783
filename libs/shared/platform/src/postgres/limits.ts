import { UnavailableError } from './sql-state';

/** How long the database may keep somebody waiting, in ms. What waits longer is refused, and may be tried again. */
export interface DatabaseLimits {
  /** A statement outside a transaction: somebody looks at a screen. */
  readonly read: number;
  /** A statement of a change. */
  readonly write: number;
  /** A change as a whole: waiting for a connection, all its statements, and when it has to run again. */
  readonly whole: number;
  /** Waiting for a row that somebody else is changing. */
  readonly lock: number;
  /** A transaction in which nothing is asked; whoever holds rows and has gone away lets them go. */
  readonly idle: number;
  /** A connection: a new one, or a free one of those there are. */
  readonly connect: number;
  /** A statement, or a wait for a row, of work that nobody waits for: sweeps, events of others, what is published. */
  readonly background: number;
}

/** What holds where nothing else is set. */
export const defaultLimits: DatabaseLimits = {
  read: 5_000,
  write: 6_000,
  whole: 8_000,
  lock: 3_000,
  idle: 10_000,
  connect: 3_000,
  background: 60_000,
};

const idleTimeout = 'idle_in_transaction_session_timeout';

/** Who waits for a transaction: a person for a change, or nobody. */
export type TransactionKind = 'write' | 'background';

/** What a connection starts with: the limits of a read. */
export function startLimits({ read, lock, idle }: DatabaseLimits): string {
  return `-c statement_timeout=${read} -c lock_timeout=${lock} -c ${idleTimeout}=${idle}`;
}

/** Opens a transaction with limits of its own, in one round trip. */
export function startTransaction(statementMs: number, kind: TransactionKind): string {
  const names = ['statement_timeout', ...(kind === 'background' ? ['lock_timeout', idleTimeout] : [])];
  return ['start transaction', ...names.map((name) => `set local ${name} = ${statementMs}`)].join('; ');
}

/**
 * How much later than the server we give up, in ms: as long as it lives, it ends what takes too long and keeps the
 * connection; one that says nothing is cut.
 */
export const graceMs = 500;

/** How long a transaction may still take. It is told once, and a second attempt does not start it anew. */
export class Patience {
  readonly #endsAt: number;

  constructor(
    private readonly statementMs: number,
    wholeMs: number,
  ) {
    this.#endsAt = performance.now() + wholeMs;
  }

  /**
   * How long the next statement may take, in ms.
   *
   * @throws UnavailableError when the time is over
   */
  left(): number {
    const left = Math.ceil(this.#endsAt - performance.now());
    if (left <= 0) throw new UnavailableError(new Error('the transaction took too long as a whole'));
    return Math.min(this.statementMs, left);
  }
}

/** Lets a bounded number in at a time; whoever waits for too long is sent away. */
export class Gate {
  readonly #waiting = new Set<() => void>();

  constructor(
    private free: number,
    private readonly withinMs: number,
  ) {}

  /** @throws UnavailableError */
  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.free === 0) await this.#turn();
    else this.free--;
    try {
      return await work();
    } finally {
      const [next] = this.#waiting;
      if (next) next();
      else this.free++;
    }
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(new UnavailableError(new Error('too many changes are waiting')));
      }, this.withinMs);
      const enter = (): void => {
        this.#waiting.delete(enter);
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.add(enter);
    });
  }
}
