import { ExplanationResolver } from '@hall/platform/deadline-graph';
import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import { ComplaintAlertResolver } from './handling/alert.resolver';
import { HandlingResolver } from './handling/handling.resolver';
import { ComplaintFieldsResolver } from './register/complaint-fields.resolver';
import { ComplaintResolver } from './register/complaint.resolver';
import type { ComplaintParts } from './loaders';
import { StatisticsResolver } from './statistics/statistics.resolver';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createComplaintsSubgraph(parts: ComplaintParts): Subgraph {
  return buildSubgraph({
    resolvers: [
      ComplaintResolver,
      ComplaintFieldsResolver,
      HandlingResolver,
      ComplaintAlertResolver,
      ExplanationResolver,
      StatisticsResolver,
    ],
    parts,
    references: { Complaint: 'complaint' },
  });
}
