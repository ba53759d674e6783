import { toDayNumber } from '@hall/kernel';
import { badInput } from '@hall/platform/graphql';
import { personDaysOf, workingDaysOf } from '../../domain/attendance/person-days';
import type { Days, PersonDayMarks, WorkingDay } from '../../domain/attendance/person-days';
import type { Hall } from '../../domain/structure/hall';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import type { StaffingPorts } from '../../use-cases/ports';
import { orBadInput } from '../authority/explain-post';
import type { StaffingReads } from '../queries';

/** So many days are shown at once. */
const mostDays = 31;

/** @throws BAD_USER_INPUT for days that are none or too many */
export function requireDays({ from, to }: Days): void {
  const count = toDayNumber(to) - toDayNumber(from) + 1;
  if (count < 1 || count > mostDays) throw badInput({ field: 'to', reason: `1–${mostDays} d` });
}

/** What is needed to read attendance. */
export interface AttendanceParts {
  readonly reads: Pick<StaffingReads, 'structure' | 'calendar' | 'attendance'>;
  readonly ports: Pick<StaffingPorts, 'clock' | 'settings'>;
}

/** A hall with its working days among those that are asked for; nothing for a hall that does not exist. */
export async function daysOfHall(
  { reads }: AttendanceParts,
  hallCode: string,
  days: Days,
): Promise<{ readonly hall: Hall; readonly working: readonly WorkingDay[] } | undefined> {
  const [[hall], years] = await Promise.all([
    reads.structure.halls([hallCode]),
    reads.calendar.yearsOfHalls([hallCode]),
  ]);
  return hall && { hall, working: orBadInput(() => workingDaysOf(hall, calendarInForce(years), days), 'to') };
}

/** How these people of one hall attended, person by person in the given order, day by day. */
export async function attendanceOf(
  { reads, ports }: AttendanceParts,
  { hall, working }: { readonly hall: Hall; readonly working: readonly WorkingDay[] },
  staffIds: readonly string[],
): Promise<PersonDayMarks[]> {
  const [first, last] = [working[0], working.at(-1)];
  if (!first || !last || staffIds.length === 0) return [];
  const facts = await reads.attendance.factsOf(hall.code, staffIds, new Date(first.from), new Date(last.to));
  const rules = { ...ports.settings['A-04'], preparation: hall.preparation };
  const now = ports.clock.now().getTime();
  return facts.flatMap((person) => personDaysOf(person, working, rules, now));
}
