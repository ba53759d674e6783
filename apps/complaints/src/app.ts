import { directoryHandlers } from '@hall/platform/directory';
import { newId } from '@hall/platform/ids';
import type { Cipher } from '@hall/platform/privacy';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { staleFactCodes } from './domain/refusals';
import { createLoaders } from './graphql/loaders';
import type { ComplaintLoaders } from './graphql/loaders';
import { createComplaintsSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { caseSubscriptions } from './messaging/subscriptions';
import { ComplaintQueries } from './persistence/register/complaint-queries';
import { createComplaintStore } from './persistence/register/complaint-store';
import { knownFacts } from './persistence/known-facts';
import { migrations } from './persistence/migrations';
import type { ComplaintPorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose({ clock, database, logger, readModels }: ServiceBase, cipher: Cipher): ServiceParts<ComplaintLoaders> {
  const ports: ComplaintPorts = {
    run: createUseCaseRunner({ database, logger, waitForFacts: { readModels, staleCodes: staleFactCodes } }),
    publish: createPublisher(toPublication, { clock, newId }),
    complaints: createComplaintStore(cipher),
    directory: knownFacts,
    clock,
    newId,
  };
  const queries = new ComplaintQueries(database, cipher);
  return {
    subgraph: createComplaintsSubgraph(ports, queries, clock),
    createLoaders: (actor) => createLoaders(queries, actor),
    consumes: { staffing: directoryHandlers, cases: caseSubscriptions },
  };
}

/** Complaints: the register, its handling, and the figures. */
export function createComplaints(cipher: Cipher): ServiceDefinition<ComplaintLoaders> {
  return { name: 'complaints', migrations, compose: (base) => compose(base, cipher) };
}
