import { done, plainDateOf, toIsoWithOffset } from '@hall/kernel';
import type { HallKey, Outcome, Refused, WorkCalendar } from '@hall/kernel';
import { refuse } from '../refusals';

/** What leave is for (请假类别): study, official trip, annual, sick, personal, and what nobody could prepare for. */
export const leaveKinds = ['STUDY', 'OFFICIAL_TRIP', 'ANNUAL', 'SICK', 'PERSONAL', 'EMERGENCY'] as const;
/** One of {@link leaveKinds}. */
export type LeaveKind = (typeof leaveKinds)[number];

/** What is on record of a leave; whether an approved one is under way is a matter of the clock. */
export type RecordedLeaveStatus = 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'CANCELLED' | 'ENDED';

/** What a leave is at an instant. */
export const leaveStatuses = [
  'REQUESTED',
  'AWAITING_HANDOVER',
  'APPROVED',
  'REFUSED',
  'ACTIVE',
  'ENDED',
  'CANCELLED',
] as const;
/** One of {@link leaveStatuses}. */
export type LeaveStatus = (typeof leaveStatuses)[number];

/** A leave (请假); its instants are half-open. */
export interface Leave extends HallKey {
  readonly staffId: string;
  readonly kind: LeaveKind;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
  readonly status: RecordedLeaveStatus;
  readonly requestedAt: Date;
  readonly requestedById: string;
  readonly handoverNotes: string | null;
  readonly handoverPreparedAt: Date | null;
  /** Grows whenever the hand-over is written anew; what was accepted before no longer counts. */
  readonly handoverRevision: number;
  readonly decidedAt: Date | null;
  readonly decidedById: string | null;
  readonly refusedBecause: string | null;
  readonly cancelledAt: Date | null;
  /** When the return was recorded (销假); an early one ends the leave. */
  readonly endedAt: Date | null;
  readonly endedById: string | null;
}

/** A leave of which nothing has become yet. */
export const untouched = {
  status: 'REQUESTED',
  handoverNotes: null,
  handoverPreparedAt: null,
  handoverRevision: 0,
  decidedAt: null,
  decidedById: null,
  refusedBecause: null,
  cancelledAt: null,
  endedAt: null,
  endedById: null,
} as const;

/** What a leave is now. @param isHandedOver whether nothing has to be handed over any more before it can be approved */
export function statusOfLeave({ status, beginsAt, endsAt }: Leave, isHandedOver: boolean, now: Date): LeaveStatus {
  if (status === 'REQUESTED') return isHandedOver ? 'REQUESTED' : 'AWAITING_HANDOVER';
  if (status !== 'APPROVED' || now < beginsAt) return status;
  return now < endsAt ? 'ACTIVE' : 'ENDED';
}

/** When a leave ends, or has ended. */
export function endOfLeave({ endsAt, endedAt }: Pick<Leave, 'endsAt' | 'endedAt'>): Date {
  return endedAt !== null && endedAt < endsAt ? endedAt : endsAt;
}

/** A request for leave, and what is known when it is made. */
export interface LeaveRequest {
  readonly leave: Leave;
  /** Leaves of the same person that are neither refused nor cancelled. */
  readonly others: readonly Leave[];
  readonly calendar: WorkCalendar;
  readonly now: Date;
  /** What came up suddenly is told within this time after it began (B4). */
  readonly emergencyWithinMinutes: number;
}

/**
 * Whether leave can be asked for: a span to come, or one that has just begun in an emergency, beside no other leave.
 *
 * @regulation S5.3a S5.3b
 * @refuses LEAVE_WITHOUT_LENGTH, LEAVE_IN_PAST, EMERGENCY_TOLD_LATE, LEAVE_BEYOND_CALENDAR, LEAVE_OVERLAPS
 */
export function decideRequest({ leave, others, calendar, now, emergencyWithinMinutes }: LeaveRequest): Outcome<Leave> {
  const { beginsAt, endsAt, kind } = leave;
  if (endsAt <= beginsAt) return refuse('LEAVE_WITHOUT_LENGTH');
  if (endsAt <= now || (kind !== 'EMERGENCY' && beginsAt < now)) return refuse('LEAVE_IN_PAST');
  if (now.getTime() - beginsAt.getTime() > emergencyWithinMinutes * 60_000)
    return refuse('EMERGENCY_TOLD_LATE', { minutes: emergencyWithinMinutes });
  const year = Number(plainDateOf(endsAt).slice(0, 4));
  if (calendar.statusOf(year) === 'MISSING') return refuse('LEAVE_BEYOND_CALENDAR', { year });
  const other = others.find((each) => each.beginsAt < endsAt && beginsAt < endOfLeave(each));
  if (other)
    return refuse('LEAVE_OVERLAPS', { from: toIsoWithOffset(other.beginsAt), to: toIsoWithOffset(endOfLeave(other)) });
  return done(leave);
}

/** Refuses what needs a leave in one of these states. */
export function refuseUnlessIn(leave: Leave, possible: readonly RecordedLeaveStatus[]): Refused | undefined {
  return possible.includes(leave.status) ? undefined : refuse('LEAVE_NOT_POSSIBLE', { status: leave.status });
}

/**
 * The person takes a request, or a leave that has not begun, back: it is as if it had never been asked for.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_POSSIBLE, LEAVE_HAS_BEGUN
 */
export function applyCancelling(leave: Leave, now: Date): Outcome<Leave> {
  const no = refuseUnlessIn(leave, ['REQUESTED', 'APPROVED']);
  if (no) return no;
  if (leave.status === 'APPROVED' && leave.beginsAt <= now) return refuse('LEAVE_HAS_BEGUN');
  return done({ ...leave, status: 'CANCELLED', cancelledAt: now });
}

/**
 * Somebody is back (销假): a leave that is under way ends at this instant, of one that is over the return is recorded.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_POSSIBLE, LEAVE_NOT_BEGUN
 */
export function applyReturn(leave: Leave, byId: string, now: Date): Outcome<Leave> {
  const no = refuseUnlessIn(leave, ['APPROVED']);
  if (no) return no;
  if (now < leave.beginsAt) return refuse('LEAVE_NOT_BEGUN');
  return done({ ...leave, status: 'ENDED', endedAt: now, endedById: byId });
}
