// Generated from the migrated database and column-types.json: npm run fix:rows

import { table } from '@hall/platform/postgres';
import type { ComplaintActionKind, ComplaintChannel, ComplaintGround, ComplaintStatus, Feedback, Finding, TimeClass } from '../domain/register/complaint';
import type { PlainDate } from '@hall/kernel';
import type { Json } from '@hall/platform/postgres';

/** A row of `complainants`. */
export type ComplainantsRow = Readonly<{
  complaint_id: string; hall_code: string; name_sealed: string; phone_sealed: string | null;
}>;

/** A row of `complaint_actions`. */
export type ComplaintActionsRow = Readonly<{
  at: Date; clause: string | null; complaint_id: string; hall_code: string; kind: ComplaintActionKind;
  note: string | null; officer_id: string | null; sequence: number;
}>;

/** A row of `complaint_states`. */
export type ComplaintStatesRow = Readonly<{
  at: Date; complaint_id: string; department_id: string | null; due_at: Date | null; fed_back: boolean;
  finding: string | null; grounds: readonly string[]; hall_code: string; sequence: number; status: string;
  time_class: string | null; window_id: string | null;
}>;

/** A row of `complaints`. */
export type ComplaintsRow = Readonly<{
  anonymous: boolean; case_id: string | null; channel: ComplaintChannel; closed_at: Date | null;
  concerned_ids: readonly string[]; due_at: Date | null; feedback: Json<Feedback> | null; finding: Finding | null;
  grounds: readonly ComplaintGround[]; hall_code: string; id: string; number: string; opinion: string | null;
  owner_id: string; received_at: Date; registered_by: string; respondent_id: string | null; status: ComplaintStatus;
  summary: string; time_class: TimeClass | null; version: number; window_id: string | null;
}>;

/** A row of `dead_letters`. */
export type DeadLettersRow = Readonly<{
  attempts: number; consumer: string; died_at: Date; id: string; payload: string; reason: string;
  replayed_at: Date | null; subject: string;
}>;

/** A row of `deadline_events`. */
export type DeadlineEventsRow = Readonly<{
  at: Date; deadline_id: string; details: unknown; hall_code: string; kind: string; sequence: number;
}>;

/** A row of `deadline_levels`. */
export type DeadlineLevelsRow = Readonly<{
  answerable_id: string; at: Date; deadline_id: string; hall_code: string;
  level: 'AMBER' | 'RED' | 'BREACHED' | 'SECTION_HEAD' | 'CENTRE_LEADER'; notified_at: Date; promise: number;
}>;

/** A row of `deadline_moves`. */
export type DeadlineMovesRow = Readonly<{
  at: Date; calendar_version: string; deadline_id: string; due_after: Date | null; due_before: Date | null;
  hall_code: string; id: string; reason: string;
}>;

/** A row of `deadlines`. */
export type DeadlinesRow = Readonly<{
  calendar_version: string; due_at: Date | null; hall_code: string; id: string; is_open: boolean; ladder: string;
  next_level_at: Date | null; notified: readonly string[]; owner_id: string; owner_kind: string;
  provisional: boolean; subject: string;
}>;

/** A row of `hall_calendars`. */
export type HallCalendarsRow = Readonly<{
  hall_code: string; version: string;
}>;

/** A row of `idempotency_keys`. */
export type IdempotencyKeysRow = Readonly<{
  actor: string; created_at: Date; hall_code: string; key: string; operation: string; request_hash: string;
  result: unknown;
}>;

/** A row of `inbox`. */
export type InboxRow = Readonly<{
  consumer: string; event_id: string; received_at: Date;
}>;

/** A row of `known_calendar_years`. */
export type KnownCalendarYearsRow = Readonly<{
  hall_code: string; make_up_days: readonly PlainDate[]; notice_reference: string; off_days: readonly PlainDate[];
  published_at: Date; revision: number; year: number;
}>;

/** A row of `known_cases`. */
export type KnownCasesRow = Readonly<{
  department_id: string; hall_code: string; handler_ids: readonly string[]; id: string; number: string;
  sequence: string; window_id: string;
}>;

/** A row of `known_departments`. */
export type KnownDepartmentsRow = Readonly<{
  code: string; hall_code: string; id: string; name: string; sequence: string;
}>;

/** A row of `known_halls`. */
export type KnownHallsRow = Readonly<{
  hall_code: string; name: string; sequence: string; sessions: unknown;
}>;

/** A row of `known_posts`. */
export type KnownPostsRow = Readonly<{
  acting_for_id: string | null; cover_id: string | null; hall_code: string; holder_id: string | null;
  holder_role: string | null; id: string; sequence: string; window_id: string;
}>;

/** A row of `known_staff`. */
export type KnownStaffRow = Readonly<{
  account: string; badge_number: string | null; department_id: string; hall_code: string; id: string;
  name: string | null; roles: readonly string[]; sequence: string;
}>;

/** A row of `known_windows`. */
export type KnownWindowsRow = Readonly<{
  department_id: string; hall_code: string; id: string; name: string; number: string; sequence: string;
}>;

/** A row of `outbox`. */
export type OutboxRow = Readonly<{
  aggregate_id: string; attempts: number; envelope: unknown; event_id: string; hall_code: string; id: string;
  last_error: string | null; occurred_at: Date; publications: number; published_at: Date | null; sequence: string;
  type: string;
}>;

