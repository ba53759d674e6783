import { newId } from '@hall/platform/ids';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { createLoaders } from './graphql/loaders';
import type { StaffingLoaders, StaffingReads } from './graphql/loaders';
import { createStaffingSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { caseSubscriptions } from './messaging/subscriptions';
import { calendarStore } from './persistence/calendar/calendar-store';
import { ConductQueries } from './persistence/conduct/conduct-queries';
import { conductStore } from './persistence/conduct/conduct-store';
import { hallStore } from './persistence/structure/hall-store';
import { TrainingQueries } from './persistence/training/training-queries';
import { trainingStore } from './persistence/training/training-store';
import { migrations } from './persistence/migrations';
import { postStore } from './persistence/structure/post-store';
import { presenceStore } from './persistence/attendance/presence-store';
import { StaffingQueries } from './persistence/structure/staffing-queries';
import { staffStore } from './persistence/structure/staff-store';
import type { StaffingPorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose({ clock, database, logger, hash, settings }: ServiceBase): ServiceParts<StaffingLoaders> {
  const ports: StaffingPorts = {
    run: createUseCaseRunner({ database, logger, hash }),
    publish: createPublisher(toPublication, { clock, newId }),
    halls: hallStore,
    calendars: calendarStore,
    staff: staffStore,
    posts: postStore,
    presences: presenceStore,
    conduct: conductStore,
    trainings: trainingStore,
    settings,
    clock,
    newId,
  };
  const reads: StaffingReads = {
    queries: new StaffingQueries(database),
    conduct: new ConductQueries(database),
    learning: new TrainingQueries(database),
  };
  return {
    subgraph: createStaffingSubgraph({ ports, reads }),
    createLoaders: (actor) => createLoaders(reads, actor, clock),
    consumes: { cases: caseSubscriptions(ports) },
  };
}

/** Staffing: the hall's structure, presence, and the authority of posts. */
export const staffing: ServiceDefinition<StaffingLoaders> = {
  name: 'staffing',
  migrations,
  publishesBeforeAnswering: true,
  compose,
};
