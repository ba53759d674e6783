import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import type { Attribution, Case } from './case';
import { refuse } from './refusals';
import type { ServiceItem } from './service-item';

/** What is known when an application is handed in at a window. */
export interface Submission {
  readonly id: string;
  readonly number: string;
  readonly item: ServiceItem;
  readonly contactId: string | null;
  readonly window: { readonly id: string; readonly departmentId: string };
  readonly submittedMaterials: readonly string[];
  readonly by: Attribution;
  readonly dueAt: Date | null;
  readonly now: Date;
}

/** A window offers an item when it is listed for it, or when the item is open to all windows of its department. */
export function isOfferedAt(item: ServiceItem, window: Submission['window']): boolean {
  return item.windowIds.length > 0 ? item.windowIds.includes(window.id) : item.departmentId === window.departmentId;
}

/**
 * Checks an application against the published version and accepts it. Everything that is missing is said at once, and
 * nothing outside the published list can be taken.
 *
 * @regulation S3.4b S3.4f S4.1b S4.2b S4.4e
 * @refuses ITEM_NOT_OFFERED_HERE, MATERIAL_NOT_LISTED, MATERIALS_INCOMPLETE
 */
export function acceptCase(submission: Submission): Outcome<Case> {
  const { item, window, submittedMaterials, by, now } = submission;
  if (!isOfferedAt(item, window)) return refuse('ITEM_NOT_OFFERED_HERE', { windows: item.windowIds.join(', ') });
  const listed = item.current.materials;
  const unlisted = submittedMaterials.filter((code) => !listed.some((material) => material.code === code));
  if (unlisted.length > 0) return refuse('MATERIAL_NOT_LISTED', { unlisted: unlisted.join('、') });
  const missing = listed.filter(({ code }) => !submittedMaterials.includes(code));
  if (missing.length > 0)
    return refuse('MATERIALS_INCOMPLETE', { missing: missing.map(({ name }) => name).join('、') });
  return done({
    hallCode: item.hallCode,
    id: submission.id,
    number: submission.number,
    itemId: item.id,
    itemCode: item.code,
    itemVersion: item.current.number,
    departmentId: item.departmentId,
    handlingType: item.handlingType,
    status: 'ACCEPTED',
    contactId: submission.contactId,
    windowId: window.id,
    postId: by.postId,
    acceptedById: by.officerId,
    responsibleId: by.officerId,
    acceptedAt: now,
    dueAt: submission.dueAt,
    handlerIds: [by.officerId],
    decision: null,
    delivery: null,
    version: 1,
  });
}
