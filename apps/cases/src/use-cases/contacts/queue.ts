import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import { findWindow } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { takeNext, takeOutOfTurn } from '../../domain/contacts/queue';
import type { PriorityGroup, QueueTicket } from '../../domain/contacts/queue';
import { refuse } from '../../domain/refusals';
import { authorityAtWindow } from '../cases/acting-officer';
import type { CasePorts } from '../ports';

/** Who queues where. */
export interface TakeTicket {
  readonly window: HallKey;
  readonly priorityGroup: PriorityGroup | null;
}

/**
 * Takes a place in the queue of a window.
 *
 * @regulation S1.2j A-03
 * @refuses WINDOW_NOT_KNOWN
 */
export function takeTicket(ports: CasePorts, command: Command<TakeTicket>): Promise<Outcome<HallKey>> {
  const { window, priorityGroup } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'takeTicket', hallCode }, async (tx) => {
    const found = await findWindow(tx, hallCode, window.id);
    if (!found) return refuse('WINDOW_NOT_KNOWN');
    const takenAt = ports.clock.now();
    const day = plainDateOf(takenAt);
    const id = ports.newId();
    const number = await ports.contacts.nextTicketNumber(tx, window, day);
    const ticket: QueueTicket = {
      hallCode,
      id,
      windowId: window.id,
      day,
      number,
      priorityGroup,
      takenAt,
      calledAt: null,
      calledById: null,
      outOfTurnReason: null,
    };
    await ports.contacts.insertTicket(tx, ticket);
    return done({ hallCode, id });
  });
}

/** Whom to call: the next in turn, or one before others with a reason. */
export interface CallVisitor {
  readonly window: HallKey;
  readonly outOfTurn: { readonly ticketId: string; readonly reason: string } | null;
}

/**
 * Calls a visitor: in turn, or out of turn for a listed group with the reason on record.
 *
 * @regulation S1.2j A-03
 * @refuses NOT_ON_DUTY, WINDOW_NOT_KNOWN, QUEUE_EMPTY, TICKET_NOT_WAITING, PRIORITY_GROUP_REQUIRED
 */
export function callVisitor(ports: CasePorts, command: Command<CallVisitor>): Promise<Outcome<HallKey>> {
  const { window, outOfTurn: early } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'callVisitor', hallCode }, async (tx) => {
    const counter = await authorityAtWindow(tx, command, window);
    if (isRefused(counter)) return counter;
    const { officerId } = counter.value.by;
    const now = ports.clock.now();
    const waiting = await ports.contacts.lockWaiting(tx, window, plainDateOf(now));
    const called = early
      ? takeOutOfTurn(waiting, early.ticketId, { officerId, reason: early.reason, now })
      : takeNext(waiting, officerId, now);
    if (isRefused(called)) return called;
    await ports.contacts.updateTicket(tx, called.value);
    return done({ hallCode, id: called.value.id });
  });
}
