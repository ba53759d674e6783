import type { Post } from '../structure/post';

/** A岗, B岗, 临时顶岗. */
export const postRoles = ['LEAD', 'DEPUTY', 'TEMPORARY'] as const;
/** One of {@link postRoles}. */
export type PostRole = (typeof postRoles)[number];

/** Why a deputy can act. */
export const coverCauses = ['PLANNED_LEAVE', 'MISSED_CHECK_IN', 'LEFT_POST', 'REPORTED_ABSENCE'] as const;
/** Why a deputy acts. */
export type CoverCause = (typeof coverCauses)[number];

/** Where a person is, as far as the hall knows: at work, not arrived yet, or known to be away. */
export type Presence = 'PRESENT' | 'NOT_YET' | 'AWAY';

/** Who holds a post's authority, and for whom. */
export interface Holder {
  readonly staffId: string;
  readonly role: PostRole;
  readonly actingForId: string | null;
}

/** The answer for one post and one instant: a holder, an open vacancy, or nobody yet (outside service). */
export type Authority =
  { readonly state: 'HELD'; readonly holder: Holder } | { readonly state: 'VACANT' } | { readonly state: 'UNSTAFFED' };

/**
 * Who holds the authority of a post now. Fixed precedence: the lead who is there; else the deputy, but only when the
 * lead is truly away and the deputy is there; else nobody, which in service hours is a vacancy somebody must own.
 *
 * @regulation S5.1c S5.2a S5.2b S5.4b
 * @param presenceOf presence of a person at the same instant
 * @param inService whether the instant lies in opening hours of a working day
 */
export function authorityOf(
  post: Pick<Post, 'leadId' | 'deputyId'>,
  presenceOf: (staffId: string) => Presence,
  inService: boolean,
): Authority {
  const { leadId, deputyId } = post;
  const lead = presenceOf(leadId);
  if (lead === 'PRESENT') return { state: 'HELD', holder: { staffId: leadId, role: 'LEAD', actingForId: null } };
  if (lead === 'AWAY' && presenceOf(deputyId) === 'PRESENT') {
    return { state: 'HELD', holder: { staffId: deputyId, role: 'DEPUTY', actingForId: leadId } };
  }
  return lead === 'AWAY' && inService ? { state: 'VACANT' } : { state: 'UNSTAFFED' };
}

/** Whether two answers name the same holder or the same kind of nobody; then nothing has to be written. */
export function sameAuthority(a: Authority, b: Authority): boolean {
  if (a.state !== 'HELD' || b.state !== 'HELD') return a.state === b.state;
  return (
    a.holder.staffId === b.holder.staffId &&
    a.holder.role === b.holder.role &&
    a.holder.actingForId === b.holder.actingForId
  );
}

/** A change of holder; a deputy holds a post only inside a cover. */
export interface NewHolder {
  readonly at: Date;
  readonly holder: Holder;
  readonly coverId: string | null;
  readonly coverCause: CoverCause;
}
