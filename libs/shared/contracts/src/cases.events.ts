import { z } from 'zod';
import { deadlineLevelCorrected, deadlineLevelReached, deadlineMoved } from './deadline.events';
import { date, instant, openCode, text, uuid } from './fields';

/*
 * The class in brackets after each field is its personal-data class: (none) says nothing about a person, (internal) is
 * about a member of the hall's own staff at work. The applicant, the papers and every free text stay in the service.
 */

/** 即办件, 承诺件, 联办件. */
const handlingType = z.enum(['INSTANT', 'PROMISED', 'JOINT']);

/** How a contact reached the hall. */
const contactChannel = z.enum(['WINDOW', 'PHONE', 'LETTER', 'ONLINE']);

/** Where a case stands. */
const caseStatus = z.enum([
  'RECEIVED',
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
  /** Who accepted it; null before (internal). */
  acceptedById: uuid.nullable(),
  /** The one person who answers for it now (internal). */
  responsibleId: uuid,
  /** When it was accepted; null before (none). */
  acceptedAt: instant.nullable(),
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

/** Version 1, without the steps, is no longer published; streams still keep it. */
const caseDecided = caseSnapshot.extend({
  /** Steps that were not passed on and ended with the decision (S2.3b). */
  closedSteps: z.array(
    z.object({
      /** The step (none). */
      stepId: uuid,
      /** Its place among the steps of the case, from 1 (none). */
      place: z.int().positive(),
      /** What the published procedure calls it (none). */
      name: text,
    }),
  ),
});

const caseChanged = caseSnapshot.extend({
  /** What has happened, for example WITHDRAWN (none). The name stays: another would be a version 2 of an event that streams keep. */
  turn: openCode,
  /** The clause that it follows from (none). */
  clause: text.nullable(),
});

const serviceItemRetired = z.object({
  /** The service item (none). */
  itemId: uuid,
  /** Its code in the catalogue (none). */
  code: text,
  /** Why it is no longer offered (none). */
  reason: text,
});

const contactChanged = contactRecorded.extend({
  /** What has happened, for example REFERRAL_RETURNED (none). */
  turn: openCode,
  /** How it ended: ANSWERED, SERVED, ACCEPTED or REFERRED; null while it is open (none). */
  outcome: openCode.nullable(),
  /** How often it was referred; more than once is passing the buck (S1.2e) (none). */
  referralCount: z.int().nonnegative(),
  /** The referral it is about; null when it is about none (none). */
  referralId: uuid.nullable(),
  /** The window it was referred to (none). */
  toWindowId: uuid.nullable(),
});

const guidesRanOut = z.object({
  /** The window at which no printed guide is left (none). */
  windowId: uuid,
  /** The item whose guide it is (none). */
  itemId: uuid,
  /** Who has to see that there are always some (internal). */
  ownerId: uuid,
  /** Since when there are none (none). */
  at: instant,
});

const referralIgnored = z.object({
  /** The referral that nobody took in time (none). */
  referralId: uuid,
  /** The contact (none). */
  contactId: uuid,
  /** The window that did not take it (none). */
  toWindowId: uuid,
  /** Who offered it, and still answers for the contact (internal). */
  offeredById: uuid,
  /** Who was on duty at that window and did not take it (internal). */
  ignoredById: uuid,
  /** The instant from which it was late (none). */
  at: instant,
});

/** Published until deadlines became a thing of every service; still read from streams that keep it. */
const rungReached = z.object({
  /** The term (none). */
  termId: uuid,
  /** What the term is about: CASE, STEP, JOINT_TASK, CHECK, CORRECTION, MAJOR_MATTER, RATING (none). */
  subject: openCode,
  /** The case it belongs to; null when it belongs to none (none). */
  caseId: uuid.nullable(),
  /** AMBER, RED, BREACHED, SECTION_HEAD or CENTRE_LEADER (none). */
  rung: openCode,
  /** The instant from which it was to be told (none). */
  at: instant,
  /** The instant at which the term is or was due (none). */
  dueAt: instant.nullable(),
  /** Who is held to the term (internal). */
  responsibleId: uuid,
});

/** Published until deadlines became a thing of every service; still read from streams that keep it. */
const termMoved = z.object({
  /** The term (none). */
  termId: uuid,
  /** What the term is about (none). */
  subject: openCode,
  /** The case it belongs to; null when it belongs to none (none). */
  caseId: uuid.nullable(),
  /** When it was due under the calendar before (none). */
  dueBefore: instant.nullable(),
  /** When it is due now (none). */
  dueAfter: instant.nullable(),
  /** Which calendar took the place of which (none). */
  reason: text,
  /** Who is held to the term (internal). */
  responsibleId: uuid,
});

const noticeRuleBroken = z.object({
  /** The case (none). */
  caseId: uuid,
  /** Number of the notice that had to follow (none). */
  noticeNumber: text,
  /** Who signed the first notice, else who accepted the application: what was left out is theirs (internal). */
  signedById: uuid,
});

const applicantRevealed = z.object({
  /** The case whose applicant was looked at (none). */
  caseId: uuid,
  /** Who looked (internal). */
  officerId: uuid,
});

const majorMatter = z.object({
  /** The matter (none). */
  matterId: uuid,
  /** What kind it is (A-02) (none). */
  kind: openCode,
  /** The case it is about; null when it is about none (none). */
  caseId: uuid.nullable(),
  /** Who reported it (internal). */
  reportedById: uuid,
  /** When (none). */
  reportedAt: instant,
  /** Whether that was on the day on which it happened (none). */
  reportedInTime: z.boolean(),
  /** Who answered; null before (internal). */
  answeredById: uuid.nullable(),
  /** When; null before (none). */
  answeredAt: instant.nullable(),
});

const rating = z.object({
  /** The rating (none). */
  ratingId: uuid,
  /** CONTACT: how a visitor was received; CASE: how a matter was handled (none). */
  subject: openCode,
  /** The contact or case (none). */
  subjectId: uuid,
  /** The window; null for a call (none). */
  windowId: uuid.nullable(),
  /** Whose service it was (internal). */
  staffId: uuid,
  /** From 5 very satisfied to 1 very dissatisfied (none). */
  level: z.int().min(1).max(5),
  /** When it was given (none). */
  ratedAt: instant,
  /** CONFIRMED or NOT_CONFIRMED; null before it was looked into (none). */
  finding: openCode.nullable(),
  /** When it was answered; null before (none). */
  answeredAt: instant.nullable(),
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
  'hall.cases.case.decided.v2': { aggregateType: 'Case', dataClass: 'internal', schema: caseDecided },
  'hall.cases.case.completed.v1': { aggregateType: 'Case', dataClass: 'internal', schema: caseSnapshot },
  'hall.cases.case.changed.v1': { aggregateType: 'Case', dataClass: 'internal', schema: caseChanged },
  'hall.cases.notice.rule-broken.v1': { aggregateType: 'Notice', dataClass: 'internal', schema: noticeRuleBroken },
  'hall.cases.service-item.retired.v1': { aggregateType: 'ServiceItem', dataClass: 'none', schema: serviceItemRetired },
  'hall.cases.contact.changed.v1': { aggregateType: 'Contact', dataClass: 'internal', schema: contactChanged },
  'hall.cases.guides.ran-out.v1': { aggregateType: 'GuideStock', dataClass: 'internal', schema: guidesRanOut },
  'hall.cases.referral.ignored.v1': { aggregateType: 'Referral', dataClass: 'internal', schema: referralIgnored },
  'hall.cases.commitment.rung-reached.v1': { aggregateType: 'Commitment', dataClass: 'internal', schema: rungReached },
  'hall.cases.commitment.moved.v1': { aggregateType: 'Commitment', dataClass: 'internal', schema: termMoved },
  'hall.cases.deadline.level-reached.v1': deadlineLevelReached,
  'hall.cases.deadline.level-corrected.v1': deadlineLevelCorrected,
  'hall.cases.deadline.moved.v1': deadlineMoved,
  'hall.cases.applicant.revealed.v1': { aggregateType: 'Applicant', dataClass: 'internal', schema: applicantRevealed },
  'hall.cases.major-matter.reported.v1': { aggregateType: 'MajorMatter', dataClass: 'internal', schema: majorMatter },
  'hall.cases.major-matter.answered.v1': { aggregateType: 'MajorMatter', dataClass: 'internal', schema: majorMatter },
  'hall.cases.rating.given.v1': { aggregateType: 'Rating', dataClass: 'internal', schema: rating },
  'hall.cases.rating.answered.v1': { aggregateType: 'Rating', dataClass: 'internal', schema: rating },
} as const;
