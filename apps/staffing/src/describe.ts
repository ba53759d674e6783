import { printDescription } from '@hall/platform/subgraph-service';
import { staffingSettings } from './config';
import { createStaffingSubgraph } from './graphql/schema';
import { caseSubscriptions } from './messaging/subscriptions';
import { invariants } from './persistence/invariants';

// Building the schema asks nothing of the ports; they are needed only when somebody calls.
printDescription(staffingSettings, createStaffingSubgraph({} as never), {
  invariants,
  consumes: { cases: Object.keys(caseSubscriptions({} as never)) },
});
