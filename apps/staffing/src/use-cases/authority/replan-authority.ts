import { OpeningHours } from '@hall/kernel';
import type { WorkCalendar } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Cause } from '@hall/platform/publishing';
import { changesOfAuthority } from '../../domain/authority/changes-of-authority';
import type { RecordedInterval } from '../../domain/authority/changes-of-authority';
import type { Authority } from '../../domain/authority/authority';
import { hallDayOf } from '../../domain/authority/whereabouts';
import type { HallRules } from '../../domain/authority/whereabouts';
import type { AuthorityCause, StaffingFact } from '../../domain/facts';
import type { Hall } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import { staffActStore } from '../../persistence/attendance/staff-act-store';
import { leaveStore } from '../../persistence/leave/leave-store';
import { authorityStore } from '../../persistence/authority/authority-store';
import type { PostChanges } from '../../persistence/authority/authority-store';
import { staffStore } from '../../persistence/structure/staff-store';
import type { LockedPost } from '../../persistence/structure/post-store';
import type { StaffingPorts } from '../ports';

const nobody: Authority = { state: 'UNSTAFFED' };

/** The numbers and the calendar of a hall by which authority is worked out. */
export function rulesOf({ settings }: StaffingPorts, hall: Hall, calendar: WorkCalendar): HallRules {
  const { waitAtOpeningMinutes, overtimeMinutes } = settings['A-20'];
  const hours = OpeningHours.of(hall.sessions)!;
  return { hours, calendar, graceMinutes: waitAtOpeningMinutes, overtimeMinutes };
}

/**
 * Works out anew who holds each of these posts of one hall and writes only what has changed. Run twice it does nothing the
 * second time. It takes the same number of statements for one post and for all.
 *
 * @regulation S5.1c S5.2a S5.4b A-20
 * @param posts locked until the transaction ends
 * @returns the posts as they are now
 */
export async function replanAuthority(
  ports: StaffingPorts,
  tx: Tx,
  because: Cause,
  {
    hall,
    calendar,
    posts,
  }: { readonly hall: Hall; readonly calendar: WorkCalendar; readonly posts: readonly LockedPost[] },
): Promise<readonly LockedPost[]> {
  if (posts.length === 0) return posts;
  const now = ports.clock.now();
  const rules = rulesOf(ports, hall, calendar);
  const ids = posts.map(({ id }) => id);
  const first = Math.min(now.getTime(), ...posts.map(({ lookedAt }) => lookedAt?.getTime() ?? Infinity));
  const since = new Date(hallDayOf(first, rules).from);
  const until = new Date(hallDayOf(now.getTime(), rules).to);
  const assignments = await authorityStore.assignmentsOf(tx, hall.code, ids, { from: since, to: until });
  const people = [...new Set([...assignments.values()].flat().map(({ staffId }) => staffId))];
  const done = await staffActStore.actsSince(tx, hall.code, people, since);
  const acts = done.map(({ at, ...act }) => ({ ...act, at: at.getTime() }));
  const leaves = await leaveStore.grantedSpans(tx, hall.code, people, { from: since, to: until });
  const recorded = await authorityStore.recordedNow(tx, hall.code, ids);

  const changes = posts.map((post) => {
    const history = { assignments: assignments.get(post.id) ?? [], leaves, acts };
    const before = recorded.get(post.id) ?? nobody;
    return {
      post,
      before,
      ...changesOfAuthority(history, rules, before, post.lookedAt?.getTime() ?? null, now.getTime()),
    };
  });
  const vacant = changes.filter(({ intervals }) => intervals.some(({ authority }) => authority.state === 'VACANT'));
  const owners =
    vacant.length === 0
      ? new Map<string, string>()
      : await staffStore.vacancyOwners(tx, hall.code, [...new Set(vacant.map(({ post }) => post.windowId))]);
  const facts: StaffingFact[] = [];
  const written = changes.map(({ post, before, intervals, lookAgainAt }): PostChanges => {
    const toWrite = intervals.map(({ from, authority }, index): RecordedInterval => {
      const isActing = authority.state === 'HELD' && authority.holder.role !== 'LEAD';
      const owner = owners.get(post.windowId) ?? post.leadId;
      return {
        from,
        to: intervals[index + 1]?.from ?? null,
        authority,
        coverId: isActing ? ports.newId() : null,
        ownerId: authority.state === 'VACANT' ? owner : null,
      };
    });
    facts.push(...toFacts(post, before, toWrite));
    return {
      hallCode: hall.code,
      postId: post.id,
      version: post.version + toWrite.length,
      intervals: toWrite,
      lookedAt: now,
      lookAgainAt: new Date(lookAgainAt),
    };
  });
  await authorityStore.record(tx, written);
  await ports.publish(tx, because, facts);
  return written.map(({ version, lookedAt }, index) => ({ ...posts[index]!, version, lookedAt }));
}

/** What others are told about a post, in order. */
function toFacts(locked: LockedPost, recorded: Authority, intervals: readonly RecordedInterval[]): StaffingFact[] {
  const { lookedAt: _lookedAt, ...post } = locked;
  let [before, version] = [recorded, post.version];
  return intervals.map(({ from, authority, coverId }) => {
    const previousHolderId = before.state === 'HELD' ? before.holder.staffId : null;
    before = authority;
    const holder = authority.state === 'HELD' ? { ...authority.holder, coverId } : null;
    const told: Post = { ...post, version: ++version };
    return {
      kind: 'AUTHORITY_CHANGED',
      post: told,
      holder,
      previousHolderId,
      cause: causeOf(authority),
      at: new Date(from),
    };
  });
}

function causeOf(authority: Authority): AuthorityCause {
  if (authority.state === 'VACANT') return authority.cause;
  if (authority.state !== 'HELD') return 'OFF_DUTY';
  return authority.cause ?? 'LEAD_PRESENT';
}
