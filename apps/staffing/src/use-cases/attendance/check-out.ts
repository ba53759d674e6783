import { done, isRefused } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { hallStore } from '../../persistence/structure/hall-store';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { replanAuthority } from '../authority/replan-authority';
import { presenceStore } from '../../persistence/attendance/presence-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';

/**
 * The caller goes home: the presence ends and the posts move on.
 *
 * @regulation S1.5a S5.2a
 * @refuses STAFF_NOT_KNOWN, NOT_CHECKED_IN
 */
export function checkOut(ports: StaffingPorts, command: Command<{ hallCode: string }>): Promise<Outcome<HallKey>> {
  const { hallCode } = command.input;
  return ports.run(command, { operation: 'checkOut', hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, hallCode);
    if (isRefused(officer)) return officer;
    const member = officer.value;
    const hall = await hallStore.findHall(tx, hallCode);
    if (!hall) return refuse('HALL_NOT_FOUND', { hallCode });
    const now = ports.clock.now();
    if ((await presenceStore.closePresence(tx, member, now, 'CHECK_OUT')) === undefined)
      return refuse('NOT_CHECKED_IN');
    const calendar = calendarInForce(await calendarStore.findYears(tx, hallCode));
    await replanAuthority(ports, tx, command, { hall, calendar, staff: member, cause: 'CHECK_OUT', now });
    return done({ hallCode, id: member.id });
  });
}
