import { done, hallTimeZone } from '@hall/kernel';
import type { Outcome, HallKey } from '@hall/kernel';
import { refuse } from '../refusals';

/** An opening session of the hall, `HH:MM` local time, half-open (服务时段). */
export interface OpeningSession {
  readonly from: string;
  readonly to: string;
}

/** Which sessions of a day staff prepare for. */
export const preparations = ['FIRST_SESSION', 'EVERY_SESSION'] as const;
/** One of {@link preparations}. */
export type Preparation = (typeof preparations)[number];

/** A service hall (政务服务大厅). */
export interface Hall {
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  readonly sessions: readonly OpeningSession[];
  readonly preparation: Preparation;
}

/** A department of the bureau that runs windows in the hall (窗口单位). */
export interface Department extends HallKey {
  readonly code: string;
  readonly name: string;
  readonly headId: string | null;
}

/** What a window can be in (窗口状态). */
export const windowStatuses = ['CLOSED', 'PREPARING', 'OPEN', 'SUSPENDED'] as const;
/** One of {@link windowStatuses}. */
export type WindowStatus = (typeof windowStatuses)[number];

/** A counter of a department (窗口). */
export interface ServiceWindow extends HallKey {
  readonly number: string;
  readonly name: string;
  readonly departmentId: string;
  readonly status: WindowStatus;
  readonly version: number;
}

/**
 * Checks a hall before it is registered.
 *
 * @refuses HALL_TIME_ZONE_NOT_SUPPORTED for any zone but the one in which halls count their days, HALL_SESSIONS_INVALID when there is no session, or one ends before it begins or before the one before it ends
 */
export function decideHall(hall: Hall): Outcome<Hall> {
  const { sessions, timeZone } = hall;
  if (timeZone !== hallTimeZone) return refuse('HALL_TIME_ZONE_NOT_SUPPORTED', { timeZone, hallTimeZone });
  const ordered = sessions.every(({ from, to }, i) => from < to && (i === 0 || sessions[i - 1]!.to <= from));
  if (sessions.length === 0 || !ordered) {
    return refuse('HALL_SESSIONS_INVALID', {
      sessions: sessions.map(({ from, to }) => `${from}-${to}`).join(', ') || '–',
    });
  }
  return done(hall);
}
