// Generated from the migrated database and column-types.json: npm run fix:rows

import { table } from '@hall/platform/postgres';
import type { CaseActionKind, CaseStatus, Decision } from '../domain/cases/case';
import type { Delivery, DeliveryChoice } from '../domain/cases/delivery';
import type { RejectionReason } from '../domain/cases/end-case';
import type { Draft } from '../domain/catalogue/publish-item';
import type { HandlingType, ItemVersion, LegalRegime } from '../domain/catalogue/service-item';
import type { ContactOutcome, FollowUpKind } from '../domain/contacts/contact';
import type { PriorityGroup, QueueActKind } from '../domain/contacts/queue';
import type { MajorMatterKind } from '../domain/major-matters/major-matter';
import type { CaseFigures } from '../domain/reports/monthly-case-report';
import type { EscalationLevel, PauseGround, PlainDate, TimeLimit, YearMonth } from '@hall/kernel';
import type { Json } from '@hall/platform/postgres';

/** A row of `acceptance_slips`. */
export type AcceptanceSlipsRow = Readonly<{
  case_id: string; code_of: string; due_on: PlainDate; hall_code: string; issued_at: Date; number: string;
  pickup_window_id: string; provisional: boolean;
}>;

/** A row of `applicant_reveals`. */
export type ApplicantRevealsRow = Readonly<{
  at: Date; by_id: string; case_id: string; hall_code: string; purpose: string;
}>;

/** A row of `case_actions`. */
export type CaseActionsRow = Readonly<{
  acting_for_id: string | null; at: Date; case_id: string; clause: string | null; cover_id: string | null;
  hall_code: string; kind: CaseActionKind; note: string | null; officer_id: string | null; post_id: string | null;
  sequence: number;
}>;

/** A row of `case_applicants`. */
export type CaseApplicantsRow = Readonly<{
  account: string | null; case_id: string; hall_code: string; id_number_hash: string; id_number_sealed: string;
  kind: 'PERSON' | 'ORGANISATION'; name_sealed: string; phone_sealed: string | null;
}>;

/** A row of `case_defects`. */
export type CaseDefectsRow = Readonly<{
  case_id: string; explanation: string; found_at: Date; found_by_id: string; hall_code: string;
  kind: 'MISSING' | 'NOT_LEGAL_FORM' | 'WRONG_CONTENT' | 'ON_SPOT'; material_code: string; newly_supplied: boolean;
  notice_number: string | null; pausing: boolean; sequence: string; settled_at: Date | null;
}>;

/** A row of `case_materials`. */
export type CaseMaterialsRow = Readonly<{
  case_id: string; code: string; hall_code: string; received_at: Date;
}>;

/** A row of `case_standstills`. */
export type CaseStandstillsRow = Readonly<{
  body: string | null; case_id: string; evidence: string; expected_end: PlainDate; ground: PauseGround;
  hall_code: string; id: string; since: Date; stopped_by_id: string;
}>;

/** A row of `case_steps`. */
export type CaseStepsRow = Readonly<{
  case_id: string; closed_at: Date | null; hall_code: string; id: string; name: string; passed_at: Date | null;
  passed_by_id: string | null; place: number; started_at: Date | null; step_limit: TimeLimit;
}>;

/** A row of `cases`. */
export type CasesRow = Readonly<{
  accepted_at: Date | null; accepted_by_id: string | null; contact_id: string | null;
  decision: Json<Decision> | null; delivery: Json<Delivery> | null; delivery_choice: Json<DeliveryChoice> | null;
  department_id: string; due_at: Date | null; hall_code: string; handler_ids: readonly string[];
  handling_type: HandlingType; id: string; item_code: string; item_id: string; item_version: number; number: string;
  paused_on: PauseGround | null; post_id: string; received_at: Date; regime: LegalRegime; responsible_id: string;
  situations: readonly string[]; status: CaseStatus; substitute_window_id: string | null; version: number;
  window_id: string;
}>;

/** A row of `consultations`. */
export type ConsultationsRow = Readonly<{
  contact_id: string; hall_code: string; item_id: string; item_version: number; material_codes: readonly string[];
  mode: 'ORAL' | 'SHOWN' | 'PRINTED' | 'ELECTRONIC'; told_at: Date; told_by_id: string;
}>;

