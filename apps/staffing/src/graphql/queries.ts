import type { Database } from '@hall/platform/postgres';
import type { AttendanceQueries } from '../persistence/attendance/attendance-queries';
import type { AuthorityQueries } from '../persistence/authority/authority-queries';
import type { CalendarQueries } from '../persistence/calendar/calendar-queries';
import type { ConductQueries } from '../persistence/conduct/conduct-queries';
import type { LeaveQueries } from '../persistence/leave/leave-queries';
import type { StructureQueries } from '../persistence/structure/structure-queries';
import type { TrainingQueries } from '../persistence/training/training-queries';
import type { StaffingPorts } from '../use-cases/ports';

// Apart from the loaders, which are made of these: what only reads does not lead back to them.

/** The read sides of this service. */
export interface StaffingReads {
  readonly database: Database;
  readonly structure: StructureQueries;
  readonly calendar: CalendarQueries;
  readonly attendance: AttendanceQueries;
  readonly authority: AuthorityQueries;
  readonly leave: LeaveQueries;
  readonly conduct: ConductQueries;
  readonly training: TrainingQueries;
}

/** What the resolvers of this service are made of. */
export interface StaffingParts {
  readonly ports: StaffingPorts;
  readonly reads: StaffingReads;
}
