import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { isAssessorOf } from '../../domain/conduct/assessor';
import { decideRequest, untouched } from '../../domain/leave/leave';
import type { LeaveKind } from '../../domain/leave/leave';
import { refuse } from '../../domain/refusals';
import { staffActStore } from '../../persistence/attendance/staff-act-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import { staffStore } from '../../persistence/structure/staff-store';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';

/** What a request for leave says. */
export interface RequestLeave {
  readonly hallCode: string;
  /** For whom, when it is not the caller: somebody who has telephoned. */
  readonly staff: HallKey | null;
  readonly kind: LeaveKind;
  readonly from: Date;
  readonly to: Date;
  readonly reason: string;
}

/**
 * Asks for leave, for oneself or, as whoever is told by telephone, for somebody of one's department.
 *
 * @regulation S5.3a S5.3b
 * @refuses STAFF_NOT_KNOWN, STAFF_NOT_FOUND, LEAVE_WITHOUT_LENGTH, LEAVE_IN_PAST, EMERGENCY_TOLD_LATE, LEAVE_BEYOND_CALENDAR,
 *   LEAVE_OVERLAPS
 */
export function requestLeave(ports: StaffingPorts, command: Command<RequestLeave>): Promise<Outcome<HallKey>> {
  const { hallCode, staff, kind, from, to, reason } = command.input;
  return ports.run(command, { operation: 'requestLeave', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const by = officer.value;
    const person = staff === null || staff.id === by.id ? by : await staffStore.findStaff(tx, staff);
    if (!person || person.hallCode !== hallCode) return refuse('STAFF_NOT_FOUND');
    if (person.id !== by.id && !isAssessorOf(by, person)) return refuse('STAFF_NOT_FOUND');
    // Requests of one person come one after the other.
    await staffActStore.lockDay(tx, person);
    const now = ports.clock.now();
    const key = { hallCode, id: ports.newId() };
    const requested = decideRequest({
      leave: {
        ...untouched,
        ...key,
        staffId: person.id,
        kind,
        beginsAt: from,
        endsAt: to,
        reason,
        requestedAt: now,
        requestedById: by.id,
      },
      others: await leaveStore.liveLeavesOf(tx, person, from),
      calendar: calendarInForce(await calendarStore.findYears(tx, hallCode)),
      now,
      emergencyWithinMinutes: ports.settings['A-19'].emergencyWithinMinutes,
    });
    if (isRefused(requested)) return requested;
    await leaveStore.insertLeave(tx, requested.value);
    return done(key);
  });
}
