import type { HallKey } from '@hall/kernel';
/** How a complaint can reach the desk. */
export const complaintChannels = ['PHONE', 'LETTER', 'VISIT', 'ONLINE', 'PARTNER'] as const;
/** One of {@link complaintChannels}. */
export type ComplaintChannel = (typeof complaintChannels)[number];

/** The seven grounds of complaint, g1 to g7 (S6.3b). */
export const complaintGrounds = [
  'IMPROPER_GAIN_OR_CHARGE',
  'NOT_TOLD_ONCE',
  'DISCOURTESY',
  'SHIRKING_OR_ABSENCE',
  'LOST_MATERIALS',
  'UNLAWFUL_OR_OVERDUE',
  'OTHER',
] as const;
/** One of {@link complaintGrounds}. */
export type ComplaintGround = (typeof complaintGrounds)[number];

/** How fast a complaint must be handled. */
export const timeClasses = ['ON_THE_SPOT', 'ORDINARY', 'COMPLEX', 'URGENT'] as const;
/** One of {@link timeClasses}. */
export type TimeClass = (typeof timeClasses)[number];

/** Where a complaint can stand. */
export const complaintStatuses = [
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
] as const;
/** One of {@link complaintStatuses}. */
export type ComplaintStatus = (typeof complaintStatuses)[number];

/** What can be found out. */
export const findings = ['UPHELD', 'PARTLY_UPHELD', 'NOT_UPHELD', 'UNVERIFIABLE'] as const;
/** One of {@link findings}. */
export type Finding = (typeof findings)[number];

/** How the complainant was told the result (S6.4g). */
export interface Feedback {
  readonly mode: string;
  readonly content: string;
  readonly complainantView: string | null;
  readonly givenAt: Date;
  readonly givenById: string;
}

/** A complaint about a window, a person or a case (投诉件). */
export interface Complaint extends HallKey {
  readonly number: string;
  readonly channel: ComplaintChannel;
  readonly summary: string;
  readonly receivedAt: Date;
  /** Keyed hash of the account that registered it; an applicant's own complaints are found by it, and no name of theirs. */
  readonly registeredBy: string;
  readonly anonymous: boolean;
  readonly windowId: string | null;
  readonly respondentId: string | null;
  readonly caseId: string | null;
  /** Everybody the complaint concerns: the respondent and whoever handled the case. None of them may see or handle it. */
  readonly concernedIds: readonly string[];
  readonly grounds: readonly ComplaintGround[];
  readonly timeClass: TimeClass | null;
  readonly status: ComplaintStatus;
  readonly ownerId: string;
  readonly dueAt: Date | null;
  readonly finding: Finding | null;
  readonly opinion: string | null;
  readonly feedback: Feedback | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

/** Who complains. Personal data: leaves this service masked. */
export interface Complainant {
  readonly name: string;
  readonly phone: string | null;
}

/** What a line of a complaint's record can be about. */
export const complaintActionKinds = [
  'REGISTERED',
  'CLASSIFIED',
  'DECIDED',
  'FED_BACK',
  'CLOSED',
  'WARNED_AMBER',
  'WARNED_RED',
  'COMMITMENT_BREACHED',
  'ESCALATED_TO_SECTION_HEAD',
  'ESCALATED_TO_CENTRE_LEADER',
  'DATE_MOVED',
] as const;
/** One of {@link complaintActionKinds}. */
export type ComplaintActionKind = (typeof complaintActionKinds)[number];

/** One line of a complaint's record. */
export interface ComplaintActionEntry {
  readonly kind: ComplaintActionKind;
  readonly at: Date;
  readonly officerId: string | null;
  readonly clause: string | null;
  readonly note: string | null;
}
