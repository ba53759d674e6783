import { CalendarMissingError } from '@hall/kernel';
import type { HallKey } from '@hall/kernel';
import { badInput } from '@hall/platform/graphql';
import { sameAuthority } from '../../domain/authority/authority';
import type { Authority } from '../../domain/authority/authority';
import { foreseenGaps } from '../../domain/authority/coverage-forecast';
import { explainAuthority } from '../../domain/authority/explain-authority';
import type { AuthorityReading } from '../../domain/authority/explain-authority';
import { hallDayOf } from '../../domain/authority/whereabouts';
import type { HallRules } from '../../domain/authority/whereabouts';
import { leavesKnownAt } from '../../domain/leave/known-leave';
import type { KnownLeave } from '../../domain/leave/known-leave';
import { calendarInForce } from '../../domain/calendar/calendar-year';
import type { KnownAct, RecordedGap } from '../../persistence/authority/authority-queries';
import { rulesOf } from '../../use-cases/authority/replan-authority';
import type { StaffingParts } from '../queries';

/** Who held a post at an instant, by what was known then and by what is known now. */
export interface ExplainedPost {
  readonly post: HallKey;
  readonly at: Date;
  readonly rules: HallRules;
  readonly isOnRecord: boolean;
  readonly then: AuthorityReading;
  readonly now: AuthorityReading;
}

/** A gap in coverage: one of the record, or one that is foreseen. */
export interface Gap extends RecordedGap {
  readonly isForecast: boolean;
}

async function rulesOfHall({ ports, reads }: StaffingParts, hallCode: string): Promise<HallRules | undefined> {
  const [[hall], years] = await Promise.all([
    reads.structure.halls([hallCode]),
    reads.calendar.yearsOfHalls([hallCode]),
  ]);
  return hall && rulesOf(ports, hall, calendarInForce(years));
}

/** Explains a post at an instant that is not to come; nothing for a post that does not exist. */
export async function explainPost(parts: StaffingParts, post: HallKey, at: Date): Promise<ExplainedPost | undefined> {
  const { reads } = parts;
  const [[found], rules] = await Promise.all([reads.structure.posts([post]), rulesOfHall(parts, post.hallCode)]);
  if (!found || !rules) return undefined;
  const day = orBadInput(() => hallDayOf(at.getTime(), rules));
  const [{ assignments, acts, leaves }, [duty], [vacancy]] = await Promise.all([
    reads.authority.historyOf(post.hallCode, [post.id], new Date(day.from), new Date(day.to)),
    reads.authority.dutiesAt([post], at),
    reads.authority
      .vacanciesBetween(post.hallCode, at, new Date(at.getTime() + 1))
      .then((all) => all.filter(({ postId }) => postId === post.id)),
  ]);
  const read = (known: readonly KnownAct[], granted: readonly KnownLeave[]): AuthorityReading => {
    const history = {
      assignments: assignments.get(post.id) ?? [],
      leaves: granted,
      acts: known.map(({ id, staffId, kind, at: done }) => ({ id, staffId, kind, at: done.getTime() })),
    };
    return explainAuthority(history, rules, at.getTime());
  };
  const then = read(
    acts.filter(({ recordedAt, undoneAt }) => recordedAt <= at && (undoneAt === null || undoneAt > at)),
    leavesKnownAt(leaves, at),
  );
  const now = read(
    acts.filter(({ undoneAt }) => undoneAt === null),
    leaves,
  );
  const recorded: Authority = duty
    ? { state: 'HELD', holder: duty, cause: null }
    : vacancy
      ? { state: 'VACANT', cause: vacancy.reason }
      : { state: 'UNSTAFFED' };
  return { post, at, rules, then, now, isOnRecord: sameAuthority(recorded, withoutWaiting(then.authority)) };
}

/** Nobody yet is recorded as nobody. */
const withoutWaiting = (authority: Authority): Authority =>
  authority.state === 'AWAITED' ? { state: 'UNSTAFFED' } : authority;

/** The gaps of a hall in a span: of the past from the record, of what is to come as foreseen now. */
export async function gapsOf(parts: StaffingParts, hallCode: string, from: Date, to: Date): Promise<Gap[]> {
  const { ports, reads } = parts;
  const now = ports.clock.now();
  const past = from < now ? await reads.authority.vacanciesBetween(hallCode, from, to < now ? to : now) : [];
  const recorded = past.map((gap) => ({ ...gap, isForecast: false }));
  const rules = to <= now ? undefined : await rulesOfHall(parts, hallCode);
  if (!rules) return recorded;
  const posts = await reads.structure.postsOfHalls([hallCode]);
  const begins = from > now ? from : now;
  const ids = posts.map(({ id }) => id);
  const { assignments, leaves } = await reads.authority.historyOf(hallCode, ids, begins, to);
  const foreseen = orBadInput(() =>
    posts.flatMap(({ id: postId }) =>
      foreseenGaps(
        { assignments: assignments.get(postId) ?? [], leaves, acts: [] },
        rules,
        begins.getTime(),
        to.getTime(),
      ).map(({ cause: reason, ...span }) => ({
        hallCode,
        postId,
        from: new Date(span.from),
        to: new Date(span.to),
        reason,
        isForecast: true,
      })),
    ),
  );
  foreseen.sort((a, b) => a.from.getTime() - b.from.getTime());
  return [...recorded, ...foreseen];
}

/** A year whose calendar nobody knows is the question's fault. */
export function orBadInput<T>(work: () => T, field = 'at'): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CalendarMissingError)) throw error;
    throw badInput({ field, reason: `${error.year} 年的工作日历未知 / no calendar of ${error.year} is known` });
  }
}
