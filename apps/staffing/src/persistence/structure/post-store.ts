import type { HallKey } from '@hall/kernel';
import { byKeys, insert, insertAll, keyColumns, openRange, read } from '@hall/platform/postgres';
import type { Database, Tx } from '@hall/platform/postgres';
import type { Post } from '../../domain/structure/post';
import type { Temporary } from '../../domain/structure/temporary';
import { tables } from '../rows';
import type { PostsRow } from '../rows';

/** A post with its current lead and deputy. */
type PostRow = PostsRow & { readonly lead_id: string; readonly deputy_id: string };

/** Posts with their current lead and deputy; `where` is about `p`. */
export const readPosts = (from: Tx | Database, where: string, values: readonly unknown[]): Promise<Post[]> =>
  read<PostRow>(
    from,
    `select ${tables.posts.of('p', ['look_again_at'])}, l.staff_id as lead_id, d.staff_id as deputy_id
    from posts p
    join post_assignments l on l.hall_code = p.hall_code and l.post_id = p.id and l.role = 'LEAD' and upper_inf(l.during)
    join post_assignments d on d.hall_code = p.hall_code and d.post_id = p.id and d.role = 'DEPUTY' and upper_inf(d.during)
   where ${where}`,
    values,
  );

/** A post that is locked, and when its authority was last looked at. */
export interface LockedPost extends Post {
  readonly lookedAt: Date | null;
}

const readLocked = (tx: Tx, where: string, values: readonly unknown[]): Promise<LockedPost[]> =>
  readPosts(tx, where, values) as Promise<LockedPost[]>;

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

  /** Locks every post to which this person is assigned at an instant, in a fixed order, so that two changes never deadlock. */
  lockPostsOf: (tx: Tx, { hallCode, id }: HallKey, at: Date): Promise<LockedPost[]> =>
    readLocked(
      tx,
      `p.hall_code = $1 and exists (select from post_assignments a where a.hall_code = p.hall_code and a.post_id = p.id
         and a.staff_id = $2 and a.during @> $3::timestamptz) order by p.id for no key update of p`,
      [hallCode, id, at],
    ),

  /** Locks every post to which this person is assigned at any time of a span, in the same order. */
  lockPostsDuring: (
    tx: Tx,
    { hallCode, id }: HallKey,
    { from, to }: { readonly from: Date; readonly to: Date },
  ): Promise<LockedPost[]> =>
    readLocked(
      tx,
      `p.hall_code = $1 and exists (select from post_assignments a where a.hall_code = p.hall_code and a.post_id = p.id
         and a.staff_id = $2 and a.during && tstzrange($3, $4)) order by p.id for no key update of p`,
      [hallCode, id, from, to],
    ),

  /** Locks a post until the transaction ends. */
  async lockPost(tx: Tx, { hallCode, id }: HallKey): Promise<LockedPost | undefined> {
    return (await readLocked(tx, 'p.hall_code = $1 and p.id = $2 for no key update of p', [hallCode, id]))[0];
  },

  /** Seats somebody beside lead and deputy for a while. */
  async insertTemporary(
    tx: Tx,
    { hallCode, id: postId }: HallKey,
    { from, to, ...temporary }: Temporary & { readonly reason: string; readonly appointedById: string },
  ): Promise<void> {
    const during = `[${from.toISOString()},${to.toISOString()})`;
    await insert(tx, tables.postAssignments, { ...temporary, hallCode, postId, role: 'TEMPORARY', during });
  },

  /** Locks those of these posts that nobody else has locked. */
  lockPosts: (tx: Tx, keys: readonly HallKey[]): Promise<LockedPost[]> =>
    readLocked(tx, `${byKeys('p.id')} order by p.hall_code, p.id for no key update of p skip locked`, keyColumns(keys)),

  /** Posts that have to be looked at by now, the longest due first. */
  findPostsToLookAt: (tx: Tx, now: Date, limit: number, aside: readonly string[]): Promise<HallKey[]> =>
    read<Pick<PostsRow, 'hall_code' | 'id'>>(
      tx,
      `/* sweep */ select hall_code, id from posts where look_again_at <= $1 and id <> all($3::uuid[])
        order by look_again_at, id limit $2`,
      [now, limit, aside],
    ),

  async findPost(tx: Tx, { hallCode, id }: HallKey): Promise<Post | undefined> {
    return (await readPosts(tx, 'p.hall_code = $1 and p.id = $2', [hallCode, id]))[0];
  },
};
