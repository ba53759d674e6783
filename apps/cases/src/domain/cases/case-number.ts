/** The number of a case, alone or at the head of that of one of its slips (-1), notices (-B1) or reports (-N). */
const numberOfCase = /^((.+)-\d{8}-\d{6,})(-[A-Z]?\d*)?$/;

/** The hall of the number of a case or of one of its papers; undefined for a text that is neither. */
export function hallOfNumber(number: string): string | undefined {
  return numberOfCase.exec(number)?.[2];
}

/** The number of the case, given that or the number of one of its papers. */
export function caseNumberOf(number: string): string {
  return numberOfCase.exec(number)?.[1] ?? number;
}
