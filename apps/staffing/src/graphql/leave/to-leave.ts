import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import { endOfLeave, statusOfLeave } from '../../domain/leave/leave';
import type { HandoverAcceptance } from '../../domain/leave/handover';
import type { LeaveInSight } from '../../persistence/leave/leave-queries';
import { HandoverAcceptanceType, HandoverType, LeaveType } from './leave.type';

/** A leave, for readers. */
export function toLeaveType(leave: LeaveInSight, now: Date): LeaveType {
  const { hallCode, kind, beginsAt: from, requestedAt, decidedAt, refusedBecause, endedAt } = leave;
  return createType(LeaveType, {
    id: globalId(leave),
    kind,
    from,
    to: endOfLeave(leave),
    status: statusOfLeave(leave, leave.isHandedOver, now),
    hiddenReason: leave.reason,
    requestedAt,
    decidedAt,
    refusedBecause,
    endedAt,
    handover:
      leave.handoverNotes === null || leave.handoverPreparedAt === null
        ? null
        : createType(HandoverType, {
            id: globalId(leave),
            notes: leave.handoverNotes,
            preparedAt: leave.handoverPreparedAt,
          }),
    requestedById: globalIdOrNull(hallCode, leave.requestedById),
    decidedById: globalIdOrNull(hallCode, leave.decidedById),
    staffId: globalIdOrNull(hallCode, leave.staffId),
  });
}

/** Somebody's word that they have read a hand-over, for readers. */
export function toAcceptanceType({ hallCode, postId, acceptedById, acceptedAt }: HandoverAcceptance) {
  return createType(HandoverAcceptanceType, {
    acceptedAt,
    postId: globalIdOrNull(hallCode, postId),
    acceptedById: globalIdOrNull(hallCode, acceptedById),
  });
}
