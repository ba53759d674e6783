import {
  createDeadlineStore,
  directoryOfDeadlines,
  escalationSweep,
  reprojectionSweep,
} from '@hall/platform/deadlines';
import type { DeadlineSweepOptions } from '@hall/platform/deadlines';
import { createKnownStaff } from '@hall/platform/directory';
import { newId } from '@hall/platform/ids';
import type { Cipher } from '@hall/platform/privacy';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { staleFactCodes } from './domain/refusals';
import { createLoaders } from './graphql/loaders';
import type { ComplaintLoaders, ComplaintReads } from './graphql/loaders';
import { createComplaintsSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { caseSubscriptions } from './messaging/subscriptions';
import { ComplaintQueries } from './persistence/register/complaint-queries';
import { StatisticsQueries } from './persistence/statistics/statistics-queries';
import { answerable } from './persistence/handling/answerable';
import { invariants } from './persistence/invariants';
import { migrations } from './persistence/migrations';
import { lockDeadlineOwners } from './use-cases/handling/complaint-deadlines';
import type { ComplaintPorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose(
  { clock, database, logger, hash, readModels, settings }: ServiceBase,
  cipher: Cipher,
): ServiceParts<ComplaintLoaders> {
  const knownStaff = createKnownStaff(database, readModels);
  const ports: ComplaintPorts = {
    run: createUseCaseRunner({
      database,
      logger,
      hash,
      knownStaff,
      waitForFacts: { readModels, staleCodes: staleFactCodes },
    }),
    publish: createPublisher(toPublication, { clock, newId }),
    cipher,
    hash,
    deadlines: createDeadlineStore(answerable),
    settings,
    clock,
    newId,
  };
  const reads: ComplaintReads = {
    database,
    register: new ComplaintQueries(database, cipher, hash),
    statistics: new StatisticsQueries(database),
  };
  const deadlineSweeps: DeadlineSweepOptions = {
    inTransaction: (work) => database.transaction(work, 'background'),
    deadlines: ports.deadlines,
    ladder: settings['A-30'],
    lockOwners: (tx, keys) => lockDeadlineOwners(ports, tx, keys),
    clock,
    logger,
  };
  return {
    subgraph: createComplaintsSubgraph({ ports, reads, clock }),
    knownStaff,
    createLoaders: (actor, viewer, mayDo) => createLoaders(reads, { actor, viewer, mayDo }, clock),
    consumes: { staffing: directoryOfDeadlines(ports.deadlines), cases: caseSubscriptions },
    sweeps: [escalationSweep(deadlineSweeps), reprojectionSweep(deadlineSweeps)],
  };
}

/** Complaints: the register, its handling, and the figures. */
export function createComplaints(cipher: Cipher): ServiceDefinition<ComplaintLoaders> {
  return { name: 'complaints', migrations, invariants, compose: (base) => compose(base, cipher) };
}
