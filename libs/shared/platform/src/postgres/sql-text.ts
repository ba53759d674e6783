import { hallTimeZone } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';

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

/**
 * The order in which people count what is numbered by texts: 1, 2, 10, A1, A2, A10. First what comes before the first digit,
 * then that number, then the rest.
 */
export function counted(column: string): string {
  return `regexp_replace(${column}, '[0-9].*$', ''), coalesce(substring(${column} from '[0-9]+')::numeric, 0), ${column}`;
}

/**
 * Rows of any number of halls by key, in one statement; its first two values are the {@link keyColumns}.
 *
 * @param column where the id of the key stands, with the alias of its table if there is one
 */
export function byKeys(column = 'id'): string {
  return `(${column.replace(/\w+$/, 'hall_code')}, ${column}) in (select * from unnest($1::text[], $2::uuid[]))`;
}

/** Keys as the two arrays that {@link byKeys} reads. */
export function keyColumns(keys: readonly HallKey[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}
