import { createType, globalId, globalIdOrNull } from '@hall/platform/graphql';
import { endOfLeave, statusOfLeave } from '../../domain/leave/leave';
import type { Leave } from '../../domain/leave/leave';
import { LeaveType } from './leave.type';

/** A leave, for readers. */
export function toLeaveType(leave: Leave, now: Date): LeaveType {
  const { hallCode, kind, beginsAt: from, requestedAt, decidedAt, refusedBecause, endedAt } = leave;
  return createType(LeaveType, {
    id: globalId(leave),
    kind,
    from,
    to: endOfLeave(leave),
    status: statusOfLeave(leave, true, now),
    hiddenReason: leave.reason,
    requestedAt,
    decidedAt,
    refusedBecause,
    endedAt,
    requestedById: globalIdOrNull(hallCode, leave.requestedById),
    decidedById: globalIdOrNull(hallCode, leave.decidedById),
    staffId: globalIdOrNull(hallCode, leave.staffId),
  });
}
