import { done, isRefused, plainDateOf, instantAt } from '@hall/kernel';
import type { HallKey, Outcome, WorkCalendar } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import { decideAct, personDayOf } from '../../domain/attendance/staff-act';
import type { ArrivalDetails, RecordedAct } from '../../domain/attendance/staff-act';
import type { PresenceAct } from '../../domain/authority/whereabouts';
import type { Hall } from '../../domain/structure/hall';
import { staffActStore } from '../../persistence/attendance/staff-act-store';
import { calendarStore } from '../../persistence/calendar/calendar-store';
import { postStore } from '../../persistence/structure/post-store';
import { replanAuthority } from '../authority/replan-authority';
import type { StaffingPorts } from '../ports';

/** An act about being there, and whose. */
export interface ActOfPresence {
  readonly hall: Hall;
  readonly staffId: string;
  readonly kind: PresenceAct;
  /** Who says so, when it is not the person. */
  readonly saidById?: string;
  readonly reason?: string;
  /** What an arrival also says, given what came before it that day. */
  readonly arrival?: (earlier: readonly RecordedAct[], calendar: WorkCalendar) => ArrivalDetails;
}

/** An act that was recorded. */
export interface DoneAct extends HallKey {
  readonly at: Date;
  readonly arrival: ArrivalDetails | undefined;
}

/**
 * Records what a person does about being there, and moves the authority over their posts in the same transaction. Acts of one
 * person come one after the other.
 *
 * @regulation S1.5a S5.2a S5.3b
 */
export async function recordAct(
  ports: StaffingPorts,
  tx: Tx,
  command: Command<unknown>,
  { hall, staffId, kind, saidById, reason, arrival }: ActOfPresence,
): Promise<Outcome<DoneAct>> {
  const person = { hallCode: hall.code, id: staffId };
  await staffActStore.lockDay(tx, person);
  const at = ports.clock.now();
  const earlier = await staffActStore.actsSince(tx, hall.code, [staffId], instantAt(plainDateOf(at), '00:00'));
  const decided = decideAct(personDayOf(earlier), kind, at);
  if (isRefused(decided)) return decided;
  const calendar = calendarInForce(await calendarStore.findYears(tx, hall.code));
  const details = arrival?.(earlier, calendar);
  const id = ports.newId();
  await staffActStore.insertAct(tx, {
    hallCode: hall.code,
    id,
    staffId,
    kind,
    at,
    recordedAt: at,
    recordedById: saidById ?? staffId,
    ...details,
    ...(reason !== undefined && { reason }),
  });
  const posts = await postStore.lockPostsOf(tx, person, at);
  await replanAuthority(ports, tx, command, { hall, calendar, posts });
  return done({ hallCode: hall.code, id, at, arrival: details });
}
