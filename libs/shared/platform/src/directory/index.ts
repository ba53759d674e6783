export { findCalendar, findCalendars, isServing } from './calendar';
export type { Queryable } from './calendar';
export { directoryHandlers } from './handlers';
export { createKnownStaff } from './known-staff';
export {
  findAuthority,
  findAuthorityAt,
  findCaller,
  findDepartmentNames,
  findDepartmentsOf,
  findHeadOf,
  findHeldPost,
  findOpenWindows,
  findSessions,
  findStaffByAccount,
  findStaffById,
  findWindow,
  findWindowAndPost,
} from './lookups';
export type { HeldPost, KnownSession, KnownStaff, KnownWindow } from './lookups';
export { findOfficer, officerAmong } from './officer';
export type { FindOfficer } from './officer';
