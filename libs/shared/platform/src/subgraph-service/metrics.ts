import type { Clock } from '@hall/kernel';
import { Gauge, Registry } from 'prom-client';
import type { Broker, EventConsumer } from '../jetstream';
import type { Database } from '../postgres';

/** What is told of a service's part in the flow of events. */
interface Messaging {
  readonly broker: Broker;
  readonly consumers: readonly EventConsumer[];
  readonly database: Database;
  readonly clock: Clock;
}

/** Metrics of the flow of events: whether the broker is there, what waits to leave, and what has not been applied yet. */
export function messagingMetrics({ broker, consumers, database, clock }: Messaging): Registry {
  const registry = new Registry();
  const registers = [registry];
  const waiting = async (): Promise<{ readonly n: number; readonly oldest: Date | null } | undefined> => {
    const sql = 'select count(*)::integer as n, min(occurred_at) as oldest from outbox where published_at is null';
    const [row] = await database.query<{ n: number; oldest: Date | null }>(sql).catch(() => []);
    return row;
  };
  new Gauge({
    name: 'broker_connected',
    help: 'Whether the broker is there (1) or away (0); meanwhile events wait in the outbox',
    registers,
    collect() {
      this.set(broker.isConnected ? 1 : 0);
    },
  });
  new Gauge({
    name: 'outbox_pending_events',
    help: 'Events that were stated and have not been published yet',
    registers,
    async collect() {
      this.set((await waiting())?.n ?? Number.NaN);
    },
  });
  new Gauge({
    name: 'outbox_oldest_seconds',
    help: 'Age of the oldest event that has not been published yet',
    registers,
    async collect() {
      const row = await waiting();
      this.set(row ? (clock.now().getTime() - (row.oldest ?? clock.now()).getTime()) / 1000 : Number.NaN);
    },
  });
  new Gauge({
    name: 'consumer_lag_events',
    help: 'Events of another service that have not been applied here yet; absent while the broker is away',
    labelNames: ['stream'] as const,
    registers,
    async collect() {
      this.reset();
      for (const progress of await Promise.all(consumers.map((consumer) => consumer.progress()))) {
        if (progress) this.set({ stream: progress.stream }, progress.last - progress.applied);
      }
    },
  });
  return registry;
}
