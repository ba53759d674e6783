import { planAuthority } from './plan-authority';
import type { PostHistory } from './plan-authority';
import { hallDayOf } from './whereabouts';
import type { CoverCause, HallRules } from './whereabouts';

/** A span in which nobody would hold a post in service; instants in milliseconds. */
export interface ForeseenGap {
  readonly from: number;
  readonly to: number;
  readonly cause: CoverCause;
}

/**
 * Where a post would be without anybody in a time to come, if everybody comes who is not on leave.
 *
 * @regulation S5.1c A-19
 * @throws CalendarMissingError where a year is not known
 */
export function foreseenGaps(
  { assignments, leaves }: PostHistory,
  rules: HallRules,
  from: number,
  to: number,
): ForeseenGap[] {
  const people = [...new Set(assignments.map(({ staffId }) => staffId))];
  const acts: { staffId: string; kind: 'CHECK_IN'; at: number }[] = [];
  for (let day = hallDayOf(from, rules); day.from < to; day = hallDayOf(day.to, rules)) {
    for (const staffId of people) acts.push({ staffId, kind: 'CHECK_IN', at: day.from });
  }
  return planAuthority({ assignments, leaves, acts }, rules, from, to).flatMap(({ authority, ...span }) =>
    authority.state === 'VACANT' ? [{ ...span, cause: authority.cause }] : [],
  );
}
