import type { HallKey, WorkCalendar } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Command } from '@hall/platform/use-case';
import { authorityOf, sameAuthority } from '../../domain/authority/authority';
import type { Authority } from '../../domain/authority/authority';
import type { AuthorityCause } from '../../domain/facts';
import { isInService } from '../../domain/structure/hall';
import type { Hall } from '../../domain/structure/hall';
import type { Post } from '../../domain/structure/post';
import type { StaffingPorts } from '../ports';
import { authorityStore } from '../../persistence/authority/authority-store';
import { postStore } from '../../persistence/structure/post-store';
import { presenceStore } from '../../persistence/attendance/presence-store';
import { staffStore } from '../../persistence/structure/staff-store';

interface Replan {
  readonly hall: Hall;
  readonly calendar: WorkCalendar;
  readonly staff: HallKey;
  readonly cause: AuthorityCause;
  readonly now: Date;
}

/**
 * Works out anew who holds each post of a person whose presence has changed, and writes only the difference. Run twice
 * it does nothing the second time.
 *
 * @regulation S5.1c S5.2a S5.4b
 */
export async function replanAuthority(
  ports: StaffingPorts,
  tx: Tx,
  command: Command<unknown>,
  replan: Replan,
): Promise<void> {
  const { hall, calendar, now } = replan;
  const posts = await postStore.lockPostsOf(tx, replan.staff);
  if (posts.length === 0) return;
  const people = [...new Set(posts.flatMap(({ leadId, deputyId }) => [leadId, deputyId]))];
  const presence = await presenceStore.presenceOf(tx, hall.code, people, now);
  const recorded = await authorityStore.currentAuthority(
    tx,
    hall.code,
    posts.map(({ id }) => id),
  );
  const inService = isInService(hall, calendar, now);
  for (const post of posts) {
    const before = recorded.get(post.id) ?? { state: 'UNSTAFFED' };
    const after = authorityOf(post, (id) => presence.get(id) ?? 'NOT_YET', inService);
    if (!sameAuthority(before, after)) await recordChange(ports, tx, command, { post, before, after, ...replan });
  }
}

async function recordChange(
  ports: StaffingPorts,
  tx: Tx,
  command: Command<unknown>,
  change: Replan & { readonly post: Post; readonly before: Authority; readonly after: Authority },
): Promise<void> {
  const { after, before, cause, now: at } = change;
  const post = { ...change.post, version: change.post.version + 1 };
  const coverId = after.state === 'HELD' && after.holder.role !== 'LEAD' ? ports.newId() : null;
  switch (after.state) {
    case 'HELD':
      await authorityStore.recordHolder(tx, post, {
        at,
        holder: after.holder,
        coverId,
        coverCause: cause === 'CHECK_OUT' ? 'LEFT_POST' : 'REPORTED_ABSENCE',
      });
      break;
    case 'VACANT':
      await authorityStore.recordVacancy(tx, post, { at, reason: cause, ownerId: await vacancyOwner(tx, post) });
      break;
    case 'UNSTAFFED':
      await authorityStore.recordUnstaffed(tx, post, at);
      break;
  }
  const holder = after.state === 'HELD' ? { ...after.holder, coverId } : null;
  const previousHolderId = before.state === 'HELD' ? before.holder.staffId : null;
  await ports.publish(tx, command, [{ kind: 'AUTHORITY_CHANGED', post, holder, previousHolderId, cause, at }]);
}

/** A vacancy always has somebody who answers for it; without a head or leader that is the absent lead. */
async function vacancyOwner(tx: Tx, post: Post): Promise<string> {
  const owner = await staffStore.findVacancyOwner(tx, { hallCode: post.hallCode, id: post.windowId });
  return owner ?? post.leadId;
}
