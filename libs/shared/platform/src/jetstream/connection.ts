import { setTimeout as delay } from 'node:timers/promises';
import { connect, Events, nanos, RetentionPolicy, StorageType } from 'nats';
import type { JetStreamClient, JetStreamManager, NatsConnection } from 'nats';
import { streams } from '@hall/contracts';
import type { StreamName } from '@hall/contracts';
import type { MessagePublisher } from '../outbox';

/** The way to the broker. It may be away at any time, also when we start; it is looked for until it is there. */
export interface Broker extends MessagePublisher {
  readonly isConnected: boolean;
  /** @throws BrokerAway while there is no connection */
  readonly client: JetStreamClient;
  /** @throws BrokerAway while there is no connection */
  readonly manager: JetStreamManager;
  /** Makes a stream that is not there, also when the broker's store was lost while we ran. */
  ensureStream(name: StreamName): Promise<void>;
  /** Calls the listener whenever the broker has come (back), now included. */
  onConnected(listener: () => void): void;
  close(): Promise<void>;
}

/** Nobody is connected to the broker at the moment. */
class BrokerAway extends Error {
  constructor() {
    super('the broker is away');
  }
}

const publishTimeoutMs = 2_000;
const dialAgainMs = 500;
const pingMs = 2_000;
const drainWithinMs = 3_000;
const notFound = '404';
/** In this window the broker itself drops a message it has had; the inbox is what may be relied on. */
const dedupeWindowMs = 2 * 60_000;

interface BrokerOptions {
  readonly url: string;
  readonly name: string;
}

interface Line {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
}

/** Opens the way to NATS with JetStream and returns at once, whether or not a server is there; never gives up. */
export function openJetStream(options: BrokerOptions): Broker {
  const stopped = new AbortController();
  const listeners: (() => void)[] = [];
  let line: Line | undefined;
  let isConnected = false;
  const setConnected = (now: boolean): void => {
    isConnected = now;
    if (now) listeners.forEach((listener) => listener());
  };
  void (async () => {
    while (!stopped.signal.aborted) {
      line = await dialUntilThere(options, stopped.signal);
      if (line) await follow(line.connection, setConnected);
    }
  })();
  const current = (): Line => {
    if (!line || !isConnected) throw new BrokerAway();
    return line;
  };
  const ensureStream = async (name: StreamName): Promise<void> => ensure(current().manager, name);
  return {
    get isConnected() {
      return isConnected;
    },
    get client() {
      return current().client;
    },
    get manager() {
      return current().manager;
    },
    ensureStream,
    async publish(subject, payload, msgID) {
      const { client } = current();
      try {
        await client.publish(subject, Buffer.from(payload), { msgID });
      } catch (error) {
        if (!isNoStream(error)) throw error;
        await ensureStream(streamOf(subject));
        await client.publish(subject, Buffer.from(payload), { msgID });
      }
    },
    onConnected(listener) {
      listeners.push(listener);
      if (isConnected) listener();
    },
    async close() {
      stopped.abort();
      if (line && isConnected) return drain(line.connection);
      // The library waits for a server that is away, even with closing: for ever.
      void line?.connection.close();
    },
  };
}

/** Opens the way to NATS and waits for the first connection, however long it takes. */
export async function connectJetStream(options: BrokerOptions): Promise<Broker> {
  const broker = openJetStream(options);
  await new Promise<void>((resolve) => broker.onConnected(resolve));
  return broker;
}

async function dialUntilThere({ url, name }: BrokerOptions, signal: AbortSignal): Promise<Line | undefined> {
  const again = { maxReconnectAttempts: -1, reconnectTimeWait: 250, reconnectJitter: 250 };
  // A broker that hangs keeps its connections: it is away once it has not answered twice.
  const asked = { pingInterval: pingMs, maxPingOut: 2 };
  while (!signal.aborted) {
    try {
      const connection = await connect({ servers: url, name, ...again, ...asked });
      const client = connection.jetstream({ timeout: publishTimeoutMs });
      const manager = await connection.jetstreamManager({ checkAPI: false, timeout: publishTimeoutMs });
      return { connection, client, manager };
    } catch {
      await delay(dialAgainMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Says when the connection is lost and found again, until it is closed for good. */
async function follow(connection: NatsConnection, setConnected: (now: boolean) => void): Promise<void> {
  setConnected(!connection.isClosed());
  for await (const { type } of connection.status()) {
    if (type === Events.Disconnect) setConnected(false);
    if (type === Events.Reconnect) setConnected(true);
  }
  setConnected(false);
}

async function ensure(manager: JetStreamManager, name: StreamName): Promise<void> {
  try {
    await manager.streams.info(name);
  } catch (error) {
    if (!isNoStream(error)) throw error;
    await manager.streams.add({
      name,
      subjects: [...streams[name].subjects],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      duplicate_window: nanos(dedupeWindowMs),
    });
  }
}

/** Whether an error says that the stream or consumer is not there (any more), or that nobody answers for a subject. */
export function isNoStream(error: unknown): boolean {
  const { code, api_error: api } = error as { code?: string; api_error?: { code?: number } };
  return code === notFound || code === '503' || api?.code === 404;
}

function streamOf(subject: string): StreamName {
  return subject.split('.')[1]!.toUpperCase() as StreamName;
}

async function drain(connection: NatsConnection): Promise<void> {
  if (connection.isClosed()) return;
  const drained = connection.drain().catch(() => connection.close());
  await Promise.race([drained, delay(drainWithinMs, undefined, { ref: false })]);
}
