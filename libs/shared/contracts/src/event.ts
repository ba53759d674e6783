import { done, encodeId, isRefused, isUuid, refuse } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { envelopeSchema, issuesOf, parseEnvelope } from './envelope';
import type { Envelope } from './envelope';
import { eventContract, isEventType } from './registry';
import type { EventData, EventType } from './registry';

/** An event of one known type, checked. */
export type EventOf<T extends EventType> = Omit<Envelope, 'type' | 'data'> & {
  readonly type: T;
  readonly data: EventData<T>;
};

/** Any event of a known type; `type` tells which data it carries. */
export type HallEvent = { [T in EventType]: EventOf<T> }[EventType];

/** What a service must say to state a fact; the registry knows the rest. */
export interface EventDraft<T extends EventType> {
  /** Identity of the event, a uuid. */
  readonly id: string;
  readonly type: T;
  readonly hallCode: string;
  /** Id of the thing inside the hall: a bare uuid, the hall's code for the hall itself, the number for a calendar year. */
  readonly aggregateId: string;
  /** Position in the history of that thing, from 1. */
  readonly sequence: number;
  /** When the fact became true. */
  readonly time: Date;
  readonly correlationId: string;
  /** The event that this one follows from. */
  readonly causationId?: string | undefined;
  /** Id of the member of staff who caused it, never an account and never a name. */
  readonly actorId?: string | undefined;
  readonly data: EventData<T>;
}

/**
 * A complete event. Fields that the schema does not name are dropped, so nothing unlisted can leave the service.
 *
 * @throws when the draft breaks its own contract: a fault of the program, never of a person
 */
export function createEvent<T extends EventType>(draft: EventDraft<T>): EventOf<T> {
  const { type, hallCode, aggregateId, causationId, actorId } = draft;
  if (actorId !== undefined && !isUuid(actorId)) throw new Error(`${type}: the actor is not a staff id`);
  const { owner, dataschema, aggregateType, dataClass, schema } = eventContract(type);
  const envelope = envelopeSchema.parse({
    specversion: '1.0',
    id: draft.id,
    type,
    source: `/${owner}`,
    subject: aggregateType === 'Hall' ? hallCode : encodeId(hallCode, aggregateId),
    time: draft.time.toISOString(),
    datacontenttype: 'application/json',
    dataschema,
    hallcode: hallCode,
    aggregatetype: aggregateType,
    aggregateid: aggregateId,
    sequence: draft.sequence,
    correlationid: draft.correlationId,
    ...(causationId === undefined ? {} : { causationid: causationId }),
    ...(actorId === undefined ? {} : { actorid: actorId }),
    dataclass: dataClass,
    data: draft.data,
  });
  return { ...envelope, type, data: schema.parse(draft.data) };
}

/**
 * Reads an event that arrived: envelope first, then the data by the schema of its type. Unknown fields are dropped.
 *
 * @refuses ENVELOPE_INVALID when the envelope has faults, or names another service than the owner of the type
 * @refuses EVENT_TYPE_UNKNOWN when no contract bears this name
 * @refuses EVENT_DATA_INVALID when the data does not fit its schema; `issues` has one line per fault
 */
export function parseEvent(input: unknown): Outcome<HallEvent> {
  const outcome = parseEnvelope(input);
  if (isRefused(outcome)) return outcome;
  const envelope = outcome.value;
  const { id, type } = envelope;
  if (!isEventType(type)) return refuse({ code: 'EVENT_TYPE_UNKNOWN', details: { id, type } });
  const { owner, schema } = eventContract(type);
  if (envelope.source !== `/${owner}`) {
    return refuse({ code: 'ENVELOPE_INVALID', details: { id, type, issues: [`source: not /${owner}`] } });
  }
  const parsed = schema.safeParse(envelope.data);
  if (!parsed.success)
    return refuse({ code: 'EVENT_DATA_INVALID', details: { id, type, issues: issuesOf(parsed.error) } });
  return done({ ...envelope, type, data: parsed.data } as HallEvent);
}
