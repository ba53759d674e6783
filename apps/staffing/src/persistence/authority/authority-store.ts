import { insertAll, read } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { Authority } from '../../domain/authority/authority';
import type { RecordedInterval } from '../../domain/authority/changes-of-authority';
import { tables } from '../rows';
import { readAssignments } from './assignments';
import type { PostDutiesRow } from '../rows';

/** `tstzrange` of a span; the end is not part of it. */
const rangeOf = (from: number, to: number | null): string =>
  `[${new Date(from).toISOString()},${to === null ? '' : new Date(to).toISOString()})`;

/** What has become of a post: the intervals to be written, and when it has to be looked at again. */
export interface PostChanges {
  readonly hallCode: string;
  readonly postId: string;
  readonly version: number;
  readonly intervals: readonly RecordedInterval[];
  readonly lookedAt: Date;
  readonly lookAgainAt: Date;
}

/** The only writer of the history of authority. */
export const authorityStore = {
  assignmentsOf: (
    tx: Tx,
    hallCode: string,
    postIds: readonly string[],
    span: { readonly from: Date; readonly to: Date },
  ) => readAssignments(tx, hallCode, postIds, span),

  /** What is on record for each of these posts now, by post id; nothing for those that nobody holds outside service. */
  async recordedNow(tx: Tx, hallCode: string, postIds: readonly string[]): Promise<ReadonlyMap<string, Authority>> {
    const rows = await read<
      Pick<PostDutiesRow, 'post_id' | 'role' | 'acting_for_id'> & {
        readonly staff_id: string | null;
        readonly cause: string | null;
      }
    >(
      tx,
      `select y.post_id, y.staff_id, y.role, y.acting_for_id, v.cause from post_duties y
         left join covers v on v.hall_code = y.hall_code and v.id = y.cover_id
        where y.hall_code = $1 and y.post_id = any($2::uuid[]) and upper_inf(y.during)
       union all
       select post_id, null, null, null, reason from vacancies
        where hall_code = $1 and post_id = any($2::uuid[]) and upper_inf(during)`,
      [hallCode, postIds],
    );
    return new Map(
      rows.map(({ postId, staffId, role, actingForId, cause }): [string, Authority] => [
        postId,
        (staffId === null
          ? { state: 'VACANT', cause }
          : { state: 'HELD', holder: { staffId, role, actingForId }, cause }) as Authority,
      ]),
    );
  },

  /** Ends what is recorded where something new begins, writes that, and notes when to look again; whatever their number. */
  async record(tx: Tx, posts: readonly PostChanges[]): Promise<void> {
    const changed = posts.flatMap(({ hallCode, postId, intervals }) =>
      intervals[0] === undefined ? [] : [{ hallCode, postId, at: new Date(intervals[0].from) }],
    );
    if (changed.length > 0) await endRecorded(tx, changed);
    const of = posts.flatMap(({ hallCode, postId, intervals }) =>
      intervals.map((interval) => ({
        hallCode,
        postId,
        during: rangeOf(interval.from, interval.to),
        interval,
      })),
    );
    await insertAll(
      tx,
      tables.covers,
      of.flatMap(({ interval: { authority, coverId: id }, ...row }) =>
        authority.state !== 'HELD' || id === null
          ? []
          : [
              {
                ...row,
                id,
                absentId: authority.holder.actingForId,
                actingId: authority.holder.staffId,
                cause: authority.cause ?? 'LEFT_POST',
              },
            ],
      ),
    );
    await insertAll(
      tx,
      tables.postDuties,
      of.flatMap(({ interval: { authority, coverId }, ...row }) =>
        authority.state === 'HELD' ? [{ ...row, ...authority.holder, coverId }] : [],
      ),
    );
    await insertAll(
      tx,
      tables.vacancies,
      of.flatMap(({ interval: { authority, ownerId }, ...row }) =>
        authority.state === 'VACANT' && ownerId !== null ? [{ ...row, ownerId, reason: authority.cause }] : [],
      ),
    );
    await tx.query(
      `update posts p set version = r.version, looked_at = r.looked_at, look_again_at = r.look_again_at
         from jsonb_to_recordset($1) as r (hall_code text, id uuid, version integer, looked_at timestamptz, look_again_at timestamptz)
        where p.hall_code = r.hall_code and p.id = r.id`,
      [
        JSON.stringify(
          posts.map(({ hallCode, postId, version, lookedAt, lookAgainAt }) => ({
            hall_code: hallCode,
            id: postId,
            version,
            looked_at: lookedAt,
            look_again_at: lookAgainAt,
          })),
        ),
      ],
    );
  },
};

/** Ends the open holder, cover or vacancy of each of these posts. */
async function endRecorded(
  tx: Tx,
  posts: readonly { readonly hallCode: string; readonly postId: string; readonly at: Date }[],
): Promise<void> {
  const ended = (name: 'post_duties' | 'covers' | 'vacancies'): string =>
    `update ${name} t set during = tstzrange(lower(t.during), greatest(lower(t.during), e.at)) from ending e
      where t.hall_code = e.hall_code and t.post_id = e.post_id and upper_inf(t.during)`;
  await tx.query(
    `with ending as (
       select * from jsonb_to_recordset($1) as e (hall_code text, post_id uuid, at timestamptz)),
     ended_duties as (${ended('post_duties')}), ended_covers as (${ended('covers')})
     ${ended('vacancies')}`,
    [JSON.stringify(posts.map(({ hallCode, postId, at }) => ({ hall_code: hallCode, post_id: postId, at })))],
  );
}
