import type { HallKey } from '@hall/kernel';
import { byKeys, insertAll, keyColumns, read, readOne, select, update, updateAll } from '@hall/platform/postgres';
import type { Camel, Tx } from '@hall/platform/postgres';
import type { Case } from '../../domain/cases/case';
import type { JointTask } from '../../domain/cases/joint';
import type { CaseStep } from '../../domain/cases/steps';
import { tables } from '../rows';
import type { CaseStepsRow, JointTasksRow } from '../rows';

/** A row as a step of its case. */
export const toStep = ({ stepLimit: limit, ...row }: Camel<CaseStepsRow>) => ({ ...row, limit });

/** The steps of a case. */
export async function insertSteps(tx: Tx, { hallCode, id }: Case, steps: readonly CaseStep[]): Promise<void> {
  const rows = steps.map(({ limit, ...step }) => ({ ...step, hallCode, caseId: id, stepLimit: limit }));
  await insertAll(tx, tables.caseSteps, rows);
}

/** The steps of a case, in order. */
export async function stepsOf(tx: Tx, { hallCode, id }: HallKey): Promise<CaseStep[]> {
  const rest = 'where hall_code = $1 and case_id = $2 order by place';
  return (await select(tx, tables.caseSteps, rest, [hallCode, id])).map(toStep);
}

/** What has become of a step. */
export function updateStep(tx: Tx, { hallCode }: Case, step: CaseStep): Promise<void> {
  return update(tx, tables.caseSteps, ['startedAt', 'passedAt', 'passedById'], { ...step, hallCode });
}

/** Ends what has not been passed on; answers it in order. */
export async function closeSteps(tx: Tx, { hallCode, id }: HallKey, at: Date): Promise<CaseStep[]> {
  const rows = await read<CaseStepsRow>(
    tx,
    `with closed as (update case_steps set closed_at = $3
                      where hall_code = $1 and case_id = $2 and passed_at is null and closed_at is null returning *)
     select * from closed order by place`,
    [hallCode, id, at],
  );
  return rows.map(toStep);
}

/** A row as a part of its case. */
export const toTask = <Row extends Camel<JointTasksRow>>({ taskLimit: limit, ...row }: Row) => ({ ...row, limit });

/** The parts of a joint case. */
export async function insertTasks(tx: Tx, { hallCode, id }: Case, tasks: readonly JointTask[]): Promise<void> {
  const rows = tasks.map(({ limit, ...task }) => ({ ...task, hallCode, caseId: id, taskLimit: limit }));
  await insertAll(tx, tables.jointTasks, rows);
}

/** The parts of a joint case, stage by stage. */
export async function tasksOf(tx: Tx, { hallCode, id }: HallKey): Promise<JointTask[]> {
  const rest = 'where hall_code = $1 and case_id = $2 order by stage, id';
  return (await select(tx, tables.jointTasks, rest, [hallCode, id])).map(toTask);
}

/** The case of a task. */
export function findCaseOfTask(tx: Tx, { hallCode, id }: HallKey): Promise<HallKey | undefined> {
  const sql = 'select hall_code, case_id as id from joint_tasks where hall_code = $1 and id = $2';
  return readOne<{ hall_code: string; id: string }>(tx, sql, [hallCode, id]);
}

/** What has become of tasks. */
export function updateTasks(tx: Tx, { hallCode }: Case, tasks: readonly JointTask[]): Promise<void> {
  const set = [
    'state',
    'startedAt',
    'dueAt',
    'takenById',
    'takenAt',
    'agreed',
    'opinion',
    'givenById',
    'givenAt',
  ] as const;
  return updateAll(
    tx,
    tables.jointTasks,
    set,
    tasks.map((task) => ({ ...task, hallCode })),
  );
}

/** The dates of joint parts follow their deadlines. */
export async function followDeadlines(tx: Tx, deadlines: readonly (HallKey & { readonly subject: string })[]) {
  const parts = deadlines.filter(({ subject }) => subject === 'JOINT_TASK');
  if (parts.length === 0) return;
  await tx.query(
    `update joint_tasks t set due_at = d.due_at from deadlines d
      where ${byKeys('t.id')} and d.hall_code = t.hall_code and d.id = t.id`,
    keyColumns(parts),
  );
}
