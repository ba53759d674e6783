import type { HallKey } from '@hall/kernel';

/** Rows of any number of halls by key, in one statement: the two arrays travel side by side. */
export const keyed = (column: string): string =>
  `(hall_code, ${column}) in (select * from unnest($1::text[], $2::uuid[]))`;

/** Keys as the two arrays that {@link keyed} reads. */
export function columns(keys: readonly HallKey[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}
