import { z } from 'zod';
import { date, instant, openCode, text, uuid } from './fields';

/*
 * The class in brackets after each field is its personal-data class: (none) says nothing about a person, (internal) is
 * about a member of the hall's own staff at work. The applicant, the papers and every free text stay in the service.
 */

/** 即办件, 承诺件, 联办件. */
export const handlingType = z.enum(['INSTANT', 'PROMISED', 'JOINT']);

/** How a contact reached the hall. */
export const contactChannel = z.enum(['WINDOW', 'PHONE', 'LETTER', 'ONLINE']);

/** Where a case stands. */
export const caseStatus = z.enum([
  'AWAITING_CORRECTION',
  'ACCEPTED',
  'IN_PROGRESS',
  'DECIDED',
  'COMPLETED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
  'RETURNED',
]);

const serviceItemPublished = z.object({
  /** The service item (none). */
  itemId: uuid,
  /** Its code in the catalogue (none). */
  code: text,
  /** Its name (none). */
  name: text,
  /** The department that is competent for it (none). */
  departmentId: uuid,
  /** Number of the version that is in force now, from 1 (none). */
  versionNumber: z.int().positive(),
  /** How it is handled (none). */
  handlingType,
  /** Windows that offer it; empty means every window of its department (none). */
  windowIds: z.array(uuid),
});

const contactRecorded = z.object({
  /** The contact (none). */
  contactId: uuid,
  /** The window it came to; null when it did not come to a window (none). */
  windowId: uuid.nullable(),
  /** How it reached the hall (none). */
  channel: contactChannel,
  /** The first person who replied, answerable for the contact (S2.1a) (internal). */
  firstOfficerId: uuid,
  /** Who answers for it now (internal). */
  ownerId: uuid,
  /** When it reached the hall (none). */
  receivedAt: instant,
});

/** The whole public state of a case after the fact: enough to keep a read model without asking. */
const caseSnapshot = z.object({
  /** The case (none). */
  caseId: uuid,
  /** Number on the slip, unique in the hall (none). */
  number: text,
  /** The service item (none). */
  itemId: uuid,
  /** Its code (none). */
  itemCode: text,
  /** The version of the item that this case keeps (none). */
  itemVersion: z.int().positive(),
  /** How it is handled (none). */
  handlingType,
  /** The department that is competent for it (none). */
  departmentId: uuid,
  /** The one window the applicant deals with (S2.3c) (none). */
  windowId: uuid,
  /** The post that handles it (none). */
  postId: uuid,
  /** The first contact it came from; null when there was none (none). */
  contactId: uuid.nullable(),
  /** Where it stands (none). */
  status: caseStatus,
  /** Who accepted it (internal). */
  acceptedById: uuid,
  /** The one person who answers for it now (internal). */
  responsibleId: uuid,
  /** When it was accepted (none). */
  acceptedAt: instant,
  /** The day promised on the slip; null while it cannot be known (none). */
  dueOn: date.nullable(),
  /** The instant at which the promise is broken; null while it cannot be known (none). */
  dueAt: instant.nullable(),
  /** Everybody who has acted on it, in order of the first act (internal). */
  handlerIds: z.array(uuid),
  /** The decision, without its grounds; null before it (none). */
  decision: z
    .object({
      /** Whether the application was granted (none). */
      approved: z.boolean(),
      /** When (none). */
      decidedAt: instant,
      /** By whom (internal). */
      decidedById: uuid,
    })
    .nullable(),
  /** How the result was handed over; null before (none). */
  delivery: z
    .object({
      /** At which window (S3.4c) (none). */
      windowId: uuid,
      /** When (none). */
      deliveredAt: instant,
      /** By whom (internal). */
      deliveredById: uuid,
    })
    .nullable(),
});

const caseResponsibleChanged = caseSnapshot.extend({
  /** Who answered for it until now (internal). */
  previousResponsibleId: uuid,
  /** Why it moved, for example the cause of a change of authority (internal). */
  cause: openCode,
});

/** Facts that cases states, by type. */
export const casesEvents = {
  'hall.cases.service-item.published.v1': {
    aggregateType: 'ServiceItem',
    dataClass: 'none',
    schema: serviceItemPublished,
  },
  'hall.cases.contact.recorded.v1': { aggregateType: 'Contact', dataClass: 'internal', schema: contactRecorded },
  'hall.cases.case.accepted.v1': { aggregateType: 'Case', dataClass: 'internal', schema: caseSnapshot },
  'hall.cases.case.responsible-changed.v1': {
    aggregateType: 'Case',
    dataClass: 'internal',
    schema: caseResponsibleChanged,
  },
  'hall.cases.case.decided.v1': { aggregateType: 'Case', dataClass: 'internal', schema: caseSnapshot },
  'hall.cases.case.completed.v1': { aggregateType: 'Case', dataClass: 'internal', schema: caseSnapshot },
} as const;
