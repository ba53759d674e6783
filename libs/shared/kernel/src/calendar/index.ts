export { CalendarMissingError } from './calendar-missing';
export { faultsOfYear } from './calendar-year';
export type { CalendarYear, HolidayArrangement, YearStatus } from './calendar-year';
export { hallCalendar, officialYears, provisionalYears } from './hall-calendar';
export { NoticeRange } from './notice-range';
export { provisionalYear } from './provisional-year';
export type { MovableFeasts } from './provisional-year';
export { WorkCalendar } from './work-calendar';
export type { CalendarDay, DayKind } from './work-calendar';
