import { done, plainDateOf } from '@hall/kernel';
import type { Outcome, PlainDate, HallKey } from '@hall/kernel';
import type { Post } from '../structure/post';
import { refuse } from '../refusals';

/** What a training is about. */
export const trainingKinds = ['POLICY', 'LAW', 'HALL_RULES', 'BUSINESS', 'COMPUTER', 'ETIQUETTE'] as const;
/** One of {@link trainingKinds}. */
export type TrainingKind = (typeof trainingKinds)[number];

/** A training that was held (学习培训). */
export interface Training extends HallKey {
  readonly kind: TrainingKind;
  readonly topic: string;
  readonly heldOn: PlainDate;
  readonly minutes: number;
  readonly notes: string;
  readonly attendeeIds: readonly string[];
  readonly recordedById: string;
  readonly recordedAt: Date;
}

/**
 * Keeps a training that was held, with those who were there.
 *
 * @regulation S2.4b S1.1a S1.2c
 * @refuses TRAINING_IN_FUTURE
 */
export function openTraining(training: Training): Outcome<Training> {
  return training.heldOn > plainDateOf(training.recordedAt) ? refuse('TRAINING_IN_FUTURE') : done(training);
}

/** Who has read the duties of a post, and as they then were. */
export interface DutyReceipt {
  readonly hallCode: string;
  readonly postId: string;
  readonly staffId: string;
  readonly duties: readonly string[];
  readonly readAt: Date;
}

/**
 * The lead or the deputy confirms to have read what the post is for. Each knows the other's duties, since they stand in for
 * each other.
 *
 * @regulation S2.4a
 * @refuses DUTIES_OF_OTHERS, DUTIES_READ
 */
export function openDutyReceipt(
  post: Pick<Post, 'hallCode' | 'id' | 'duties' | 'leadId' | 'deputyId'>,
  staffId: string,
  { before, now }: { readonly before: readonly DutyReceipt[]; readonly now: Date },
): Outcome<DutyReceipt> {
  if (staffId !== post.leadId && staffId !== post.deputyId) return refuse('DUTIES_OF_OTHERS');
  if (before.some((receipt) => receipt.staffId === staffId && isCurrent(receipt, post))) return refuse('DUTIES_READ');
  return done({ hallCode: post.hallCode, postId: post.id, staffId, duties: post.duties, readAt: now });
}

/** Whether a receipt is about the duties as they are now. */
export function isCurrent({ duties }: Pick<DutyReceipt, 'duties'>, post: Pick<Post, 'duties'>): boolean {
  return JSON.stringify(duties) === JSON.stringify(post.duties);
}
