import { KnownStaff } from '@hall/platform/actor';
import { newId } from '@hall/platform/ids';
import { createPublisher } from '@hall/platform/publishing';
import type { ServiceBase, ServiceDefinition, ServiceParts } from '@hall/platform/subgraph-service';
import type { SweepBase } from '@hall/platform/sweep';
import { createUseCaseRunner } from '@hall/platform/use-case';
import { createLoaders } from './graphql/loaders';
import type { StaffingLoaders, StaffingReads } from './graphql/loaders';
import { createStaffingSubgraph } from './graphql/schema';
import { toPublication } from './messaging/publications';
import { caseSubscriptions } from './messaging/subscriptions';
import { ConductQueries } from './persistence/conduct/conduct-queries';
import { TrainingQueries } from './persistence/training/training-queries';
import { invariants } from './persistence/invariants';
import { migrations } from './persistence/migrations';
import { AttendanceQueries } from './persistence/attendance/attendance-queries';
import { AuthorityQueries } from './persistence/authority/authority-queries';
import { LeaveQueries } from './persistence/leave/leave-queries';
import { CalendarQueries } from './persistence/calendar/calendar-queries';
import { authoritySweep } from './use-cases/authority/authority-sweep';
import { StructureQueries } from './persistence/structure/structure-queries';
import type { StaffingPorts } from './use-cases/ports';

/** Puts the service together: the only place that knows all of its parts. */
function compose({ clock, database, logger, hash, settings }: ServiceBase): ServiceParts<StaffingLoaders> {
  const structure = new StructureQueries(database);
  const knownStaff = new KnownStaff(
    async (hallCode, account) => (await structure.staffByAccount(hallCode, account))?.roles,
  );
  const ports: StaffingPorts = {
    run: createUseCaseRunner({ database, logger, hash, knownStaff }),
    publish: createPublisher(toPublication, { clock, newId }),
    settings,
    clock,
    newId,
  };
  const reads: StaffingReads = {
    structure,
    database,
    calendar: new CalendarQueries(database),
    attendance: new AttendanceQueries(database),
    authority: new AuthorityQueries(database),
    leave: new LeaveQueries(database),
    conduct: new ConductQueries(database),
    training: new TrainingQueries(database),
  };
  const sweepBase: SweepBase = { inTransaction: (work) => database.transaction(work, 'background'), clock, logger };
  return {
    subgraph: createStaffingSubgraph({ ports, reads }),
    knownStaff,
    createLoaders: (actor, _viewer, mayDo) => createLoaders(reads, actor, ports, mayDo),
    consumes: { cases: caseSubscriptions(ports) },
    sweeps: [authoritySweep(ports, sweepBase)],
  };
}

/** Staffing: the hall's structure, presence, and the authority of posts. */
export const staffing: ServiceDefinition<StaffingLoaders> = {
  name: 'staffing',
  migrations,
  invariants,
  publishesBeforeAnswering: true,
  compose,
};
