import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideReadiness, findingOfMark, markOfCheckIn } from '../../domain/attendance/attendance';
import type { ReadinessItem } from '../../domain/attendance/attendance';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { refuse } from '../../domain/refusals';
import { recordDetected } from '../conduct/record-conduct';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { replanAuthority } from '../authority/replan-authority';
import { hallStore } from '../../persistence/structure/hall-store';
import { presenceStore } from '../../persistence/attendance/presence-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';

/** What an arrival says. */
export interface CheckIn {
  readonly window: HallKey;
  readonly checklist: readonly ReadinessItem[];
}

/**
 * The caller arrives at a window: records how punctual that was, opens the window once everything is ready, and takes
 * the posts that are the caller's.
 *
 * @regulation S1.3a S1.3b S1.3c S1.3d S1.4a S1.5a
 * @refuses STAFF_NOT_KNOWN, WINDOW_NOT_FOUND, CHECKLIST_INCOMPLETE, CHECK_IN_REPEATED
 */
export function checkIn(ports: StaffingPorts, command: Command<CheckIn>): Promise<Outcome<HallKey>> {
  const { window, checklist } = command.input;
  return ports.run(command, { operation: 'checkIn', hallCode: window.hallCode }, async (tx) => {
    const officer = await findOfficer(tx, command, window.hallCode);
    if (isRefused(officer)) return officer;
    const member = officer.value;
    const hall = await hallStore.findHall(tx, window.hallCode);
    const found = await hallStore.lockWindow(tx, window);
    if (!hall || !found) return refuse('WINDOW_NOT_FOUND');
    const ready = decideReadiness(checklist);
    if (isRefused(ready)) return ready;

    const now = ports.clock.now();
    const day = plainDateOf(now);
    const presence = await presenceStore.presenceOf(tx, hall.code, [member.id], now);
    if (presence.get(member.id) === 'PRESENT') return refuse('CHECK_IN_REPEATED');
    await presenceStore.closePresence(tx, member, now, 'DAY_END');
    await presenceStore.closeAbsence(tx, member, now);
    const calendar = calendarInForce(await calendarStore.findYears(tx, hall.code));
    const earlier = await presenceStore.arrivalsOf(tx, member, day);
    const mark = markOfCheckIn(hall, { at: now, earlier, isWorkday: calendar.isWorkday(day) }, ports.settings['A-04']);
    const id = ports.newId();
    await presenceStore.openPresence(tx, {
      hallCode: hall.code,
      id,
      staffId: member.id,
      windowId: found.id,
      day,
      from: now,
      mark,
      checklist,
    });
    const finding = findingOfMark(mark);
    if (finding !== null) {
      const late = { hallCode: hall.code, staffId: member.id, finding, occurredAt: now, causeId: id, caseId: null };
      await recordDetected(ports, tx, command, late);
    }
    if (found.status !== 'OPEN') {
      const opened = { ...found, status: 'OPEN', version: found.version + 1 } as const;
      await hallStore.setWindowStatus(tx, opened, 'OPEN');
      await ports.publish(tx, command, [{ kind: 'WINDOW_STATUS_CHANGED', window: opened, at: now }]);
    }
    await replanAuthority(ports, tx, command, { hall, calendar, staff: member, cause: 'CHECK_IN', now });
    return done({ hallCode: hall.code, id });
  });
}
