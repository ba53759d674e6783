import { done } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { staffRoles } from '@hall/platform/actor';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { asOneOf, mayTouchHall } from '../structure/hall-scope';
import type { StaffingPorts } from '../ports';
import { replanAuthority } from '../authority/replan-authority';
import { hallStore } from '../../persistence/structure/hall-store';
import { staffStore } from '../../persistence/structure/staff-store';
import { presenceStore } from '../../persistence/attendance/presence-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';

/** What the report of an absence says. */
export interface ReportAbsence {
  readonly staff: HallKey;
  readonly reason: string;
}

/**
 * Somebody is not at the post and nobody could prepare for it: the deputy takes over at once, without a hand-over.
 *
 * @regulation S5.2a S5.3b
 * @refuses STAFF_NOT_FOUND, ABSENCE_ALREADY_REPORTED
 */
export function reportAbsence(ports: StaffingPorts, command: Command<ReportAbsence>): Promise<Outcome<HallKey>> {
  const { staff, reason } = command.input;
  const { hallCode } = staff;
  return ports.run(command, { operation: 'reportAbsence', hallCode }, async (tx) => {
    const hall = mayTouchHall(command, hallCode)
      ? await hallStore.findHall(tx, hallCode, asOneOf(command, staffRoles))
      : undefined;
    const member = hall && (await staffStore.findStaff(tx, staff));
    if (!hall || !member) return refuse('STAFF_NOT_FOUND');
    const now = ports.clock.now();
    await presenceStore.closePresence(tx, member, now, 'ABSENCE');
    const opened = await presenceStore.openAbsence(tx, {
      hallCode,
      id: ports.newId(),
      staffId: member.id,
      from: now,
      reason,
      reportedBy: command.actor.account,
    });
    if (!opened) return refuse('ABSENCE_ALREADY_REPORTED');
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    await replanAuthority(ports, tx, command, { hall, calendar, staff: member, cause: 'REPORTED_ABSENCE', now });
    return done({ hallCode, id: member.id });
  });
}
