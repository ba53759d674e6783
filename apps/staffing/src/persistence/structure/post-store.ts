import type { HallKey } from '@hall/kernel';
import { insert, insertAll, openRange, read } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { Post } from '../../domain/structure/post';
import { tables } from '../rows';
import type { PostsRow } from '../rows';

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

/** The only writer of posts and of who is assigned to them. */
export const postStore = {
  async insertPost(tx: Tx, post: Post, from: Date): Promise<boolean> {
    const inserted = await insert(tx, tables.posts, post, 'on conflict do nothing returning id');
    if (inserted.length === 0) return false;
    const assigned = { hallCode: post.hallCode, postId: post.id, during: openRange(from) };
    await insertAll(tx, tables.postAssignments, [
      { ...assigned, staffId: post.leadId, role: 'LEAD' },
      { ...assigned, staffId: post.deputyId, role: 'DEPUTY' },
    ]);
    return true;
  },

  /** Locks every post whose lead or deputy this person is, in a fixed order, so that two changes never deadlock. */
  lockPostsOf: (tx: Tx, { hallCode, id }: HallKey): Promise<Post[]> =>
    readPosts(tx, 'p.hall_code = $1 and $2 in (l.staff_id, d.staff_id) order by p.id for no key update of p', [
      hallCode,
      id,
    ]),

  async findPost(tx: Tx, { hallCode, id }: HallKey): Promise<Post | undefined> {
    return (await readPosts(tx, 'p.hall_code = $1 and p.id = $2', [hallCode, id]))[0];
  },
};
