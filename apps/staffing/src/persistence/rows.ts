// Generated from the migrated database and column-types.json: npm run fix:rows

import { table } from '@hall/platform/postgres';
import type { ArrivalMark } from '../domain/attendance/attendance';
import type { CoverCause, PresenceAct } from '../domain/authority/whereabouts';
import type { ConductFinding, ConductStatus } from '../domain/conduct/conduct';
import type { OpeningSession } from '../domain/structure/hall';
import type { StaffRole } from '../domain/structure/staff';
import type { PlainDate } from '@hall/kernel';

/** A row of `calendar_years`. */
export type CalendarYearsRow = Readonly<{
  hall_code: string; make_up_days: readonly PlainDate[]; notice_reference: string; off_days: readonly PlainDate[];
  published_at: Date; published_by: string; revision: number; year: number;
}>;

/** A row of `conduct_actions`. */
export type ConductActionsRow = Readonly<{
  at: Date; by_id: string | null; hall_code: string; kind: ConductStatus; note: string | null; record_id: string;
  sequence: string;
}>;

/** A row of `conduct_records`. */
export type ConductRecordsRow = Readonly<{
  case_id: string | null; cause_id: string | null; clause: string; decided_by_id: string | null;
  facts: string | null; finding: ConductFinding | null; hall_code: string; id: string; is_upheld: boolean | null;
  most_points: number; occurred_at: Date; points: number | null; recorded_at: Date; recorded_by_id: string | null;
  source: 'SYSTEM' | 'INSPECTION' | 'COMPLAINT' | 'SELF_CHECK'; staff_id: string;
  status: 'RECORDED' | 'STATEMENT_GIVEN' | 'DECIDED' | 'APPEALED' | 'UPHELD' | 'OVERTURNED';
}>;

/** A row of `conduct_rule_revisions`. */
export type ConductRuleRevisionsRow = Readonly<{
  clause: string; hall_code: string; is_active: boolean; points: number; reason: string; revised_at: Date;
  revised_by: string; sequence: string;
}>;

/** A row of `covers`. */
export type CoversRow = Readonly<{
  absent_id: string | null; acting_id: string; cause: CoverCause; during: string; hall_code: string; id: string;
  post_id: string;
}>;

/** A row of `dead_letters`. */
export type DeadLettersRow = Readonly<{
  attempts: number; consumer: string; died_at: Date; id: string; payload: string; reason: string;
  replayed_at: Date | null; subject: string;
}>;

/** A row of `departments`. */
export type DepartmentsRow = Readonly<{
  code: string; hall_code: string; head_id: string | null; id: string; name: string;
}>;

/** A row of `duty_receipts`. */
export type DutyReceiptsRow = Readonly<{
  duties: readonly string[]; hall_code: string; post_id: string; read_at: Date; staff_id: string;
}>;

/** A row of `halls`. */
export type HallsRow = Readonly<{
  hall_code: string; name: string; preparation: 'FIRST_SESSION' | 'EVERY_SESSION'; registered_at: Date;
  sessions: readonly OpeningSession[]; time_zone: string;
}>;

