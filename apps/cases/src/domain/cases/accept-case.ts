import type { PauseGround } from '@hall/kernel';
import type { ServiceItem } from '../catalogue/service-item';
import { untouched } from './case';
import type { Attribution, Case, CaseStatus } from './case';
import type { DeliveryMethod } from './delivery';
import { belongsOnNotice } from './check-materials';
import type { Defect } from './check-materials';

/** What is known when an application is handed in at a window. */
export interface Submission {
  readonly id: string;
  readonly number: string;
  readonly item: ServiceItem;
  readonly contactId: string | null;
  readonly window: { readonly id: string; readonly departmentId: string };
  readonly postId: string;
  readonly situations: readonly string[];
  readonly deliveryMethod: DeliveryMethod;
  readonly by: Attribution;
  readonly now: Date;
}

/** A window offers an item when it is listed for it, or when the item is open to all windows of its department. */
export function isOfferedAt(item: ServiceItem, window: Submission['window']): boolean {
  return item.windowIds.length > 0 ? item.windowIds.includes(window.id) : item.departmentId === window.departmentId;
}

/** An application that has been handed in: its clock runs from now on, and somebody answers for it. */
export function receiveCase({ item, window, by, now, deliveryMethod: method, ...rest }: Submission): Case {
  return {
    ...untouched,
    ...rest,
    hallCode: item.hallCode,
    itemId: item.id,
    itemCode: item.code,
    itemVersion: item.current.number,
    departmentId: item.departmentId,
    handlingType: item.handlingType,
    regime: item.regime,
    status: 'RECEIVED',
    windowId: window.id,
    receivedAt: now,
    deliveryChoice: { method, chosenAt: now, recordedById: by.officerId },
    responsibleId: by.officerId,
    handlerIds: [by.officerId],
    version: 1,
  };
}

/** Where a check of the materials leaves a case. */
export interface Standing {
  readonly status: Extract<CaseStatus, 'RECEIVED' | 'AWAITING_CORRECTION' | 'ACCEPTED'>;
  readonly pausedOn: PauseGround | null;
}

/**
 * Where a case stands with these defects open: complete is accepted at once; whatever a notice names stops the clock;
 * what can be corrected on the spot does not.
 *
 * @regulation S3.4b S3.4f S4.1b S4.2c
 */
export function statusAfterCheck(open: readonly (Defect & { readonly pausing?: boolean })[]): Standing {
  if (open.length === 0) return { status: 'ACCEPTED', pausedOn: null };
  const noticed = open.filter(belongsOnNotice);
  const pausedOn = noticed.some(({ pausing = true }) => pausing) ? 'AWAITING_CORRECTION' : null;
  return { status: noticed.length > 0 ? 'AWAITING_CORRECTION' : 'RECEIVED', pausedOn };
}

/** The case once it is accepted; the person who took it stays answerable. Deemed acceptance counts from receipt. */
export function accepted(current: Case, by: Attribution | null, at: Date): Case {
  return { ...current, status: 'ACCEPTED', acceptedAt: at, acceptedById: by?.officerId ?? current.responsibleId };
}
