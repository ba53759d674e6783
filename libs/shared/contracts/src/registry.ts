import type { z } from 'zod';
import { casesEvents } from './cases.events';
import { complaintsEvents } from './complaints.events';
import { staffingEvents } from './staffing.events';

const definitions = { ...staffingEvents, ...casesEvents, ...complaintsEvents };

/** Name and version of every fact that may cross the border of a service. */
export type EventType = keyof typeof definitions;

/** What an event of this type carries. */
export type EventData<T extends EventType> = z.infer<(typeof definitions)[T]['schema']>;

/** A service that states facts. */
export type EventService = 'staffing' | 'cases' | 'complaints';

/** The stream that keeps what one service states. */
export type StreamName = Uppercase<EventService>;

/** Everything known about one event type. */
export interface EventContract<T extends EventType = EventType> {
  readonly type: T;
  /** Where it is published; always the type itself. */
  readonly subject: T;
  readonly stream: StreamName;
  /** The only service that may publish it. */
  readonly owner: EventService;
  readonly version: number;
  /** Name of the schema, a URN. */
  readonly dataschema: string;
  readonly aggregateType: string;
  readonly dataClass: 'none' | 'internal';
  readonly schema: z.ZodType<EventData<T>>;
}

/** The streams and what each of them keeps. */
export const streams: Readonly<
  Record<StreamName, { readonly owner: EventService; readonly subjects: readonly [string] }>
> = {
  STAFFING: { owner: 'staffing', subjects: ['hall.staffing.>'] },
  CASES: { owner: 'cases', subjects: ['hall.cases.>'] },
  COMPLAINTS: { owner: 'complaints', subjects: ['hall.complaints.>'] },
};

/** Every event type, in the order of its service's file. */
export const eventTypes = Object.keys(definitions) as readonly EventType[];

const registry = new Map(eventTypes.map((type) => [type, contractOf(type)]));

/** The contract of a known event type. */
export function eventContract<T extends EventType>(type: T): EventContract<T> {
  return registry.get(type) as unknown as EventContract<T>;
}

/** Whether the text names a known event type. */
export function isEventType(text: string): text is EventType {
  return registry.has(text as EventType);
}

function contractOf(type: EventType): EventContract {
  const [, owner, , , version] = type.split('.') as [string, EventService, string, string, string];
  const { aggregateType, dataClass, schema } = definitions[type];
  return {
    type,
    subject: type,
    stream: owner.toUpperCase() as StreamName,
    owner,
    version: Number(version.slice(1)),
    dataschema: `urn:hall:schema:${type}`,
    aggregateType,
    dataClass,
    schema: schema as z.ZodType<EventData<EventType>>,
  };
}
