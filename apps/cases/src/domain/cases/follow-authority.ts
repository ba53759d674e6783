import { openStatuses } from './case';
import type { Case } from './case';

/**
 * The person who answers for a case when the authority over its post moves: the new holder of the post, while the case
 * is open. When nobody holds the post, whoever answered before still does: a case is never without a person.
 *
 * @regulation S5.2a S5.4a A-21
 * @returns the changed case, or undefined when nothing changes
 */
export function applyHolder(current: Case, holderId: string | null): Case | undefined {
  if (holderId === null || holderId === current.responsibleId || !openStatuses.includes(current.status))
    return undefined;
  return { ...current, responsibleId: holderId, version: current.version + 1 };
}
