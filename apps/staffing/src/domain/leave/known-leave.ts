import type { LeaveSpan } from '../authority/plan-authority';

/** A leave that counts for authority, and since when the system knew of it and of its early end. */
export interface KnownLeave extends LeaveSpan {
  readonly id: string;
  readonly decidedAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
}

/** Leaves as they were known at an instant: granted by then, and with the end that was foreseen. */
export function leavesKnownAt(leaves: readonly KnownLeave[], at: Date): KnownLeave[] {
  return leaves
    .filter(({ decidedAt }) => decidedAt <= at)
    .map((leave) => (leave.endedAt !== null && leave.endedAt > at ? { ...leave, to: leave.endsAt.getTime() } : leave));
}