/** A row of `handover_acceptances`. */
export type HandoverAcceptancesRow = Readonly<{
  accepted_at: Date; accepted_by_id: string; hall_code: string; leave_id: string; post_id: string; revision: number;
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

/** A row of `leaves`. */
export type LeavesRow = Readonly<{
  begins_at: Date; cancelled_at: Date | null; decided_at: Date | null; decided_by_id: string | null;
  ended_at: Date | null; ended_by_id: string | null; ends_at: Date; hall_code: string; handover_notes: string | null;
  handover_prepared_at: Date | null; handover_revision: number; id: string;
  kind: 'STUDY' | 'OFFICIAL_TRIP' | 'ANNUAL' | 'SICK' | 'PERSONAL' | 'EMERGENCY'; reason: string;
  refused_because: string | null; requested_at: Date; requested_by_id: string; staff_id: string;
  status: 'REQUESTED' | 'APPROVED' | 'REFUSED' | 'CANCELLED' | 'ENDED';
}>;

/** A row of `outbox`. */
export type OutboxRow = Readonly<{
  aggregate_id: string; attempts: number; envelope: unknown; event_id: string; hall_code: string; id: string;
  last_error: string | null; occurred_at: Date; publications: number; published_at: Date | null; sequence: string;
  type: string;
}>;

/** A row of `post_assignments`. */
export type PostAssignmentsRow = Readonly<{
  appointed_by_id: string | null; during: string; hall_code: string; post_id: string; reason: string | null;
  role: 'LEAD' | 'DEPUTY' | 'TEMPORARY'; staff_id: string;
}>;

/** A row of `post_duties`. */
export type PostDutiesRow = Readonly<{
  acting_for_id: string | null; cover_id: string | null; during: string; hall_code: string; post_id: string;
  role: 'LEAD' | 'DEPUTY' | 'TEMPORARY'; staff_id: string;
}>;

/** A row of `posts`. */
export type PostsRow = Readonly<{
  code: string; duties: readonly string[]; hall_code: string; id: string; look_again_at: Date;
  looked_at: Date | null; name: string; version: number; window_id: string;
}>;

/** A row of `service_windows`. */
export type ServiceWindowsRow = Readonly<{
  department_id: string; hall_code: string; id: string; name: string; number: string;
  status: 'CLOSED' | 'PREPARING' | 'OPEN' | 'SUSPENDED'; version: number;
}>;

/** A row of `staff`. */
export type StaffRow = Readonly<{
  account: string; badge_number: string; department_id: string; hall_code: string; id: string; name: string;
  roles: readonly StaffRole[];
}>;

/** A row of `staff_acts`. */
export type StaffActsRow = Readonly<{
  at: Date; checklist: readonly string[] | null; hall_code: string; id: string; kind: PresenceAct;
  mark: ArrivalMark | null | null; reason: string | null; recorded_at: Date; recorded_by_id: string | null;
  sequence: string; staff_id: string; undone_at: Date | null; undone_by_id: string | null;
  undone_reason: string | null; window_id: string | null;
}>;

/** A row of `training_attendances`. */
export type TrainingAttendancesRow = Readonly<{
  hall_code: string; staff_id: string; training_id: string;
}>;

/** A row of `trainings`. */
export type TrainingsRow = Readonly<{
  hall_code: string; held_on: PlainDate; id: string;
  kind: 'POLICY' | 'LAW' | 'HALL_RULES' | 'BUSINESS' | 'COMPUTER' | 'ETIQUETTE'; minutes: number; notes: string;
  recorded_at: Date; recorded_by_id: string; topic: string;
}>;

/** A row of `vacancies`. */
export type VacanciesRow = Readonly<{
  during: string; hall_code: string; owner_id: string; post_id: string; reason: string;
}>;

/** The tables of staffing. */
export const tables = {
  calendarYears: table<CalendarYearsRow, 'hall_code' | 'year' | 'revision', never>('calendar_years', 'hall_code, year, revision',
    'hall_code text, make_up_days date[], notice_reference text, off_days date[], published_at timestamp with time zone, published_by text, revision integer, year integer'),
  conductActions: table<ConductActionsRow, 'hall_code' | 'record_id' | 'sequence', 'sequence'>('conduct_actions', 'hall_code, record_id, sequence',
    'at timestamp with time zone, by_id uuid, hall_code text, kind text, note text, record_id uuid, sequence bigint'),
  conductRecords: table<ConductRecordsRow, 'hall_code' | 'id', never>('conduct_records', 'hall_code, id',
    'case_id uuid, cause_id uuid, clause text, decided_by_id uuid, facts text, finding text, hall_code text, id uuid, is_upheld boolean, most_points integer, occurred_at timestamp with time zone, points integer, recorded_at timestamp with time zone, recorded_by_id uuid, source text, staff_id uuid, status text'),
  conductRuleRevisions: table<ConductRuleRevisionsRow, 'hall_code' | 'clause' | 'sequence', 'sequence'>('conduct_rule_revisions', 'hall_code, clause, sequence',
    'clause text, hall_code text, is_active boolean, points integer, reason text, revised_at timestamp with time zone, revised_by text, sequence bigint'),
  covers: table<CoversRow, 'hall_code' | 'id', never>('covers', 'hall_code, id',
    'absent_id uuid, acting_id uuid, cause text, during tstzrange, hall_code text, id uuid, post_id uuid'),
  deadLetters: table<DeadLettersRow, 'id', 'died_at' | 'id'>('dead_letters', 'id',
    'attempts integer, consumer text, died_at timestamp with time zone, id bigint, payload text, reason text, replayed_at timestamp with time zone, subject text'),
  departments: table<DepartmentsRow, 'hall_code' | 'id', never>('departments', 'hall_code, id',
    'code text, hall_code text, head_id uuid, id uuid, name text'),
  dutyReceipts: table<DutyReceiptsRow, 'hall_code' | 'post_id' | 'staff_id' | 'read_at', never>('duty_receipts', 'hall_code, post_id, staff_id, read_at',
    'duties text[], hall_code text, post_id uuid, read_at timestamp with time zone, staff_id uuid'),
  halls: table<HallsRow, 'hall_code', 'preparation'>('halls', 'hall_code',
    'hall_code text, name text, preparation text, registered_at timestamp with time zone, sessions jsonb, time_zone text'),
  handoverAcceptances: table<HandoverAcceptancesRow, 'hall_code' | 'leave_id' | 'post_id' | 'revision', never>('handover_acceptances', 'hall_code, leave_id, post_id, revision',
    'accepted_at timestamp with time zone, accepted_by_id uuid, hall_code text, leave_id uuid, post_id uuid, revision integer'),
  idempotencyKeys: table<IdempotencyKeysRow, 'hall_code' | 'actor' | 'operation' | 'key', 'created_at'>('idempotency_keys', 'hall_code, actor, operation, key',
    'actor text, created_at timestamp with time zone, hall_code text, key text, operation text, request_hash text, result jsonb'),
  inbox: table<InboxRow, 'consumer' | 'event_id', 'received_at'>('inbox', 'consumer, event_id',
    'consumer text, event_id uuid, received_at timestamp with time zone'),
  leaves: table<LeavesRow, 'hall_code' | 'id', 'handover_revision'>('leaves', 'hall_code, id',
    'begins_at timestamp with time zone, cancelled_at timestamp with time zone, decided_at timestamp with time zone, decided_by_id uuid, ended_at timestamp with time zone, ended_by_id uuid, ends_at timestamp with time zone, hall_code text, handover_notes text, handover_prepared_at timestamp with time zone, handover_revision integer, id uuid, kind text, reason text, refused_because text, requested_at timestamp with time zone, requested_by_id uuid, staff_id uuid, status text'),
  outbox: table<OutboxRow, 'id', 'attempts' | 'id' | 'publications'>('outbox', 'id',
    'aggregate_id text, attempts integer, envelope jsonb, event_id uuid, hall_code text, id bigint, last_error text, occurred_at timestamp with time zone, publications integer, published_at timestamp with time zone, sequence bigint, type text'),
  postAssignments: table<PostAssignmentsRow, never, never>('post_assignments', '',
    'appointed_by_id uuid, during tstzrange, hall_code text, post_id uuid, reason text, role text, staff_id uuid'),
  postDuties: table<PostDutiesRow, never, never>('post_duties', '',
    'acting_for_id uuid, cover_id uuid, during tstzrange, hall_code text, post_id uuid, role text, staff_id uuid'),
  posts: table<PostsRow, 'hall_code' | 'id', 'look_again_at'>('posts', 'hall_code, id',
    'code text, duties text[], hall_code text, id uuid, look_again_at timestamp with time zone, looked_at timestamp with time zone, name text, version integer, window_id uuid'),
  serviceWindows: table<ServiceWindowsRow, 'hall_code' | 'id', never>('service_windows', 'hall_code, id',
    'department_id uuid, hall_code text, id uuid, name text, number text, status text, version integer'),
  staff: table<StaffRow, 'hall_code' | 'id', never>('staff', 'hall_code, id',
    'account text, badge_number text, department_id uuid, hall_code text, id uuid, name text, roles text[]'),
  staffActs: table<StaffActsRow, 'hall_code' | 'id', 'sequence'>('staff_acts', 'hall_code, id',
    'at timestamp with time zone, checklist text[], hall_code text, id uuid, kind text, mark text, reason text, recorded_at timestamp with time zone, recorded_by_id uuid, sequence bigint, staff_id uuid, undone_at timestamp with time zone, undone_by_id uuid, undone_reason text, window_id uuid'),
  trainingAttendances: table<TrainingAttendancesRow, 'hall_code' | 'staff_id' | 'training_id', never>('training_attendances', 'hall_code, staff_id, training_id',
    'hall_code text, staff_id uuid, training_id uuid'),
  trainings: table<TrainingsRow, 'hall_code' | 'id', never>('trainings', 'hall_code, id',
    'hall_code text, held_on date, id uuid, kind text, minutes integer, notes text, recorded_at timestamp with time zone, recorded_by_id uuid, topic text'),
  vacancies: table<VacanciesRow, never, never>('vacancies', '',
    'during tstzrange, hall_code text, owner_id uuid, post_id uuid, reason text'),
};
