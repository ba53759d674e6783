export type { Envelope } from './envelope';
export { expectedErrorCodes } from './error-codes';
export { createEvent, parseEvent } from './event';
export type { EventOf, HallEvent } from './event';
export { eventContract, eventTypes, streams } from './registry';
export type { EventData, EventService, EventType, StreamName } from './registry';
export * from './regulation';