/** A row of `contact_touches`. */
export type ContactTouchesRow = Readonly<{
  answer: string | null; at: Date; case_id: string | null; contact_id: string; hall_code: string; kind: FollowUpKind;
  note: string | null; officer_id: string; outcome: ContactOutcome | null; referred_to: string | null;
}>;

/** A row of `contacts`. */
export type ContactsRow = Readonly<{
  answer: string | null; case_id: string | null; channel: 'WINDOW' | 'PHONE' | 'LETTER' | 'ONLINE';
  client_hash: string | null; closed_at: Date | null; day: PlainDate | null; desk_question: string | null;
  desk_since: Date | null; desk_taken_at: Date | null; desk_taken_by_id: string | null; first_officer_id: string;
  hall_code: string; id: string; item_id: string | null; matter: string | null;
  outcome: 'ANSWERED' | 'SERVED' | 'ACCEPTED' | 'REFERRED' | null; owner_id: string; post_id: string | null;
  received_at: Date; referral_count: number; referred_to: string | null; subject: string; version: number;
  window_id: string | null;
}>;

/** A row of `correction_notices`. */
export type CorrectionNoticesRow = Readonly<{
  approved_by_id: string | null; basis: string | null; case_id: string; deadline_id: string | null;
  ground: 'NEWLY_SUPPLIED' | 'CHANGED_LAW' | 'OMISSION' | null; hall_code: string; issued_at: Date;
  issued_by_id: string; number: string; reply_by: PlainDate;
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
  next_level_at: Date | null; notified: readonly EscalationLevel[]; owner_id: string;
  owner_kind: 'CASE' | 'MAJOR_MATTER' | 'RATING' | 'CONTACT' | 'REPORT'; provisional: boolean;
  subject: 'CASE' | 'STEP' | 'JOINT_TASK' | 'CHECK' | 'NOTICE' | 'CORRECTION' | 'PAUSE' | 'MAJOR_MATTER' | 'RATING' | 'CONTACT' | 'CONSULTATION' | 'REPORT';
}>;

/** A row of `guide_counts`. */
export type GuideCountsRow = Readonly<{
  copies: number; counted_at: Date; counted_by_id: string; hall_code: string; item_id: string; window_id: string;
}>;

