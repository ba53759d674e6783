import { insert, openRange, read } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { Authority, NewHolder } from '../../domain/authority/authority';
import type { Post } from '../../domain/structure/post';
import { tables } from '../rows';
import type { PostDutiesRow } from '../rows';

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

/** The only writer of the history of authority. */
export const authorityStore = {
  /** The recorded authority of each post now, by post id. */
  async currentAuthority(
    tx: Tx,
    hallCode: string,
    postIds: readonly string[],
  ): Promise<ReadonlyMap<string, Authority>> {
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

  /** Closes what is recorded and opens the new holder's interval (inside a cover when a deputy acts). */
  async recordHolder(tx: Tx, post: Post, { at, holder, coverId, coverCause }: NewHolder): Promise<void> {
    await closeRecorded(tx, post, at);
    const of = { hallCode: post.hallCode, postId: post.id, during: openRange(at) };
    const { staffId: actingId, actingForId: absentId } = holder;
    if (coverId !== null && absentId !== null) {
      await insert(tx, tables.covers, { ...of, id: coverId, absentId, actingId, cause: coverCause });
    }
    await insert(tx, tables.postDuties, { ...of, ...holder, coverId });
  },

  /** Closes what is recorded and opens a vacancy. */
  async recordVacancy(
    tx: Tx,
    post: Post,
    { at, ownerId, reason }: { readonly at: Date; readonly ownerId: string; readonly reason: string },
  ): Promise<void> {
    await closeRecorded(tx, post, at);
    const row = { hallCode: post.hallCode, postId: post.id, ownerId, reason, during: openRange(at) };
    await insert(tx, tables.vacancies, row);
  },

  /** Closes what is recorded; nobody holds the post outside service. */
  async recordUnstaffed(tx: Tx, post: Post, at: Date): Promise<void> {
    await closeRecorded(tx, post, at);
  },
};
