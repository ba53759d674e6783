import type { Clock } from '@hall/kernel';
import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import type { ComplaintQueries } from '../persistence/register/complaint-queries';
import type { ComplaintPorts } from '../use-cases/ports';
import { ComplaintResolver } from './register/complaint.resolver';
import type { ComplaintContext } from './loaders';
import { StatisticsResolver } from './statistics/statistics.resolver';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createComplaintsSubgraph(ports: ComplaintPorts, queries: ComplaintQueries, clock: Clock): Subgraph {
  return buildSubgraph({
    instances: [new ComplaintResolver(ports, queries), new StatisticsResolver(queries, clock)],
    references: {
      Complaint: ({ id }: { readonly id: string }, { loaders }: ComplaintContext) => loaders.complaint.load(id),
    },
  });
}
