import { setTimeout as delay } from 'node:timers/promises';
import type { DefaultValues, EventService } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import { ACTOR_HEADER, createActorVerifier } from '../actor';
import type { Actor, KnownStaff, Viewer } from '../actor';
import { AuditLoop } from '../audit';
import type { Invariant } from '../audit';
import { createClock } from '../clock';
import { createSubgraphServer, mayCall } from '../graphql';
import type { MayCall, Subgraph, SubgraphContext } from '../graphql';
import { createHttpServer, mountGraphql, mountTestClock } from '../http';
import type { HttpServer } from '../http';
import { IDEMPOTENCY_HEADER, idempotencyKeyOf } from '../idempotency';
import { ReadModelSignal, shareNext } from '../inbox';
import type { ReadModels } from '../inbox';
import { EventConsumer, openJetStream } from '../jetstream';
import type { EventHandlers } from '../jetstream';
import type { Logger } from '../logging';
import { OutboxRelay } from '../outbox';
import { Database, migrate, Probe } from '../postgres';
import type { MigrationClass } from '../postgres';
import type { KeyedHash } from '../privacy';
import type { Running } from '../service';
import { SweepLoop } from '../sweep';
import type { Sweep } from '../sweep';
import type { SubgraphConfig } from './config';
import { messagingMetrics } from './metrics';

/** What the parts of a service are built from. */
export interface ServiceBase {
  readonly clock: Clock;
  readonly database: Database;
  readonly logger: Logger;
  /** The numbers of the regulation's defaults that hold in this installation. */
  readonly settings: DefaultValues;
  readonly readModels: ReadModels;
  readonly hash: KeyedHash;
}

/** What a service is made of, apart from what every service has. */
export interface ServiceParts<Loaders> {
  readonly subgraph: Subgraph;
  /** Whose roles count here. */
  readonly knownStaff: KnownStaff;
  readonly createLoaders: (actor: Actor, viewer: Viewer, mayDo: MayCall) => Loaders;
  /** Handlers of other services' events, by the service that states them. */
  readonly consumes: Readonly<Partial<Record<EventService, EventHandlers>>>;
  /** What is served over HTTP besides GraphQL. */
  readonly mountRoutes?: (app: HttpServer['app']) => void;
  /** What becomes due by the passing of time alone. */
  readonly sweeps?: readonly Sweep[];
}

/** One service of the hall: its name, its tables, and how its parts are put together. */
export interface ServiceDefinition<Loaders> {
  readonly name: EventService;
  readonly migrations: readonly MigrationClass[];
  /** What must hold of its rows at every moment. */
  readonly invariants?: readonly Invariant[];
  /**
   * Whether a mutation is answered once the broker has its events, or a moment later: for a service by whose facts others
   * decide. Who is told of something may use it there at once, and there it is known by the broker whether there is news.
   */
  readonly publishesBeforeAnswering?: boolean;
  readonly compose: (base: ServiceBase) => ServiceParts<Loaders>;
}

/** How long the answer to a mutation waits for the broker to have its events. */
const publishedWithinMs = 100;

/** How long a start waits for the broker, so that a hall that starts as a whole has its facts when it is asked. */
const brokerMomentMs = 1_000;

/** How long work that nobody waits for may take to end, once requests have ended. */
const endsWithinMs = 3_000;

/** A running service. */
export interface SubgraphService extends Running {
  readonly url: string;
  readonly database: Database;
  readonly clock: Clock;
}

/**
 * Starts a service in order (tables, database, broker, listening, speaking, HTTP) and stops it in the reverse one: first
 * no new requests, then nothing more in or out, last the database. It starts without the broker, too.
 */
