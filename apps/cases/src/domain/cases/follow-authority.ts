import { openStatuses } from './case';
import type { Case } from './case';

/**
 * Who answers for what hangs on a post: its holder; while nobody is there although the hall serves, whoever answers for the
 * vacancy. A post that closes for the night leaves everything with whoever had it.
 *
 * @regulation S5.1c S5.2a A-22
 * @returns null when nobody else does than before
 */
export function answerableFor(
  post: { readonly holderId: string | null; readonly vacancyOwnerId: string | null },
  isInService: boolean,
): string | null {
  return post.holderId ?? (isInService ? post.vacancyOwnerId : null);
}

/**
 * The person who answers for a case when the authority over its post moves, while the case is open. A case is never without a
 * person.
 *
 * @regulation S5.2a S5.4a A-21
 * @returns the changed case, or undefined when nothing changes
 */
export function applyHolder(current: Case, answerableId: string): Case | undefined {
  if (answerableId === current.responsibleId || !openStatuses.includes(current.status)) return undefined;
  return { ...current, responsibleId: answerableId, version: current.version + 1 };
}
