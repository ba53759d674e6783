import { toIsoWithOffset } from '@hall/kernel';
import type { MovedDeadline } from './deadline-store';

/** What a level is called in the record of the thing that the deadline hangs on. */
export const levelActionKinds = {
  AMBER: 'WARNED_AMBER',
  RED: 'WARNED_RED',
  BREACHED: 'COMMITMENT_BREACHED',
  SECTION_HEAD: 'ESCALATED_TO_SECTION_HEAD',
  CENTRE_LEADER: 'ESCALATED_TO_CENTRE_LEADER',
} as const;

/** What the record says of a date that has moved: from when to when, and why. */
export function moveNote({ before, deadline, reason }: Pick<MovedDeadline, 'before' | 'deadline' | 'reason'>): string {
  const [from, to] = [before, deadline.plan.dueAt].map((at) => (at ? toIsoWithOffset(at) : '—'));
  return `${from} → ${to}；${reason}`;
}
