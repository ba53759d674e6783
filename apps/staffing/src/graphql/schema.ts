import { buildSubgraph, offersBy } from '@hall/platform/graphql';
import type { Subgraph } from '@hall/platform/graphql';
import { CalendarResolver } from './calendar/calendar.resolver';
import { AttendanceResolver } from './attendance/attendance.resolver';
import { AttendanceDayResolver } from './attendance/attendance-day.resolver';
import { AuthorityResolver, PostCoversResolver } from './authority/authority.resolver';
import { WindowFieldsResolver } from './structure/hall-fields.resolver';
import { ConductResolver, StaffConductResolver } from './conduct/conduct.resolver';
import { StaffWaitingResolver } from './conduct/waiting.resolver';
import { TrainingResolver, PostDutiesResolver } from './training/training.resolver';
import { ConductRecordActionNameEnum, ConductRecordType } from './conduct/conduct.type';
import { LeaveResolver } from './leave/leave.resolver';
import type { StaffingContext, StaffingLoaders, StaffingParts } from './loaders';
import { RegistrationResolver } from './structure/registration.resolver';
import { RegulationResolver } from './conduct/regulation.resolver';
import { StaffingResolver } from './structure/staffing.resolver';

/** The schema of this service: its resolvers, and how the gateway looks its entities up. */
export function createStaffingSubgraph(parts: StaffingParts): Subgraph {
  return buildSubgraph({
    resolvers: [
      RegistrationResolver,
      CalendarResolver,
      AttendanceResolver,
      AttendanceDayResolver,
      AuthorityResolver,
      PostCoversResolver,
      LeaveResolver,
      StaffingResolver,
      RegulationResolver,
      ConductResolver,
      StaffConductResolver,
      offersBy<StaffingLoaders>()(ConductRecordType, 'conductActionsOffered', ConductRecordActionNameEnum),
      StaffWaitingResolver,
      TrainingResolver,
      PostDutiesResolver,
      WindowFieldsResolver,
    ],
    parts,
    references: {
      Hall: ({ code }: { readonly code: string }, { loaders }: StaffingContext) => loaders.hall.load(code),
      Department: 'department',
      ServiceWindow: 'window',
      Staff: 'staff',
      Post: 'post',
    },
  });
}
