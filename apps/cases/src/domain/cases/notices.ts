import { done, notBefore, plainDateOf } from '@hall/kernel';
import type { Deadline, DeadlineStart, Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { belongsOnNotice } from './check-materials';
import { citesLaw } from './citation';
import type { Defect, OpenDefect } from './check-materials';
import type { Case } from './case';
import { partDeadline } from './plan-handling';
import type { Planning } from './plan-handling';

/**
 * Why a notice can follow an earlier one. OMISSION, something that was there to be seen the first time, is a recorded
 * breach of S4.1b: it needs the head's approval and never moves the due date.
 */
export const secondNoticeGrounds = ['NEWLY_SUPPLIED', 'CHANGED_LAW', 'OMISSION'] as const;
/** One of {@link secondNoticeGrounds}. */
export type SecondNoticeGround = (typeof secondNoticeGrounds)[number];

/** A notice to complete materials (补齐申请材料通知书): everything at once, in writing, signed by a named person. */
export interface CorrectionNotice {
  readonly number: string;
  readonly issuedAt: Date;
  readonly issuedById: string;
  readonly replyBy: string;
  /** Null for the first notice of a case. */
  readonly ground: SecondNoticeGround | null;
  readonly basis: string | null;
  /** The head who let an omission be notified after all, or papers be asked for after acceptance. */
  readonly approvedById: string | null;
  /** The duty to hand it over, today; null for notices of before there was one. */
  readonly deadlineId: string | null;
}

/**
 * A notice to complete the materials: numbered, everything at once, with the day by which to answer if it is handed over today,
 * and the duty to do so.
 *
 * @regulation S4.1b S4.3a S4.3c S4.5a
 * @param notice.nth 1 for the first notice of a case
 */
export function writeNotice(
  of: Case,
  notice: {
    readonly nth: number;
    readonly second: Pick<SecondNotice, 'ground' | 'basis'> | null;
    readonly issuedById: string;
    readonly approvedById: string | null;
    readonly sessions: DeadlineStart['sessions'];
  },
  planning: Planning,
): { readonly notice: CorrectionNotice; readonly deadlines: readonly Deadline[] } {
  const { nth, second, issuedById, approvedById, sessions } = notice;
  const duty = {
    subject: 'NOTICE',
    id: planning.newId(),
    limit: { amount: planning.noticeDays.handOver, unit: 'WORKING_DAY' },
    sessions,
  } as const;
  const issued = {
    number: `${of.number}-B${nth}`,
    issuedAt: planning.now,
    issuedById,
    replyBy: dayOf(correctionOf(of, planning.newId(), sessions, planning)),
    ground: second?.ground ?? null,
    basis: second?.basis ?? null,
    approvedById,
    deadlineId: duty.id,
  };
  return { notice: issued, deadlines: [partDeadline(of, duty, planning)] };
}

function correctionOf(of: Case, id: string, sessions: DeadlineStart['sessions'], planning: Planning): Deadline {
  const limit = { amount: planning.noticeDays.correction, unit: 'WORKING_DAY' } as const;
  return partDeadline(of, { subject: 'CORRECTION', id, limit, sessions }, planning);
}

function dayOf({ plan: { dueAt } }: Deadline): string {
  if (dueAt === null) throw new Error('no calendar for the day of reply');
  return plainDateOf(dueAt);
}

/**
 * What begins when a notice is handed over: the applicant's time to answer, which is counted from there and never ends before the
 * day on the paper. None for an omission, the hall's own fault, for which no application is returned, and none when nothing
 * that it names is open any more.
 *
 * @regulation S4.3a S4.3c A-15
 * @param open every defect that is not settled yet
 */
export function answerTo(
  of: Case,
  notice: Pick<CorrectionNotice, 'number' | 'replyBy' | 'ground'>,
  open: readonly Pick<OpenDefect, 'noticeNumber'>[],
  sessions: DeadlineStart['sessions'],
  planning: Planning,
): { readonly deadline: Deadline; readonly replyBy: string } | null {
  if (notice.ground === 'OMISSION' || !open.some(({ noticeNumber }) => noticeNumber === notice.number)) return null;
  const counted = correctionOf(of, planning.newId(), sessions, planning);
  const deadline = notBefore(notice.replyBy, counted, planning.counting, planning.now);
  return { deadline, replyBy: dayOf(deadline) };
}

/** How a notice reached the applicant: on paper, or electronically by the channel that the applicant chose. */
export interface NoticeDelivery {
  readonly hallCode: string;
  readonly number: string;
  readonly caseId: string;
  readonly ground: SecondNoticeGround | null;
  /** The day on the paper. */
  readonly replyBy: string;
  readonly deadlineId: string | null;
  /** Whether the applicant has an account, by which alone they can confirm what reached them electronically. */
  readonly canConfirm: boolean;
  readonly mode: 'PRINTED' | 'ELECTRONIC' | null;
  readonly acknowledgedAt: Date | null;
}

/** What a second notice would say. */
export interface SecondNotice {
  readonly ground: SecondNoticeGround;
  readonly basis: string;
  readonly defects: readonly Defect[];
}

/** A second notice that may be issued. */
export interface PermittedNotice {
  /** Whether the clock stands still for it. */
  readonly pausing: boolean;
  readonly isBreach: boolean;
}

/**
 * A lawful second notice says everything as well: what was found in new papers and stands on no notice yet is added by the
 * system, so that no third one can follow for it.
 *
 * @regulation S4.1b A-14
 */
export function withEverythingUntold(second: SecondNotice, open: readonly OpenDefect[]): SecondNotice {
  if (second.ground === 'OMISSION') return second;
  const isSaid = ({ materialCode }: Defect): boolean => second.defects.some((it) => it.materialCode === materialCode);
  const untold = open.filter(
    (it) => it.newlySupplied && it.noticeNumber === null && belongsOnNotice(it) && !isSaid(it),
  );
  const added = untold.map(({ materialCode, kind, explanation }) => ({ materialCode, kind, explanation }));
  return { ...second, defects: [...second.defects, ...added] };
}

/**
 * Whether a second notice may be issued. It is impossible, save for papers that were supplied only now, for changed
 * law or facts, or as a recorded breach with the head's approval. After acceptance it is the head's, whatever the ground,
 * and stops no clock: the law knows corrections before acceptance only, and other grounds to stand still after it.
 *
 * @regulation S4.1b S4.2c A-14
 * @param open every defect that is not settled yet
 * @param byHead whether the caller is the head who can approve a breach
 * @refuses SECOND_NOTICE, SECOND_NOTICE_NEEDS_HEAD, DEMAND_NEEDS_HEAD, BASIS_NOT_CITABLE, ON_SPOT_NOT_ON_NOTICE,
 *   CASE_ACTION_NOT_POSSIBLE
 */
export function permitSecondNotice(
  current: Case,
  { ground, basis, defects }: SecondNotice,
  { open, noticesBefore, byHead }: { open: readonly OpenDefect[]; noticesBefore: number; byHead: boolean },
): Outcome<PermittedNotice> {
  const refused = refuseUnlessAllowed(current, 'issueSecondNotice');
  if (refused) return refused;
  if (defects.length === 0) return refuse('SECOND_NOTICE', { zh: '没有指明问题', en: 'nothing is named' });
  if (!defects.every(belongsOnNotice)) return refuse('ON_SPOT_NOT_ON_NOTICE');
  const isAccepted = current.acceptedAt !== null;
  if (isAccepted && !byHead) return refuse('DEMAND_NEEDS_HEAD');
  switch (ground) {
    case 'NEWLY_SUPPLIED': {
      const isNew = ({ materialCode }: Defect): boolean =>
        open.some((defect) => defect.newlySupplied && defect.materialCode === materialCode);
      if (noticesBefore === 0 || !defects.every(isNew))
        return refuse('SECOND_NOTICE', { zh: '首次告知时即可发现', en: 'it could be seen the first time' });
      return done({ pausing: !isAccepted, isBreach: false });
    }
    case 'CHANGED_LAW':
      if (!citesLaw(basis)) return refuse('BASIS_NOT_CITABLE');
      return done({ pausing: !isAccepted, isBreach: false });
    case 'OMISSION':
      if (!byHead) return refuse('SECOND_NOTICE_NEEDS_HEAD');
      return done({ pausing: false, isBreach: true });
  }
}
