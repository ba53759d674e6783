import type { PauseGround } from '@hall/kernel';
import type { HandlingType, LegalRegime } from '../catalogue/service-item';
import type { Delivery, DeliveryChoice } from './delivery';

/** States of a case (办件状态). RECEIVED: handed in, not yet checked and told (收件). */
export const caseStatuses = [
  'RECEIVED',
  'AWAITING_CORRECTION',
  'ACCEPTED',
  'IN_PROGRESS',
  'DECIDED',
  'COMPLETED',
  'NOT_ACCEPTED',
  'WITHDRAWN',
  'RETURNED',
] as const;
/** One of {@link caseStatuses}. */
export type CaseStatus = (typeof caseStatuses)[number];

/** Who did something, for whom, and on which authority (S5.4c). */
export interface Attribution {
  readonly officerId: string;
  /** The post whose authority was used; null for what a leader or a participating department does in its own right. */
  readonly postId: string | null;
  readonly actingForId: string | null;
  readonly coverId: string | null;
}

/** What was decided, by whom, and why (S3.2). */
export interface Decision {
  readonly approved: boolean;
  readonly grounds: string;
  readonly decidedAt: Date;
  readonly decidedById: string;
}

/** Who can apply. */
export const applicantKinds = ['PERSON', 'ORGANISATION'] as const;
/** One of {@link applicantKinds}. */
export type ApplicantKind = (typeof applicantKinds)[number];

/** One application in process (办件). */
export interface Case {
  readonly hallCode: string;
  readonly id: string;
  readonly number: string;
  readonly itemId: string;
  readonly itemCode: string;
  readonly itemVersion: number;
  readonly departmentId: string;
  readonly handlingType: HandlingType;
  readonly regime: LegalRegime;
  readonly status: CaseStatus;
  readonly contactId: string | null;
  readonly windowId: string;
  /** The one window that stands in where the accepting one is closed. */
  readonly substituteWindowId: string | null;
  readonly postId: string;
  /** The applicant's circumstances that decide which materials are needed. */
  readonly situations: readonly string[];
  readonly receivedAt: Date;
  readonly acceptedById: string | null;
  /** The one person who answers for the case now. */
  readonly responsibleId: string;
  readonly acceptedAt: Date | null;
  /** Derived from the ledger of the term, kept for reading and sorting; null while it cannot be known. */
  readonly dueAt: Date | null;
  /** Why the clock stands still; null while it runs. */
  readonly pausedOn: PauseGround | null;
  /** Everybody who has acted on the case, in order of their first act. */
  readonly handlerIds: readonly string[];
  readonly decision: Decision | null;
  /** Null for what was handed in before choices were written down: the window is the rule. */
  readonly deliveryChoice: DeliveryChoice | null;
  readonly delivery: Delivery | null;
  readonly version: number;
}

/** What is not there yet when a case begins. */
export const untouched = {
  substituteWindowId: null,
  acceptedById: null,
  acceptedAt: null,
  dueAt: null,
  pausedOn: null,
  decision: null,
  deliveryChoice: null,
  delivery: null,
} satisfies Partial<Case>;

/** The case after somebody has acted: the next version, with them among its handlers. */
export function actedOn(current: Case, { officerId }: Attribution, change: Partial<Case>): Case {
  const { handlerIds } = current;
  return {
    ...current,
    ...change,
    handlerIds: handlerIds.includes(officerId) ? handlerIds : [...handlerIds, officerId],
    version: current.version + 1,
  };
}

/** States in which somebody still has to do something. */
export const openStatuses: readonly CaseStatus[] = [
  'RECEIVED',
  'AWAITING_CORRECTION',
  'ACCEPTED',
  'IN_PROGRESS',
  'DECIDED',
];

/** How somebody stands to a case, at this instant. */
export interface Standing {
  readonly holdsPost: boolean;
  /** Holds a post, whichever, of the accepting window or of the one that stands in for it. */
  readonly holdsPickup: boolean;
  /** Leads the department of the case, or the centre. */
  readonly leads: boolean;
  /** Belongs to a department whose part of the case is open. */
  readonly isParticipant: boolean;
  /** Has not taken that part yet. */
  readonly canTake: boolean;
  readonly isApplicant: boolean;
}

