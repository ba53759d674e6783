import type { HallKey } from '@hall/kernel';

/** Rows by their own key. */
export const byKeys = '(hall_code, id) in (select * from unnest($1::text[], $2::uuid[]))';
/** Rows by the key of their case. */
export const byCaseKeys = '(hall_code, case_id) in (select * from unnest($1::text[], $2::uuid[]))';

/** Keys as the two arrays that {@link byKeys} reads. */
export function columns(keys: readonly HallKey[]): [string[], string[]] {
  return [keys.map(({ hallCode }) => hallCode), keys.map(({ id }) => id)];
}

/** A row that belongs to a case. */
export type OfCase<T> = T & { readonly hallCode: string; readonly caseId: string };
