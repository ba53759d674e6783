export { CalendarMissingError } from './calendar-missing';
export type { CalendarYear, YearStatus } from './calendar-year';
export { hallCalendar, hallCalendarWith, officialYears } from './hall-calendar';
export { movableFeastsOf } from './movable-feasts';
export { readNotice, yearOfNotice } from './notice';
export type { CalendarNotice, NoticeFault, NoticeFaultCode } from './notice';
export { provisionalYear } from './provisional-year';
export { WorkCalendar } from './work-calendar';