/** A mutation that changes a case: when it is possible, and for whom. */
export interface CaseAct {
  readonly text: string;
  readonly during: readonly CaseStatus[];
  /** What it needs besides a state. */
  readonly needs?: (current: Pick<Case, 'handlingType' | 'pausedOn'>) => boolean;
  /** Who may do it, where that is not the holder of the case's post alone. */
  readonly by?: (caller: Standing, current: Pick<Case, 'status'>) => boolean;
}

const handled = ['ACCEPTED', 'IN_PROGRESS'] as const;

/** The mutations that change a case, by name. */
export const caseActs = {
  checkMaterials: { text: '审查收件（A-13） / Check what was received', during: ['RECEIVED'] },
  correctOnSpot: {
    text: '当场更正（S4.2c） / Correct on the spot',
    during: ['RECEIVED', 'AWAITING_CORRECTION', ...handled],
  },
  supplyCorrection: {
    text: '补交材料（S4.3c） / Take in what a notice asked for',
    during: ['AWAITING_CORRECTION', ...handled],
  },
  issueSecondNotice: {
    text: '再次告知（A-14） / Issue another notice',
    during: ['AWAITING_CORRECTION', ...handled],
    // After acceptance every demand is a head’s; before it an omission is, and everything else the holder’s.
    by: ({ holdsPost, leads }, { status }) => leads || (holdsPost && status === 'AWAITING_CORRECTION'),
  },
  deliverNotice: {
    text: '送达告知书（S4.3a） / Hand a notice over',
    during: ['RECEIVED', 'AWAITING_CORRECTION', ...handled],
  },
  declineCase: { text: '不予受理（S4.4c） / Decline', during: ['RECEIVED', 'AWAITING_CORRECTION'] },
  passStep: { text: '移交下一环节（S2.3b） / Pass the step on', during: handled },
  takeJointTask: {
    text: '承接联办事项（S3.4d） / Take the part of one’s department',
    during: handled,
    needs: ({ handlingType }) => handlingType === 'JOINT',
    by: ({ canTake }) => canTake,
  },
  giveOpinion: {
    text: '提出联办意见（S3.4d） / Give an opinion',
    during: handled,
    needs: ({ handlingType }) => handlingType === 'JOINT',
    by: ({ isParticipant }) => isParticipant,
  },
  pauseCommitment: {
    text: '中止计时（A-30） / Stop the clock',
    during: handled,
    needs: ({ pausedOn }) => pausedOn === null,
  },
  resumeCommitment: {
    text: '恢复计时（A-30） / Let the clock go on',
    during: handled,
    needs: ({ pausedOn }) => pausedOn !== null && pausedOn !== 'AWAITING_CORRECTION',
  },
  extendCommitment: { text: '延期（S3.5） / Give more time', during: handled, by: ({ leads }) => leads },
  deferInstantCase: {
    text: '即办转承诺（A-07） / Defer',
    during: handled,
    // While the clock stands still there is no date that a slip could promise.
    needs: ({ handlingType, pausedOn }) => handlingType === 'INSTANT' && pausedOn === null,
  },
  decideCase: { text: '决定 / Decide', during: handled },
  substituteWindow: {
    text: '指定替代窗口（A-11） / Name a window that stands in',
    during: [...handled, 'DECIDED'],
    by: ({ leads }) => leads,
  },
  reissueSlip: {
    text: '重开受理单（S3.4b） / Issue the slip again',
    during: [...handled, 'DECIDED'],
    needs: ({ handlingType, pausedOn }) => handlingType !== 'INSTANT' && pausedOn === null,
  },
  chooseDelivery: {
    text: '登记送达方式（A-11） / Write down how the applicant wants the result',
    during: ['RECEIVED', 'AWAITING_CORRECTION', ...handled, 'DECIDED'],
    by: ({ holdsPickup, isApplicant }) => holdsPickup || isApplicant,
  },
  deliverResult: {
    text: '送达（S3.4c） / Hand the result over',
    during: ['DECIDED'],
    by: ({ holdsPickup }) => holdsPickup,
  },
  withdrawCase: {
    text: '撤回 / Withdraw',
    during: ['RECEIVED', 'AWAITING_CORRECTION', ...handled],
    by: ({ holdsPost, isApplicant }) => holdsPost || isApplicant,
  },
} as const satisfies Readonly<Record<string, CaseAct>>;
/** One of {@link caseActs}. */
export type CaseActionName = keyof typeof caseActs;

