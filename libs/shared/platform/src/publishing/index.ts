import { createEvent } from '@hall/contracts';
import type { EventData, EventType, HallEvent } from '@hall/contracts';
import type { Clock } from '@hall/kernel';
import { staffIdOf } from '../actor';
import { appendEvents } from '../outbox';
import type { Tx } from '../postgres';

/** What a fact follows from: a person's command, or an event of another service. A use case's command is one. */
export interface Cause {
  readonly correlationId: string;
  /** The event that led here. */
  readonly causationId?: string;
  /** Who led here; absent when the system did. Events name members of staff alone: an account may be a client's phone number. */
  readonly actor?: { readonly hallCode?: string; readonly account: string };
}

/** What one fact becomes for other services: which event, about which thing, at which place in its history. */
export interface Publication<T extends EventType = EventType> {
  readonly type: T;
  readonly hallCode: string;
  readonly aggregateId: string;
  /** The thing's version after the fact: orders its events. */
  readonly sequence: number;
  readonly data: EventData<T>;
}

/** Checks the data of a publication against its own type, then forgets which one it was. */
export function publication<T extends EventType>(published: Publication<T>): Publication {
  return published as unknown as Publication;
}

/** States facts inside the transaction that made them true; they leave the service after the commit. */
export type Publish<Fact> = (tx: Tx, cause: Cause, facts: readonly Fact[]) => Promise<void>;

/** Makes the port through which a service's use cases state facts: they enter its outbox in one statement. */
export function createPublisher<Fact>(
  toPublication: (fact: Fact) => Publication,
  { clock, newId }: { readonly clock: Clock; readonly newId: () => string },
): Publish<Fact> {
  return async (tx, { correlationId, causationId, actor }, facts) => {
    const caused = { time: clock.now(), correlationId, causationId, actorId: actor && staffIdOf(tx, actor) };
    const events = facts.map((fact) => createEvent({ ...toPublication(fact), id: newId(), ...caused }));
    if (events.length > 0) await appendEvents(tx, events as readonly HallEvent[]);
  };
}
