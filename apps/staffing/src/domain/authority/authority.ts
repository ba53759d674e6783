import { causeOfAbsence, presenceAt } from './whereabouts';
import type { CoverCause, HallDay, PersonDay, Presence } from './whereabouts';

/** A岗, B岗, 临时顶岗. */
export const postRoles = ['LEAD', 'DEPUTY', 'TEMPORARY'] as const;
/** One of {@link postRoles}. */
export type PostRole = (typeof postRoles)[number];

/** Who holds a post's authority, and for whom. */
export interface Holder {
  readonly staffId: string;
  readonly role: PostRole;
  readonly actingForId: string | null;
}

/**
 * The answer for one post and one instant: a holder, an open vacancy, nobody yet because the lead is expected any minute,
 * or nobody (outside service).
 */
export type Authority =
  | { readonly state: 'HELD'; readonly holder: Holder; readonly cause: CoverCause | null }
  | { readonly state: 'VACANT'; readonly cause: CoverCause }
  | { readonly state: 'AWAITED' }
  | { readonly state: 'UNSTAFFED' };

/** The states of a post's authority. */
export const authorityStates = [
  'HELD',
  'VACANT',
  'AWAITED',
  'UNSTAFFED',
] as const satisfies readonly Authority['state'][];
/** One of {@link authorityStates}. */
export type AuthorityState = (typeof authorityStates)[number];

/** By which rule of precedence an answer can come about. */
export const authorityRules = [
  'LEAD_PRESENT',
  'COVER',
  'COVER_GOES_ON',
  'NOBODY_TO_ACT',
  'LEAD_AWAITED',
  'NOBODY',
] as const;
/** One of {@link authorityRules}. */
export type AuthorityRule = (typeof authorityRules)[number];

/** Who sits where: at most one lead and one deputy, any number of temporaries in their order. */
export interface Seats {
  readonly lead: PersonAt | undefined;
  readonly deputy: PersonAt | undefined;
  readonly temporaries: readonly PersonAt[];
}

/** A person of a post at an instant. */
export interface PersonAt {
  readonly staffId: string;
  readonly day: PersonDay;
  readonly isOnLeave: boolean;
  readonly presence: Presence;
}

/** A person of a post as known at an instant. */
export function personAt(staffId: string, day: PersonDay, isOnLeave: boolean, hallDay: HallDay, at: number): PersonAt {
  return { staffId, day, isOnLeave, presence: presenceAt(day, isOnLeave, hallDay, at) };
}

/**
 * Who holds the authority of a post at an instant, by a fixed precedence: the lead who is there; else, once the lead is away
 * or a cover has been under way, the deputy, else a temporary; else nobody, which in service hours is a vacancy somebody
 * must own, unless the lead is expected any minute.
 *
 * @regulation S5.1c S5.2a S5.2b S5.4b A-18 A-20
 * @param before what held in the instant before; a cover that is under way goes on until the lead is there
 */
export function decideAuthority(
  { lead, deputy, temporaries }: Seats,
  before: Authority,
  hallDay: HallDay,
  at: number,
  isInService: boolean,
): { readonly authority: Authority; readonly rule: AuthorityRule } {
  if (lead?.presence === 'PRESENT') {
    const holder = { staffId: lead.staffId, role: 'LEAD', actingForId: null } as const;
    return { authority: { state: 'HELD', holder, cause: null }, rule: 'LEAD_PRESENT' };
  }
  const cause = causeOf(lead, hallDay, at);
  const substitutes = deputy === undefined ? temporaries : [deputy, ...temporaries];
  const present = substitutes.filter(({ presence }) => presence === 'PRESENT');
  const wasActing = before.state === 'HELD' && before.holder.role !== 'LEAD' ? before : undefined;
  const goesOn = wasActing !== undefined && present.some(({ staffId }) => staffId === wasActing.holder.staffId);
  const [acting] = present;
  if (acting !== undefined && (cause !== null || goesOn)) {
    const role = acting === deputy ? 'DEPUTY' : 'TEMPORARY';
    const holder: Holder = { staffId: acting.staffId, role, actingForId: lead?.staffId ?? null };
    // A cover keeps the cause for which it began.
    const kept = wasActing !== undefined && samePeople(wasActing.holder, holder) ? wasActing.cause : null;
    return {
      authority: { state: 'HELD', holder, cause: kept ?? cause ?? wasActing?.cause ?? 'LEFT_POST' },
      rule: cause === null ? 'COVER_GOES_ON' : 'COVER',
    };
  }
  if (cause !== null && isInService) return { authority: { state: 'VACANT', cause }, rule: 'NOBODY_TO_ACT' };
  if (lead?.presence === 'AWAITED') return { authority: { state: 'AWAITED' }, rule: 'LEAD_AWAITED' };
  return { authority: { state: 'UNSTAFFED' }, rule: cause === null ? 'NOBODY' : 'NOBODY_TO_ACT' };
}

/** Why a lead who is away is; null for one who is not. */
function causeOf(lead: PersonAt | undefined, hallDay: HallDay, at: number): CoverCause | null {
  if (lead === undefined) return 'NO_LEAD';
  return lead.presence === 'AWAY' ? causeOfAbsence(lead.day, lead.isOnLeave, hallDay, at) : null;
}

function samePeople(a: Holder, b: Holder): boolean {
  return a.staffId === b.staffId && a.role === b.role && a.actingForId === b.actingForId;
}

/** Whether two answers name the same holder or the same kind of nobody; then nothing has to be written. */
export function sameAuthority(a: Authority, b: Authority): boolean {
  if (a.state !== 'HELD' || b.state !== 'HELD') return a.state === b.state;
  return samePeople(a.holder, b.holder);
}
