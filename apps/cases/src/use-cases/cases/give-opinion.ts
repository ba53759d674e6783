import { done, isRefused, startOf } from '@hall/kernel';
import type { Outcome, DeadlineEvent } from '@hall/kernel';
import type { Command } from '@hall/platform/use-case';
import { giveOpinion as give } from '../../domain/cases/joint';
import { refuse } from '../../domain/refusals';
import { withEvent } from '../../domain/deadlines/term';
import { actingForSelf } from '../officers';
import type { CasePorts, Key } from '../ports';
import { childTerm } from './begin-handling';
import { changeCase } from './change-case';

/** What a participating department says. */
export interface GiveOpinion {
  readonly task: Key;
  readonly agreed: boolean;
  readonly opinion: string;
}

/**
 * A participating department gives its opinion on a joint case, by one of its own people.
 *
 * @regulation S3.4d
 * @refuses TASK_NOT_OPEN, STAFF_NOT_KNOWN, TASK_OF_OTHER_DEPARTMENT, CASE_ACTION_NOT_POSSIBLE
 */
export async function giveOpinion(ports: CasePorts, command: Command<GiveOpinion>): Promise<Outcome<Key>> {
  const { task, agreed, opinion } = command.input;
  const { hallCode } = task;
  // The case of a task never changes, so it can be looked up before anything is locked.
  const found = await ports.run(command, { operation: 'findCaseOfTask', hallCode }, async (tx) => {
    const key = command.actor.hallCode === hallCode ? await ports.cases.findCaseOfTask(tx, task) : undefined;
    return key ? done(key) : refuse('TASK_NOT_OPEN');
  });
  if (isRefused(found)) return found;
  const onCase = { ...command, input: { ...command.input, key: found.value } };
  return changeCase(ports, onCase, 'giveOpinion', actingForSelf, async (work) => {
    const { tx, current, by, departmentId, now, calendar } = work;
    const tasks = await ports.cases.tasksOf(tx, current);
    const outcome = give(current, { ...by, departmentId }, { tasks, taskId: task.id, agreed, opinion, now });
    if (isRefused(outcome)) return outcome;
    const { current: next, given, opened } = outcome.value;
    const own = await ports.terms.lockTerm(tx, current);
    const { sessions } = startOf(own!.ledger);
    const terms = opened.map(({ id, limit }) => childTerm(work, next, { subject: 'JOINT_TASK', id, limit, sessions }));
    const dated = opened.map((it, n) => ({ ...it, dueAt: terms[n]!.plan.dueAt }));
    await ports.cases.updateTasks(tx, current, [given, ...dated]);
    const event: DeadlineEvent = { kind: 'FINISH', at: now };
    const term = await ports.terms.lockTerm(tx, task);
    if (term) await ports.terms.appendToTerms(tx, [{ term: withEvent(term, event, calendar, now), event }]);
    if (terms.length > 0) await ports.terms.openTerms(tx, terms);
    return done({
      next,
      action: { kind: 'OPINION_GIVEN', clause: 'S3.4d', note: `${agreed ? '同意' : '不同意'}：${opinion}` },
      facts: [{ kind: 'CASE_CHANGED', current: next, changeKind: 'OPINION_GIVEN', clause: 'S3.4d' }],
    });
  });
}
