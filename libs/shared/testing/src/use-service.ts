import type { Actor, Role } from '@hall/platform/actor';
import type { ServiceDefinition } from '@hall/platform/subgraph-service';
import { publishAs } from './hall-fixture';
import type { EventPublisher, Producer } from './hall-fixture';
import { expectInvariants, violatedBy } from './invariants';
import type { Ask, Loose } from './operation';
import { startNats } from './nats-process';
import type { NatsProcess } from './nats-process';
import { startTestService } from './test-service';
import type { TestService, TestServiceOptions } from './test-service';

/** What a service is started with for the tests of one file. */
export interface ServiceUnderTest extends Omit<TestServiceOptions, 'natsUrl'> {
  /** What its clock shows when the tests begin. */
  readonly at: string;
  /** Invariants that the tests of this file break on purpose. */
  readonly plants?: readonly string[];
}

/**
 * A running service for the tests of one file, with a database and a broker of its own; the other services' facts are stated by
 * the test.
 */
export function useService<Loaders>(
  definition: ServiceDefinition<Loaders>,
  { at, plants = [], ...options }: ServiceUnderTest,
) {
  let nats: NatsProcess;
  let service: TestService;
  const publishers = new Map<Producer, EventPublisher>();

  beforeAll(async () => {
    nats = await startNats();
    for (const producer of ['STAFFING', 'CASES'] as const)
      if (producer !== definition.name.toUpperCase()) publishers.set(producer, await publishAs(producer, nats.url));
    service = await startTestService(definition, { natsUrl: nats.url, ...options });
    await service.setClock(at);
  });

  afterAll(async () => {
    try {
      if (service) await expectInvariants(service, definition.invariants ?? [], plants);
    } finally {
      // What is violated must not leave a server behind, which would keep the whole run from ending.
      await service?.stop();
      for (const publisher of publishers.values()) await publisher.close();
      await nats?.stop();
    }
  });

  // What asks is made before the service has started, and reaches whatever runs when it is called.
  const asActor = (actor: Partial<Actor>): Ask =>
    ((operation: string, variables?: Record<string, unknown>) => service.as(actor)(operation, variables)) as Ask;

  return {
    get service() {
      return service;
    },
    get nats() {
      return nats;
    },
    /** States facts as the service of staffing would. */
    get staffing() {
      return publishers.get('STAFFING')!;
    },
    /** States facts as the service of cases would. */
    get cases() {
      return publishers.get('CASES')!;
    },
    /** What must hold of its rows. */
    invariants: definition.invariants ?? [],
    /** The names of the invariants that a statement of the database's owner violates, which is undone again. */
    violatedBy: (plant: string) => violatedBy(service, definition.invariants ?? [], plant),
    /** Asks as an account with these roles; as nobody's account when there is none. */
    as: (account: string, hallCode: string, ...roles: readonly Role[]): Ask => asActor({ account, hallCode, roles }),
    asActor,
    sql: <Row extends object = Loose>(sql: string, values: unknown[] = []) =>
      service.service.database.query<Row>(sql, values),
    setClock: (now: string) => service.setClock(now),
  };
}
