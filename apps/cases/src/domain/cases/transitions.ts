import type { Case, CaseStatus } from './case';

/**
 * From which state a case may come to which: the only ways there are. What has been told once is not looked through anew, what
 * is accepted stays accepted, and what is over stays over.
 *
 * @regulation S1.1c S3.4b S4.1b
 */
export const caseTransitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  RECEIVED: ['AWAITING_CORRECTION', 'ACCEPTED', 'NOT_ACCEPTED', 'WITHDRAWN'],
  AWAITING_CORRECTION: ['ACCEPTED', 'NOT_ACCEPTED', 'WITHDRAWN', 'RETURNED'],
  ACCEPTED: ['IN_PROGRESS', 'DECIDED', 'WITHDRAWN'],
  IN_PROGRESS: ['DECIDED', 'WITHDRAWN'],
  DECIDED: ['COMPLETED'],
  COMPLETED: [],
  NOT_ACCEPTED: [],
  WITHDRAWN: [],
  RETURNED: [],
};

type Stage = Pick<Case, 'status' | 'acceptedAt'>;

/** Whether a case may become so: by a way of the table, and with its acceptance as it was. */
export function mayBecome(before: Stage, after: Stage): boolean {
  const isOnTheWay = before.status === after.status || caseTransitions[before.status].includes(after.status);
  return isOnTheWay && (before.acceptedAt === null || before.acceptedAt.getTime() === after.acceptedAt?.getTime());
}
