import { isUuid } from '@hall/kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../logging';
import { cut } from '../postgres';
import type { Database, Tx } from '../postgres';

/** A row that waits to be published. */
interface PendingRow {
  readonly id: string;
  readonly event_id: string;
  readonly type: string;
  readonly aggregate_id: string;
  readonly envelope: { readonly actorid?: unknown };
  readonly publications: number;
}

/** Publishes one message and resolves when the broker has acknowledged it. */
export interface MessagePublisher {
  publish(subject: string, payload: string, messageId: string): Promise<void>;
}

/** What a relay needs. */
export interface OutboxRelayOptions {
  readonly database: Database;
  /** Address for the connection that listens for other processes' wake-up calls. */
  readonly url: string;
  /** The service's name; also the channel of the wake-up calls. */
  readonly service: string;
  readonly publisher: MessagePublisher;
  readonly logger: Logger;
}

const batchSize = 200;
/** The slow poll is the truth; being woken only makes it quick. */
const pollMs = 1_000;
const longestBackOffMs = 10_000;
const connectWithinMs = 5_000;
const listenerWithinMs = 2_000;

/**
 * Carries what was committed to the broker. It takes rows that are not published yet, never rows after the last one it
 * saw: two transactions can commit in the other order than their ids, and a cursor would lose the late one for ever.
 * One relay of a service works at a time, held apart by a lock that ends with the transaction of its batch.
 */
export class OutboxRelay {
  #listener: Client | undefined;
  #running = false;
  #woken: (() => void) | undefined;
  #wakePending = false;
  #notifying = false;
  #notifyAgain = false;
  #loop: Promise<void> | undefined;
  #stopListening: (() => void) | undefined;
  #failures = 0;
  /** How many transactions stated something, and of how many of them it has been published. */
  #stated = 0;
  #carried = 0;
  readonly #confirmations: (() => void)[] = [];

  constructor(private readonly options: OutboxRelayOptions) {}

