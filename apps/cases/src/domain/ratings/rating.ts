import { done } from '@hall/kernel';
import type { OfferedAct, Outcome, Refused } from '@hall/kernel';
import { isLeader } from '../cases/caller';
import type { Caller } from '../cases/caller';
import type { CaseStatus } from '../cases/case';
import { refuse } from '../refusals';

/** What is rated: how a visitor was received, or how a matter was handled. */
export const ratedSubjects = ['CONTACT', 'CASE'] as const;
/** One of {@link ratedSubjects}. */
export type RatedSubject = (typeof ratedSubjects)[number];

/** What the look into a bad rating has shown. */
export const ratingFindings = ['CONFIRMED', 'NOT_CONFIRMED'] as const;
/** One of {@link ratingFindings}. */
export type RatingFinding = (typeof ratingFindings)[number];

/** A visitor's rating (评价): 5 very satisfied … 1 very dissatisfied. Silence is no rating. */
export interface Rating {
  readonly hallCode: string;
  readonly id: string;
  readonly subject: RatedSubject;
  readonly subjectId: string;
  readonly windowId: string | null;
  /** Whose service it was. */
  readonly staffId: string;
  readonly level: number;
  readonly remark: string | null;
  readonly ratedAt: Date;
  readonly finding: RatingFinding | null;
  readonly measures: string | null;
  readonly answeredById: string | null;
  readonly answeredAt: Date | null;
}

/** A bad rating is looked into, put right and answered. */
export function needsAnswer({ level }: Pick<Rating, 'level'>): boolean {
  return level <= 2;
}

/** States in which nothing of the handling is yet to come. */
const handled: readonly CaseStatus[] = ['DECIDED', 'COMPLETED', 'NOT_ACCEPTED', 'RETURNED', 'WITHDRAWN'];

/** What is known when somebody rates. */
export interface RatedService {
  readonly facts: Pick<
    Rating,
    'hallCode' | 'id' | 'subject' | 'subjectId' | 'windowId' | 'staffId' | 'level' | 'remark'
  >;
  /** Where the case stands; null for a contact. */
  readonly status: CaseStatus | null;
  /** The member of staff who asks; null for a visitor. */
  readonly raterId: string | null;
  readonly now: Date;
}

/**
 * Takes a rating. A reception can be rated at once, a case when its outcome is known; nobody rates their own service.
 *
 * @regulation S2.2a S3.1a
 * @refuses RATED_TOO_EARLY, RATE_OWN_SERVICE
 */
export function openRating({ facts, status, raterId, now }: RatedService): Outcome<Rating> {
  if (status !== null && !handled.includes(status)) return refuse('RATED_TOO_EARLY');
  if (raterId === facts.staffId) return refuse('RATE_OWN_SERVICE');
  return done({ ...facts, ratedAt: now, finding: null, measures: null, answeredById: null, answeredAt: null });
}

function refuseRatingAnswer(rating: Rating, officerId: string): Refused | undefined {
  if (!needsAnswer(rating)) return refuse('RATING_NEEDS_NO_ANSWER');
  if (rating.answeredAt !== null) return refuse('RATING_ANSWERED');
  return rating.staffId === officerId ? refuse('ANSWER_OWN_RATING') : undefined;
}

/**
 * What somebody may do with a rating now.
 *
 * @regulation S2.2a S3.1a
 */
export const ratingActs = {
  answerRating: {
    text: '核查差评并反馈（S2.2a） / Look into a bad rating and answer it',
    refuse: ({ rating, caller }) =>
      isLeader(caller, caller.departmentId) ? refuseRatingAnswer(rating, caller.id) : refuse('LEADER_REQUIRED'),
  },
} satisfies Record<string, OfferedAct<{ readonly rating: Rating; readonly caller: Caller }>>;

/**
 * Answers a bad rating: what was found, and what is done about it.
 *
 * @regulation S2.2a S3.1a
 * @refuses RATING_NEEDS_NO_ANSWER, RATING_ANSWERED, ANSWER_OWN_RATING
 */
export function applyRatingAnswer(
  rating: Rating,
  answer: {
    readonly officerId: string;
    readonly finding: RatingFinding;
    readonly measures: string;
    readonly now: Date;
  },
): Outcome<Rating> {
  const refused = refuseRatingAnswer(rating, answer.officerId);
  if (refused) return refused;
  const { officerId: answeredById, finding, measures, now: answeredAt } = answer;
  return done({ ...rating, finding, measures, answeredById, answeredAt });
}
