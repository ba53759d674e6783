export * from './calendar';
export type { Clock } from './clock';
export * from './commitment';
export {
  dayNumberOf,
  hallTimeZone,
  instantAt,
  isWithin,
  minuteOfDay,
  msAt,
  parseInstant,
  plainDateOf,
  toIsoWithOffset,
} from './hall-time';
export { decodeId, encodeId, isHallCode, isUuid } from './ids';
export type { HallKey } from './ids';
export { maskCreditCode, maskIdNumber, maskName, maskPhone } from './masks';
export { offeredOf } from './offers';
export type { OfferedAct } from './offers';
export { done, isRefused, mapDone, refuse } from './outcome';
export type { Outcome, Refusal, Refused } from './outcome';
export {
  addDays,
  addMonths,
  compareDates,
  firstDayOf,
  isPlainDate,
  isYearMonth,
  lastDayOf,
  plainDate,
  toDayNumber,
  yearMonth,
} from './plain-date';
export type { PlainDate, YearMonth } from './plain-date';
export { refusalText, refuser } from './refusals';
export type { Locale, RefusalCatalogue } from './refusals';
export { checkCreditCode, checkIdentityNumber } from './identifiers';
export type { CreditCodeFault, IdentityNumberFault } from './identifiers';
export { isBlank, isPlainText } from './plain-text';
