import { done, isRefused } from '@hall/kernel';
import type { OfferedAct, Outcome, Refused } from '@hall/kernel';
import type { Caller } from '../cases/caller';
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
  /** When nobody came; null again once they are recalled. */
  readonly noShowAt: Date | null;
  /** Why it was called before others; null for a call in turn. */
  readonly outOfTurnReason: string | null;
}

/** How a place in a queue stands. */
export const ticketStates = ['WAITING', 'CALLED', 'NO_SHOW'] as const;
/** One of {@link ticketStates}. */
export type TicketState = (typeof ticketStates)[number];

/** How it stands now. */
export function stateOfTicket({ calledAt, noShowAt }: Pick<QueueTicket, 'calledAt' | 'noShowAt'>): TicketState {
  if (calledAt === null) return 'WAITING';
  return noShowAt === null ? 'CALLED' : 'NO_SHOW';
}

/** What a window does with a place in its queue. */
export const queueActKinds = ['CALLED', 'RECALLED', 'NO_SHOW'] as const;
/** One of {@link queueActKinds}. */
export type QueueActKind = (typeof queueActKinds)[number];

/** What was done, and for a call before others the group that allows it. */
export interface QueueAct {
  readonly kind: QueueActKind;
  readonly at: Date;
  /** The group that went before others; null for a call in turn. */
  readonly priorityGroup: PriorityGroup | null;
  readonly reason: string | null;
}

/** A ticket after an act; none is recorded where nothing has changed. */
export interface Called {
  readonly ticket: QueueTicket;
  readonly act: QueueAct | null;
}

/**
 * The group of whoever takes a ticket: as they say, and elderly from the age of A-03, whatever they say.
 *
 * @regulation S1.2j S1.2m A-03
 * @refuses PRIORITY_AGE_NOT_REACHED
 */
export function groupOf(
  said: PriorityGroup | null,
  age: number | null,
  elderlyFromYears: number,
): Outcome<PriorityGroup | null> {
  if (age === null) return done(said);
  if (age >= elderlyFromYears) return done(said ?? 'ELDERLY');
  return said === 'ELDERLY' ? refuse('PRIORITY_AGE_NOT_REACHED', { age: elderlyFromYears }) : done(said);
}

/** Who is next: of those with priority whoever has waited longest, before all others. */
const nextOf = (waiting: readonly QueueTicket[]): QueueTicket | undefined =>
  waiting.find(({ priorityGroup }) => priorityGroup !== null) ?? waiting[0];

function called(
  waiting: readonly QueueTicket[],
  ticket: QueueTicket,
  { officerId, now, reason }: { officerId: string; now: Date; reason: string | null },
): Called {
  const isInTurn = ticket === waiting[0];
  const outOfTurnReason = isInTurn ? null : reason;
  return {
    ticket: { ...ticket, calledAt: now, calledById: officerId, outOfTurnReason },
    act: { kind: 'CALLED', at: now, priorityGroup: isInTurn ? null : ticket.priorityGroup, reason: outOfTurnReason },
  };
}

/**
 * Calls the next visitor: whoever of the listed groups has waited longest, then whoever of all has, strangers and
 * acquaintances alike.
 *
 * @regulation S1.2j A-03
 * @param waiting in order of arrival
 * @param expectedId the ticket that the caller takes to be next; null for whichever is
 * @refuses QUEUE_EMPTY, TICKET_NOT_NEXT
 */
export function takeNext(
  waiting: readonly QueueTicket[],
  officerId: string,
  now: Date,
  expectedId: string | null = null,
): Outcome<Called> {
  const next = nextOf(waiting);
  if (next && expectedId !== null && expectedId !== next.id) return refuse('TICKET_NOT_NEXT', { number: next.number });
  return next ? done(called(waiting, next, { officerId, now, reason: null })) : refuse('QUEUE_EMPTY');
}

