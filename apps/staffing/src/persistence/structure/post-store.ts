import type { Tx } from '@hall/platform/postgres';
import type { Authority, PostRole } from '../../domain/authority/authority';
import type { Post } from '../../domain/structure/post';
import type { PostStore } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface PostRow {
  readonly hall_code: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly duties: string[];
  readonly window_id: string;
  readonly lead_id: string;
  readonly deputy_id: string;
  readonly version: number;
}

/** A row as a post. */
export function toPost({
  hall_code: hallCode,
  window_id: windowId,
  lead_id: leadId,
  deputy_id: deputyId,
  ...row
}: PostRow): Post {
  return { hallCode, windowId, leadId, deputyId, ...row };
}

/** A post with its current lead and deputy; needs a `where` on `p`. */
export const selectPosts = `
  select p.hall_code, p.id, p.code, p.name, p.duties, p.window_id, p.version, l.staff_id as lead_id, d.staff_id as deputy_id
    from posts p
    join post_assignments l on l.hall_code = p.hall_code and l.post_id = p.id and l.role = 'LEAD' and upper_inf(l.during)
    join post_assignments d on d.hall_code = p.hall_code and d.post_id = p.id and d.role = 'DEPUTY' and upper_inf(d.during)`;

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
  async insertPost(tx, { hallCode, id, code, name, duties, windowId, leadId, deputyId, version }, from) {
    const inserted = await tx.query(
      `insert into posts (hall_code, id, code, name, duties, window_id, version)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [hallCode, id, code, name, duties, windowId, version],
    );
    if (inserted.length === 0) return false;
    await tx.query(
      `insert into post_assignments (hall_code, post_id, staff_id, role, during)
       values ($1, $2, $3, 'LEAD', tstzrange($5, null)), ($1, $2, $4, 'DEPUTY', tstzrange($5, null))`,
      [hallCode, id, leadId, deputyId, from],
    );
    return true;
  },

  async lockPostsOf(tx, { hallCode, id }) {
    const rows = await tx.query<PostRow[]>(
      `${selectPosts} where p.hall_code = $1 and $2 in (l.staff_id, d.staff_id) order by p.id for no key update of p`,
      [hallCode, id],
    );
    return rows.map(toPost);
  },

  async findPost(tx, { hallCode, id }) {
    const [row] = await tx.query<PostRow[]>(`${selectPosts} where p.hall_code = $1 and p.id = $2`, [hallCode, id]);
    return row && toPost(row);
  },

  async currentAuthority(tx, hallCode, postIds) {
    const rows = await tx.query<
      { post_id: string; staff_id: string | null; role: PostRole; acting_for_id: string | null }[]
    >(
      `select post_id, staff_id, role, acting_for_id from post_duties
        where hall_code = $1 and post_id = any($2) and upper_inf(during)
       union all
       select post_id, null, null, null from vacancies
        where hall_code = $1 and post_id = any($2) and upper_inf(during)`,
      [hallCode, postIds],
    );
    return new Map(
      rows.map(({ post_id, staff_id, role, acting_for_id }): [string, Authority] => [
        post_id,
        staff_id === null
          ? { state: 'VACANT' }
          : { state: 'HELD', holder: { staffId: staff_id, role, actingForId: acting_for_id } },
      ]),
    );
  },

  async recordHolder(tx, post, { at, holder, coverId, coverCause }) {
    await closeRecorded(tx, post, at);
    const { hallCode, id } = post;
    if (coverId !== null) {
      await tx.query(
        `insert into covers (hall_code, id, post_id, absent_id, acting_id, cause, during)
         values ($1, $2, $3, $4, $5, $6, tstzrange($7, null))`,
        [hallCode, coverId, id, holder.actingForId, holder.staffId, coverCause, at],
      );
    }
    await tx.query(
      `insert into post_duties (hall_code, post_id, staff_id, role, acting_for_id, cover_id, during)
       values ($1, $2, $3, $4, $5, $6, tstzrange($7, null))`,
      [hallCode, id, holder.staffId, holder.role, holder.actingForId, coverId, at],
    );
  },

  async recordVacancy(tx, post, { at, ownerId, reason }) {
    await closeRecorded(tx, post, at);
    await tx.query(
      `insert into vacancies (hall_code, post_id, owner_id, reason, during) values ($1, $2, $3, $4, tstzrange($5, null))`,
      [post.hallCode, post.id, ownerId, reason, at],
    );
  },

  async recordUnstaffed(tx, post, at) {
    await closeRecorded(tx, post, at);
  },
};
