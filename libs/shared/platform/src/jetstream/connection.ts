import { connect, nanos, RetentionPolicy, StorageType } from 'nats';
import type { JetStreamClient, JetStreamManager, NatsConnection } from 'nats';
import { streams } from '@hall/contracts';
import type { StreamName } from '@hall/contracts';
import type { MessagePublisher } from '../outbox';

/** A connection to the broker that never gives up. */
export interface Broker extends MessagePublisher {
  readonly client: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Makes a stream that is not there, also when the broker's store was lost while we ran. */
  ensureStream(name: StreamName): Promise<void>;
  /** Rejects when the broker cannot be reached. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const publishTimeoutMs = 2_000;
const notFound = '404';
/** In this window the broker itself drops a message it has had; the inbox is what may be relied on. */
const dedupeWindowMs = 2 * 60_000;

/** Connects to NATS with JetStream and reconnects for ever. */
export async function connectJetStream(options: { readonly url: string; readonly name: string }): Promise<Broker> {
  const connection = await connect({
    servers: options.url,
    name: options.name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    waitOnFirstConnect: true,
  });
  const client = connection.jetstream({ timeout: publishTimeoutMs });
  const manager = await connection.jetstreamManager({ checkAPI: false, timeout: publishTimeoutMs });
  const ensureStream = (name: StreamName): Promise<void> => ensure(manager, name);
  return {
    client,
    manager,
    ensureStream,
    async publish(subject, payload, msgID) {
      try {
        await client.publish(subject, Buffer.from(payload), { msgID });
      } catch (error) {
        if (!isNoStream(error)) throw error;
        await ensureStream(streamOf(subject));
        await client.publish(subject, Buffer.from(payload), { msgID });
      }
    },
    async check() {
      await connection.flush();
    },
    close: () => drain(connection),
  };
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
  await connection.drain().catch(() => connection.close());
}
