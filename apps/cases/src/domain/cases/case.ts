import type { PauseGround } from '@hall/kernel';
import type { HandlingType, LegalRegime } from '../catalogue/service-item';

/** States of a case (办件状态). RECEIVED: handed in, not yet checked and told (收件). */
export const caseStatuses = [
  'RECEIVED',
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
  /** The post whose authority was used; null for what a leader or a participating department does in its own right. */
  readonly postId: string | null;
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

/** Who can apply. */
export const applicantKinds = ['PERSON', 'ORGANISATION'] as const;
/** One of {@link applicantKinds}. */
export type ApplicantKind = (typeof applicantKinds)[number];

/** Ways in which a result reaches the applicant; everything but the window only by the applicant's own choice. */
export const deliveryMethods = ['WINDOW', 'POST', 'ELECTRONIC'] as const;
/** One of {@link deliveryMethods}. */
export type DeliveryMethod = (typeof deliveryMethods)[number];

/** How the result was handed over (S3.4c). */
export interface Delivery {
  readonly windowId: string;
  readonly method?: DeliveryMethod;
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
  readonly regime: LegalRegime;
  readonly status: CaseStatus;
  readonly contactId: string | null;
  readonly windowId: string;
  /** The one window that stands in where the accepting one is closed. */
  readonly substituteWindowId: string | null;
  readonly postId: string;
  /** The applicant's circumstances that decide which materials are needed. */
  readonly situations: readonly string[];
  readonly receivedAt: Date;
  readonly acceptedById: string | null;
  /** The one person who answers for the case now. */
  readonly responsibleId: string;
  readonly acceptedAt: Date | null;
  /** Derived from the ledger of the term, kept for reading and sorting; null while it cannot be known. */
  readonly dueAt: Date | null;
  /** Why the clock stands still; null while it runs. */
  readonly pausedOn: PauseGround | null;
  /** Everybody who has acted on the case, in order of their first act. */
  readonly handlerIds: readonly string[];
  readonly decision: Decision | null;
  readonly delivery: Delivery | null;
  readonly version: number;
}

/** The case after somebody has acted: the next version, with them among its handlers. */
export function actedOn(current: Case, { officerId }: Attribution, change: Partial<Case>): Case {
  const { handlerIds } = current;
  return {
    ...current,
    ...change,
    handlerIds: handlerIds.includes(officerId) ? handlerIds : [...handlerIds, officerId],
    version: current.version + 1,
  };
}

/** States in which somebody still has to do something. */
export const openStatuses: readonly CaseStatus[] = [
  'RECEIVED',
  'AWAITING_CORRECTION',
  'ACCEPTED',
  'IN_PROGRESS',
  'DECIDED',
];
