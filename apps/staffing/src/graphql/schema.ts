import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import type { StaffingPorts } from '../use-cases/ports';
import { CalendarResolver } from './calendar/calendar.resolver';
import { AttendanceResolver } from './attendance/attendance.resolver';
import { WindowFieldsResolver } from './structure/hall-fields.resolver';
import { ConductResolver, StaffConductResolver } from './conduct/conduct.resolver';
import { TrainingResolver, PostDutiesResolver } from './training/training.resolver';
import type { StaffingContext, StaffingReads } from './loaders';
import { RegistrationResolver } from './structure/registration.resolver';
import { RegulationResolver } from './conduct/regulation.resolver';
import { StaffingResolver } from './structure/staffing.resolver';

interface Reference {
  readonly id: string;
}

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createStaffingSubgraph(ports: StaffingPorts, { queries, conduct, learning }: StaffingReads): Subgraph {
  return buildSubgraph({
    instances: [
      new RegistrationResolver(ports),
      new CalendarResolver(ports),
      new AttendanceResolver(ports),
      new StaffingResolver(queries),
      new RegulationResolver(),
      new ConductResolver(ports, conduct),
      new StaffConductResolver(ports),
      new TrainingResolver(ports, learning),
      new PostDutiesResolver(),
      new WindowFieldsResolver(),
    ],
    references: {
      Hall: ({ code }: { readonly code: string }, { loaders }: StaffingContext) => loaders.hall.load(code),
      Department: ({ id }: Reference, { loaders }: StaffingContext) => loaders.department.load(id),
      ServiceWindow: ({ id }: Reference, { loaders }: StaffingContext) => loaders.window.load(id),
      Staff: ({ id }: Reference, { loaders }: StaffingContext) => loaders.staff.load(id),
      Post: ({ id }: Reference, { loaders }: StaffingContext) => loaders.post.load(id),
    },
  });
}
