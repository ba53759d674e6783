import { printDescription } from '@hall/platform/subgraph-service';
import { complaintsSettings } from './config';
import { createComplaintsSubgraph } from './graphql/schema';

// Building the schema asks nothing of the ports; they are needed only when somebody calls.
printDescription(complaintsSettings, createComplaintsSubgraph({} as never));