  async start(): Promise<void> {
    this.#running = true;
    this.#stopListening = this.options.database.onOutboxCommit(() => {
      this.#stated++;
      this.wake();
    });
    await this.#listen();
    this.#loop = this.#run();
  }

  /**
   * Says that there is something to publish: here at once, and to the other processes of this service by NOTIFY. That
   * is sent on the listening connection and never inside a business transaction, because a commit that notifies
   * takes a lock on the whole database and all such commits queue behind each other.
   */
  wake(): void {
    this.#wakeHere();
    this.#notifyAgain = this.#notifying;
    if (!this.#notifying) void this.#notify();
  }

  /**
   * Resolves when what was committed here until now has been published, or after so many milliseconds; at once while that
   * fails. Who is answered then may use elsewhere what they were told.
   */
  async published(withinMs: number): Promise<void> {
    const upTo = this.#stated;
    const end = performance.now() + withinMs;
    while (this.#carried < upTo && this.#failures === 0 && performance.now() < end) {
      const next = new Promise<void>((resolve) => this.#confirmations.push(resolve));
      await Promise.race([next, delay(withinMs, undefined, { ref: false })]);
    }
  }

  /** Says that the broker is back: what waits is published now, not after the pause that failures have made long. */
  retryNow(): void {
    this.#failures = 0;
    this.#wakeHere();
  }

  /** Tells the other processes; calls that come meanwhile become one. */
  async #notify(): Promise<void> {
    this.#notifying = true;
    do {
      this.#notifyAgain = false;
      const listener = this.#listener;
      await listener?.query(`notify ${this.#channel}`).catch(() => this.#lose(listener));
    } while (this.#notifyAgain);
    this.#notifying = false;
  }

  /** Publishes until nothing is pending; returns how many were published. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const { published, pending } = await this.#batch();
      total += published;
      if (published === 0 || pending < batchSize) return total;
    }
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#stopListening?.();
    this.#wakeHere();
    await this.#loop;
    const listener = this.#listener;
    if (!listener) return;
    // Whoever is not there any more does not say goodbye.
    const gone = listener.end().catch(() => undefined);
    await Promise.race([gone, delay(listenerWithinMs, undefined, { ref: false })]);
    this.#lose(listener);
  }

  /** A connection that does not answer is no listener: another is made with the next batch. */
  #lose(listener: Client): void {
    if (this.#listener === listener) this.#listener = undefined;
    cut(listener);
  }

  get #channel(): string {
    return `outbox_${this.options.service}`;
  }

  #wakeHere(): void {
    this.#wakePending = true;
    this.#woken?.();
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#wakePending = false;
      const upTo = this.#stated;
      try {
        await this.drain();
        this.#carried = upTo;
        this.#failures = 0;
        if (!this.#listener && this.#running) await this.#listen();
      } catch (error) {
        this.#failures++;
        this.#carried = this.#stated;
        this.options.logger.warn({ err: error, failures: this.#failures }, 'outbox relay will try again');
      }
      this.#confirmations.splice(0).forEach((look) => look());
      await this.#pause();
    }
  }

  async #pause(): Promise<void> {
    if (!this.#running || (this.#wakePending && this.#failures === 0)) return;
    const backOff = Math.min(pollMs * 2 ** this.#failures, longestBackOffMs);
    const limit = this.#failures === 0 ? pollMs : backOff * (0.5 + Math.random() / 2);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limit);
      // While the broker is away a wake-up call must not turn the back-off into a busy loop.
      this.#woken = () => {
        if (this.#failures > 0 && this.#running) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.#woken = undefined;
  }

  async #listen(): Promise<void> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: `${this.options.service} relay`,
      connectionTimeoutMillis: connectWithinMs,
      query_timeout: listenerWithinMs,
      keepAlive: true,
    });
    client.on('error', () => this.#lose(client));
    client.on('notification', () => this.#wakeHere());
    await client.connect();
    await client.query(`listen ${this.#channel}`).catch((error: unknown) => {
      this.#lose(client);
      throw error;
    });
    this.#listener = client;
  }

  /** One batch. The lock belongs to the transaction: behind a connection pooler a session's lock would stay behind. */
  #batch(): Promise<{ published: number; pending: number }> {
    return this.options.database.transaction(async (tx) => {
      const [lock] = await tx.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock(hashtext($1)) as mine', [
        this.#channel,
      ]);
      if (!lock?.mine) return { published: 0, pending: 0 };
      const rows = await tx.query<PendingRow[]>(
        `select id, event_id, type, aggregate_id, envelope, publications
           from outbox where published_at is null order by id limit ${batchSize}`,
        [],
      );
      const results = await Promise.all(
        [...byAggregate(rows).values()].map((history) => this.#publishInOrder(history)),
      );
      const published = results.flatMap(({ done }) => done);
      const failed = results.flatMap(({ failure }) => failure ?? []);
      await this.#mark(tx, published, failed);
      if (published.length === 0 && failed.length > 0) throw failed[0]!.error;
      return { published: published.length, pending: rows.length };
    }, 'background');
  }

  /** Publishes the events of one thing one after the other; a failure holds back only what follows it. */
  async #publishInOrder(history: readonly PendingRow[]): Promise<{ done: string[]; failure?: Failure }> {
    const done: string[] = [];
    for (const row of history) {
      try {
        // A replay needs a message id of its own, or the broker takes it for a repeat and swallows it.
        const messageId = row.publications === 0 ? row.event_id : `${row.event_id}:${row.publications}`;
        await this.options.publisher.publish(row.type, JSON.stringify(withoutAccount(row.envelope)), messageId);
        done.push(row.id);
      } catch (error) {
        return { done, failure: { id: row.id, error } };
      }
    }
    return { done };
  }

  async #mark(tx: Tx, published: readonly string[], failed: readonly Failure[]): Promise<void> {
    if (published.length > 0) {
      await tx.query(
        `update outbox set published_at = now(), publications = publications + 1, attempts = attempts + 1, last_error = null
          where id = any($1::bigint[])`,
        [published],
      );
    }
    for (const { id, error } of failed) {
      await tx.query('update outbox set attempts = attempts + 1, last_error = $2 where id = $1', [id, String(error)]);
    }
  }
}

interface Failure {
  readonly id: string;
  readonly error: unknown;
}

function byAggregate(rows: readonly PendingRow[]): Map<string, PendingRow[]> {
  const groups = new Map<string, PendingRow[]>();
  for (const row of rows) {
    const group = groups.get(row.aggregate_id);
    if (group) group.push(row);
    else groups.set(row.aggregate_id, [row]);
  }
  return groups;
}

/** Whatever an outbox holds, from a backup of before too: no account leaves it, said again or for the first time. */
function withoutAccount(envelope: PendingRow['envelope']): object {
  const { actorid, ...rest } = envelope;
  return typeof actorid === 'string' && isUuid(actorid) ? envelope : rest;
}
