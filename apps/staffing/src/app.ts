import { newId } from '@hall/platform/ids';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { createLoaders } from './graphql/loaders';
import type { StaffingLoaders } from './graphql/loaders';
import { createStaffingSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { calendarStore } from './persistence/calendar-store';
import { hallStore } from './persistence/hall-store';
import { migrations } from './persistence/migrations';
import { postStore } from './persistence/post-store';
import { presenceStore } from './persistence/presence-store';
import { StaffingQueries } from './persistence/staffing-queries';
import { staffStore } from './persistence/staff-store';
import type { StaffingPorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose({ clock, database, logger }: ServiceBase): ServiceParts<StaffingLoaders> {
  const ports: StaffingPorts = {
    run: createUseCaseRunner({ database, logger }),
    publish: createPublisher(toPublication, { clock, newId }),
    halls: hallStore,
    calendars: calendarStore,
    staff: staffStore,
    posts: postStore,
    presences: presenceStore,
    clock,
    newId,
  };
  const queries = new StaffingQueries(database);
  return {
    subgraph: createStaffingSubgraph(ports, queries),
    createLoaders: () => createLoaders(queries, clock),
    consumes: {},
  };
}

/** Staffing: the hall's structure, presence, and the authority of posts. */
export const staffing: ServiceDefinition<StaffingLoaders> = { name: 'staffing', migrations, compose };
