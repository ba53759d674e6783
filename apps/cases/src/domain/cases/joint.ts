import { done } from '@hall/kernel';
import type { Outcome, TimeLimit } from '@hall/kernel';
import type { Participant } from '../catalogue/service-item';
import { refuse } from '../refusals';
import { refuseUnlessAllowed } from './allowed-actions';
import { actedOn } from './case';
import type { Attribution, Case } from './case';

/** Where the part of one department in a joint case stands. */
export const jointTaskStates = ['WAITING', 'OPEN', 'GIVEN', 'ENDED'] as const;
/** One of {@link jointTaskStates}. */
export type JointTaskState = (typeof jointTaskStates)[number];

/** The part of one department in a joint case (联办事项). Tasks of one stage run side by side, stages one by one. */
export interface JointTask {
  readonly id: string;
  readonly departmentId: string;
  readonly stage: number;
  readonly limit: TimeLimit;
  readonly state: JointTaskState;
  readonly startedAt: Date | null;
  readonly dueAt: Date | null;
  /** Who answers for it in the department; nobody has taken it as long as it is null, and then its head does. */
  readonly takenById: string | null;
  readonly takenAt: Date | null;
  readonly agreed: boolean | null;
  readonly opinion: string | null;
  readonly givenById: string | null;
  readonly givenAt: Date | null;
}

/**
 * The limits of a joint case: departments that work side by side, stage by stage.
 *
 * @regulation S3.4d A-12
 */
export function jointStages(participants: readonly Participant[]): readonly (readonly TimeLimit[])[] {
  const stages = new Map<number, TimeLimit[]>();
  for (const { stage, limit } of participants) stages.set(stage, [...(stages.get(stage) ?? []), limit]);
  return [...stages].sort(([a], [b]) => a - b).map(([, limits]) => limits);
}

/** What an opinion changes. */
export interface OpinionGiven {
  readonly current: Case;
  readonly given: JointTask;
  /** Tasks of the next stage, when this opinion was the last of its own. */
  readonly opened: readonly JointTask[];
}

/**
 * A participating department says its opinion, by one of its own people.
 *
 * @regulation S3.4d
 * @refuses TASK_NOT_OPEN, TASK_OF_OTHER_DEPARTMENT
 */
export function applyOpinion(
  current: Case,
  by: Attribution & { readonly departmentId: string },
  { tasks, taskId, agreed, opinion, now }: Opinion,
): Outcome<OpinionGiven> {
  const refused = refuseUnlessAllowed(current, 'giveOpinion');
  if (refused) return refused;
  const task = tasks.find(({ id }) => id === taskId);
  if (task?.state !== 'OPEN') return refuse('TASK_NOT_OPEN');
  if (task.departmentId !== by.departmentId) return refuse('TASK_OF_OTHER_DEPARTMENT');
  const given: JointTask = { ...task, state: 'GIVEN', agreed, opinion, givenById: by.officerId, givenAt: now };
  const stillOpen = tasks.some(({ id, state }) => state === 'OPEN' && id !== taskId);
  const waiting = tasks.filter(({ state }) => state === 'WAITING');
  const nextStage = Math.min(...waiting.map(({ stage }) => stage));
  const opened = stillOpen ? [] : waiting.filter(({ stage }) => stage === nextStage);
  const { departmentId: _own, ...attribution } = by;
  return done({
    current: actedOn(current, attribution, { status: 'IN_PROGRESS' }),
    given,
    opened: opened.map((next): JointTask => ({ ...next, state: 'OPEN', startedAt: now })),
  });
}

/**
 * Somebody of a participating department takes its part, and answers for it from now on.
 *
 * @regulation S3.4d A-12
 * @refuses TASK_NOT_OPEN, TASK_OF_OTHER_DEPARTMENT, TASK_TAKEN when it is the caller's already
 */
export function applyTaking(
  current: Case,
  { departmentId, ...by }: Attribution & { readonly departmentId: string },
  task: JointTask | undefined,
  now: Date,
): Outcome<{ readonly current: Case; readonly taken: JointTask }> {
  const refused = refuseUnlessAllowed(current, 'takeJointTask');
  if (refused) return refused;
  if (task?.state !== 'OPEN') return refuse('TASK_NOT_OPEN');
  if (task.departmentId !== departmentId) return refuse('TASK_OF_OTHER_DEPARTMENT');
  if (task.takenById === by.officerId) return refuse('TASK_TAKEN');
  return done({ current: actedOn(current, by, {}), taken: { ...task, takenById: by.officerId, takenAt: now } });
}

/** The parts whose departments have not spoken yet; until they have, nobody decides. */
export function openOpinions<Task extends Pick<JointTask, 'state'>>(tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(({ state }) => state !== 'GIVEN');
}

/** An opinion and what it is about. */
export interface Opinion {
  readonly tasks: readonly JointTask[];
  readonly taskId: string;
  readonly agreed: boolean;
  readonly opinion: string;
  readonly now: Date;
}

const minuteMs = 60_000;

/** Whose fault how many minutes of the lateness are. The parts sum up to the whole. */
export interface LateMinutes {
  readonly total: number;
  /** What no participant held up: the lead department's own. */
  readonly lead: number;
  readonly byTask: ReadonlyMap<string, number>;
}

/**
 * Attributes every minute by which a joint case is late to exactly one department: while participants are overdue, to
 * the one that has been overdue longest; otherwise to the lead. The parts therefore sum up to the total.
 *
 * @regulation S3.4d
 * @param until when the case was decided, or now
 */
export function attributeLateness(dueAt: Date | null, until: Date, tasks: readonly JointTask[]): LateMinutes {
  const from = dueAt === null ? Infinity : minuteOf(dueAt);
  const to = minuteOf(until);
  const total = Math.max(0, to - from);
  const byTask = new Map(tasks.map(({ id }) => [id, 0]));
  const overdue = tasks
    .filter((task): task is JointTask & { dueAt: Date } => task.dueAt !== null && task.state !== 'WAITING')
    .map(({ id, dueAt: due, givenAt }) => ({ id, from: minuteOf(due), to: givenAt ? minuteOf(givenAt) : to }))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  let attributed = 0;
  let minute = from;
  while (total > 0 && minute < to) {
    const now = minute;
    const holder = overdue.find((span) => span.from <= now && now < span.to);
    const borders = overdue.flatMap((span) => [span.from, span.to]).filter((border) => border > now);
    const next = Math.min(to, holder ? holder.to : Infinity, ...borders);
    if (holder) byTask.set(holder.id, byTask.get(holder.id)! + next - now);
    if (holder) attributed += next - now;
    minute = next;
  }
  return { total, lead: total - attributed, byTask };
}

function minuteOf(instant: Date): number {
  return Math.floor(instant.getTime() / minuteMs);
}
