import { createType, globalIdOrNull } from '@hall/platform/graphql';
import type { CheckInRecord } from '../../persistence/attendance/attendance-queries';
import type { Fault, SessionMark } from '../../domain/attendance/marks';
import type { PersonDayMarks } from '../../domain/attendance/person-days';
import {
  AttendanceDayType,
  AttendanceExcuseType,
  AttendanceFaultType,
  AttendanceSessionType,
  MissingPunchType,
} from './attendance-day.type';
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

/** How a person attended on a day, for readers. */
export function toAttendanceDayType(
  hallCode: string,
  { staffId, day, mark, sessions }: PersonDayMarks,
): AttendanceDayType {
  return createType(AttendanceDayType, {
    day,
    mark,
    sessions: sessions.map((session) => toSessionType(hallCode, session)),
    staffId: globalIdOrNull(hallCode, staffId),
  });
}

const spanOf = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  from: new Date(from),
  to: new Date(to),
});

function toSessionType(hallCode: string, { mark, why, ...session }: SessionMark): AttendanceSessionType {
  return createType(AttendanceSessionType, {
    ...spanOf(session),
    mark,
    clause: why?.clause ?? null,
    dutyMinutes: why?.dutyMinutes ?? null,
    workedMinutes: why?.workedMinutes ?? null,
    faults: why?.faults.map(toFaultType) ?? [],
    excuses:
      why?.excuses.map(({ id, kind, ...span }) =>
        createType(AttendanceExcuseType, { ...spanOf(span), kind, recordId: globalIdOrNull(hallCode, id) }),
      ) ?? [],
    missingPunches:
      why?.missingPunches.map(({ punch, minutes, shownBy, ...span }) => {
        const shownAt = shownBy.map(({ at }) => new Date(at));
        return createType(MissingPunchType, { ...spanOf(span), punch, minutes, shownAt });
      }) ?? [],
  });
}

function toFaultType({ mark, clause, minutes, limitMinutes, wentBy, cameBy, ...span }: Fault): AttendanceFaultType {
  return createType(AttendanceFaultType, {
    ...{ ...spanOf(span), mark, clause, minutes, limitMinutes },
    wentBy: wentBy?.kind ?? null,
    wentAt: wentBy && new Date(wentBy.at),
    cameBy: cameBy?.kind ?? null,
    cameAt: cameBy && new Date(cameBy.at),
  });
}