/** What has happened to a case besides acceptance, decision and delivery: so its record and the event call it. */
export const caseChanges = {
  RECEIVED: '收件 / Handed in',
  CORRECTION_REQUESTED: '一次性告知（S4.1b） / One notice of everything',
  SECOND_NOTICE_ISSUED: '再次告知（A-14） / Another notice',
  NOTICE_RULE_BROKEN: '首次遗漏，记为违规（A-14） / An omission: the rule was broken',
  NOTICE_DELIVERED: '送达告知书（S4.3a） / A notice was handed over',
  MATERIAL_SUPPLIED: '补交材料（S4.3c） / Materials supplied',
  CORRECTED_ON_SPOT: '当场更正（S4.2c） / Corrected on the spot',
  NOT_ACCEPTED: '不予受理（S4.4c） / Not accepted',
  RETURNED: '退件 / Returned',
  WITHDRAWN: '撤回 / Withdrawn at the window',
  STEP_PASSED: '移交下一环节（S2.3b） / A step was passed on',
  TASK_TAKEN: '承接联办事项（S3.4d） / Somebody took the part of their department',
  OPINION_GIVEN: '联办意见（S3.4d） / A department gave its opinion',
  PAUSED: '中止计时（A-30） / The clock stopped',
  RESUMED: '恢复计时（A-30） / The clock went on',
  EXTENDED: '延期（S3.5） / More time was given',
  DEFERRED: '即办转承诺（A-07） / Deferred',
  SLIP_REISSUED: '重开受理单（S3.4b） / A slip was issued again',
  DELIVERY_CHOSEN: '选定送达方式（A-11） / How the applicant wants the result',
  SUBSTITUTE_NAMED: '指定替代窗口（A-11） / A window that stands in was named',
} as const;
/** One of {@link caseChanges}. */
export type CaseChangeKind = keyof typeof caseChanges;

/** What a line of a case's record can be about: what changed it, and what its deadlines brought about. */
export const caseActionKinds = {
  ...caseChanges,
  CHECKED: '审查完毕 / Checked',
  ACCEPTED: '受理 / Accepted',
  DEEMED_ACCEPTED: '逾期未告知，视为受理（A-13） / Not told in time: deemed accepted',
  DELIVERY_CHOSEN_BY_APPLICANT: '申请人选定送达方式（A-11） / Chosen by the applicant',
  WITHDRAWN_BY_APPLICANT: '申请人自行撤回 / Withdrawn by the applicant',
  RESPONSIBLE_CHANGED: '换人负责（S5.2a） / Somebody else answers for it',
  LEVEL_CORRECTED: '更正当时责任人（S5.4c） / Late news: somebody else answered then',
  DATE_MOVED: '改期（A-30） / The calendar moved the date',
  WARNED_AMBER: '预警 / A third of the time is left',
  WARNED_RED: '临期 / The last day or hour',
  COMMITMENT_BREACHED: '逾期 / The promise was broken',
  ESCALATED_TO_SECTION_HEAD: '报部门负责人 / Told to the section head',
  ESCALATED_TO_CENTRE_LEADER: '报中心领导 / Told to the centre’s leader',
  DECIDED: '决定 / Decided',
  COMPLETED: '办结 / Completed',
  DELIVERED: '送达（S3.4c） / Handed over',
} as const;
/** One of {@link caseActionKinds}. */
export type CaseActionKind = keyof typeof caseActionKinds;

/** How many items, and how many of the newest results to collect, a board shows: more than anybody reads from one. */
export const mostOnBoard = 200;
