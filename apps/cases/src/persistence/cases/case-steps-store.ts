import type { TimeLimit } from '@hall/kernel';
import type { Tx } from '@hall/platform/postgres';
import type { Case } from '../../domain/cases/case';
import type { JointTask, JointTaskState } from '../../domain/cases/joint';
import type { CaseStep } from '../../domain/cases/steps';
import type { Key } from '../../use-cases/ports';

/** A row of the table, as it is read. */
export interface StepRow {
  readonly id: string;
  readonly place: number;
  readonly name: string;
  readonly step_limit: TimeLimit;
  readonly started_at: Date | null;
  readonly passed_at: Date | null;
  readonly passed_by_id: string | null;
}

/** The columns of a {@link StepRow}. */
export const stepColumns = 'id, place, name, step_limit, started_at, passed_at, passed_by_id';

/** A row as a step. */
export function toStep(row: StepRow): CaseStep {
  return {
    id: row.id,
    place: row.place,
    name: row.name,
    limit: row.step_limit,
    startedAt: row.started_at,
    passedAt: row.passed_at,
    passedById: row.passed_by_id,
  };
}

/** The steps of a case. */
export async function insertSteps(tx: Tx, { hallCode, id }: Case, steps: readonly CaseStep[]): Promise<void> {
  await tx.query(
    `insert into case_steps (hall_code, id, case_id, place, name, step_limit, started_at)
     select $1, id, $2, place, name, "limit", "startedAt"
       from jsonb_to_recordset($3::jsonb) as r (id uuid, place integer, name text, "limit" jsonb, "startedAt" timestamptz)`,
    [hallCode, id, JSON.stringify(steps)],
  );
}

/** The steps of a case, in order. */
export async function stepsOf(tx: Tx, { hallCode, id }: Key): Promise<CaseStep[]> {
  const rows = await tx.query<StepRow[]>(
    `select ${stepColumns} from case_steps where hall_code = $1 and case_id = $2 order by place`,
    [hallCode, id],
  );
  return rows.map(toStep);
}

/** What has become of a step. */
export async function updateStep(tx: Tx, { hallCode }: Case, step: CaseStep): Promise<void> {
  await tx.query(
    'update case_steps set started_at = $3, passed_at = $4, passed_by_id = $5 where hall_code = $1 and id = $2',
    [hallCode, step.id, step.startedAt, step.passedAt, step.passedById],
  );
}

/** A row of the table, as it is read. */
export interface TaskRow {
  readonly id: string;
  readonly department_id: string;
  readonly stage: number;
  readonly task_limit: TimeLimit;
  readonly state: JointTaskState;
  readonly started_at: Date | null;
  readonly due_at: Date | null;
  readonly agreed: boolean | null;
  readonly opinion: string | null;
  readonly given_by_id: string | null;
  readonly given_at: Date | null;
}

/** The columns of a {@link TaskRow}. */
export const taskColumns =
  'id, department_id, stage, task_limit, state, started_at, due_at, agreed, opinion, given_by_id, given_at';

/** A row as a task. */
export function toTask(row: TaskRow): JointTask {
  return {
    id: row.id,
    departmentId: row.department_id,
    stage: row.stage,
    limit: row.task_limit,
    state: row.state,
    startedAt: row.started_at,
    dueAt: row.due_at,
    agreed: row.agreed,
    opinion: row.opinion,
    givenById: row.given_by_id,
    givenAt: row.given_at,
  };
}

/** The parts of a joint case. */
export async function insertTasks(tx: Tx, { hallCode, id }: Case, tasks: readonly JointTask[]): Promise<void> {
  await tx.query(
    `insert into joint_tasks (hall_code, id, case_id, department_id, stage, task_limit, state, started_at, due_at)
     select $1, id, $2, "departmentId", stage, "limit", state, "startedAt", "dueAt"
       from jsonb_to_recordset($3::jsonb) as r (id uuid, "departmentId" uuid, stage integer, "limit" jsonb, state text,
            "startedAt" timestamptz, "dueAt" timestamptz)`,
    [hallCode, id, JSON.stringify(tasks)],
  );
}

/** The parts of a joint case, stage by stage. */
export async function tasksOf(tx: Tx, { hallCode, id }: Key): Promise<JointTask[]> {
  const rows = await tx.query<TaskRow[]>(
    `select ${taskColumns} from joint_tasks where hall_code = $1 and case_id = $2 order by stage, id`,
    [hallCode, id],
  );
  return rows.map(toTask);
}

/** The case of a task. */
export async function findCaseOfTask(tx: Tx, { hallCode, id }: Key): Promise<Key | undefined> {
  const [row] = await tx.query<{ case_id: string }[]>(
    'select case_id from joint_tasks where hall_code = $1 and id = $2',
    [hallCode, id],
  );
  return row && { hallCode, id: row.case_id };
}

/** What has become of tasks. */
export async function updateTasks(tx: Tx, { hallCode }: Case, tasks: readonly JointTask[]): Promise<void> {
  await tx.query(
    `update joint_tasks t
        set state = r.state, started_at = r."startedAt", due_at = r."dueAt", agreed = r.agreed, opinion = r.opinion,
            given_by_id = r."givenById", given_at = r."givenAt"
       from jsonb_to_recordset($2::jsonb) as r (id uuid, state text, "startedAt" timestamptz, "dueAt" timestamptz,
            agreed boolean, opinion text, "givenById" uuid, "givenAt" timestamptz)
      where t.hall_code = $1 and t.id = r.id`,
    [hallCode, JSON.stringify(tasks)],
  );
}
