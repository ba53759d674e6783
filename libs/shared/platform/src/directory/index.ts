export { findCalendar, findCalendars } from './calendar';
export type { Queryable } from './calendar';
export { directoryHandlers } from './handlers';
export {
  findAuthority,
  findHeadOf,
  findHeldPost,
  findOpenWindows,
  findSessions,
  findStaffByAccount,
  findWindow,
} from './lookups';
export type { HeldPost, KnownSession, KnownStaff, KnownWindow } from './lookups';
export { laterDirectoryTables, directoryTables } from './tables';
