import { done } from '@hall/kernel';
import type { Outcome } from '@hall/kernel';
import { refuse } from '../refusals';
import type { Post } from '../structure/post';
import { refuseUnlessIn } from './leave';
import type { Leave } from './leave';

/** That the deputy of a post has read what is handed over, and of which version. */
export interface HandoverAcceptance {
  readonly hallCode: string;
  readonly leaveId: string;
  readonly postId: string;
  readonly revision: number;
  readonly acceptedById: string;
  readonly acceptedAt: Date;
}

type PostInHand = Pick<Post, 'id' | 'code' | 'leadId' | 'deputyId'>;

/** The posts that somebody leads: these are handed over. */
const led = <P extends PostInHand>({ staffId }: Leave, posts: readonly P[]): P[] =>
  posts.filter(({ leadId }) => leadId === staffId);

/** The posts that are not handed over as the leave's hand-over is written now; none in an emergency. */
export function notHandedOver<P extends PostInHand>(
  leave: Leave,
  posts: readonly P[],
  acceptances: readonly HandoverAcceptance[],
): P[] {
  if (leave.kind === 'EMERGENCY') return [];
  return led(leave, posts).filter(
    ({ id }) => !acceptances.some(({ postId, revision }) => postId === id && revision === leave.handoverRevision),
  );
}

/**
 * The person writes down what has to be known while they are away; what was accepted before has to be accepted again.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_POSSIBLE, HANDOVER_WITHOUT_POST
 */
export function applyPreparation(leave: Leave, notes: string, posts: readonly PostInHand[], now: Date): Outcome<Leave> {
  // What came up suddenly is handed over later, if at all.
  const no = refuseUnlessIn(leave, leave.kind === 'EMERGENCY' ? ['REQUESTED', 'APPROVED'] : ['REQUESTED']);
  if (no) return no;
  if (led(leave, posts).length === 0) return refuse('HANDOVER_WITHOUT_POST');
  const handoverRevision = leave.handoverRevision + 1;
  return done({ ...leave, handoverNotes: notes, handoverPreparedAt: now, handoverRevision });
}

/**
 * The deputy accepts what is handed over, for each post of which they are the deputy.
 *
 * @regulation S5.3a
 * @refuses LEAVE_NOT_POSSIBLE, HANDOVER_NOT_YOURS, HANDOVER_NOT_PREPARED, HANDOVER_ACCEPTED
 */
export function acceptHandoverOf(
  leave: Leave,
  posts: readonly PostInHand[],
  before: readonly HandoverAcceptance[],
  { byId, now }: { readonly byId: string; readonly now: Date },
): Outcome<readonly HandoverAcceptance[]> {
  const no = refuseUnlessIn(leave, ['REQUESTED', 'APPROVED']);
  if (no) return no;
  const own = led(leave, posts).filter(({ deputyId }) => deputyId === byId);
  if (own.length === 0) return refuse('HANDOVER_NOT_YOURS');
  const { hallCode, id: leaveId, handoverRevision: revision } = leave;
  if (revision === 0) return refuse('HANDOVER_NOT_PREPARED');
  const open = own.filter(({ id }) => !before.some((each) => each.postId === id && each.revision === revision));
  if (open.length === 0) return refuse('HANDOVER_ACCEPTED');
  return done(
    open.map(({ id: postId }) => ({ hallCode, leaveId, postId, revision, acceptedById: byId, acceptedAt: now })),
  );
}
