import { hallTimeZone } from '@hall/kernel';

/**
 * Between an instant and what the hall's clocks show: `${column} ${atHallTime}` is a local time, and a local time with it an
 * instant. Part of the text, so that indexes on the same expression serve the statement.
 */
export const atHallTime = `at time zone '${hallTimeZone}'`;

const code = /^[A-Z][A-Z0-9_]*$/;

/**
 * A list of codes of the domain as SQL text: `status in ${codeList(openStatuses)}`. Part of the text and no parameter, so that
 * partial indexes on the same list serve the statement.
 *
 * @throws RangeError for anything that is not a code
 */
export function codeList(codes: readonly string[]): string {
  const wrong = codes.find((each) => !code.test(each));
  if (wrong !== undefined || codes.length === 0) throw new RangeError(`not a list of codes: ${codes.join(', ')}`);
  return `(${codes.map((each) => `'${each}'`).join(', ')})`;
}
