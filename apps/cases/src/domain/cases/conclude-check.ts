import type { DeadlineEvent, PauseGround } from '@hall/kernel';
import type { DeadlineSubject } from '../deadlines/subjects';
import { statusAfterCheck } from './accept-case';
import type { Case } from './case';
import type { OpenDefect } from './check-materials';

/** What the ledger says when the reason to stand still changes. */
export function clockMoves(before: PauseGround | null, after: PauseGround | null, at: Date): DeadlineEvent[] {
  if (before === after) return [];
  const stop: DeadlineEvent[] = before === null ? [] : [{ kind: 'RESUME', at }];
  return after === null ? stop : [...stop, { kind: 'PAUSE', at, ground: after }];
}

/** Waiting for materials comes and goes with what is open; a clock that stands still for a hearing does so still. */
export function pausedAfter({ pausedOn }: Pick<Case, 'pausedOn'>, waiting: PauseGround | null): PauseGround | null {
  return waiting ?? (pausedOn === 'AWAITING_CORRECTION' ? null : pausedOn);
}

/** Where a check leaves a case, and what that does to its deadlines. */
export interface CheckConclusion {
  readonly next: Case;
  readonly own: readonly DeadlineEvent[];
  readonly finish: readonly DeadlineSubject[];
  /** Whether the case is to be accepted now. */
  readonly isComplete: boolean;
}

/**
 * Draws the conclusion from what is still open: everything there means accepted, at once; otherwise the case waits, and its
 * clock with it where a notice says so. What has been told once waits on and is not looked through anew; what was accepted
 * before stays so. Nothing is awaited any more once no notice names anything: then the day on a notice returns nobody's
 * application.
 *
 * @regulation S3.4b S4.1b
 * @param current the case before the act
 * @param next the case as the rule has left it
 * @param open what is not settled after this act
 */
export function concludeCheck(
  current: Case,
  next: Case,
  open: readonly Omit<OpenDefect, 'sequence'>[],
  now: Date,
): CheckConclusion {
  const { status, pausedOn: waiting } = statusAfterCheck(open);
  const pausedOn = pausedAfter(current, waiting);
  const own = clockMoves(current.pausedOn, pausedOn, now);
  const isNamed = open.some(({ noticeNumber }) => noticeNumber !== null);
  const isAsked = current.acceptedAt === null ? waiting !== null : isNamed;
  const ended: readonly DeadlineSubject[] = [
    ...(isNamed ? [] : ['NOTICE' as const]),
    ...(isAsked ? [] : ['CORRECTION' as const]),
  ];
  if (current.acceptedAt !== null) {
    return { next: { ...next, status: 'IN_PROGRESS', pausedOn }, own, finish: ended, isComplete: false };
  }
  if (status === 'ACCEPTED') return { next: { ...next, pausedOn }, own, finish: [...ended, 'CHECK'], isComplete: true };
  const waits = current.status === 'AWAITING_CORRECTION' ? current.status : status;
  return { next: { ...next, status: waits, pausedOn }, own, finish: ended, isComplete: false };
}
