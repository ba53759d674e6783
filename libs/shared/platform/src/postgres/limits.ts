/** How long the database may keep somebody waiting, in ms. What waits longer is refused, and may be tried again. */
export interface DatabaseLimits {
  /** A statement outside a transaction: somebody looks at a screen. */
  readonly read: number;
  /** A statement of a change. */
  readonly write: number;
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
export function startTransaction(limits: DatabaseLimits, kind: TransactionKind): string {
  const names = ['statement_timeout', ...(kind === 'background' ? ['lock_timeout', idleTimeout] : [])];
  return ['start transaction', ...names.map((name) => `set local ${name} = ${limits[kind]}`)].join('; ');
}
