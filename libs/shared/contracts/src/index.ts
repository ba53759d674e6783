export { caseStatus, contactChannel, handlingType } from './cases.events';
export { complaintChannel, complaintGround, complaintStatus, finding, timeClass } from './complaints.events';
export { parseEnvelope } from './envelope';
export type { Envelope } from './envelope';
export { createEvent, parseEvent } from './event';
export type { EventDraft, EventOf, HallEvent } from './event';
export { eventContract, eventTypes, isEventType, streams } from './registry';
export type { EventContract, EventData, EventService, EventType, StreamName } from './registry';
export { postRole, staffRole, windowStatus } from './staffing.events';
