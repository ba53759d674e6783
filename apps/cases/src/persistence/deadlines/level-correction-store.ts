import { read } from '@hall/platform/postgres';
import type { Tx } from '@hall/platform/postgres';
import type { LevelCorrection } from '../../domain/facts';
import { answeredThen, charged } from './answerable';

/** A level that was charged to somebody who did not answer then, with the names of both. */
export interface CorrectedLevel extends LevelCorrection {
  readonly previousName: string;
  readonly answerableName: string;
}

/**
 * Charges the levels of a post's cases from an instant on to whoever answered then, as far as that was somebody else; what was
 * written before stays. Parts of other departments are no matter of the post.
 */
export function correctLevels(
  tx: Tx,
  { hallCode, postId, at, cause }: { hallCode: string; postId: string; at: Date; cause: string },
  now: Date,
): Promise<CorrectedLevel[]> {
  const name = (person: string): string =>
    `coalesce((select s.name from known_staff s where s.hall_code = w.hall_code and s.id = ${person}), ${person}::text)`;
  return read<CorrectedLevel>(
    tx,
    `with w as (
       select r.hall_code, r.deadline_id, r.promise, r.level, r.at, d.subject, d.owner_id as case_id, ${charged} as previous_id,
              ${answeredThen} as answerable_id
         from deadline_levels r
         join deadlines d on d.hall_code = r.hall_code and d.id = r.deadline_id and d.owner_kind = 'CASE' and d.subject <> 'JOINT_TASK'
         join cases o on o.hall_code = d.hall_code and o.id = d.owner_id and o.post_id = $2
        where r.hall_code = $1 and r.at >= $3),
     corrected as (
       insert into level_corrections (hall_code, deadline_id, promise, level, answerable_id, corrected_at, cause)
       select hall_code, deadline_id, promise, level, answerable_id, $4, $5 from w where answerable_id <> previous_id
       returning id, deadline_id, promise, level)
     select k.id, w.deadline_id, w.case_id, w.subject, w.level, w.at, w.previous_id, ${name('w.previous_id')} as previous_name,
            w.answerable_id, ${name('w.answerable_id')} as answerable_name
       from corrected k join w using (deadline_id, promise, level) order by k.id`,
    [hallCode, postId, at, now, cause],
  );
}
