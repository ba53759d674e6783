import { done, isRefused } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { findCaller } from '../find-caller';
import type { StaffingPorts } from '../ports';
import { replanAuthority } from '../authority/replan-authority';

/**
 * The caller goes home: the presence ends and the posts move on.
 *
 * @regulation S1.5a S5.2a
 * @refuses STAFF_NOT_KNOWN, NOT_CHECKED_IN
 */
export function checkOut(ports: StaffingPorts, command: Command<{ hallCode: string }>): Promise<Outcome<HallKey>> {
  const { hallCode } = command.input;
  return ports.run(command, { operation: 'checkOut', hallCode }, async (tx) => {
    const caller = await findCaller(ports, tx, command, hallCode);
    if (isRefused(caller)) return caller;
    const { hall, member } = caller.value;
    const now = ports.clock.now();
    if ((await ports.presences.closePresence(tx, member, now, 'CHECK_OUT')) === undefined)
      return refuse('NOT_CHECKED_IN');
    const calendar = calendarInForce(await ports.calendars.findYears(tx, hallCode));
    await replanAuthority(ports, tx, command, { hall, calendar, staff: member, cause: 'CHECK_OUT', now });
    return done({ hallCode, id: member.id });
  });
}
