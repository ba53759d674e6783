import { z } from 'zod';
import { instant, openCode, text, uuid } from './fields';

/*
 * Every service states its deadlines in the same words. The class in brackets after each field is its personal-data class,
 * as in the files of the services.
 */

const deadline = z.object({
  /** The deadline; that of a whole thing has the id of the thing (none). */
  deadlineId: uuid,
  /** Which duty is meant: CASE, STEP, JOINT_TASK, CHECK, CORRECTION, MAJOR_MATTER, RATING, COMPLAINT (none). */
  subject: openCode,
  /** What kind of thing it hangs on: CASE, MAJOR_MATTER, RATING, COMPLAINT (none). */
  ownerKind: openCode,
  /** The thing it hangs on (none). */
  ownerId: uuid,
  /** Who answers for that thing at this instant (internal). */
  answerableId: uuid,
});

/** A deadline has reached a level of warning or escalation. */
export const deadlineLevelReached = {
  aggregateType: 'Deadline',
  dataClass: 'internal',
  schema: deadline.extend({
    /** AMBER, RED, BREACHED, SECTION_HEAD or CENTRE_LEADER (none). */
    level: openCode,
    /** The instant from which it was to be notified (none). */
    at: instant,
    /** The instant at which it is or was due (none). */
    dueAt: instant.nullable(),
  }),
} as const;

/** News that came late says that somebody else answered when a level was reached. */
export const deadlineLevelCorrected = {
  aggregateType: 'Deadline',
  dataClass: 'internal',
  schema: deadline.extend({
    /** The level (none). */
    level: openCode,
    /** The instant from which it was to be notified (none). */
    at: instant,
    /** To whom it was charged until now; who answered then is `answerableId` (internal). */
    previousId: uuid,
  }),
} as const;

/** A calendar change has moved a due date. */
export const deadlineMoved = {
  aggregateType: 'Deadline',
  dataClass: 'internal',
  schema: deadline.extend({
    /** When it was due under the calendar before (none). */
    dueBefore: instant.nullable(),
    /** When it is due now (none). */
    dueAfter: instant.nullable(),
    /** Which calendar took the place of which (none). */
    reason: text,
  }),
} as const;
