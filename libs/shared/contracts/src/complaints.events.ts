import { z } from 'zod';
import { deadlineLevelReached, deadlineMoved } from './deadline.events';
import { instant, text, uuid } from './fields';

/*
 * The class in brackets after each field is its personal-data class: (none) says nothing about a person, (internal) is
 * about a member of the hall's own staff at work. Who complains, and what was written, stays in the service.
 */

/** How a complaint reached the desk (S6.5.1). */
const complaintChannel = z.enum(['PHONE', 'LETTER', 'VISIT', 'ONLINE', 'PARTNER']);

/** The seven grounds g1–g7 (S6.3b). */
export const complaintGround = z.enum([
  'IMPROPER_GAIN_OR_CHARGE',
  'NOT_TOLD_ONCE',
  'DISCOURTESY',
  'SHIRKING_OR_ABSENCE',
  'LOST_MATERIALS',
  'UNLAWFUL_OR_OVERDUE',
  'OTHER',
]);

/** How fast a complaint must be handled (S6.5.2, A-29). */
const timeClass = z.enum(['ON_THE_SPOT', 'ORDINARY', 'COMPLEX', 'URGENT']);

/** Where a complaint stands. */
const complaintStatus = z.enum([
  'REGISTERED',
  'CLASSIFIED',
  'INVESTIGATING',
  'ESCALATED',
  'ORDERED',
  'DECIDED',
  'FED_BACK',
  'CLOSED',
  'DECLINED',
  'WITHDRAWN',
]);

/** What was found out. */
const finding = z.enum(['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UNVERIFIABLE']);

/** The whole state of a complaint after the fact, without the complainant. */
const complaintSnapshot = z.object({
  /** The complaint (none). */
  complaintId: uuid,
  /** Number in the register, unique in the hall (none). */
  number: text,
  /** How it reached the desk (none). */
  channel: complaintChannel,
  /** When it reached the desk; every term counts from here (none). */
  receivedAt: instant,
  /** The window it is about; null when unclear (none). */
  windowId: uuid.nullable(),
  /** The member of staff it is about; null when nobody is named. Must never reach that person (internal). */
  respondentId: uuid.nullable(),
  /** The case it is about; null when there is none (none). */
  caseId: uuid.nullable(),
  /** Its grounds; empty before classification when the complainant named none (none). */
  grounds: z.array(complaintGround),
  /** Its time class; null before classification (none). */
  timeClass: timeClass.nullable(),
  /** Where it stands (none). */
  status: complaintStatus,
  /** Who answers for it now (internal). */
  ownerId: uuid,
  /** When it must be settled; null while its term is paused or over (none). */
  dueAt: instant.nullable(),
  /** What was found out; null before the decision (internal). */
  finding: finding.nullable(),
});

const definition = { aggregateType: 'Complaint', dataClass: 'internal', schema: complaintSnapshot } as const;

/** Facts that complaints states, by type. */
export const complaintsEvents = {
  'hall.complaints.complaint.registered.v1': definition,
  'hall.complaints.complaint.classified.v1': definition,
  'hall.complaints.complaint.decided.v1': definition,
  'hall.complaints.complaint.fed-back.v1': definition,
  'hall.complaints.complaint.closed.v1': definition,
  /** A calendar change has moved its day. */
  'hall.complaints.complaint.moved.v1': definition,
  'hall.complaints.deadline.level-reached.v1': deadlineLevelReached,
  'hall.complaints.deadline.moved.v1': deadlineMoved,
} as const;
