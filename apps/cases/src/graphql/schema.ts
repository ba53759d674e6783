import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import type { Clock, WorkCalendar } from '@hall/kernel';
import type { CaseQueries } from '../persistence/case-queries';
import type { CasePorts } from '../use-cases/ports';
import {
  CaseActionFieldsResolver,
  CaseFieldsResolver,
  ContactFieldsResolver,
  DecisionFieldsResolver,
  DeliveryFieldsResolver,
  SlipFieldsResolver,
} from './case-fields.resolver';
import { CaseResolver } from './case.resolver';
import { CaseCommitmentResolver, ExplanationResolver } from './commitment.resolver';
import { ItemResolver } from './item.resolver';
import type { CaseContext } from './loaders';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createCasesSubgraph(
  ports: CasePorts,
  queries: CaseQueries,
  tools: { readonly clock: Clock; readonly calendar: WorkCalendar },
): Subgraph {
  const instances = [
    new CaseResolver(ports, queries),
    new ItemResolver(ports, queries),
    new CaseCommitmentResolver(tools),
    new ExplanationResolver(tools),
    new ContactFieldsResolver(),
    new CaseFieldsResolver(),
    new SlipFieldsResolver(),
    new DecisionFieldsResolver(),
    new DeliveryFieldsResolver(),
    new CaseActionFieldsResolver(),
  ];
  return buildSubgraph({
    instances,
    references: {
      Case: ({ id }: { id: string }, { loaders }: CaseContext) => loaders.case.load(id),
      ServiceItem: ({ id }: { id: string }, { loaders }: CaseContext) => loaders.item.load(id),
    },
  });
}
