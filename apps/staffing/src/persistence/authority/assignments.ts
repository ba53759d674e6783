import { read } from '@hall/platform/postgres';
import type { Asked } from '@hall/platform/postgres';
import type { Assignment } from '../../domain/authority/plan-authority';
import type { PostAssignmentsRow } from '../rows';

interface Span {
  readonly from: Date;
  readonly to: Date | null;
}

/** Who is assigned to these posts at any time of a span, by post, in the order of their appointment. */
export async function readAssignments(
  from: Asked,
  hallCode: string,
  postIds: readonly string[],
  span: { readonly from: Date; readonly to: Date },
): Promise<ReadonlyMap<string, Assignment[]>> {
  const rows = await read<Pick<PostAssignmentsRow, 'post_id' | 'role' | 'staff_id'> & Span>(
    from,
    `select post_id, role, staff_id, lower(during) as "from", upper(during) as "to" from post_assignments
      where hall_code = $1 and post_id = any($2::uuid[]) and during && tstzrange($3, $4) order by lower(during), staff_id`,
    [hallCode, postIds, span.from, span.to],
  );
  const assignments = new Map<string, Assignment[]>(postIds.map((id) => [id, []]));
  for (const { postId, role, staffId, ...valid } of rows) {
    const assigned = { role, staffId, from: valid.from.getTime(), to: valid.to?.getTime() ?? null } as Assignment;
    assignments.get(postId)?.push(assigned);
  }
  return assignments;
}
