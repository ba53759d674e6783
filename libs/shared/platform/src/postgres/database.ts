import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Logger } from '../logging';
import { cut, datesAsText, send } from './connection';
import { defaultLimits, Gate, graceMs, Patience, startLimits, startTransaction } from './limits';
import type { DatabaseLimits, TransactionKind } from './limits';
import {
  ConflictError,
  isOutage,
  isStalePlan,
  isUnavailable,
  leavesOutcomeOpen,
  OutcomeUnknownError,
  SqlState,
  sqlStateOf,
  StatementError,
  UnavailableError,
} from './sql-state';

/** An open transaction. A function that needs one takes it as its first argument. */
export interface Tx {
  /** Rows; of an update or delete, rows and their number. Without parameters the text may be several statements. */
  // What a statement returns is known to whoever wrote it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  query<Answer = any>(sql: string, parameters?: readonly unknown[]): Promise<Answer>;
}

/** How a database is reached. */
export interface DatabaseOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** The service's schema; unqualified table names mean this one. */
  readonly schema: string;
  readonly poolSize?: number;
  readonly limits?: DatabaseLimits;
  readonly logger: Logger;
}

type StatementListener = (sql: string) => void;

/** A sweep, the relay and a consumer come again by themselves. */
const attempts: Readonly<Record<TransactionKind, number>> = { write: 5, background: 2 };
/** The part of the connections that changes leave to reads, events and sweeps, however many wait for one row. */
const keptFromChanges = 0.3;
const retried: ReadonlySet<string | undefined> = new Set([SqlState.serializationFailure, SqlState.deadlock]);
const written = new WeakSet<Tx>();
/**
 * Whether a statement changes nothing. The first ones leave together with the start of their transaction, which saves a
 * round trip; whatever changes something waits until it has begun: alone, it would stay.
 */
const asks = (sql: string): boolean => /^\s*select\b/i.test(sql);

/** Notes that a transaction put something into the outbox, so that the relay is woken when it commits. */
export function markOutboxWritten(tx: Tx): void {
  written.add(tx);
}

/** A service's own database. Nobody else's tables can be reached from here. */
export class Database {
  readonly #listeners = new Set<StatementListener>();
  readonly #commitListeners = new Set<() => void>();
  readonly #source: DataSource;
  readonly #limits: DatabaseLimits;
  readonly #changes: Gate;
  readonly #clients = new Set<PoolClient>();
  #pool!: Pool;

