import { createType, globalIdOrNull } from '@hall/platform/graphql';
import type { CheckInRecord } from '../../persistence/attendance/attendance-queries';
import { CheckInType } from './check-in.type';

/** A check-in, for readers. */
export function toCheckInType({ hallCode, staffId, windowId, mark, at }: CheckInRecord): CheckInType {
  return createType(CheckInType, {
    mark,
    at,
    staffId: globalIdOrNull(hallCode, staffId),
    windowId: globalIdOrNull(hallCode, windowId),
  });
}