/** A row of `guide_orders`. */
export type GuideOrdersRow = Readonly<{
  filled_at: Date | null; filled_by_id: string | null; hall_code: string; id: string; item_id: string;
  opened_at: Date; owner_id: string; window_id: string;
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

/** A row of `joint_tasks`. */
export type JointTasksRow = Readonly<{
  agreed: boolean | null; case_id: string; department_id: string; due_at: Date | null; given_at: Date | null;
  given_by_id: string | null; hall_code: string; id: string; opinion: string | null; stage: number;
  started_at: Date | null; state: 'WAITING' | 'OPEN' | 'GIVEN' | 'ENDED'; taken_at: Date | null;
  taken_by_id: string | null; task_limit: TimeLimit;
}>;

/** A row of `known_calendar_years`. */
export type KnownCalendarYearsRow = Readonly<{
  hall_code: string; make_up_days: readonly PlainDate[]; notice_reference: string; off_days: readonly PlainDate[];
  published_at: Date; revision: number; year: number;
}>;

/** A row of `known_departments`. */
export type KnownDepartmentsRow = Readonly<{
  code: string; hall_code: string; id: string; name: string; sequence: string;
}>;

/** A row of `known_halls`. */
export type KnownHallsRow = Readonly<{
  began_at: Date | null; hall_code: string; name: string; sequence: string; sessions: unknown;
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

/** A row of `level_corrections`. */
export type LevelCorrectionsRow = Readonly<{
  answerable_id: string; cause: string; corrected_at: Date; deadline_id: string; hall_code: string; id: string;
  level: string; promise: number;
}>;

/** A row of `major_matters`. */
export type MajorMattersRow = Readonly<{
  answer: string | null; answered_at: Date | null; answered_by_id: string | null; case_id: string | null;
  contact_id: string | null; facts_sealed: string; hall_code: string; id: string; kind: MajorMatterKind;
  occurred_at: Date; reported_at: Date; reported_by_id: string; reported_in_time: boolean;
}>;

/** A row of `messages`. */
export type MessagesRow = Readonly<{
  delivered_at: Date | null; for_staff_id: string; hall_code: string; id: string; sealed: string; taken_at: Date;
  taken_by_id: string;
}>;

/** A row of `monthly_case_reports`. */
export type MonthlyCaseReportsRow = Readonly<{
  due_on: PlainDate; hall_code: string; month: YearMonth; remark: string; rows: readonly CaseFigures[];
  submitted_at: Date; submitted_by_id: string;
}>;

/** A row of `notice_deliveries`. */
export type NoticeDeliveriesRow = Readonly<{
  acknowledged_at: Date | null; delivered_at: Date; delivered_by_id: string; hall_code: string;
  mode: 'PRINTED' | 'ELECTRONIC'; notice_number: string; reply_by: PlainDate | null;
}>;

/** A row of `outbox`. */
export type OutboxRow = Readonly<{
  aggregate_id: string; attempts: number; envelope: unknown; event_id: string; hall_code: string; id: string;
  last_error: string | null; occurred_at: Date; publications: number; published_at: Date | null; sequence: string;
  type: string;
}>;

/** A row of `post_holders`. */
export type PostHoldersRow = Readonly<{
  answerable_id: string; at: Date; hall_code: string; post_id: string; sequence: string;
}>;

/** A row of `queue_acts`. */
export type QueueActsRow = Readonly<{
  acting_for_id: string | null; at: Date; cover_id: string | null; hall_code: string; kind: QueueActKind;
  officer_id: string; post_id: string | null; priority_group: PriorityGroup | null; reason: string | null;
  sequence: number; ticket_id: string;
}>;

/** A row of `queue_numbers`. */
export type QueueNumbersRow = Readonly<{
  day: PlainDate; hall_code: string; last_number: number; window_id: string;
}>;

/** A row of `queue_tickets`. */
export type QueueTicketsRow = Readonly<{
  called_at: Date | null; called_by_id: string | null; day: PlainDate; hall_code: string; id: string;
  no_show_at: Date | null; number: number; out_of_turn_reason: string | null; priority_group: PriorityGroup | null;
  taken_at: Date; window_id: string;
}>;

/** A row of `ratings`. */
export type RatingsRow = Readonly<{
  answered_at: Date | null; answered_by_id: string | null; finding: 'CONFIRMED' | 'NOT_CONFIRMED' | null;
  hall_code: string; id: string; level: number; measures: string | null; rated_at: Date;
  remark_sealed: string | null; staff_id: string; subject: 'CONTACT' | 'CASE'; subject_id: string;
  window_id: string | null;
}>;

/** A row of `referrals`. */
export type ReferralsRow = Readonly<{
  acknowledged_at: Date | null; acknowledged_by_id: string | null; alert_at: Date; contact_id: string;
  hall_code: string; id: string; ignored_by_id: string | null; offered_at: Date; offered_by_id: string;
  reason: string; returned_at: Date | null; state: 'OFFERED' | 'ACKNOWLEDGED' | 'RETURNED'; to_window_id: string;
}>;

/** A row of `refusal_reports`. */
export type RefusalReportsRow = Readonly<{
  at: Date; case_id: string; explanation: string; hall_code: string; handled_by_id: string; number: string;
  read_at: Date | null; read_by_id: string | null; reason: RejectionReason; refer_to_body: string | null;
  refer_to_window_id: string | null;
}>;

/** A row of `report_months`. */
export type ReportMonthsRow = Readonly<{
  hall_code: string; id: string; month: string;
}>;

/** A row of `service_item_versions`. */
export type ServiceItemVersionsRow = Readonly<{
  body: Omit<ItemVersion, 'number'>; hall_code: string; item_id: string; number: number; published_at: Date;
}>;

/** A row of `service_items`. */
export type ServiceItemsRow = Readonly<{
  bigrams: readonly string[]; code: string; current_version: number | null; department_id: string;
  draft: Draft | null; hall_code: string; handling_type: 'INSTANT' | 'PROMISED' | 'JOINT'; id: string;
  initials: string; name: string; publish_on: PlainDate | null; regime: LegalRegime; results_public: boolean;
  retired_at: Date | null; retired_reason: string | null; searchable: string; window_ids: readonly string[];
}>;

/** The tables of cases. */
export const tables = {
  acceptanceSlips: table<AcceptanceSlipsRow, 'hall_code' | 'number', never>('acceptance_slips', 'hall_code, number',
    'case_id uuid, code_of text, due_on date, hall_code text, issued_at timestamp with time zone, number text, pickup_window_id uuid, provisional boolean'),
  applicantReveals: table<ApplicantRevealsRow, never, never>('applicant_reveals', '',
    'at timestamp with time zone, by_id uuid, case_id uuid, hall_code text, purpose text'),
  caseActions: table<CaseActionsRow, 'hall_code' | 'case_id' | 'sequence', never>('case_actions', 'hall_code, case_id, sequence',
    'acting_for_id uuid, at timestamp with time zone, case_id uuid, clause text, cover_id uuid, hall_code text, kind text, note text, officer_id uuid, post_id uuid, sequence integer'),
  caseApplicants: table<CaseApplicantsRow, 'hall_code' | 'case_id', 'kind'>('case_applicants', 'hall_code, case_id',
    'account text, case_id uuid, hall_code text, id_number_hash text, id_number_sealed text, kind text, name_sealed text, phone_sealed text'),
  caseDefects: table<CaseDefectsRow, 'hall_code' | 'case_id' | 'sequence', 'sequence'>('case_defects', 'hall_code, case_id, sequence',
    'case_id uuid, explanation text, found_at timestamp with time zone, found_by_id uuid, hall_code text, kind text, material_code text, newly_supplied boolean, notice_number text, pausing boolean, sequence bigint, settled_at timestamp with time zone'),
  caseMaterials: table<CaseMaterialsRow, 'hall_code' | 'case_id' | 'code' | 'received_at', never>('case_materials', 'hall_code, case_id, code, received_at',
    'case_id uuid, code text, hall_code text, received_at timestamp with time zone'),
  caseStandstills: table<CaseStandstillsRow, 'hall_code' | 'id', never>('case_standstills', 'hall_code, id',
    'body text, case_id uuid, evidence text, expected_end date, ground text, hall_code text, id uuid, since timestamp with time zone, stopped_by_id uuid'),
  caseSteps: table<CaseStepsRow, 'hall_code' | 'id', never>('case_steps', 'hall_code, id',
    'case_id uuid, closed_at timestamp with time zone, hall_code text, id uuid, name text, passed_at timestamp with time zone, passed_by_id uuid, place integer, started_at timestamp with time zone, step_limit jsonb'),
  cases: table<CasesRow, 'hall_code' | 'id', 'situations'>('cases', 'hall_code, id',
    'accepted_at timestamp with time zone, accepted_by_id uuid, contact_id uuid, decision jsonb, delivery jsonb, delivery_choice jsonb, department_id uuid, due_at timestamp with time zone, hall_code text, handler_ids uuid[], handling_type text, id uuid, item_code text, item_id uuid, item_version integer, number text, paused_on text, post_id uuid, received_at timestamp with time zone, regime text, responsible_id uuid, situations text[], status text, substitute_window_id uuid, version integer, window_id uuid'),
  consultations: table<ConsultationsRow, 'hall_code' | 'contact_id' | 'item_id' | 'told_at', 'material_codes'>('consultations', 'hall_code, contact_id, item_id, told_at',
    'contact_id uuid, hall_code text, item_id uuid, item_version integer, material_codes text[], mode text, told_at timestamp with time zone, told_by_id uuid'),
  contactTouches: table<ContactTouchesRow, never, never>('contact_touches', '',
    'answer text, at timestamp with time zone, case_id uuid, contact_id uuid, hall_code text, kind text, note text, officer_id uuid, outcome text, referred_to text'),
  contacts: table<ContactsRow, 'hall_code' | 'id', 'referral_count'>('contacts', 'hall_code, id',
    'answer text, case_id uuid, channel text, client_hash text, closed_at timestamp with time zone, day date, desk_question text, desk_since timestamp with time zone, desk_taken_at timestamp with time zone, desk_taken_by_id uuid, first_officer_id uuid, hall_code text, id uuid, item_id uuid, matter text, outcome text, owner_id uuid, post_id uuid, received_at timestamp with time zone, referral_count integer, referred_to text, subject text, version integer, window_id uuid'),
  correctionNotices: table<CorrectionNoticesRow, 'hall_code' | 'number', never>('correction_notices', 'hall_code, number',
    'approved_by_id uuid, basis text, case_id uuid, deadline_id uuid, ground text, hall_code text, issued_at timestamp with time zone, issued_by_id uuid, number text, reply_by date'),
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
  guideCounts: table<GuideCountsRow, 'hall_code' | 'window_id' | 'item_id' | 'counted_at', never>('guide_counts', 'hall_code, window_id, item_id, counted_at',
    'copies integer, counted_at timestamp with time zone, counted_by_id uuid, hall_code text, item_id uuid, window_id uuid'),
  guideOrders: table<GuideOrdersRow, 'hall_code' | 'id', never>('guide_orders', 'hall_code, id',
    'filled_at timestamp with time zone, filled_by_id uuid, hall_code text, id uuid, item_id uuid, opened_at timestamp with time zone, owner_id uuid, window_id uuid'),
  hallCalendars: table<HallCalendarsRow, 'hall_code', never>('hall_calendars', 'hall_code',
    'hall_code text, version text'),
  idempotencyKeys: table<IdempotencyKeysRow, 'hall_code' | 'actor' | 'operation' | 'key', 'created_at'>('idempotency_keys', 'hall_code, actor, operation, key',
    'actor text, created_at timestamp with time zone, hall_code text, key text, operation text, request_hash text, result jsonb'),
  inbox: table<InboxRow, 'consumer' | 'event_id', 'received_at'>('inbox', 'consumer, event_id',
    'consumer text, event_id uuid, received_at timestamp with time zone'),
  jointTasks: table<JointTasksRow, 'hall_code' | 'id', never>('joint_tasks', 'hall_code, id',
    'agreed boolean, case_id uuid, department_id uuid, due_at timestamp with time zone, given_at timestamp with time zone, given_by_id uuid, hall_code text, id uuid, opinion text, stage integer, started_at timestamp with time zone, state text, taken_at timestamp with time zone, taken_by_id uuid, task_limit jsonb'),
  knownCalendarYears: table<KnownCalendarYearsRow, 'hall_code' | 'year', never>('known_calendar_years', 'hall_code, year',
    'hall_code text, make_up_days date[], notice_reference text, off_days date[], published_at timestamp with time zone, revision integer, year integer'),
  knownDepartments: table<KnownDepartmentsRow, 'hall_code' | 'id', never>('known_departments', 'hall_code, id',
    'code text, hall_code text, id uuid, name text, sequence bigint'),
  knownHalls: table<KnownHallsRow, 'hall_code', never>('known_halls', 'hall_code',
    'began_at timestamp with time zone, hall_code text, name text, sequence bigint, sessions jsonb'),
  knownPosts: table<KnownPostsRow, 'hall_code' | 'id', never>('known_posts', 'hall_code, id',
    'acting_for_id uuid, cover_id uuid, hall_code text, holder_id uuid, holder_role text, id uuid, sequence bigint, window_id uuid'),
  knownStaff: table<KnownStaffRow, 'hall_code' | 'id', never>('known_staff', 'hall_code, id',
    'account text, badge_number text, department_id uuid, hall_code text, id uuid, name text, roles text[], sequence bigint'),
  knownWindows: table<KnownWindowsRow, 'hall_code' | 'id', never>('known_windows', 'hall_code, id',
    'department_id uuid, hall_code text, id uuid, name text, number text, sequence bigint'),
  levelCorrections: table<LevelCorrectionsRow, 'hall_code' | 'deadline_id' | 'promise' | 'level' | 'id', 'id'>('level_corrections', 'hall_code, deadline_id, promise, level, id',
    'answerable_id uuid, cause text, corrected_at timestamp with time zone, deadline_id uuid, hall_code text, id bigint, level text, promise integer'),
  majorMatters: table<MajorMattersRow, 'hall_code' | 'id', never>('major_matters', 'hall_code, id',
    'answer text, answered_at timestamp with time zone, answered_by_id uuid, case_id uuid, contact_id uuid, facts_sealed text, hall_code text, id uuid, kind text, occurred_at timestamp with time zone, reported_at timestamp with time zone, reported_by_id uuid, reported_in_time boolean'),
  messages: table<MessagesRow, 'hall_code' | 'id', never>('messages', 'hall_code, id',
    'delivered_at timestamp with time zone, for_staff_id uuid, hall_code text, id uuid, sealed text, taken_at timestamp with time zone, taken_by_id uuid'),
  monthlyCaseReports: table<MonthlyCaseReportsRow, 'hall_code' | 'month', never>('monthly_case_reports', 'hall_code, month',
    'due_on date, hall_code text, month text, remark text, rows jsonb, submitted_at timestamp with time zone, submitted_by_id uuid'),
  noticeDeliveries: table<NoticeDeliveriesRow, 'hall_code' | 'notice_number', never>('notice_deliveries', 'hall_code, notice_number',
    'acknowledged_at timestamp with time zone, delivered_at timestamp with time zone, delivered_by_id uuid, hall_code text, mode text, notice_number text, reply_by date'),
  outbox: table<OutboxRow, 'id', 'attempts' | 'id' | 'publications'>('outbox', 'id',
    'aggregate_id text, attempts integer, envelope jsonb, event_id uuid, hall_code text, id bigint, last_error text, occurred_at timestamp with time zone, publications integer, published_at timestamp with time zone, sequence bigint, type text'),
  postHolders: table<PostHoldersRow, 'hall_code' | 'post_id' | 'sequence', never>('post_holders', 'hall_code, post_id, sequence',
    'answerable_id uuid, at timestamp with time zone, hall_code text, post_id uuid, sequence bigint'),
  queueActs: table<QueueActsRow, 'hall_code' | 'ticket_id' | 'sequence', never>('queue_acts', 'hall_code, ticket_id, sequence',
    'acting_for_id uuid, at timestamp with time zone, cover_id uuid, hall_code text, kind text, officer_id uuid, post_id uuid, priority_group text, reason text, sequence integer, ticket_id uuid'),
  queueNumbers: table<QueueNumbersRow, 'hall_code' | 'window_id' | 'day', never>('queue_numbers', 'hall_code, window_id, day',
    'day date, hall_code text, last_number integer, window_id uuid'),
  queueTickets: table<QueueTicketsRow, 'hall_code' | 'id', never>('queue_tickets', 'hall_code, id',
    'called_at timestamp with time zone, called_by_id uuid, day date, hall_code text, id uuid, no_show_at timestamp with time zone, number integer, out_of_turn_reason text, priority_group text, taken_at timestamp with time zone, window_id uuid'),
  ratings: table<RatingsRow, 'hall_code' | 'id', never>('ratings', 'hall_code, id',
    'answered_at timestamp with time zone, answered_by_id uuid, finding text, hall_code text, id uuid, level smallint, measures text, rated_at timestamp with time zone, remark_sealed text, staff_id uuid, subject text, subject_id uuid, window_id uuid'),
  referrals: table<ReferralsRow, 'hall_code' | 'id', never>('referrals', 'hall_code, id',
    'acknowledged_at timestamp with time zone, acknowledged_by_id uuid, alert_at timestamp with time zone, contact_id uuid, hall_code text, id uuid, ignored_by_id uuid, offered_at timestamp with time zone, offered_by_id uuid, reason text, returned_at timestamp with time zone, state text, to_window_id uuid'),
  refusalReports: table<RefusalReportsRow, 'hall_code' | 'number', never>('refusal_reports', 'hall_code, number',
    'at timestamp with time zone, case_id uuid, explanation text, hall_code text, handled_by_id uuid, number text, read_at timestamp with time zone, read_by_id uuid, reason text, refer_to_body text, refer_to_window_id uuid'),
  reportMonths: table<ReportMonthsRow, 'hall_code' | 'month', never>('report_months', 'hall_code, month',
    'hall_code text, id uuid, month text'),
  serviceItemVersions: table<ServiceItemVersionsRow, 'hall_code' | 'item_id' | 'number', never>('service_item_versions', 'hall_code, item_id, number',
    'body jsonb, hall_code text, item_id uuid, number integer, published_at timestamp with time zone'),
  serviceItems: table<ServiceItemsRow, 'hall_code' | 'id', 'bigrams' | 'initials' | 'results_public' | 'searchable'>('service_items', 'hall_code, id',
    'bigrams text[], code text, current_version integer, department_id uuid, draft jsonb, hall_code text, handling_type text, id uuid, initials text, name text, publish_on date, regime text, results_public boolean, retired_at timestamp with time zone, retired_reason text, searchable text, window_ids uuid[]'),
};
