import { z } from 'zod';
import { date, instant, openCode, text, timeOfDay, uuid } from './fields';

/*
 * The class in brackets after each field is its personal-data class: (none) says nothing about a person, (internal) is
 * about a member of the hall's own staff at work. Nothing about applicants or complainants is ever in an event.
 */

/** What a window can be in (窗口状态). */
const windowStatus = z.enum(['CLOSED', 'PREPARING', 'OPEN', 'SUSPENDED']);

/** Roles that the hall's own people can have. */
const staffRole = z.enum(['OFFICER', 'DESK_OFFICER', 'SECTION_HEAD', 'CENTRE_LEADER', 'CENTRE_OFFICE', 'ADMIN']);

/** How a person holds a post: A岗, B岗 or 临时顶岗. */
const postRole = z.enum(['LEAD', 'DEPUTY', 'TEMPORARY']);

const hallRegistered = z.object({
  /** Code of the hall, the same as in the envelope (none). */
  hallCode: text,
  /** Name of the hall as people know it (none). */
  name: text,
  /** IANA time zone of every civil date and time of day of this hall (none). */
  timeZone: text,
  /** Opening sessions of a working day in local time, in order, each half-open (none). */
  sessions: z.array(z.object({ from: timeOfDay, to: timeOfDay })).min(1),
});

const departmentRegistered = z.object({
  /** The department (none). */
  departmentId: uuid,
  /** Its code in the hall (none). */
  code: text,
  /** Its name (none). */
  name: text,
  /** The staff member who heads it; null while nobody is named (internal). */
  headId: uuid.nullable(),
});

const windowRegistered = z.object({
  /** The window (none). */
  windowId: uuid,
  /** Number on its sign (none). */
  number: text,
  /** Name on its sign (none). */
  name: text,
  /** The department that runs it (none). */
  departmentId: uuid,
});

const windowStatusChanged = z.object({
  /** The window (none). */
  windowId: uuid,
  /** What it is in from `at` on (none). */
  status: windowStatus,
  /** When it changed (none). */
  at: instant,
});

const staffRegistered = z.object({
  /** The member of staff (internal). */
  staffId: uuid,
  /** Sign-in account, the `sub` of the identity provider (internal). */
  account: text,
  /** Number on the badge (internal). */
  badgeNumber: text,
  /** Name as the window shows it to every visitor (S1.4a): work data, not private data (internal). */
  name: text,
  /** The department the person belongs to (none). */
  departmentId: uuid,
  /** Roles in the hall (internal). */
  roles: z.array(staffRole),
});

const postRegistered = z.object({
  /** The post (none). */
  postId: uuid,
  /** Its code in the hall (none). */
  code: text,
  /** Its name (none). */
  name: text,
  /** The window it stands at (none). */
  windowId: uuid,
  /** Its published duties, in order (none). */
  duties: z.array(text),
  /** A岗: the principal handler (internal). */
  leadId: uuid,
  /** B岗: the assisting handler, always another person (S5.1b) (internal). */
  deputyId: uuid,
});

const postAuthorityChanged = z.object({
  /** The post (none). */
  postId: uuid,
  /** The window it stands at (none). */
  windowId: uuid,
  /** Who holds the post's authority from `at` on; null when nobody does (internal). */
  holder: z
    .object({
      /** The holder (internal). */
      staffId: uuid,
      /** How the post is held (none). */
      role: postRole,
      /** Whose powers a deputy or temporary holder uses (S5.4b); null for the lead (internal). */
      actingForId: uuid.nullable(),
      /** The cover under which a deputy or temporary holder acts; null for the lead (none). */
      coverId: uuid.nullable(),
      /** Since when without interruption (none). */
      since: instant,
    })
    .nullable(),
  /** Who held it before; null when nobody did (internal). */
  previousHolderId: uuid.nullable(),
  /** Why it moved, for example `REPORTED_ABSENCE` (internal). */
  cause: openCode,
  /** When it moved (none). */
  at: instant,
});

const calendarYearPublished = z.object({
  /** The year; each hall takes a notice over for itself (none). */
  year: z.int().min(2004).max(9999),
  /** Number of the notice that it comes from (none). */
  noticeReference: text,
  /** Days off, in order; weekend days may be among them (none). */
  offDays: z.array(date),
  /** Weekend days that are worked, in order (none). */
  makeUpDays: z.array(date),
  /** When the hall published it; it is in force from then on (none). */
  publishedAt: instant,
  /** Whether another arrangement of this year had been announced before: a correction (none). */
  replaces: z.boolean(),
  /** Which publication of this year in this hall it is, from 1; a reader keeps the highest (none). */
  revision: z.int().positive(),
});

const conductChanged = z.object({
  /** The record of conduct (none). */
  recordId: uuid,
  /** Whom it is about (internal). */
  staffId: uuid,
  /** The clause that is said to be broken (none). */
  clause: text,
  /** SYSTEM, INSPECTION, COMPLAINT or SELF_CHECK (none). */
  source: openCode,
  /** RECORDED, STATEMENT_GIVEN, DECIDED, APPEALED, UPHELD or OVERTURNED (none). */
  status: openCode,
  /** When it happened (none). */
  occurredAt: instant,
  /** Whether it was upheld; null before the decision (internal). */
  upheld: z.boolean().nullable(),
  /** What it costs, of a hundred points a month; null before the decision (internal). */
  points: z.int().nonnegative().nullable(),
});

/** Facts that staffing states, by type. */
export const staffingEvents = {
  'hall.staffing.hall.registered.v1': { aggregateType: 'Hall', dataClass: 'none', schema: hallRegistered },
  'hall.staffing.department.registered.v1': {
    aggregateType: 'Department',
    dataClass: 'internal',
    schema: departmentRegistered,
  },
  'hall.staffing.window.registered.v1': { aggregateType: 'ServiceWindow', dataClass: 'none', schema: windowRegistered },
  'hall.staffing.window.status-changed.v1': {
    aggregateType: 'ServiceWindow',
    dataClass: 'none',
    schema: windowStatusChanged,
  },
  'hall.staffing.staff.registered.v1': { aggregateType: 'Staff', dataClass: 'internal', schema: staffRegistered },
  'hall.staffing.post.registered.v1': { aggregateType: 'Post', dataClass: 'internal', schema: postRegistered },
  'hall.staffing.post.authority-changed.v1': {
    aggregateType: 'Post',
    dataClass: 'internal',
    schema: postAuthorityChanged,
  },
  'hall.staffing.calendar-year.published.v1': {
    aggregateType: 'CalendarYear',
    dataClass: 'none',
    schema: calendarYearPublished,
  },
  'hall.staffing.conduct.changed.v1': { aggregateType: 'Conduct', dataClass: 'internal', schema: conductChanged },
} as const;
