import type { DeadlineStart } from '@hall/kernel';
import type { Case } from '../../domain/cases/case';
import type { JointTask } from '../../domain/cases/joint';
import { stepsOf } from '../../domain/cases/steps';
import type { CaseStep } from '../../domain/cases/steps';
import type { ItemVersion } from '../../domain/catalogue/service-item';
import { openTerm } from '../../domain/deadlines/term';
import type { Term, TermPlan, TermSubject } from '../../domain/deadlines/term';
import type { CaseWork } from './change-case';
import { issueSlip } from './issue-slip';

type Sessions = DeadlineStart['sessions'];

/**
 * What acceptance brings about: the slip with its date, the first step, the parts of a joint case. An on-the-spot case
 * gets no slip, because its result is handed over at once.
 *
 * @regulation S2.3a S3.4b S3.4d
 * @param plan what follows from the case's own term
 */
export async function beginHandling(
  work: CaseWork,
  accepted: Case,
  version: ItemVersion,
  { plan, sessions }: { readonly plan: TermPlan; readonly sessions: Sessions },
): Promise<void> {
  const { ports, tx } = work;
  const { steps, terms: ofSteps } = planSteps(work, accepted, version, sessions);
  const { tasks, terms: ofTasks } = planTasks(work, accepted, version, sessions);
  const terms = [...ofSteps, ...ofTasks];
  await Promise.all([
    accepted.handlingType === 'INSTANT' ? undefined : issueSlip(work, accepted, plan),
    steps.length > 0 ? ports.cases.insertSteps(tx, accepted, steps) : undefined,
    tasks.length > 0 ? ports.cases.insertTasks(tx, accepted, tasks) : undefined,
    terms.length > 0 ? ports.terms.openTerms(tx, terms) : undefined,
  ]);
}

/** The steps of a case, of which the first begins now, with its term. */
function planSteps(
  work: CaseWork,
  of: Case,
  version: ItemVersion,
  sessions: Sessions,
): { readonly steps: readonly CaseStep[]; readonly terms: readonly Term[] } {
  const { ports, now } = work;
  const steps = stepsOf(version.procedure).map(({ name, limit }, place): CaseStep => ({
    id: ports.newId(),
    place: place + 1,
    name,
    limit,
    startedAt: place === 0 ? now : null,
    passedAt: null,
    passedById: null,
  }));
  const [first] = steps;
  if (!first || of.handlingType === 'INSTANT') return { steps: [], terms: [] };
  return { steps, terms: [childTerm(work, of, { subject: 'STEP', id: first.id, limit: first.limit, sessions })] };
}

/** The parts of a joint case, of which those of the first stage begin now, with their terms. */
function planTasks(
  work: CaseWork,
  of: Case,
  version: ItemVersion,
  sessions: Sessions,
): { readonly tasks: readonly JointTask[]; readonly terms: readonly Term[] } {
  if (of.handlingType !== 'JOINT') return { tasks: [], terms: [] };
  const { ports, now } = work;
  const firstStage = Math.min(...version.participants.map(({ stage }) => stage));
  const planned = version.participants.map(({ departmentId, stage, limit }) => {
    const isOpen = stage === firstStage;
    const id = ports.newId();
    const term = childTerm(work, of, { subject: 'JOINT_TASK', id, limit, sessions });
    const task: JointTask = {
      id,
      departmentId,
      stage,
      limit,
      state: isOpen ? 'OPEN' : 'WAITING',
      startedAt: isOpen ? now : null,
      dueAt: isOpen ? term.plan.dueAt : null,
      agreed: null,
      opinion: null,
      givenById: null,
      givenAt: null,
    };
    return { task, term, isOpen };
  });
  return {
    tasks: planned.map(({ task }) => task),
    terms: planned.filter(({ isOpen }) => isOpen).map(({ term }) => term),
  };
}

/** A term of something that belongs to a case, starting now. */
export function childTerm(
  { calendar, now }: Pick<CaseWork, 'calendar' | 'now'>,
  of: Case,
  facts: {
    readonly subject: TermSubject;
    readonly id: string;
    readonly limit: DeadlineStart['limit'];
    readonly sessions: Sessions;
  },
): Term {
  const { subject, id, limit, sessions } = facts;
  const start: DeadlineStart = { kind: 'START', at: now, limit, sessions };
  const { hallCode, id: caseId, responsibleId } = of;
  return openTerm({ hallCode, id, subject, caseId, responsibleId, ledger: [start] }, calendar, now);
}
