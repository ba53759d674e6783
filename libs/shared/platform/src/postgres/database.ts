import { DataSource } from 'typeorm';
import type { EntityManager, Logger as TypeOrmLogger } from 'typeorm';
import type { Logger } from '../logging';
import { ConflictError, SqlState, sqlStateOf } from './sql-state';

/** An open transaction. A function that needs one takes it as its first argument. */
export type Tx = EntityManager;

/** How a database is reached. */
export interface DatabaseOptions {
  readonly url: string;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
  /** The service's schema; unqualified table names mean this one. */
  readonly schema: string;
  readonly poolSize?: number;
  readonly logger: Logger;
}

const spokeMark = 'hall.spoke';

/** Notes that a transaction put something into the outbox, so that the relay is woken when it commits. */
export function markOutboxWritten(tx: Tx): void {
  if (tx.queryRunner) tx.queryRunner.data[spokeMark] = true;
}

type StatementListener = (sql: string) => void;

const attempts = 5;
const retried: ReadonlySet<string | undefined> = new Set([SqlState.serializationFailure, SqlState.deadlock]);

/** A service's own database. Nobody else's tables can be reached from here. */
export class Database {
  readonly #listeners = new Set<StatementListener>();
  readonly #commitListeners = new Set<() => void>();
  readonly #source: DataSource;

  private constructor(private readonly options: DatabaseOptions) {
    const { url, applicationName, schema, poolSize = 10 } = options;
    this.#source = new DataSource({
      type: 'postgres',
      url,
      applicationName,
      poolSize,
      synchronize: false,
      logger: this.#statementLogger(),
      logging: ['query'],
      // What is asked at once goes out at once, and is answered in order: a transaction's statements that do not need
      // each other's answers cost one round trip.
      extra: { options: `-c search_path=${schema},public`, pipeline: true },
    });
  }

  static async connect(options: DatabaseOptions): Promise<Database> {
    const database = new Database(options);
    await database.#source.initialize();
    return database;
  }

  /**
   * Runs a closure in a transaction. When rows changed under it (serialization failure, deadlock) the whole closure
   * runs again, a bounded number of times: retrying one statement inside an aborted transaction cannot help.
   *
   * @throws ConflictError after the last attempt
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (!retried.has(sqlStateOf(error))) throw error;
        if (attempt === attempts) throw new ConflictError(error);
        this.options.logger.warn({ attempt, sqlState: sqlStateOf(error) }, 'transaction runs again');
        await jitter(attempt);
      }
    }
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let spoke = false;
    const result = await this.#source.transaction(async (tx) => {
      const done = await work(tx);
      spoke = tx.queryRunner?.data[spokeMark] === true;
      return done;
    });
    if (spoke) this.#commitListeners.forEach((listener) => listener());
    return result;
  }

  /** Calls the listener after every commit of a transaction that was marked by {@link markOutboxWritten}. @returns stops listening */
  onOutboxCommit(listener: () => void): () => void {
    this.#commitListeners.add(listener);
    return () => this.#commitListeners.delete(listener);
  }

  /** One statement outside a transaction, for reads. */
  query<Row = unknown>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.#source.query(sql, [...parameters]);
  }

  /** Calls the listener with every statement that goes to the server. @returns stops listening */
  onStatement(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#source.destroy();
  }

  #statementLogger(): TypeOrmLogger {
    const ignore = (): void => undefined;
    return {
      logQuery: (sql) => this.#listeners.forEach((listener) => listener(sql)),
      logQueryError: ignore,
      logQuerySlow: ignore,
      logSchemaBuild: ignore,
      logMigration: ignore,
      log: ignore,
    };
  }
}

/** Waits a little, longer each time and never equally long, so that rivals do not meet again. */
function jitter(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
}
