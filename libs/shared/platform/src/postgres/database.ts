import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { Logger } from '../logging';
import { datesAsText, send } from './connection';
import { defaultLimits, startLimits, startTransaction } from './limits';
import type { DatabaseLimits, TransactionKind } from './limits';
import {
  ConflictError,
  isStalePlan,
  isUnavailable,
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
const retried: ReadonlySet<string | undefined> = new Set([SqlState.serializationFailure, SqlState.deadlock]);
const written = new WeakSet<Tx>();

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

  private constructor(private readonly options: DatabaseOptions) {
    const { url, applicationName, schema, poolSize = 10, limits = defaultLimits, logger } = options;
    this.#limits = limits;
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
      extra: { options: `-c search_path=${schema},public ${startLimits(limits)}`, pipeline: true, types: datesAsText },
    });
  }

  static async connect(options: DatabaseOptions): Promise<Database> {
    const database = new Database(options);
    await database.#source.initialize();
    return database;
  }

  /**
   * Runs a closure in a transaction. When rows changed under it (serialization failure, deadlock), or a table under a
   * prepared statement, the whole closure runs again, a bounded number of times: retrying one statement inside an
   * aborted transaction cannot help.
   *
   * @throws ConflictError after the last attempt
   * @throws UnavailableError when somebody holds a row, or the database takes its time, for longer than the limits say
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>, kind: TransactionKind = 'write'): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#withConnection((client) => this.#inTransaction(client, work, kind));
      } catch (error) {
        if (!retried.has(sqlStateOf(error)) && !isStalePlan(error)) throw error;
        if (attempt === attempts[kind]) throw new ConflictError(error);
        this.options.logger.warn({ attempt, sqlState: sqlStateOf(error) }, 'transaction runs again');
        await jitter(attempt);
      }
    }
  }

  async #inTransaction<T>(client: PoolClient, work: (tx: Tx) => Promise<T>, kind: TransactionKind): Promise<T> {
    let isOver = false;
    let failure: unknown;
    const tx: Tx = {
      query: async (sql, parameters) => {
        // Whatever a failed sibling left behind must not be done after the transaction, on its own.
        if (isOver) throw new Error('the transaction is over');
        return (await this.#send(client, sql, parameters).catch((error: unknown) => {
          throw (failure ??= error);
        })) as never;
      },
    };
    await this.#send(client, startTransaction(this.#limits, kind));
    let result: T;
    try {
      result = await work(tx);
      // A commit after a failed statement would roll back and say nothing.
      if (failure) throw failure;
    } catch (error) {
      isOver = true;
      // A connection that cannot roll back is lost, and its transaction with it.
      await this.#send(client, 'rollback').catch(() => undefined);
      throw error;
    }
    isOver = true;
    await this.#send(client, 'commit');
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
    const once = () => this.#withConnection((client) => this.#send(client, sql, parameters));
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

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  #send(client: PoolClient, sql: string, parameters?: readonly unknown[]): Promise<unknown> {
    this.#listeners.forEach((listener) => listener(sql));
    return send(client, sql, parameters);
  }

  /** TypeORM's pool; a connection that breaks meanwhile is thrown away. */
  async #withConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.#source.createQueryRunner();
    const connecting = (runner.connect() as Promise<PoolClient>).catch((error: unknown) => {
      throw new UnavailableError(error);
    });
    try {
      return await work(await connecting);
    } catch (error) {
      throw error instanceof StatementError && isUnavailable(error) ? new UnavailableError(error) : error;
    } finally {
      await runner.release();
    }
  }
}

/** Waits a little, longer each time and never equally long, so that rivals do not meet again. */
function jitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
