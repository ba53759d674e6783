import { sameAuthority } from './authority';
import type { Authority } from './authority';
import { planAuthority } from './plan-authority';
import type { AuthorityInterval, PostHistory } from './plan-authority';
import { hallDayOf } from './whereabouts';
import type { HallRules } from './whereabouts';

/** An interval as it is written: the last one is open. */
export interface RecordedInterval {
  readonly from: number;
  readonly to: number | null;
  readonly authority: Authority;
  /** The cover under which somebody other than the lead acts. */
  readonly coverId: string | null;
  /** Who answers for a vacancy. */
  readonly ownerId: string | null;
}

/** What has to be written about a post, and when it has to be looked at again. */
export interface Changes {
  readonly intervals: readonly AuthorityInterval[];
  readonly lookAgainAt: number;
}

/**
 * What has changed about a post since it was last looked at, and when the next change comes if nobody does anything. What
 * passing time alone has changed is told with the instant at which it changed, however late one looks; the history of days
 * on which nobody looked is not made up afterwards: the day of the last look is ended, and then comes today.
 *
 * @regulation S5.1c S5.2a A-20
 * @param recorded what is on record as the present state
 * @param lookedAt when the post was last looked at; whatever people did since then has been looked at
 */
export function changesOfAuthority(
  history: PostHistory,
  rules: HallRules,
  recorded: Authority,
  lookedAt: number | null,
  now: number,
): Changes {
  const today = hallDayOf(now, rules);
  const since = Math.min(lookedAt ?? now, now);
  const lastDay = hallDayOf(since, rules);
  const seen = lastDay.from === today.from ? [] : planAuthority(history, rules, since, lastDay.to);
  const plan = planAuthority(history, rules, Math.max(since, today.from), today.to);
  const present = plan.findIndex(({ to }) => now < to);
  const intervals: AuthorityInterval[] = [];
  let last = recorded;
  for (const interval of [...seen, ...plan.slice(0, present + 1)]) {
    if (isAsGood(last, interval.authority)) continue;
    intervals.push(interval);
    last = interval.authority;
  }
  return { intervals, lookAgainAt: plan[present]!.to };
}

/** Nobody yet and nobody at all are recorded alike: as nothing. */
function isAsGood(a: Authority, b: Authority): boolean {
  const isNobody = ({ state }: Authority): boolean => state === 'AWAITED' || state === 'UNSTAFFED';
  return sameAuthority(a, b) || (isNobody(a) && isNobody(b));
}