/** The one among those who wait who may be called before others, or as the next. */
function outOfTurn(waiting: readonly QueueTicket[], ticketId: string): Outcome<QueueTicket> {
  const ticket = waiting.find(({ id }) => id === ticketId);
  if (!ticket) return refuse('TICKET_NOT_WAITING');
  if (ticket !== nextOf(waiting) && ticket.priorityGroup === null)
    return refuse('PRIORITY_GROUP_REQUIRED', { groups: [...priorityGroups] });
  return done(ticket);
}

/**
 * Calls a visitor before others. Only for a listed group, and with who called and why on record.
 *
 * @regulation S1.2j A-03
 * @param waiting in order of arrival
 * @refuses TICKET_NOT_WAITING, PRIORITY_GROUP_REQUIRED
 */
export function takeOutOfTurn(
  waiting: readonly QueueTicket[],
  ticketId: string,
  by: { officerId: string; reason: string; now: Date },
): Outcome<Called> {
  const ticket = outOfTurn(waiting, ticketId);
  return isRefused(ticket) ? ticket : done(called(waiting, ticket.value, by));
}

function refuseUncalled({ calledAt }: QueueTicket): Refused | undefined {
  return calledAt === null ? refuse('TICKET_NOT_CALLED') : undefined;
}

function refuseRecall(ticket: QueueTicket, today: string): Refused | undefined {
  return refuseUncalled(ticket) ?? (ticket.day === today ? undefined : refuse('TICKET_NOT_CALLED'));
}

/**
 * Calls the same visitor again, also one who had not come: they have their place back.
 *
 * @regulation S1.2j
 * @refuses TICKET_NOT_CALLED before the first call, and on another day
 */
export function recall(ticket: QueueTicket, day: string, now: Date): Outcome<Called> {
  const refused = refuseRecall(ticket, day);
  if (refused) return refused;
  return done({
    ticket: { ...ticket, noShowAt: null },
    act: { kind: 'RECALLED', at: now, priorityGroup: null, reason: null },
  });
}

/**
 * Nobody came when called. Said again, it stands as it was.
 *
 * @regulation S1.2j
 * @refuses TICKET_NOT_CALLED before the first call
 */
export function noteNoShow(ticket: QueueTicket, now: Date): Outcome<Called> {
  const refused = refuseUncalled(ticket);
  if (refused) return refused;
  if (ticket.noShowAt !== null) return done({ ticket, act: null });
  return done({
    ticket: { ...ticket, noShowAt: now },
    act: { kind: 'NO_SHOW', at: now, priorityGroup: null, reason: null },
  });
}

/** A place in a queue, and who looks at it. */
interface TicketInSight {
  readonly ticket: QueueTicket;
  readonly caller: Pick<Caller, 'windowIds'>;
  readonly today: string;
  /** Who waits at its window today, in order of arrival. */
  readonly waiting: readonly QueueTicket[];
}

const refuseElsewhere = ({ ticket, caller }: TicketInSight): Refused | undefined =>
  caller.windowIds.includes(ticket.windowId) ? undefined : refuse('NOT_ON_DUTY');

const refuseOutOfTurn = ({ ticket, waiting }: TicketInSight): Refused | undefined => {
  const found = outOfTurn(waiting, ticket.id);
  return isRefused(found) ? found : undefined;
};

/**
 * What a window may do with a place in its queue now.
 *
 * @regulation S1.2j A-03
 */
export const ticketActs = {
  callOutOfTurn: {
    text: '插号（A-03） / Call before others',
    refuse: (of) => refuseElsewhere(of) ?? refuseOutOfTurn(of),
  },
  recallVisitor: {
    text: '重呼 / Call again',
    refuse: (of) => refuseElsewhere(of) ?? refuseRecall(of.ticket, of.today),
  },
  markNoShow: {
    text: '过号 / Note that nobody came',
    refuse: (of) => refuseElsewhere(of) ?? refuseUncalled(of.ticket),
  },
} satisfies Record<string, OfferedAct<TicketInSight>>;
