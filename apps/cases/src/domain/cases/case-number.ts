/** The hall of a case or slip number; undefined for a text that is neither. */
export function hallOfNumber(number: string): string | undefined {
  return /^(.+)-\d{8}-\d{6,}(-\d+)?$/.exec(number)?.[1];
}

/** The number of the case, given that or the number of one of its slips. */
export function caseNumberOf(number: string): string {
  return number.replace(/^(.+-\d{8}-\d{6,})-\d+$/, '$1');
}