/** The tables of complaints. */
export const tables = {
  complainants: table<ComplainantsRow, 'hall_code' | 'complaint_id', never>('complainants', 'hall_code, complaint_id',
    'complaint_id uuid, hall_code text, name_sealed text, phone_sealed text'),
  complaintActions: table<ComplaintActionsRow, 'hall_code' | 'complaint_id' | 'sequence', never>('complaint_actions', 'hall_code, complaint_id, sequence',
    'at timestamp with time zone, clause text, complaint_id uuid, hall_code text, kind text, note text, officer_id uuid, sequence integer'),
  complaintStates: table<ComplaintStatesRow, 'hall_code' | 'complaint_id' | 'sequence', never>('complaint_states', 'hall_code, complaint_id, sequence',
    'at timestamp with time zone, complaint_id uuid, department_id uuid, due_at timestamp with time zone, fed_back boolean, finding text, grounds text[], hall_code text, sequence integer, status text, time_class text, window_id uuid'),
  complaints: table<ComplaintsRow, 'hall_code' | 'id', never>('complaints', 'hall_code, id',
    'anonymous boolean, case_id uuid, channel text, closed_at timestamp with time zone, concerned_ids uuid[], due_at timestamp with time zone, feedback jsonb, finding text, grounds text[], hall_code text, id uuid, number text, opinion text, owner_id uuid, received_at timestamp with time zone, registered_by text, respondent_id uuid, status text, summary text, time_class text, version integer, window_id uuid'),
  deadLetters: table<DeadLettersRow, 'id', 'died_at' | 'id'>('dead_letters', 'id',
    'attempts integer, consumer text, died_at timestamp with time zone, id bigint, payload text, reason text, replayed_at timestamp with time zone, subject text'),
  deadlineEvents: table<DeadlineEventsRow, 'hall_code' | 'deadline_id' | 'sequence', never>('deadline_events', 'hall_code, deadline_id, sequence',
    'at timestamp with time zone, deadline_id uuid, details jsonb, hall_code text, kind text, sequence integer'),
  deadlineLevels: table<DeadlineLevelsRow, 'hall_code' | 'deadline_id' | 'promise' | 'level', never>('deadline_levels', 'hall_code, deadline_id, promise, level',
    'answerable_id uuid, at timestamp with time zone, deadline_id uuid, hall_code text, level text, notified_at timestamp with time zone, promise integer'),
  deadlineMoves: table<DeadlineMovesRow, 'hall_code' | 'deadline_id' | 'id', 'id'>('deadline_moves', 'hall_code, deadline_id, id',
    'at timestamp with time zone, calendar_version text, deadline_id uuid, due_after timestamp with time zone, due_before timestamp with time zone, hall_code text, id bigint, reason text'),
  deadlines: table<DeadlinesRow, 'hall_code' | 'id', 'ladder' | 'notified'>('deadlines', 'hall_code, id',
    'calendar_version text, due_at timestamp with time zone, hall_code text, id uuid, is_open boolean, ladder text, next_level_at timestamp with time zone, notified text[], owner_id uuid, owner_kind text, provisional boolean, subject text'),
  hallCalendars: table<HallCalendarsRow, 'hall_code', never>('hall_calendars', 'hall_code',
    'hall_code text, version text'),
  idempotencyKeys: table<IdempotencyKeysRow, 'hall_code' | 'actor' | 'operation' | 'key', 'created_at'>('idempotency_keys', 'hall_code, actor, operation, key',
    'actor text, created_at timestamp with time zone, hall_code text, key text, operation text, request_hash text, result jsonb'),
  inbox: table<InboxRow, 'consumer' | 'event_id', 'received_at'>('inbox', 'consumer, event_id',
    'consumer text, event_id uuid, received_at timestamp with time zone'),
  knownCalendarYears: table<KnownCalendarYearsRow, 'hall_code' | 'year', never>('known_calendar_years', 'hall_code, year',
    'hall_code text, make_up_days date[], notice_reference text, off_days date[], published_at timestamp with time zone, revision integer, year integer'),
  knownCases: table<KnownCasesRow, 'hall_code' | 'id', never>('known_cases', 'hall_code, id',
    'department_id uuid, hall_code text, handler_ids uuid[], id uuid, number text, sequence bigint, window_id uuid'),
  knownDepartments: table<KnownDepartmentsRow, 'hall_code' | 'id', never>('known_departments', 'hall_code, id',
    'code text, hall_code text, id uuid, name text, sequence bigint'),
  knownHalls: table<KnownHallsRow, 'hall_code', never>('known_halls', 'hall_code',
    'hall_code text, name text, sequence bigint, sessions jsonb'),
  knownPosts: table<KnownPostsRow, 'hall_code' | 'id', never>('known_posts', 'hall_code, id',
    'acting_for_id uuid, cover_id uuid, hall_code text, holder_id uuid, holder_role text, id uuid, sequence bigint, window_id uuid'),
  knownStaff: table<KnownStaffRow, 'hall_code' | 'id', never>('known_staff', 'hall_code, id',
    'account text, badge_number text, department_id uuid, hall_code text, id uuid, name text, roles text[], sequence bigint'),
  knownWindows: table<KnownWindowsRow, 'hall_code' | 'id', never>('known_windows', 'hall_code, id',
    'department_id uuid, hall_code text, id uuid, name text, number text, sequence bigint'),
  outbox: table<OutboxRow, 'id', 'attempts' | 'id' | 'publications'>('outbox', 'id',
    'aggregate_id text, attempts integer, envelope jsonb, event_id uuid, hall_code text, id bigint, last_error text, occurred_at timestamp with time zone, publications integer, published_at timestamp with time zone, sequence bigint, type text'),
};
