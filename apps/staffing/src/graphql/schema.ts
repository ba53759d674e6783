import { buildSubgraph } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import type { StaffingQueries } from '../persistence/staffing-queries';
import type { StaffingPorts } from '../use-cases/ports';
import { CalendarResolver } from './calendar.resolver';
import { DutyResolver } from './duty.resolver';
import {
  CheckInFieldsResolver,
  CoverFieldsResolver,
  DepartmentFieldsResolver,
  HallFieldsResolver,
  OfficerOnDutyFieldsResolver,
  PostFieldsResolver,
  StaffFieldsResolver,
  VacancyFieldsResolver,
  WindowFieldsResolver,
} from './hall-fields.resolver';
import type { StaffingContext } from './loaders';
import { RegistrationResolver } from './registration.resolver';
import { RegulationResolver } from './regulation.resolver';
import { StaffingResolver } from './staffing.resolver';

interface Reference {
  readonly id: string;
}

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createStaffingSubgraph(ports: StaffingPorts, queries: StaffingQueries): Subgraph {
  return buildSubgraph({
    instances: [
      new RegistrationResolver(ports),
      new CalendarResolver(ports),
      new DutyResolver(ports),
      new StaffingResolver(queries),
      new RegulationResolver(),
      new HallFieldsResolver(),
      new DepartmentFieldsResolver(),
      new WindowFieldsResolver(),
      new StaffFieldsResolver(),
      new CheckInFieldsResolver(),
      new PostFieldsResolver(),
      new OfficerOnDutyFieldsResolver(),
      new CoverFieldsResolver(),
      new VacancyFieldsResolver(),
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
