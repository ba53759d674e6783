import { ExplanationResolver } from '@hall/platform/deadline-graph';
import { buildSubgraph, offersBy } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import { ComplaintAlertResolver } from './handling/alert.resolver';
import { ComplaintWaitingResolver } from './handling/waiting.resolver';
import { HandlingResolver } from './handling/handling.resolver';
import { ComplaintActionNameEnum, ComplaintType } from './register/complaint.type';
import { ComplaintResolver } from './register/complaint.resolver';
import type { ComplaintLoaders, ComplaintParts } from './loaders';
import { StatisticsResolver } from './statistics/statistics.resolver';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createComplaintsSubgraph(parts: ComplaintParts): Subgraph {
  return buildSubgraph({
    resolvers: [
      ComplaintResolver,
      offersBy<ComplaintLoaders>()(ComplaintType, 'allowedActions', ComplaintActionNameEnum),
      HandlingResolver,
      ComplaintAlertResolver,
      ComplaintWaitingResolver,
      ExplanationResolver,
      StatisticsResolver,
    ],
    parts,
    references: { Complaint: 'complaint' },
  });
}