  private constructor(private readonly options: DatabaseOptions) {
    const { url, applicationName, schema, poolSize = 10, limits = defaultLimits, logger } = options;
    this.#limits = limits;
    this.#changes = new Gate(poolSize - Math.floor(poolSize * keptFromChanges), limits.connect);
    this.#source = new DataSource({
      type: 'postgres',
      url,
      applicationName,
      poolSize,
      synchronize: false,
      connectTimeoutMS: limits.connect,
      poolErrorHandler: (err: Error) => logger.warn({ err }, 'an idle connection broke'),
      // What is asked at once goes out at once, and is answered in order: a transaction's statements that do not need
      // each other's answers cost one round trip.
      extra: {
        options: `-c search_path=${schema},public ${startLimits(limits)}`,
        pipeline: true,
        types: datesAsText,
        keepAlive: true,
        query_timeout: limits.read + graceMs,
      },
    });
  }

  /** The service's schema. */
  get schema(): string {
    return this.options.schema;
  }

  static async connect(options: DatabaseOptions): Promise<Database> {
    const database = new Database(options);
    await database.#source.initialize();
    const { master: pool } = database.#source.driver as unknown as { readonly master: Pool };
    database.#pool = pool;
    pool.on('acquire', (client) => {
      if (database.#clients.has(client)) return;
      database.#clients.add(client);
      // One that breaks while it is used tells whoever asks on it; without a listener, Node would end.
      client.on('error', () => undefined);
    });
    pool.on('remove', (client) => database.#clients.delete(client));
    return database;
  }

  /**
   * Runs a closure in a transaction. When rows changed under it (serialization failure, deadlock), or a table under a
   * prepared statement, the whole closure runs again, a bounded number of times: retrying one statement inside an
   * aborted transaction cannot help. Its time is not given anew.
   *
   * @throws ConflictError after the last attempt
   * @throws UnavailableError when somebody holds a row, or the database takes its time, for longer than the limits say; nothing was written
   * @throws OutcomeUnknownError when the connection was lost while the transaction ended
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, kind: TransactionKind = 'write'): Promise<T> {
    const { [kind]: statement, whole } = this.#limits;
    const patience = new Patience(statement, kind === 'write' ? whole : Infinity);
    const attempt = () => this.#withConnection((client) => this.#inTransaction(client, work, kind, patience));
    return kind === 'write'
      ? this.#changes.through(() => this.#repeated(attempt, kind))
      : this.#repeated(attempt, kind);
  }

  async #repeated<T>(once: () => Promise<T>, kind: TransactionKind): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await once();
      } catch (error) {
        if (!retried.has(sqlStateOf(error)) && !isStalePlan(error)) throw error;
        if (attempt === attempts[kind]) throw new ConflictError(error);
        this.options.logger.warn({ attempt, sqlState: sqlStateOf(error) }, 'transaction runs again');
        await jitter(attempt);
      }
    }
  }

  async #inTransaction<T>(
    client: PoolClient,
    work: (tx: Tx) => Promise<T>,
    kind: TransactionKind,
    patience: Patience,
  ): Promise<T> {
    const within = (): number => patience.left() + graceMs;
    let isOver = false;
    let mayChange = false;
    let failure: unknown;
    const noted = (answer: Promise<unknown>): Promise<unknown> =>
      answer.catch((error: unknown) => {
        throw (failure ??= error);
      });
    const tx: Tx = {
      query: async (sql, parameters) => {
        // Whatever is asked after one that waits waits, too: the order stays.
        if ((mayChange ||= !asks(sql))) await started;
        // Whatever a failed sibling left behind must not be done after the transaction, on its own.
        if (isOver) throw new Error('the transaction is over');
        return (await noted(this.#send(client, within(), sql, parameters))) as never;
      },
    };
    const started = noted(this.#send(client, within(), startTransaction(patience.left(), kind)));
    started.catch(() => undefined);
    let result: T;
    try {
      result = await work(tx);
      await started;
      // A commit after a failed statement would roll back and say nothing.
      if (failure) throw failure;
      patience.left();
    } catch (error) {
      isOver = true;
      // A connection that cannot roll back is lost, and its transaction with it.
      await this.#send(client, graceMs, 'rollback').catch(() => cut(client));
      throw error;
    }
    isOver = true;
    await this.#send(client, this.#limits[kind] + graceMs, 'commit').catch((error: unknown) => {
      throw leavesOutcomeOpen(error) ? new OutcomeUnknownError(error) : error;
    });
    if (written.has(tx)) this.#commitListeners.forEach((listener) => listener());
    return result;
  }

  /** Calls the listener after every commit of a transaction that was marked by {@link markOutboxWritten}. @returns stops listening */
  onOutboxCommit(listener: () => void): () => void {
    this.#commitListeners.add(listener);
    return () => this.#commitListeners.delete(listener);
  }

  /**
   * One statement outside a transaction, for reads.
   *
   * @throws UnavailableError when the database takes longer than a reader waits
   */
  async query<Row = unknown>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const once = () =>
      this.#withConnection((client) => this.#send(client, this.#limits.read + graceMs, sql, parameters));
    return (await once().catch((error: unknown) => {
      if (!isStalePlan(error)) throw error;
      return once();
    })) as Row[];
  }

  /** Calls the listener with every statement that goes to the server. @returns stops listening */
  onStatement(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends all connections at once; what was asked on them fails. */
  cut(): void {
    this.#clients.forEach(cut);
  }

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  #send(client: PoolClient, withinMs: number, sql: string, parameters?: readonly unknown[]): Promise<unknown> {
    this.#listeners.forEach((listener) => listener(sql));
    return send(client, withinMs, sql, parameters);
  }

  /** A connection of TypeORM's pool; one that broke, or said nothing in time, is cut and never used again. */
  async #withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw new UnavailableError(error);
    });
    let isBroken = false;
    try {
      return await work(client);
    } catch (error) {
      isBroken = isOutage(error);
      if (isBroken) cut(client);
      throw error instanceof StatementError && isUnavailable(error) ? new UnavailableError(error) : error;
    } finally {
      client.release(isBroken);
    }
  }
}

/** Waits a little, longer each time and never equally long, so that rivals do not meet again. */
function jitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
