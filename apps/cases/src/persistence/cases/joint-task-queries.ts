import { read } from '@hall/platform/postgres';
import type { Cursor, Database } from '@hall/platform/postgres';
import type { JointTask } from '../../domain/cases/joint';
import { answerableForTask } from '../deadlines/answerable';
import { tables } from '../rows';
import type { JointTasksRow } from '../rows';
import { toTask } from './case-steps-store';

/** A part of a joint case, with who answers for it now. */
export type AssignedTask = JointTask & {
  readonly hallCode: string;
  readonly caseId: string;
  readonly responsibleId: string;
};

/** The parts of joint cases. @param rest what follows in the statement, about the part `t` */
export async function findTasks(database: Database, rest: string, values: readonly unknown[]): Promise<AssignedTask[]> {
  type Row = JointTasksRow & { readonly responsible_id: string };
  const answerable = `coalesce(${answerableForTask}, (
    select c.responsible_id from cases c where c.hall_code = t.hall_code and c.id = t.case_id))`;
  const sql = `select ${tables.jointTasks.of('t')}, ${answerable} as responsible_id from joint_tasks t ${rest}`;
  return (await read<Row>(database, sql, values)).map(toTask);
}

/** A part that is open, and until when. */
export interface OpenTask {
  readonly id: string;
  readonly caseId: string;
  readonly dueAt: Date | null;
}

/** The open parts of a department, that of the account when none is named; the most urgent first, and what stands still last. */
export function openTasks(
  database: Database,
  { hallCode, account, departmentId }: { hallCode: string; account: string; departmentId: string | null },
  after: Cursor | null,
  size: number,
): Promise<OpenTask[]> {
  const urgency = `coalesce(t.due_at, 'infinity'::timestamptz)`;
  return read<{ id: string; case_id: string; due_at: Date | null }>(
    database,
    `select t.id, t.case_id, t.due_at from joint_tasks t
      where t.hall_code = $1 and t.state = 'OPEN'
        and t.department_id = coalesce($3::uuid, (select s.department_id from known_staff s where s.hall_code = $1 and s.account = $2))
        and ($4::timestamptz is null or (${urgency}, t.id) > ($4, $5))
      order by ${urgency}, t.id limit $6`,
    [hallCode, account, departmentId, after && (after.at ?? 'infinity'), after?.id ?? null, size + 1],
  );
}