export async function startSubgraphService<Loaders>(
  definition: ServiceDefinition<Loaders>,
  config: SubgraphConfig,
  logger: Logger,
): Promise<SubgraphService> {
  const { name: service, migrations } = definition;
  const { databaseUrl, databaseLimits: limits, migratorDatabaseUrl, natsUrl } = config;
  if (migratorDatabaseUrl) await migrate({ url: migratorDatabaseUrl, schema: service, migrations, logger });
  const probe = new Probe({ url: databaseUrl, schema: service, migrations });
  await probe.checkVersion();
  const reached = { url: databaseUrl, applicationName: service, schema: service, limits };
  const database = await Database.connect({ ...reached, logger });
  const broker = openJetStream({ url: natsUrl, name: service });
  const clock = createClock({ testClock: config.testClock });
  const signal = new ReadModelSignal();
  const progress = shareNext(async () => {
    const stands = await Promise.all(consumers.map((consumer) => consumer.progress()));
    return stands.flatMap((one) => one ?? []);
  });
  const readModels = { signal, progress };
  const parts = definition.compose({
    clock,
    database,
    logger,
    readModels,
    hash: config.hash,
    settings: config.regulation,
  });

  const consumers = Object.entries(parts.consumes).map(
    ([producer, handlers]) =>
      new EventConsumer({ broker, database, service, producer: producer as EventService, handlers, signal, logger }),
  );
  const relay = new OutboxRelay({ database, url: databaseUrl, service, publisher: broker, logger });
  const sweeps = new SweepLoop({ sweeps: parts.sweeps ?? [], logger });
  const metrics = messagingMetrics({ broker, consumers, database, clock });
  const audit = new AuditLoop({
    invariants: definition.invariants ?? [],
    url: databaseUrl,
    service,
    everyMinutes: config.auditEveryMinutes,
    limit: limits.background,
    clock,
    logger,
    registry: metrics,
  });
  // Readiness is about serving: while the broker is away, acts are done and their events wait in the outbox.
  const server = createHttpServer({ logger, metrics, readiness: { postgres: () => probe.check() } });
  const fire = async (): Promise<void> => {
    await sweeps.drain();
    if (broker.isConnected) await relay.drain();
  };
  const afterMutation = async (): Promise<void> => {
    if (definition.publishesBeforeAnswering) await relay.published(publishedWithinMs);
  };
  await mount(server, { config, clock, parts, fire, afterMutation, logger });
  await relay.start();
  consumers.forEach((consumer) => consumer.start());
  broker.onConnected(() => relay.retryNow());
  await Promise.race([
    new Promise<void>((resolve) => broker.onConnected(resolve)),
    delay(brokerMomentMs, undefined, { ref: false }),
  ]);
  sweeps.start();
  audit.start();
  const url = await server.listen({ host: config.host, port: config.port });
  logger.info({ url }, `${service} is listening`);

  return {
    url,
    database,
    clock,
    async close() {
      await server.close();
      // What is under way may end; what waits for an answer that does not come may not hold up the end.
      const ending = setTimeout(() => database.cut(), endsWithinMs);
      await Promise.all([sweeps.stop(), audit.stop()]);
      await Promise.all(consumers.map((consumer) => consumer.stop()));
      await relay.stop();
      await broker.close();
      await database.close();
      clearTimeout(ending);
      await probe.close();
    },
  };
}

async function mount<Loaders>(
  server: HttpServer,
  mounted: {
    readonly config: SubgraphConfig;
    readonly clock: Clock;
    readonly parts: ServiceParts<Loaders>;
    /** Does everything that is due now. */
    readonly fire: () => Promise<void>;
    readonly afterMutation: () => Promise<void>;
    readonly logger: Logger;
  },
): Promise<void> {
  const { config, clock, parts, fire, afterMutation, logger } = mounted;
  const verifier = await createActorVerifier(config.gatewayKey);
  const apollo = createSubgraphServer<Loaders>({
    schema: parts.subgraph.schema,
    logger,
    introspection: config.introspection,
    afterMutation,
  });
  await mountGraphql<SubgraphContext<Loaders>>(server, apollo, async (request) => {
    const actor = await verifier.verify(request.headers[ACTOR_HEADER]);
    const idempotencyKey = idempotencyKeyOf(request.headers[IDEMPOTENCY_HEADER]);
    const viewer = parts.knownStaff.viewerOf(actor);
    const loaders = parts.createLoaders(actor, viewer, mayCall(parts.subgraph.access, actor));
    const asked = { actor, viewer, correlationId: request.id, locale: actor.locale, loaders };
    return { ...asked, ...(idempotencyKey !== undefined && { idempotencyKey }) };
  });
  parts.mountRoutes?.(server.app);
  mountTestClock(server, { clock, verifier, afterSet: fire });
}
