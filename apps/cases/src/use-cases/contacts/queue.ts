import { done, isRefused, plainDateOf } from '@hall/kernel';
import type { HallKey, Outcome } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import { findWindow } from '@hall/platform/directory';
import type { Command } from '@hall/platform/use-case';
import { groupOf, noteNoShow, recall, takeNext, takeOutOfTurn } from '../../domain/contacts/queue';
import type { Called, PriorityGroup, QueueTicket } from '../../domain/contacts/queue';
import { refuse } from '../../domain/refusals';
import { authorityAtWindow } from '../cases/acting-officer';
import type { Attribution } from '../../domain/cases/case';
import type { CasePorts } from '../ports';

/** Who queues where. */
export interface TakeTicket {
  readonly window: HallKey;
  readonly priorityGroup: PriorityGroup | null;
  /** In years; only compared, never kept. */
  readonly age: number | null;
}

/**
 * Takes a place in the queue of a window.
 *
 * @regulation S1.2j A-03
 * @refuses WINDOW_NOT_KNOWN, PRIORITY_AGE_NOT_REACHED
 */
export function takeTicket(ports: CasePorts, command: Command<TakeTicket>): Promise<Outcome<HallKey>> {
  const { window, priorityGroup: said, age } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'takeTicket', hallCode }, async (tx) => {
    const found = await findWindow(tx, hallCode, window.id);
    if (!found) return refuse('WINDOW_NOT_KNOWN');
    const group = groupOf(said, age, ports.settings['A-03'].elderlyFromYears);
    if (isRefused(group)) return group;
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
      priorityGroup: group.value,
      takenAt,
      calledAt: null,
      calledById: null,
      noShowAt: null,
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
  /** The ticket that is taken to be next, so that saying it twice calls one; null for whichever is. */
  readonly expectedId?: string | null;
}

/**
 * Calls a visitor: in turn, or out of turn for a listed group with the reason on record.
 *
 * @regulation S1.2j A-03
 * @refuses NOT_ON_DUTY, WINDOW_NOT_KNOWN, QUEUE_EMPTY, TICKET_NOT_WAITING, PRIORITY_GROUP_REQUIRED,
 *   TICKET_NOT_NEXT
 */
export function callVisitor(ports: CasePorts, command: Command<CallVisitor>): Promise<Outcome<HallKey>> {
  const { window, outOfTurn: early, expectedId = null } = command.input;
  const { hallCode } = window;
  return ports.run(command, { operation: 'callVisitor', hallCode }, async (tx) => {
    const counter = await authorityAtWindow(tx, command, window);
    if (isRefused(counter)) return counter;
    const { by } = counter.value;
    const { officerId } = by;
    const now = ports.clock.now();
    const waiting = await ports.contacts.lockWaiting(tx, window, plainDateOf(now));
    if (expectedId !== null && !waiting.some(({ id }) => id === expectedId)) {
      const before = await ports.contacts.lockTicket(tx, { hallCode, id: expectedId });
      const isTheirs = before?.windowId === window.id && before.calledById === officerId;
      return isTheirs ? done({ hallCode, id: expectedId }) : refuse('TICKET_NOT_WAITING');
    }
    const called = early
      ? takeOutOfTurn(waiting, early.ticketId, { officerId, reason: early.reason, now })
      : takeNext(waiting, officerId, now, expectedId);
    if (isRefused(called)) return called;
    return done(await saveCalled(ports, tx, called.value, by));
  });
}

async function saveCalled(ports: CasePorts, tx: Tx, { ticket, act }: Called, by: Attribution): Promise<HallKey> {
  if (act) {
    await Promise.all([ports.contacts.updateTicket(tx, ticket), ports.contacts.insertQueueAct(tx, ticket, act, by)]);
  }
  return { hallCode: ticket.hallCode, id: ticket.id };
}

type TicketRule = (ticket: QueueTicket, now: Date) => Outcome<Called>;

/** An act on one place: whoever is on duty at its window, with that window's authority. */
function ticketAct(operation: string, rule: TicketRule) {
  return (ports: CasePorts, command: Command<{ readonly key: HallKey }>): Promise<Outcome<HallKey>> => {
    const { key } = command.input;
    const { hallCode } = key;
    return ports.run(command, { operation, hallCode }, async (tx) => {
      const ticket = await ports.contacts.lockTicket(tx, key);
      if (!ticket) return refuse('TICKET_NOT_FOUND');
      const counter = await authorityAtWindow(tx, command, { hallCode, id: ticket.windowId });
      if (isRefused(counter)) return counter;
      const next = rule(ticket, ports.clock.now());
      return isRefused(next) ? next : done(await saveCalled(ports, tx, next.value, counter.value.by));
    });
  };
}

/**
 * Calls a visitor again.
 *
 * @regulation S1.2j
 * @refuses TICKET_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, TICKET_NOT_CALLED
 */
export const recallVisitor = ticketAct('recallVisitor', (ticket, now) => recall(ticket, plainDateOf(now), now));

/**
 * Notes that nobody came.
 *
 * @regulation S1.2j
 * @refuses TICKET_NOT_FOUND, STAFF_NOT_KNOWN, NOT_ON_DUTY, TICKET_NOT_CALLED
 */
export const markNoShow = ticketAct('markNoShow', noteNoShow);
