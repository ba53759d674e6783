import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { CalendarNotice, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideCalendarYear } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { asOneOf, keepers, mayTouchHall } from '../structure/hall-scope';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';

/** What the publication of a year says. */
export interface PublishCalendarYear {
  readonly hallCode: string;
  readonly notice: CalendarNotice;
}

/**
 * Takes a notice on holidays over into the hall's calendar: a new year, or a correction of a known one. It is in force
 * at once; the other services hear of it.
 *
 * @regulation A-30
 * @refuses HALL_NOT_FOUND, CALENDAR_YEAR_FAULTY, CALENDAR_YEAR_UNCHANGED, CALENDAR_PAST_DAY_CHANGED
 */
export function publishCalendarYear(
  ports: StaffingPorts,
  command: Command<PublishCalendarYear>,
): Promise<Outcome<{ hallCode: string; year: number }>> {
  const { hallCode, notice } = command.input;
  return ports.run(command, { operation: 'publishCalendarYear', hallCode }, async (tx) => {
    // Locked: of two publications at once the second must see the first.
    const hall = mayTouchHall(command, hallCode)
      ? await hallStore.lockHall(tx, hallCode, asOneOf(command, keepers))
      : undefined;
    if (!hall) return refuse('HALL_NOT_FOUND', { hallCode });
    const published = await calendarStore.findYears(tx, hallCode);
    const now = ports.clock.now();
    const decided = decideCalendarYear({ hallCode, notice, published, now, today: plainDateOf(now) });
    if (isRefused(decided)) return decided;
    await calendarStore.insertYear(tx, decided.value, command.actor.account);
    await ports.publish(tx, command, [{ kind: 'CALENDAR_YEAR_PUBLISHED', year: decided.value }]);
    return done({ hallCode, year: notice.year });
  });
}
