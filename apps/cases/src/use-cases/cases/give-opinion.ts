import type { HallKey } from '@hall/kernel';
import { done, isRefused, startOf } from '@hall/kernel';
import { applyOpinion, applyTaking } from '../../domain/cases/joint';
import { partDeadline } from '../../domain/cases/plan-handling';
import { refuse } from '../../domain/refusals';
import { actingForSelf } from './acting-officer';
import { caseAct, ownDeadline } from './change-case';

/** What a participating department says. */
export interface GiveOpinion {
  readonly task: HallKey;
  readonly agreed: boolean;
  readonly opinion: string;
}

/**
 * A participating department gives its opinion on a joint case, by one of its own people.
 *
 * @regulation S3.4d
 * @refuses TASK_NOT_OPEN, STAFF_NOT_KNOWN, TASK_OF_OTHER_DEPARTMENT, CASE_ACTION_NOT_POSSIBLE
 */
export const giveOpinion = caseAct({
  operation: 'giveOpinion',
  target: ({ task }: GiveOpinion) => task,
  find: (ports, tx, task) => ports.cases.findCaseOfTask(tx, task),
  notFound: () => refuse('TASK_NOT_OPEN'),
  authorise: actingForSelf,
  async rule(work, { task, agreed, opinion }) {
    const { ports, tx, current, by, departmentId, now } = work;
    const tasks = await ports.cases.tasksOf(tx, current);
    const outcome = applyOpinion(current, { ...by, departmentId }, { tasks, taskId: task.id, agreed, opinion, now });
    if (isRefused(outcome)) return outcome;
    const { current: next, given, opened } = outcome.value;
    const { sessions } = startOf((await ownDeadline(work)).ledger);
    const deadlines = opened.map(({ id, limit }) =>
      partDeadline(next, { subject: 'JOINT_TASK', id, limit, sessions }, work),
    );
    const dated = opened.map((it, place) => ({ ...it, dueAt: deadlines[place]!.plan.dueAt }));
    await ports.cases.updateTasks(tx, current, [given, ...dated]);
    return done({
      next,
      kind: 'OPINION_GIVEN',
      clause: 'S3.4d',
      note: `${agreed ? '同意' : '不同意'}：${opinion}`,
      finishPart: task.id,
      opened: deadlines,
    });
  },
});

/**
 * Somebody of a participating department takes its part: until then its head answers for it.
 *
 * @regulation S3.4d A-12
 * @refuses TASK_NOT_OPEN, STAFF_NOT_KNOWN, TASK_OF_OTHER_DEPARTMENT, TASK_TAKEN, CASE_ACTION_NOT_POSSIBLE
 */
export const takeJointTask = caseAct({
  operation: 'takeJointTask',
  target: ({ task }: { readonly task: HallKey }) => task,
  find: (ports, tx, task) => ports.cases.findCaseOfTask(tx, task),
  notFound: () => refuse('TASK_NOT_OPEN'),
  authorise: actingForSelf,
  async rule({ ports, tx, current, by, departmentId, now }, { task: { id } }) {
    const task = (await ports.cases.tasksOf(tx, current)).find((each) => each.id === id);
    const outcome = applyTaking(current, { ...by, departmentId }, task, now);
    if (isRefused(outcome)) return outcome;
    const { current: next, taken } = outcome.value;
    await ports.cases.updateTasks(tx, current, [taken]);
    return done({ next, kind: 'TASK_TAKEN', clause: 'S3.4d' });
  },
});
