import type { HandlingType } from './service-item';

/** States of a case (办件状态). */
export const caseStatuses = [
  'AWAITING_CORRECTION',
  'ACCEPTED',
  'IN_PROGRESS',
  'DECIDED',
  'COMPLETED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
  'RETURNED',
] as const;
/** One of {@link caseStatuses}. */
export type CaseStatus = (typeof caseStatuses)[number];

/** Who did something, for whom, and on which authority (S5.4c). */
export interface Attribution {
  readonly officerId: string;
  /** The post whose authority was used; null where the system acted. */
  readonly postId: string;
  readonly actingForId: string | null;
  readonly coverId: string | null;
}

/** What was decided, by whom, and why (S3.2). */
export interface Decision {
  readonly approved: boolean;
  readonly grounds: string;
  readonly decidedAt: Date;
  readonly decidedById: string;
}

/** How the result was handed over (S3.4c). */
export interface Delivery {
  readonly windowId: string;
  readonly deliveredAt: Date;
  readonly deliveredById: string;
  readonly identityChecked: boolean;
}

/** One application in process (办件). */
export interface Case {
  readonly hallCode: string;
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly departmentId: string;
  readonly handlingType: HandlingType;
  readonly status: CaseStatus;
  readonly contactId: string | null;
  readonly windowId: string;
  readonly postId: string;
  readonly acceptedById: string;
  /** The one person who answers for the case now. */
  readonly responsibleId: string;
  readonly acceptedAt: Date;
  /** Derived from the ledger of the term, kept for reading and sorting; null while it cannot be known. */
  readonly dueAt: Date | null;
  /** Everybody who has acted on the case, in order of their first act. */
  readonly handlerIds: readonly string[];
  readonly decision: Decision | null;
  readonly delivery: Delivery | null;
  readonly version: number;
}

/** The mutations that the table below speaks of, by name. */
export const caseActionNames = ['decideCase', 'deliverResult'] as const;
/** One of {@link caseActionNames}. */
export type CaseActionName = (typeof caseActionNames)[number];

/** What may be done in which state; a status without an entry does not compile. */
const allowedByStatus: Record<CaseStatus, readonly CaseActionName[]> = {
  AWAITING_CORRECTION: [],
  ACCEPTED: ['decideCase'],
  IN_PROGRESS: ['decideCase'],
  DECIDED: ['deliverResult'],
  COMPLETED: [],
  NOT_ACCEPTED: [],
  WITHDRAWN: [],
  RETURNED: [],
};

/** The handlers after somebody has acted. */
export function withHandler(handlerIds: readonly string[], officerId: string): readonly string[] {
  return handlerIds.includes(officerId) ? handlerIds : [...handlerIds, officerId];
}

/** The mutations that a case admits in its present state. */
export function allowedActions({ status }: Pick<Case, 'status'>): readonly CaseActionName[] {
  return allowedByStatus[status];
}

/** Whether somebody still has to do something about the case. */
export const openStatuses: readonly CaseStatus[] = ['AWAITING_CORRECTION', 'ACCEPTED', 'IN_PROGRESS', 'DECIDED'];
