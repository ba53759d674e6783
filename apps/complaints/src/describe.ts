import { directoryOfDeadlines } from '@hall/platform/deadlines';
import { printDescription } from '@hall/platform/subgraph-service';
import { complaintsSettings } from './config';
import { createComplaintsSubgraph } from './graphql/schema';
import { caseSubscriptions } from './messaging/subscriptions';
import { invariants } from './persistence/invariants';

// Building the schema asks nothing of the ports; they are needed only when somebody calls.
printDescription(complaintsSettings, createComplaintsSubgraph({} as never), {
  invariants,
  consumes: { staffing: Object.keys(directoryOfDeadlines({} as never)), cases: Object.keys(caseSubscriptions) },
});
