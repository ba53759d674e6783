import type { ListQueries, ProgressRow } from '../persistence/cases/list-queries';

/** How far the case of a paper has come; nothing when number and secret do not belong together. */
export async function progressOf(
  lists: ListQueries,
  number: string,
  secret: string,
): Promise<Omit<ProgressRow, 'codeOf'> | undefined> {
  const row = await lists.progress(number);
  if (!row || lists.progressSecret(row.codeOf) !== secret.trim().toUpperCase()) return undefined;
  const { codeOf: _slip, ...shown } = row;
  return shown;
}
