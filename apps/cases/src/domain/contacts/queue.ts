import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';

/** The only groups that may go before others. */
export const priorityGroups = ['ELDERLY', 'DISABLED', 'PREGNANT', 'WITH_INFANT', 'SERVING_SOLDIER'] as const;
/** One of {@link priorityGroups}. */
export type PriorityGroup = (typeof priorityGroups)[number];

/** A place in the queue of a window (排队号). */
export interface QueueTicket {
  readonly hallCode: string;
  readonly id: string;
  readonly windowId: string;
  /** Day and number make the order. */
  readonly day: string;
  readonly number: number;
  readonly priorityGroup: PriorityGroup | null;
  readonly takenAt: Date;
  readonly calledAt: Date | null;
  readonly calledById: string | null;
  /** Why it was called before others; null for a call in turn. */
  readonly outOfTurnReason: string | null;
}

/**
 * Calls the next visitor: the one who has waited longest, strangers and acquaintances alike.
 *
 * @regulation S1.2j
 * @refuses QUEUE_EMPTY
 */
export function takeNext(waiting: readonly QueueTicket[], officerId: string, now: Date): Outcome<QueueTicket> {
  const [next] = waiting;
  return next ? done({ ...next, calledAt: now, calledById: officerId }) : refuse('QUEUE_EMPTY');
}

/**
 * Calls a visitor before others. Only for a listed group, and with who called and why on record.
 *
 * @regulation S1.2j A-03
 * @refuses TICKET_NOT_WAITING, PRIORITY_GROUP_REQUIRED
 */
export function takeOutOfTurn(
  waiting: readonly QueueTicket[],
  ticketId: string,
  { officerId, reason, now }: { officerId: string; reason: string; now: Date },
): Outcome<QueueTicket> {
  const ticket = waiting.find(({ id }) => id === ticketId);
  if (!ticket) return refuse('TICKET_NOT_WAITING');
  const called = { ...ticket, calledAt: now, calledById: officerId };
  if (ticket === waiting[0]) return done(called);
  if (ticket.priorityGroup === null) return refuse('PRIORITY_GROUP_REQUIRED', { groups: [...priorityGroups] });
  return done({ ...called, outOfTurnReason: reason });
}
