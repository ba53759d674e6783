import { printDescription } from '@hall/platform/subgraph-service';
import { staffingSettings } from './config';
import { createStaffingSubgraph } from './graphql/schema';

// Building the schema asks nothing of the ports; they are needed only when somebody calls.
printDescription(staffingSettings, createStaffingSubgraph({} as never));
