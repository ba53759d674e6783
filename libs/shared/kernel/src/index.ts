export { assertNever } from './assert-never';
export * from './calendar';
export type { Clock } from './clock';
export * from './commitment';
export {
  hallTimeZone,
  instantAt,
  isTimeOfDay,
  isWithin,
  minuteOfDay,
  parseInstant,
  plainDateOf,
  toIsoWithOffset,
  yearMonthOf,
} from './hall-time';
export { decodeId, encodeId, isHallCode, isUuid } from './ids';
export type { HallCode, HallKey } from './ids';
export { maskCreditCode, maskIdNumber, maskName, maskPhone } from './masks';
export { done, isRefused, mapDone, refuse } from './outcome';
export type { Done, Outcome, Refusal, RefusalDetails, Refused } from './outcome';
export {
  addDays,
  addMonths,
  compareDates,
  dayOfWeek,
  daysBetween,
  firstDayOf,
  isPlainDate,
  isYearMonth,
  lastDayOf,
  monthOf,
  plainDate,
  yearMonth,
  yearOf,
} from './plain-date';
export type { DayOfWeek, PlainDate, YearMonth } from './plain-date';
export { refusalText, refuser } from './refusals';
export type { Locale, Refuse, RefusalCatalogue, RefusalEntry } from './refusals';
export { checkCreditCode, checkIdentityNumber } from './identifiers';
export type {
  CreditCodeCheck,
  CreditCodeFault,
  IdentityNumberCheck,
  IdentityNumberFault,
  IdentityNumberWarning,
} from './identifiers';
export { isPlainText } from './plain-text';
