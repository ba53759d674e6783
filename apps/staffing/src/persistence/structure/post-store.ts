import { insert, insertAll, openRange, read } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { Authority } from '../../domain/authority/authority';
import type { Post } from '../../domain/structure/post';
import type { PostStore } from '../../use-cases/ports';
import { tables } from '../rows';
import type { PostDutiesRow, PostsRow } from '../rows';

/** A post with its current lead and deputy. */
type PostRow = PostsRow & { readonly lead_id: string; readonly deputy_id: string };

/** Posts with their current lead and deputy; `where` is about `p`. */
export const readPosts = (from: Tx | Database, where: string, values: readonly unknown[]): Promise<Post[]> =>
  read<PostRow>(
    from,
    `select ${tables.posts.of('p')}, l.staff_id as lead_id, d.staff_id as deputy_id
    from posts p
    join post_assignments l on l.hall_code = p.hall_code and l.post_id = p.id and l.role = 'LEAD' and upper_inf(l.during)
    join post_assignments d on d.hall_code = p.hall_code and d.post_id = p.id and d.role = 'DEPUTY' and upper_inf(d.during)
   where ${where}`,
    values,
  );

/** Ends whatever is recorded for a post (holder, cover or vacancy) and orders the change by the post's version. */
async function closeRecorded(tx: Tx, { hallCode, id, version }: Post, at: Date): Promise<void> {
  await tx.query(
    `with ended_duty as (
       update post_duties set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz))
        where hall_code = $1 and post_id = $2 and upper_inf(during)),
     ended_cover as (
       update covers set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz))
        where hall_code = $1 and post_id = $2 and upper_inf(during)),
     ended_vacancy as (
       update vacancies set during = tstzrange(lower(during), greatest(lower(during), $3::timestamptz))
        where hall_code = $1 and post_id = $2 and upper_inf(during))
     update posts set version = $4 where hall_code = $1 and id = $2`,
    [hallCode, id, at, version],
  );
}

/** The only writer of posts and of the history of authority. */
export const postStore: PostStore = {
  async insertPost(tx, post, from) {
    const inserted = await insert(tx, tables.posts, post, 'on conflict do nothing returning id');
    if (inserted.length === 0) return false;
    const assigned = { hallCode: post.hallCode, postId: post.id, during: openRange(from) };
    await insertAll(tx, tables.postAssignments, [
      { ...assigned, staffId: post.leadId, role: 'LEAD' },
      { ...assigned, staffId: post.deputyId, role: 'DEPUTY' },
    ]);
    return true;
  },

  lockPostsOf: (tx, { hallCode, id }) =>
    readPosts(tx, 'p.hall_code = $1 and $2 in (l.staff_id, d.staff_id) order by p.id for no key update of p', [
      hallCode,
      id,
    ]),

  async findPost(tx, { hallCode, id }) {
    return (await readPosts(tx, 'p.hall_code = $1 and p.id = $2', [hallCode, id]))[0];
  },

  async currentAuthority(tx, hallCode, postIds) {
    const rows = await read<
      Pick<PostDutiesRow, 'post_id' | 'role' | 'acting_for_id'> & { readonly staff_id: string | null }
    >(
      tx,
      `select post_id, staff_id, role, acting_for_id from post_duties
        where hall_code = $1 and post_id = any($2) and upper_inf(during)
       union all
       select post_id, null, null, null from vacancies
        where hall_code = $1 and post_id = any($2) and upper_inf(during)`,
      [hallCode, postIds],
    );
    return new Map(
      rows.map(({ postId, staffId, role, actingForId }): [string, Authority] => [
        postId,
        staffId === null ? { state: 'VACANT' } : { state: 'HELD', holder: { staffId, role, actingForId } },
      ]),
    );
  },

  async recordHolder(tx, post, { at, holder, coverId, coverCause }) {
    await closeRecorded(tx, post, at);
    const of = { hallCode: post.hallCode, postId: post.id, during: openRange(at) };
    const { staffId: actingId, actingForId: absentId } = holder;
    if (coverId !== null && absentId !== null) {
      await insert(tx, tables.covers, { ...of, id: coverId, absentId, actingId, cause: coverCause });
    }
    await insert(tx, tables.postDuties, { ...of, ...holder, coverId });
  },

  async recordVacancy(tx, post, { at, ownerId, reason }) {
    await closeRecorded(tx, post, at);
    const row = { hallCode: post.hallCode, postId: post.id, ownerId, reason, during: openRange(at) };
    await insert(tx, tables.vacancies, row);
  },

  async recordUnstaffed(tx, post, at) {
    await closeRecorded(tx, post, at);
  },
};
