import { setTimeout as delay } from 'node:timers/promises';
import { AckPolicy, DeliverPolicy, nanos } from 'nats';
import type { ConsumerInfo, ConsumerMessages, JsMsg } from 'nats';
import { parseEvent } from '@hall/contracts';
import type { EventOf, EventService, EventType, HallEvent, StreamName } from '@hall/contracts';
import { isRefused } from '@hall/kernel';
import { claimOnce } from '../inbox';
import type { Progress, ReadModelSignal } from '../inbox';
import type { Logger } from '../logging';
import type { Database, Tx } from '../postgres';
import type { Broker } from './connection';
import { isNoStream } from './connection';

/** What a service does about other services' events: handlers by event type. Types without one are not its business. */
export type EventHandlers = { readonly [T in EventType]?: (tx: Tx, event: EventOf<T>) => Promise<void> };

/** What a consumer needs. */
export interface EventConsumerOptions {
  readonly broker: Broker;
  readonly database: Database;
  /** The service that listens. */
  readonly service: EventService;
  /** The service that speaks. */
  readonly producer: EventService;
  readonly handlers: EventHandlers;
  /** Told after each event whose work is committed. */
  readonly signal: ReadModelSignal;
  readonly logger: Logger;
}

function progressOf(info: ConsumerInfo): Progress {
  const last = info.delivered.stream_seq + info.num_pending;
  const isDone = info.num_pending === 0 && info.num_ack_pending === 0;
  return { stream: info.stream_name, applied: isDone ? last : info.ack_floor.stream_seq, last };
}

const attempts = 5;
const ackWaitMs = 30_000;
/** A broker that does not say by then is asked no longer. */
const answerWithinMs = 250;
const messagesAhead = 200;

/**
 * Listens to one service. The work of an event and the note that it is done commit together, and only then is the
 * broker told: whatever dies in between, the event comes again and is recognised. Messages are handled one after the
 * other, so that the events of one thing arrive in their order.
 */
export class EventConsumer {
  readonly #name: string;
  readonly #stream: StreamName;
  #messages: ConsumerMessages | undefined;
  #running = false;
  #loop: Promise<void> | undefined;

  constructor(private readonly options: EventConsumerOptions) {
    this.#name = `${options.service}__${options.producer}`;
    this.#stream = options.producer.toUpperCase() as StreamName;
  }

  start(): void {
    this.#running = true;
    this.#loop = this.#run();
  }

  async stop(): Promise<void> {
    this.#running = false;
    this.#messages?.stop();
    await this.#loop;
  }

  /** How far this service has come in the other's history; undefined while the broker does not say. */
  async progress(): Promise<Progress | undefined> {
    const { broker } = this.options;
    if (!broker.isConnected) return undefined;
    const asked = broker.manager.consumers.info(this.#stream, this.#name).then(progressOf, () => undefined);
    return Promise.race([asked, delay(answerWithinMs, undefined, { ref: false })]);
  }

  /** Handles a payload as if it had just arrived; for dead letters. */
  async handle(payload: string): Promise<void> {
    const parsed = parseEvent(JSON.parse(payload));
    if (isRefused(parsed)) throw new Error(JSON.stringify(parsed.refusal));
    await this.#apply(parsed.value);
    this.options.signal.notify(parsed.value.type);
  }

  async #run(): Promise<void> {
    while (this.#running) {
      try {
        if (this.options.broker.isConnected) await this.#listen();
      } catch (error) {
        this.options.logger.warn({ err: error, consumer: this.#name }, 'listening will start again');
      }
      if (this.#running) await pause(250);
    }
  }

  async #listen(): Promise<void> {
    const { broker } = this.options;
    await broker.ensureStream(this.#stream);
    await this.#ensureConsumer();
    const consumer = await broker.client.consumers.get(this.#stream, this.#name);
    const messages = await consumer.consume({ max_messages: messagesAhead, idle_heartbeat: 1_000, expires: 5_000 });
    this.#messages = messages;
    if (!this.#running) messages.stop();
    this.#watch(messages);
    for await (const message of messages) {
      await this.#receive(message);
      if (!this.#running) break;
    }
  }

  /** Ends the loop when the broker says that stream or consumer are gone: they are made again, and everything is replayed. */
  #watch(messages: ConsumerMessages): void {
    void (async () => {
      for await (const status of await messages.status()) {
        const gone = ['consumer_deleted', 'stream_not_found', 'consumer_not_found', 'no_responders'].includes(
          status.type,
        );
        const silent = status.type === 'heartbeats_missed' && Number(status.data) >= 3;
        if (gone || silent) messages.stop();
      }
    })().catch(() => undefined);
  }

  async #ensureConsumer(): Promise<void> {
    const { manager } = this.options.broker;
    try {
      await manager.consumers.info(this.#stream, this.#name);
    } catch (error) {
      if (!isNoStream(error)) throw error;
      await manager.consumers.add(this.#stream, {
        durable_name: this.#name,
        ack_policy: AckPolicy.Explicit,
        deliver_policy: DeliverPolicy.All,
        ack_wait: nanos(ackWaitMs),
        max_ack_pending: messagesAhead * 2,
      });
    }
  }

  async #receive(message: JsMsg): Promise<void> {
    const payload = message.string();
    for (let attempt = 1; this.#running; attempt++) {
      try {
        const event = this.#read(payload);
        if (event) await this.#apply(event);
        message.ack();
        this.options.signal.notify(event?.type);
        return;
      } catch (error) {
        if (error instanceof Unreadable || attempt >= attempts)
          return this.#deadLetter(message, payload, error, attempt);
        this.options.logger.warn(
          { err: error, consumer: this.#name, subject: message.subject, attempt },
          'event will be tried again',
        );
        message.working();
        await pause(50 * 2 ** attempt);
      }
    }
  }

  /** The event, or nothing when it is of a type that nobody here handles. */
  #read(payload: string): HallEvent | undefined {
    let value: unknown;
    try {
      value = JSON.parse(payload);
    } catch {
      throw new Unreadable('not JSON');
    }
    const type = (value as { type?: unknown } | null)?.type;
    if (typeof type === 'string' && !Object.hasOwn(this.options.handlers, type)) return undefined;
    const parsed = parseEvent(value);
    if (isRefused(parsed)) throw new Unreadable(JSON.stringify(parsed.refusal));
    return parsed.value;
  }

  async #apply(event: HallEvent): Promise<void> {
    const { database, handlers } = this.options;
    const handler = handlers[event.type] as ((tx: Tx, event: HallEvent) => Promise<void>) | undefined;
    if (!handler) return;
    await database.transaction(async (tx) => {
      if (await claimOnce(tx, this.#name, event.id)) await handler(tx, event);
    }, 'background');
  }

  /** Keeps what cannot be handled, with the reason, and lets the rest go on. */
  async #deadLetter(message: JsMsg, payload: string, error: unknown, attempt: number): Promise<void> {
    const { database, logger } = this.options;
    await database.query(
      'insert into dead_letters (consumer, subject, payload, reason, attempts) values ($1, $2, $3, $4, $5)',
      [this.#name, message.subject, payload, String(error), attempt],
    );
    logger.error({ err: error, consumer: this.#name, subject: message.subject }, 'event became a dead letter');
    message.term();
  }
}

/** A message that no repetition will make readable. */
class Unreadable extends Error {}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
