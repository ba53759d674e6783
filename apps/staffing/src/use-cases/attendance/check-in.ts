import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { decideReadiness, findingOfMark, markOfCheckIn } from '../../domain/attendance/attendance';
import type { ReadinessItem } from '../../domain/attendance/attendance';
import { refuse } from '../../domain/refusals';
import { recordDetected } from '../conduct/record-conduct';
import { findOfficer } from '../structure/find-officer';
import type { StaffingPorts } from '../ports';
import { hallStore } from '../../persistence/structure/hall-store';
import { recordAct } from './record-act';

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
    const hall = await hallStore.findHall(tx, window.hallCode);
    const found = await hallStore.lockWindow(tx, window);
    if (!hall || !found) return refuse('WINDOW_NOT_FOUND');
    const ready = decideReadiness(checklist);
    if (isRefused(ready)) return ready;

    const now = ports.clock.now();
    const staffId = officer.value.id;
    const act = await recordAct(ports, tx, command, {
      hall,
      staffId,
      kind: 'CHECK_IN',
      arrival(acts, calendar) {
        const earlier = acts.filter(({ kind }) => kind === 'CHECK_IN').map(({ at }) => at);
        const isWorkday = calendar.isWorkday(plainDateOf(now));
        const mark = markOfCheckIn(hall, { at: now, earlier, isWorkday }, ports.settings['A-04']);
        return { windowId: found.id, mark, checklist };
      },
    });
    if (isRefused(act)) return act;
    const { id, at: occurredAt, arrival } = act.value;
    const finding = findingOfMark(arrival!.mark);
    if (finding !== null) {
      const late = { hallCode: hall.code, staffId, finding, occurredAt, causeId: id, caseId: null };
      await recordDetected(ports, tx, command, late);
    }
    if (found.status !== 'OPEN') {
      const opened = { ...found, status: 'OPEN', version: found.version + 1 } as const;
      await hallStore.setWindowStatus(tx, opened, 'OPEN');
      await ports.publish(tx, command, [{ kind: 'WINDOW_STATUS_CHANGED', window: opened, at: now }]);
    }
    return done({ hallCode: hall.code, id });
  });
}
