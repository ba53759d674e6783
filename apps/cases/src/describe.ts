import { printDescription } from '@hall/platform/subgraph-service';
import { casesSettings } from './config';
import { createCasesSubgraph } from './graphql/schema';
import { staffingSubscriptions } from './messaging/subscriptions';
import { invariants } from './persistence/invariants';

// Building the schema asks nothing of the ports; they are needed only when somebody calls.
printDescription(casesSettings, createCasesSubgraph({} as never), {
  invariants,
  consumes: { staffing: Object.keys(staffingSubscriptions({} as never)) },
});
